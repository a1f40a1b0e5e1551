/** Fits a message to what a channel can do. Nothing is cut off and no choice is dropped. */
import type { Capabilities, ListLimits } from './channel.ts';
import { BOLD_END, BOLD_START, type Choice, type ListedChoice, type Message } from './message.ts';
import type { FilledTemplate } from './templates.ts';

/** One message as the channel can carry it. */
export interface Fitted {
  /** May contain BOLD_START and BOLD_END, always in pairs. */
  readonly text: string;
  readonly choices: readonly Choice[];
  /** How the choices are shown: as buttons, where it is left out. */
  readonly shown?: Shown;
  readonly photo: string | null;
  readonly inPlace: boolean;
  readonly contactButton: string | null;
  /** The code of the order whose slip it is. */
  readonly slip?: string;
  /** With the first of several pieces: it says all that matters. */
  readonly template?: FilledTemplate;
}

/** `open`: the label of the button that opens the list. `from`: the number of the first. */
export type Shown =
  | { readonly as: 'list'; readonly open: string }
  | { readonly as: 'numbers'; readonly from: number }
  | { readonly as: 'words' };

/** The text has them already. */
export function areInText({ choices, shown }: Fitted): boolean {
  return choices.length === 0 || shown?.as === 'numbers' || shown?.as === 'words';
}

/** Words that a channel needs around a message, in the language of who reads it. */
export interface FittingWords {
  /** For the button that opens a list; without it there are none. */
  readonly openList?: string;
  /** How a choice is made by its label. */
  readonly write?: (label: string) => string;
}

/** The text with its choices as a numbered list; labels that are their own number stand on one line. */
function withNumberedList(text: string, choices: readonly ListedChoice[], from: number): string {
  if (choices.length === 0) return text;
  const other = choices.findIndex(({ label }, index) => label !== String(index + 1));
  const leading = other < 0 ? choices.length : other;
  const inRow = leading > 1 ? leading : 0;
  const row = choices.slice(0, inRow).map(({ label }) => label);
  const lines = choices.slice(inRow).map(({ label, listed }, index) => {
    const more = listed?.more ? `\n   ${listed.more}` : '';
    return headed(`${from + inRow + index}. ${label}${more}`, listed?.head);
  });
  const list = [...(row.length > 0 ? [row.join(' · ')] : []), ...lines].join('\n').trim();
  return text === '' ? list : `${text}\n\n${list}`;
}

/** The text with what it lists, above buttons. */
function withLines(text: string, choices: readonly ListedChoice[]): string {
  const lines = choices.flatMap(({ listed }) => (listed ? headed(listed.line, listed.head) : []));
  return [text, ...lines].join('\n').trim();
}

function headed(line: string, head: string | undefined): string {
  return head === undefined ? line : `\n${head}\n${line}`;
}

/** The same message without buttons or a list, for a channel that finds something wrong with them. */
export function asNumbers(message: Fitted): Fitted {
  if (areInText(message)) return message;
  const text = withNumberedList(message.text, message.choices, 1);
  return { ...message, text, shown: { as: 'numbers', from: 1 } };
}

/* ── long texts ── */

const CUTS = ['\n\n', '\n', '. ', ' '];

/** Where to cut: after the last paragraph, line, sentence or word that fits. */
function cutAt(text: string, limit: number): number {
  for (const mark of CUTS) {
    const at = text.lastIndexOf(mark, limit - mark.length);
    if (at > limit / 4) return at + mark.length;
  }
  return wholeCharacters(text, limit);
}

/** The same from the end: what comes after the cut fits, and is not needlessly short. */
function cutBefore(text: string, limit: number): number {
  const from = text.length - limit;
  for (const mark of CUTS) {
    const at = text.indexOf(mark, from);
    if (at >= 0 && at + mark.length < text.length - limit / 4) return at + mark.length;
  }
  return isSecondHalf(text, from) ? from + 1 : from;
}

/** The most that fits without cutting a character of two code units in half. */
function wholeCharacters(text: string, limit: number): number {
  return isSecondHalf(text, limit) ? limit - 1 : limit;
}

function isSecondHalf(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  return before >= 0xd800 && before <= 0xdbff;
}

/** Bold that runs over the cut is closed and opened again. */
function cut(text: string, at: number): [string, string] {
  const piece = text.slice(0, at);
  const isBold = piece.lastIndexOf(BOLD_START) > piece.lastIndexOf(BOLD_END);
  return [
    (isBold ? piece + BOLD_END : piece).trim(),
    (isBold ? BOLD_START : '') + text.slice(at).trimStart(),
  ];
}

/** Pieces of at most `limit` characters, the last one of at most `lastLimit`. */
export function splitText(text: string, limit: number, lastLimit: number = limit): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > limit) {
    const [piece, after] = cut(rest, cutAt(rest, limit - 1));
    pieces.push(piece);
    rest = after;
  }
  // One less, for the mark of a bold that is opened again.
  const parts = rest.length > lastLimit ? cut(rest, cutBefore(rest, lastLimit - 1)) : [rest];
  return [...pieces, ...parts].filter((piece) => piece.length > 0);
}

