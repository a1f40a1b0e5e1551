/**
 * What the classifiers look at in a message, as numbers of buckets: words and pairs of words of the outline (products,
 * quantities and other numbers are one sign each), pieces of words as they were typed, what the rules made of it, and
 * what was just asked. Pieces of words see through misspellings; the outline sees through names of products, so that
 * one which was put on the shelf today needs no training.
 */
import type { Reading } from '../reading.ts';
import { type DialogueState, type Intent, WORD_LANGUAGES, type WordLanguage } from '../understanding.ts';

/** Features share buckets: with some thousands of them in use, two that matter seldom meet. */
export const BUCKETS = 1 << 14;

/** Features of one kind weigh as much as those of another, however many there are. */
export type FeatureGroup = readonly number[];

/** Longer messages say what they want in the beginning or the end. */
const LONGEST = 60;
const PIECE_LENGTHS = [2, 3, 4, 5] as const;

function bucket(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash ^= hash >>> 15;
  return (Math.imul(hash, 0x2c1b3c6d) >>> 9) & (BUCKETS - 1);
}

function buckets(features: Iterable<string>): FeatureGroup {
  return [...new Set(Array.from(features, bucket))];
}

function ends(words: readonly string[]): readonly string[] {
  return words.length <= LONGEST
    ? words
    : [...words.slice(0, LONGEST - 20), ...words.slice(words.length - 20)];
}

function* wordFeatures(outline: readonly string[]): Generator<string> {
  const words = ['^', ...ends(outline), '$'];
  for (const [at, word] of words.entries()) {
    const [next, third] = [words[at + 1], words[at + 2]];
    yield `w ${word}`;
    if (next !== undefined) yield `p ${word} ${next}`;
    if (third !== undefined) yield `g ${word} ${third}`;
  }
}

function* pieceFeatures(raw: readonly string[]): Generator<string> {
  for (const word of ends(raw)) {
    const framed = `<${word}>`;
    for (const length of PIECE_LENGTHS) {
      for (let at = 0; at + length <= framed.length; at += 1) yield framed.slice(at, at + length);
    }
  }
}

function few(count: number): string {
  return count > 2 ? 'many' : String(count);
}

function* shapeFeatures(reading: Reading): Generator<string> {
  const { mentions, quantities, words } = reading;
  const wanted = mentions.filter(({ refused }) => !refused).length;
  const asks = words.includes('?') ? '?' : '.';
  yield `shape ${few(wanted)} ${few(quantities.length)} ${asks}`;
  yield `products ${few(wanted)}`;
  yield `refused ${few(mentions.length - wanted)}`;
  yield `quantities ${few(quantities.length)}`;
  yield `asks ${asks}`;
  yield `length ${Math.ceil(Math.log2(words.length + 1))} ${few(wanted)}`;
  if (reading.code !== undefined) yield 'code';
  if (reading.phone) yield 'phone';
}

function* contextFeatures(
  reading: Reading,
  state: DialogueState | undefined,
  ruled: { readonly intent: Intent; readonly confidence: number },
): Generator<string> {
  const asked = state ?? 'nothing';
  const sure = ruled.confidence >= 0.7 ? 'sure' : ruled.confidence >= 0.5 ? 'likely' : 'guess';
  yield `rule ${ruled.intent}`;
  yield `rule ${ruled.intent} ${sure}`;
  yield `asked ${asked}`;
  yield `asked ${asked} ${ruled.intent}`;
  if (state) for (const word of ends(reading.words)) yield `asked ${asked} w ${word}`;
}

/** For the intent: four kinds of features. */
export function intentFeatures(
  reading: Reading,
  state: DialogueState | undefined,
  ruled: { readonly intent: Intent; readonly confidence: number },
): FeatureGroup[] {
  return [
    buckets(wordFeatures(reading.words)),
    buckets(pieceFeatures(rawWords(reading))),
    buckets(shapeFeatures(reading)),
    buckets(contextFeatures(reading, state, ruled)),
  ];
}

function rawWords({ tokens }: Reading): string[] {
  return tokens.map(({ raw }) => raw);
}

/** For the language of one word: the word and its pieces. */
export function spellingFeatures(word: string): FeatureGroup[] {
  return [[bucket(`l ${word}`)], buckets(pieceFeatures([word]))];
}

/** For the language of a message: the words and their pieces as they were typed, and what single words show. */
export function languageFeatures(reading: Reading, shown: readonly (WordLanguage | null)[]): FeatureGroup[] {
  const raw = rawWords(reading);
  return [
    buckets(raw.map((word) => `l ${word}`)),
    buckets(pieceFeatures(raw)),
    buckets(shownFeatures(shown.filter((each) => each !== null))),
  ];
}

const MOST_WORDS = 4;

/** Two languages in one message are no sum of what its words say: how many there are of each, and how many in a row. */
function* shownFeatures(shown: readonly WordLanguage[]): Generator<string> {
  const upTo = (count: number) => Math.min(count, MOST_WORDS);
  const [id = 0, en = 0, other = 0] = WORD_LANGUAGES.map(
    (language) => shown.filter((each) => each === language).length,
  );
  yield `shown id ${upTo(id)}`;
  yield `shown en ${upTo(en)}`;
  yield `shown other ${upTo(other)}`;
  yield `shown ${upTo(id)} ${upTo(en)}`;
  const share = shown.length === 0 ? 'none' : Math.round((4 * en) / shown.length);
  yield `share ${share} ${upTo(Math.min(id, en))}`;
  yield `runs ${upTo(longestRun(shown, 'id'))} ${upTo(longestRun(shown, 'en'))}`;
}

function longestRun(shown: readonly WordLanguage[], language: WordLanguage): number {
  let [longest, length] = [0, 0];
  for (const each of shown) {
    length = each === language ? length + 1 : 0;
    longest = Math.max(longest, length);
  }
  return longest;
}
