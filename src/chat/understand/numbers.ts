/** Numbers as they are typed and said: "25", "dua puluh lima", "seratus lima puluh", "1 1/2", "setengah lusin". */
import type { Token } from './normalise.ts';
import { BUNDLES, everyWord, NUMBERS, SCALES } from './words/index.ts';
import { wordSet } from './words/table.ts';

const TEENS = everyWord('teen');
const HALF = wordSet('setengah half');

/** Words that are numbers by themselves. */
export function isNumberWord(word: string): boolean {
  return NUMBERS.has(word);
}

export interface ReadNumber {
  readonly value: number;
  readonly end: number;
  /** Said with "ribu", "rb", "k". */
  readonly thousands: boolean;
  /** Said in dozens or scores. */
  readonly bundled: boolean;
}

export function numberAt(tokens: readonly Token[], at: number): ReadNumber | undefined {
  const digits = tokens[at]?.number;
  const read = digits === undefined ? wordsAt(tokens, at) : scaled(digits, tokens, at + 1);
  if (!read) return undefined;
  let { value, end } = read;
  if (value >= 1 && HALF.has(tokens[end]?.word ?? '')) {
    value += 0.5;
    end += 1;
    // "dua setengah ratus".
    const scale = SCALES.get(tokens[end]?.word ?? '');
    if (scale !== undefined)
      return { value: value * scale, end: end + 1, thousands: scale >= 1000, bundled: false };
  }
  if (tokens[end]?.word === 'a') end += 1;
  const bundle = BUNDLES.get(tokens[end]?.word ?? '');
  if (bundle !== undefined) {
    // "selusin setengah": eighteen.
    const more = HALF.has(tokens[end + 1]?.word ?? '');
    const count = more ? value + 0.5 : value;
    return { value: count * bundle, end: end + (more ? 2 : 1), thousands: false, bundled: true };
  }
  return { ...read, value, end: tokens[end - 1]?.word === 'a' ? end - 1 : end, bundled: false };
}

function scaled(digits: number, tokens: readonly Token[], at: number): Omit<ReadNumber, 'bundled'> {
  const scale = SCALES.get(tokens[at]?.word ?? '') ?? 1;
  return { value: digits * scale, end: scale === 1 ? at : at + 1, thousands: scale >= 1000 };
}

/** "dua puluh lima", "seratus lima puluh", "two hundred", "a dozen". */
function wordsAt(tokens: readonly Token[], start: number): Omit<ReadNumber, 'bundled'> | undefined {
  const word = (index: number): string => tokens[index]?.word ?? '';
  if (BUNDLES.has(word(start)) || (word(start) === 'a' && BUNDLES.has(word(start + 1)))) {
    return { value: 1, end: BUNDLES.has(word(start)) ? start : start + 1, thousands: false };
  }
  let thousands = 0;
  let group = 0;
  let digit = 0;
  let at = start;
  for (; ; at += 1) {
    const value = NUMBERS.get(word(at));
    const scale = SCALES.get(word(at));
    if (digit > 0 && scale !== undefined && scale < 1000) {
      group += digit * scale;
      digit = 0;
    } else if (value === 5 && digit > 1 && digit !== 5) {
      // "dua lima": twenty-five.
      group += digit * 10;
      digit = value;
    } else if (value !== undefined && value < 10) {
      if (digit > 0 || (at > start && value < 1)) break;
      digit = value;
    } else if (value !== undefined) {
      if (digit > 0) break;
      group += value;
    } else if (at > start && TEENS.has(word(at))) {
      group += digit + 10;
      digit = 0;
    } else if (at > start && scale !== undefined) {
      if (scale < 1000) break;
      thousands += (group + digit) * scale;
      group = 0;
      digit = 0;
    } else break;
  }
  if (at === start) return undefined;
  return { value: thousands + group + digit, end: at, thousands: thousands > 0 };
}
