/** In which language single words are. */
import type { Reading } from '../reading.ts';
import type { WordLanguage } from '../understanding.ts';
import type { Classifier } from './classifier.ts';
import { spellingFeatures } from './features.ts';

/** Below it a word shows no language. */
const SHOWS = 0.85;

/** One for each word with letters; null where it does not show. */
export function wordLanguages(words: Classifier<WordLanguage>, reading: Reading): (WordLanguage | null)[] {
  return lettered(reading).map((word) => {
    const likely = words.classify(spellingFeatures(word));
    const most = Math.max(...likely);
    return most < SHOWS ? null : (words.labels[likely.indexOf(most)] ?? null);
  });
}

export function lettered({ tokens }: Reading): string[] {
  return tokens.flatMap(({ raw }) => (/\p{L}/u.test(raw) ? [raw] : []));
}
