/** Words that are known to be no name of a person: those of the language, and those of the stand itself. */
import { normaliseName } from '../understand/normalise.ts';
import { knownWords } from '../understand/words/index.ts';
import type { Known } from './advice.ts';

const ORDINARY = knownWords();

/** The words of a text, as messages are read: "tasnya" is "tas". */
export function wordsOf(text: string): string[] {
  return normaliseName(text.replaceAll('/', ' ')).filter((word) => /\p{L}/u.test(word));
}

export function wordsKnown(known: readonly Known[]): ReadonlySet<string> {
  return new Set(known.flatMap(({ of, what, text }) => [of, what, text].flatMap(wordsOf)));
}

/** Whether every part of the word is known; one that is nothing but marks is. */
export function isOrdinary(word: string, alsoKnown: ReadonlySet<string>): boolean {
  return wordsOf(word).every((each) => ORDINARY.has(each) || alsoKnown.has(each));
}
