/** Whether something is asked for that no product of the stand is, and no word of ours either: "ada sambal?". */
import type { Reading } from './reading.ts';
import { everyWord, knownWords } from './words/index.ts';

const OFFERS = everyWord('offers');
const FILLERS = everyWord('fillers');
const KNOWN = knownWords();
const WHICH = 'yang';

export function asksForUnknown({ words, mentions }: Reading): boolean {
  if (mentions.length > 0) return false;
  // "ada yang murah?" asks which of ours.
  const telling = words.filter((word) => word === WHICH || word === ',' || !FILLERS.has(word));
  return telling.some((word, at) => {
    if (!OFFERS.has(word)) return false;
    const [before, after] = [telling[at - 1], telling[at + 1]];
    // "ada sambal?", "sambal ada?"
    return isUnknown(after) || (at === 1 && (after === undefined || after === '?') && isUnknown(before));
  });
}

function isUnknown(word: string | undefined): boolean {
  return word !== undefined && /^\p{L}{3,}$/u.test(word) && word !== WHICH && !KNOWN.has(word);
}
