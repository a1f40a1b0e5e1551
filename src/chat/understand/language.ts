/** Which language a message is in, by the words that show one. */
import type { Language } from '../../shop/catalogue.ts';
import type { Token } from './normalise.ts';
import { LANGUAGES } from './words/index.ts';
import { meanings, wordSet } from './words/table.ts';

const SHOWING = LANGUAGES.map((table) => {
  const spellings = meanings(table.spellings);
  return { language: table.language, words: wordSet(table.markers, [...spellings.keys()].join(' ')), table };
});

/** null where nothing shows it: "2", "ok", another script. */
export function languageOf(tokens: readonly Token[]): Language | null {
  let best: Language | null = null;
  let most = 0;
  for (const { language, words, table } of SHOWING) {
    const count = tokens.filter(
      ({ raw, word }) => words.has(raw) || words.has(word) || (table.ending?.pattern.test(raw) ?? false),
    ).length;
    if (count > most) {
      best = language;
      most = count;
    }
  }
  return best;
}
