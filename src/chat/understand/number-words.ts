/** Numbers in words that are written together ("duapuluh") or misspelt ("delapn", "smbilan"). */
import { distance } from 'fastest-levenshtein';
import { BUNDLES, everyWord, knownWords, LANGUAGES, NUMBERS, SCALES } from './words/index.ts';

const KNOWN = knownWords();
/** Shorter ones are too often another word. */
const SHORTEST = 4;

const digits = [...NUMBERS].flatMap(([word, value]) =>
  value >= 1 && value < 10 && word.length > 2 ? [word] : [],
);
const tens = [...SCALES.keys(), ...BUNDLES.keys(), ...everyWord('teen')].filter((word) => word.length > 2);
const COMPOUND = new RegExp(`^(${digits.join('|')})(${tens.join('|')})(${digits.join('|')})?$`);

/** As books write them: the first word of each line. */
const STANDARD = LANGUAGES.flatMap(({ language, numbers }) =>
  language === 'other'
    ? []
    : [...numbers.matchAll(/: (\S+)/g)].flatMap(([, word = '']) => (word.length > SHORTEST ? [word] : [])),
);

/** What the tables call it, words parted by a space; undefined where it is none. */
export function spellNumber(written: string): string | undefined {
  if (written.length < SHORTEST || KNOWN.has(written)) return undefined;
  const parts = COMPOUND.exec(written);
  if (parts) return parts.slice(1).filter(Boolean).join(' ');
  return STANDARD.find((word) => word.charAt(0) === written.charAt(0) && isMisspelt(written, word));
}

/** Vowels are left out of it, or one letter of a long word is wrong. */
function isMisspelt(written: string, word: string): boolean {
  if (written.length < word.length && isWithoutVowels(written, word)) return true;
  return word.length >= 7 && Math.abs(word.length - written.length) <= 1 && distance(written, word) === 1;
}

function isWithoutVowels(written: string, word: string): boolean {
  let at = 0;
  for (const letter of word) {
    if (letter === written[at]) at += 1;
    else if (!'aeiou'.includes(letter)) return false;
  }
  return at === written.length;
}
