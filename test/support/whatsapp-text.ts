/**
 * How WhatsApp shows a text: `*bold*`, `_italic_`, `~struck~` and backticks. Meta documents the marks only; that they
 * count at the edges of words, within one line, and beside ink is what people observe.
 */
import { LOOK_ALIKES } from '../../bots/common/whatsapp-markup.ts';

export interface ReadText {
  /** Without the marks that had an effect. */
  readonly text: string;
  readonly bold: readonly string[];
  /** Formatted in any other way. */
  readonly otherwise: readonly string[];
}

function formatted(mark: string): RegExp {
  return new RegExp(
    `(?<![\\p{L}\\p{N}])${mark}(?=[^\\s${mark}])([^${mark}\\n]*)(?<=\\S)${mark}(?![\\p{L}\\p{N}])`,
    'gu',
  );
}

const BOLD = formatted('\\*');
const OTHERS = [formatted('_'), formatted('~'), formatted('`')];

const LOOKS_LIKE = new Map(Object.entries(LOOK_ALIKES).map(([mark, alike]) => [alike, mark]));

/** As somebody reads it: what looks like an asterisk is one. */
export function readMarkup(raw: string): ReadText {
  const found = (pattern: RegExp) => [...raw.matchAll(pattern)].map(([, inside = '']) => alike(inside));
  return {
    text: alike(raw.replaceAll(BOLD, '$1')),
    bold: found(BOLD),
    otherwise: OTHERS.flatMap(found),
  };
}

function alike(text: string): string {
  return text.replaceAll(/[^\n -~]/g, (char) => LOOKS_LIKE.get(char) ?? char);
}

/** A choice as somebody reads it who is asked to write its number. */
export interface NumberedChoice {
  readonly number: number;
  readonly label: string;
}

/** Lines that go on counting, and a row such as "1 · 2 · 3"; and what stands around them. */
export function readNumbers(text: string): {
  readonly text: string;
  readonly choices: readonly NumberedChoice[];
} {
  const choices: NumberedChoice[] = [];
  const rest: string[] = [];
  for (const line of text.split('\n')) {
    const found = numbersOf(line, choices.at(-1)?.number);
    if (found.length > 0) choices.push(...found);
    else rest.push(line);
  }
  return { text: rest.join('\n').trim(), choices };
}

function numbersOf(line: string, before: number | undefined): NumberedChoice[] {
  const [, first = '', label = ''] = /^(\d+)\. (.+)$/.exec(line) ?? [];
  const row = /^\d+(?: · \d+)+$/.test(line) ? line.split(' · ') : [];
  const found =
    label === ''
      ? row.map((each) => ({ number: Number(each), label: each }))
      : [{ number: Number(first), label }];
  const goesOn = before === undefined || found[0]?.number === before + 1;
  return goesOn ? found : [];
}