/* ── choices ── */

function groupsOf<T>(items: readonly T[], size: number): T[][] {
  const groups: T[][] = [];
  for (let from = 0; from < items.length; from += size) groups.push(items.slice(from, from + size));
  return groups;
}

function shorten(label: string, length: number): string {
  if (label.length <= length) return label;
  return `${label.slice(0, wholeCharacters(label, length - 1))}…`;
}

export interface ListRow {
  readonly id: string;
  readonly title: string;
  /** The whole label, where the title is not. */
  readonly description?: string;
}

export function listRow({ id, label }: Choice, { titleLength }: ListLimits): ListRow {
  if (label.length <= titleLength) return { id, title: label };
  return { id, title: shorten(label, titleLength), description: label };
}

function areDistinct(labels: readonly string[]): boolean {
  return new Set(labels.map((label) => label.trim())).size === labels.length;
}

function fitsButtons(choices: readonly Choice[], { max, labelLength }: { max: number; labelLength: number }) {
  const labels = choices.map(({ label }) => label);
  return choices.length <= max && labels.every((label) => label.length <= labelLength) && areDistinct(labels);
}

function fitsList(choices: readonly Choice[], limits: ListLimits): boolean {
  const rows = choices.map((each) => listRow(each, limits));
  return (
    choices.length <= limits.max &&
    choices.every(({ label }) => label.length <= limits.descriptionLength) &&
    areDistinct(rows.map(({ title }) => title))
  );
}

/** undefined: as buttons. */
function showChoices(
  { choices = [], inWords }: Message,
  { buttons, lists }: Capabilities,
  { openList }: FittingWords,
  from: number,
): Shown | undefined {
  if (choices.length === 0) return undefined;
  if (buttons && (!lists || fitsButtons(choices, buttons))) return undefined;
  if (lists && openList !== undefined && fitsList(choices, lists)) return { as: 'list', open: openList };
  return inWords ? { as: 'words' } : { as: 'numbers', from };
}

/** Choices by the message that carries them. */
function groupChoices(choices: readonly Choice[], { buttons, lists }: Capabilities): Choice[][] {
  if (!buttons || lists) return [[...choices]];
  const { max, labelLength } = buttons;
  return groupsOf(
    choices.map((each) => ({ ...each, label: shorten(each.label, labelLength) })),
    max,
  );
}

/* ── the whole message ── */

/** A picture takes text and buttons along; beside a list it stands alone. */
function photoTakes(text: string, shown: Shown | undefined, can: Capabilities): boolean {
  return shown?.as !== 'list' && text.length <= (can.photos?.captionLength ?? 0);
}

/**
 * The messages that carry this one on the channel, in order.
 * @param from the number of the first choice, where they are numbered.
 */
export function fitTo(message: Message, can: Capabilities, words: FittingWords = {}, from = 1): Fitted[] {
  const listed = message.choices ?? [];
  const choices = listed.map(({ id, label }): Choice => ({ id, label }));
  const shown = showChoices(message, can, words, from);
  const text = textFor(message.text, listed, shown, words);
  const photo = can.photos ? (message.photo ?? null) : null;
  const hasBelow = choices.length > 0 && (shown === undefined || shown.as === 'list');
  const lastLimit = hasBelow ? (can.textLengthWithChoices ?? can.textLength) : can.textLength;
  const pieces = splitText(text, can.textLength, lastLimit);
  const isAlone = photo === null || (pieces.length === 1 && photoTakes(text, shown, can));
  const texts = isAlone ? pieces : ['', ...pieces];
  const [firstGroup = [], ...moreGroups] = groupChoices(choices, can);
  const last = texts.length - 1;
  const fitted: Fitted[] = texts.map((piece, index) => ({
    text: piece,
    choices: index === last ? firstGroup : [],
    ...(index === last && shown ? { shown } : {}),
    photo: index === 0 ? photo : null,
    inPlace: index === 0 && can.edits && message.inPlace === true,
    contactButton: index === last && can.contactButton ? (message.contactButton ?? null) : null,
    ...(index === 0 && message.slip ? { slip: message.slip } : {}),
    ...(index === 0 && message.template ? { template: message.template } : {}),
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

function textFor(
  text: string,
  choices: readonly ListedChoice[],
  shown: Shown | undefined,
  { write = (label) => `“${label}”` }: FittingWords,
): string {
  switch (shown?.as) {
    case 'numbers':
      return withNumberedList(text, choices, shown.from);
    case 'words':
      return `${text}\n\n${choices.map(({ label }) => write(label)).join('\n')}`;
    default:
      return withLines(text, choices);
  }
}

/** The text without marks, for channels that show none. */
export function withoutMarks(text: string): string {
  return text.replaceAll(BOLD_START, '').replaceAll(BOLD_END, '');
}
