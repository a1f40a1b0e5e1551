/**
 * Bold as WhatsApp writes it: `*…*`, beside `_…_`, `~…~` and backticks
 * (https://docs.360dialog.com/partner/messaging/sending-and-receiving-messages/text-messages). No way to escape a mark
 * is documented, so that one which could take effect is replaced by a character that looks like it. Where exactly
 * a mark takes effect is not documented either: that it has none inside a word or a link is a belief, and everywhere
 * else it is taken to have one.
 */
import { BOLD_END, BOLD_START } from '../../src/chat/message.ts';
import { withoutMarks } from '../../src/chat/render.ts';

/** Each as long as what it stands for: a text that fits goes on fitting. */
export const LOOK_ALIKES: Readonly<Record<string, string>> = { '*': '∗', _: 'ˍ', '~': '∼', '`': 'ˋ' };

const LINK_OR_MARK = /(https?:\/\/[^\s\uE000\uE001]+)|[*_~`]/g;
const WORD = /[\p{L}\p{N}]/u;
const SPACE = /\s/;

function isWord(char: string): boolean {
  return WORD.test(char);
}

function isInk(char: string): boolean {
  return char !== '' && !SPACE.test(char);
}

/** At the edge of a word, where formatting could begin or end. */
function canTakeEffect(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  return (isInk(after) && !isWord(before)) || (isInk(before) && !isWord(after));
}

function withoutEffect(text: string): string {
  return text.replace(LINK_OR_MARK, (found, link: string | undefined, at: number) =>
    link === undefined && canTakeEffect(text, at) ? (LOOK_ALIKES[found] ?? found) : found,
  );
}

interface Part {
  readonly text: string;
  readonly isBold: boolean;
}

/** The marks count in pairs, whatever they were. */
function partsOf(text: string): Part[] {
  const pieces = text.split(new RegExp(`(?=[${BOLD_START}${BOLD_END}])`));
  return pieces.map((piece) => ({ text: withoutMarks(piece), isBold: piece.startsWith(BOLD_START) }));
}

/** One line of bold: its spaces stay outside of the marks, and between letters there can be none. */
function bold(line: string, before: string, after: string): string {
  const words = line.trim();
  if (words === '') return line;
  const from = line.indexOf(words);
  const [lead, trail] = [line.slice(0, from), line.slice(from + words.length)];
  const inWord = (lead === '' && isWord(before)) || (trail === '' && isWord(after));
  return inWord ? line : `${lead}*${words.replaceAll('*', LOOK_ALIKES['*'] ?? '')}*${trail}`;
}

/** Formatting ends with the line. */
function boldLines(text: string, before: string, after: string): string {
  const lines = text.split('\n');
  return lines
    .map((line, index) => bold(line, index === 0 ? before : '\n', index === lines.length - 1 ? after : '\n'))
    .join('\n');
}

/** @param limit beyond which the text goes without bold: each line of it takes two marks. */
export function toMarkup(text: string, limit = Number.POSITIVE_INFINITY): string {
  const harmless = withoutEffect(text);
  const parts = partsOf(harmless);
  const marked = parts
    .map((part, index) => {
      if (!part.isBold) return part.text;
      const before = parts[index - 1]?.text.at(-1) ?? '';
      return boldLines(part.text, before, parts[index + 1]?.text.at(0) ?? '');
    })
    .join('');
  return marked.length <= limit ? marked : withoutMarks(harmless);
}
