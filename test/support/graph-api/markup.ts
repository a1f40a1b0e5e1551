/**
 * How WhatsApp shows a text: `*bold*`, `_italic_`, `~struck~` and backticks. Meta documents the marks only; that they
 * count at the edges of words, within one line, and beside ink is what people observe.
 */
import { LOOK_ALIKES } from '../../../bots/whatsapp-cloud/markup.ts';

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

/** A list of numbers at the end of a text, as somebody reads it who is asked to choose. */
export function readNumbers(text: string): { readonly text: string; readonly labels: readonly string[] } {
  const list = /\n\n(1\. [^\n]*(?:\n\d+\. [^\n]*)*)$/.exec(text);
  if (list?.[1] !== undefined) {
    const labels = list[1].split('\n').map((line) => line.replace(/^\d+\. /, ''));
    return { text: text.slice(0, list.index), labels };
  }
  const row = /\n\n(1(?: · \d+)+)$/.exec(text);
  return row?.[1] === undefined
    ? { text, labels: [] }
    : { text: text.slice(0, row.index), labels: row[1].split(' · ') };
}
