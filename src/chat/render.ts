/** Fits a message to what a channel can do. Nothing is cut off and no choice is dropped. */
import type { Capabilities } from './channel.ts';
import { BOLD_END, BOLD_START, type Choice, type Message } from './message.ts';

/** One message as the channel can carry it. */
export interface Fitted {
  /** May contain BOLD_START and BOLD_END, always in pairs. */
  readonly text: string;
  readonly choices: readonly Choice[];
  readonly photo: string | null;
  readonly inPlace: boolean;
  readonly contactButton: string | null;
}

/** The text with its choices as a numbered list; labels that are their own number stand on one line. */
function withNumberedList(text: string, choices: readonly Choice[]): string {
  if (choices.length === 0) return text;
  const selfNumbered = choices.every((each, index) => each.label === String(index + 1));
  const list = selfNumbered
    ? choices.map((each) => each.label).join(' · ')
    : choices.map((each, index) => `${index + 1}. ${each.label}`).join('\n');
  return `${text}\n\n${list}`;
}

/** Where to cut: after the last paragraph, line, sentence or word that fits. */
function cutAt(text: string, limit: number): number {
  for (const mark of ['\n\n', '\n', '. ', ' ']) {
    const at = text.lastIndexOf(mark, limit - mark.length);
    if (at > limit / 4) return at + mark.length;
  }
  return wholeCharacters(text, limit);
}

/** The most that fits without cutting a character of two code units in half. */
function wholeCharacters(text: string, limit: number): number {
  const last = text.charCodeAt(limit - 1);
  return last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit;
}

/** Pieces of at most `limit` characters; bold that runs over a cut is closed and opened again. */
export function splitText(text: string, limit: number): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > limit) {
    const at = cutAt(rest, limit - 1);
    const piece = rest.slice(0, at);
    const isBold = piece.lastIndexOf(BOLD_START) > piece.lastIndexOf(BOLD_END);
    pieces.push((isBold ? piece + BOLD_END : piece).trim());
    rest = (isBold ? BOLD_START : '') + rest.slice(at).trimStart();
  }
  return [...pieces, rest].filter((piece) => piece.length > 0);
}

function groupsOf<T>(items: readonly T[], size: number): T[][] {
  const groups: T[][] = [];
  for (let from = 0; from < items.length; from += size) groups.push(items.slice(from, from + size));
  return groups;
}

function shortened(each: Choice, length: number): Choice {
  if (each.label.length <= length) return each;
  return { ...each, label: `${each.label.slice(0, wholeCharacters(each.label, length - 1))}…` };
}

/** The messages that carry this one on the channel, in order. */
export function fitTo(message: Message, can: Capabilities): Fitted[] {
  const choices = message.choices ?? [];
  const buttons = can.buttons;
  const text = buttons ? message.text : withNumberedList(message.text, choices);
  const photo = can.photos ? (message.photo ?? null) : null;
  const captionFits = photo === null || text.length <= (can.photos?.captionLength ?? 0);
  const pieces = splitText(text, can.textLength);
  const texts = captionFits ? pieces : ['', ...pieces];
  const groups = buttons
    ? groupsOf(
        choices.map((each) => shortened(each, buttons.labelLength)),
        buttons.max,
      )
    : [];
  const [firstGroup = [], ...moreGroups] = groups;
  const last = texts.length - 1;
  const fitted: Fitted[] = texts.map((piece, index) => ({
    text: piece,
    choices: index === last ? firstGroup : [],
    photo: index === 0 ? photo : null,
    inPlace: index === 0 && can.edits && message.inPlace === true,
    contactButton: index === last && can.contactButton ? (message.contactButton ?? null) : null,
  }));
  const rest = moreGroups.map((group) => ({
    text: '…',
    choices: group,
    photo: null,
    inPlace: false,
    contactButton: null,
  }));
  return [...fitted, ...rest];
}

/** The text without marks, for channels that show none. */
export function withoutMarks(text: string): string {
  return text.replaceAll(BOLD_START, '').replaceAll(BOLD_END, '');
}
