/**
 * Whether what a language model said may be shown: short, plain, put together from what it was told, and about nothing
 * that is not its business. The visitor may have told it to say anything; this is what stands between.
 */
import { normalise } from '../understand/normalise.ts';
import { numberAt } from '../understand/numbers.ts';
import type { Advice, AdviceQuestion, Known } from './advice.ts';
import { speaksOfForbidden } from './forbidden.ts';
import { isOrdinary, wordsKnown, wordsOf } from './vocabulary.ts';

export const MAX_ANSWER = 400;

/** Letters of ours, digits and the marks of plain sentences: no markup, no second script that looks like the first. */
const PLAIN = /^[\p{Script=Latin}0-9 .,;:!?()'"“”‘’/%&+×²–—-]+$/u;
/** "gerai.id", "a@b", "//": with nothing between. */
const LINK = /\p{L}\.\p{L}|\d\.\p{L}|[@:]\/|\/\//u;
/** "h a l a l", "h.a.l.a.l". */
const SPELT_OUT = /(?<!\p{L})(?:\p{L}[\s.,'/-]+){2,}\p{L}(?!\p{L})/u;
const DIGITS = /\d+(?:[.,:/-]\d+)*/g;
const MIXED = /[\p{L}\d-]*(?:\p{L}-?\d|\d\p{L})[\p{L}\d-]*/gu;
/** Says no number. */
const ONE_OF = /salah satu(?:nya)?|satu-satunya|one of/giu;

/** With what a sentence may begin; elsewhere a capital letter makes a name. */
const OPENERS = new Set(
  `ini itu ya tidak bukan belum produk barang semua setiap tiap untuk karena menurut maaf dibuat terbuat bahan bahannya
  gerai cocok bisa dapat sebagai selain juga namun tetapi jika kalau silakan keduanya bedanya perbedaannya this that these those
  the it its they their yes no not all each every both for from as a an made because according sorry you your our we there
  while although however if unlike compared with and but so also please`.split(/\s+/),
);

/** Of the words that say something, so many are from what it was told. */
const GROUNDED = 1 / 3;
const TELLING = 4;

export type Usable = { readonly text: string } | { readonly unusable: Unusable };
export type Unusable =
  | 'no answer'
  | 'length'
  | 'characters'
  | 'facts'
  | 'link'
  | 'topic'
  | 'number'
  | 'name'
  | 'not grounded';

export function usableAdvice({ known }: AdviceQuestion, { answer, facts }: Advice): Usable {
  const text = answer?.trim().replaceAll(/\s+/g, ' ').normalize('NFC') ?? '';
  if (text === '') return { unusable: 'no answer' };
  if ([...text].length > MAX_ANSWER) return { unusable: 'length' };
  if (!PLAIN.test(text)) return { unusable: 'characters' };
  const used = known.filter(({ id }) => facts.includes(id));
  if (used.length === 0 || !facts.every((id) => known.some((each) => each.id === id)))
    return { unusable: 'facts' };
  if (LINK.test(text)) return { unusable: 'link' };
  if (SPELT_OUT.test(text) || speaksOfForbidden(text)) return { unusable: 'topic' };
  if (!hasOnlyNumbersOf(text, used)) return { unusable: 'number' };
  if (namesOthers(text, used)) return { unusable: 'name' };
  return isGrounded(text, used) ? { text } : { unusable: 'not grounded' };
}

/** In digits, in words, and mixed with letters ("K300"). */
function hasOnlyNumbersOf(text: string, used: readonly Known[]): boolean {
  const said = text.replaceAll(ONE_OF, ' ');
  const told = used.map(({ of, text: each }) => `${of}. ${each}`).join('\n');
  const within = (pattern: RegExp) => {
    const known = new Set(told.toLowerCase().match(pattern) ?? []);
    return (said.toLowerCase().match(pattern) ?? []).every((each) => known.has(each));
  };
  const values = new Set([...valuesIn(told), ...(told.match(/\d+/g) ?? []).map(Number)]);
  return within(DIGITS) && within(MIXED) && valuesIn(said).every((value) => values.has(value));
}

/** Numbers said in words. */
function valuesIn(text: string): number[] {
  const { tokens } = normalise(text);
  const values: number[] = [];
  for (let at = 0; at < tokens.length; ) {
    const found = numberAt(tokens, at);
    if (found && tokens[at]?.number === undefined) values.push(found.value);
    at = found ? Math.max(found.end, at + 1) : at + 1;
  }
  return values;
}

/** A word with a capital letter that is none of the stand's: nobody is named. */
function namesOthers(text: string, used: readonly Known[]): boolean {
  const known = wordsKnown(used);
  return [...text.matchAll(/\p{Lu}[\p{L}'’-]*/gu)].some(({ 0: word, index }) => {
    const begins = /(?:^|[.!?]["”')]*\s+["“'(]*)$/u.test(text.slice(0, index));
    const opens = OPENERS.has(word.toLowerCase()) || isOrdinary(word, known);
    return !(begins && opens) && !wordsOf(word).every((each) => known.has(each));
  });
}

function isGrounded(text: string, used: readonly Known[]): boolean {
  const known = wordsKnown(used);
  const words = [...new Set(wordsOf(text))].filter((word) => word.length >= TELLING);
  const own = words.filter((word) => known.has(word));
  const telling = words.filter((word) => known.has(word) || !isOrdinary(word, known));
  return own.length > 0 && own.length >= telling.length * GROUNDED;
}
