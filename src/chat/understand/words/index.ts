/** The language tables, and what is read from all of them at once: people mix languages within one message. */
import { english } from './en.ts';
import { indonesian } from './id.ts';
import { others } from './others.ts';
import { amounts, type CounterCue, type Cue, type LanguageTable, meanings, wordSet } from './table.ts';

/** The first one decides where a message shows as much of one language as of another. */
export type { CounterCue, Cue } from './table.ts';

export const LANGUAGES: readonly LanguageTable[] = [indonesian, english, others];

type ListName = {
  [Key in keyof LanguageTable]: LanguageTable[Key] extends string ? Key : never;
}[keyof LanguageTable];

/** One word list of every language. */
export function everyWord(name: ListName): ReadonlySet<string> {
  return wordSet(...LANGUAGES.map((table) => table[name]));
}

export const SPELLINGS: ReadonlyMap<string, string> = meanings(...LANGUAGES.map((table) => table.spellings));

/** "dua", "puluh", "lusin": words that are, multiply or bundle a number. */
export const NUMBERS = amounts(...LANGUAGES.map((table) => table.numbers));
export const SCALES = amounts(...LANGUAGES.map((table) => table.scales));
export const BUNDLES = amounts(...LANGUAGES.map((table) => table.bundles));

/** The alternatives of every language in one regular expression's source; a language without any adds nothing. */
export function cueText(name: ListName): string {
  return LANGUAGES.flatMap((table) => table[name] || []).join('|');
}

export function counterText(name: CounterCue): string {
  return LANGUAGES.flatMap((table) => table.counter[name] ?? []).join('|');
}

const compiled = new Map<Cue, RegExp>();

/** A cue in any language. The text must be a reading's: normalised words, one space between. */
export function cue(name: Cue): RegExp {
  const known = compiled.get(name);
  if (known) return known;
  const alternatives = LANGUAGES.flatMap((table) => table.cues[name] ?? []).join('|');
  const made = new RegExp(`(?<![^ ])(?:${alternatives})(?![^ ])`);
  compiled.set(name, made);
  return made;
}

/** Every word that rules listen for. */
export function cueWords(): ReadonlySet<string> {
  const sources = LANGUAGES.flatMap((table) => Object.values(table.cues));
  return wordSet(...sources.map((source) => source.replace(/\\S|[^a-z]+/g, ' ')));
}

/** Every word that a table knows: no misspelling of anything else. */
export function knownWords(): ReadonlySet<string> {
  return wordSet(
    ...LANGUAGES.flatMap((table) => [table.markers, table.fillers, table.ordinary]),
    ...cueWords(),
    ...NUMBERS.keys(),
    ...SCALES.keys(),
    ...BUNDLES.keys(),
    ...SPELLINGS.values(),
  );
}
