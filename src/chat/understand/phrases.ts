/** The names, aliases and slugs of a catalogue as a tree of words, and the words of it that a typed one may be. */
import { distance } from 'fastest-levenshtein';
import type { Product, Snapshot, Variant } from '../../shop/catalogue.ts';
import { normaliseName, stem } from './normalise.ts';
import { cueWords, knownWords, LANGUAGES, SPELLINGS } from './words/index.ts';

export interface Phrase {
  readonly product: Product;
  readonly variant: Variant | null;
  /** Part of a name, or several words run together: less of it may be misspelt. */
  readonly strict: boolean;
  /** An everyday word ("ship"): it names the product only where it stands as a noun. */
  readonly ordinary: boolean;
}

export interface PhraseNode {
  readonly next: Map<string, PhraseNode>;
  phrase: Phrase | null;
}

/** A word of the catalogue that was typed, with the number of letters that are wrong. */
export interface Candidate {
  readonly word: string;
  readonly errors: number;
}

export interface Phrases {
  readonly root: PhraseNode;
  readonly shelf: ReadonlyMap<number, Product>;
  candidates(typed: string): readonly Candidate[];
}

/** Words that mean something else are no misspelt product. */
const ORDINARY = knownWords();
/** "ship" is asked of a stand that sells ships. */
const HEARD = cueWords();

const compiled = new WeakMap<Snapshot, Phrases>();

export function phrasesOf(snapshot: Snapshot): Phrases {
  const known = compiled.get(snapshot);
  if (known) return known;
  const made = compile(snapshot);
  compiled.set(snapshot, made);
  return made;
}

function compile(snapshot: Snapshot): Phrases {
  const root: PhraseNode = { next: new Map(), phrase: null };
  const words = new Set<string>();
  const add = (
    names: readonly string[],
    { product, variant }: Named,
    kind: 'name' | 'alias' | 'head',
  ): void => {
    const stems = names.map(stem);
    const ordinary = kind === 'alias' && names.length === 1 && HEARD.has(names[0] ?? '');
    // The first to take a phrase keeps it: names before aliases, both before heads.
    for (const form of [stems, [stems.join('')]]) {
      if (stems.length === 0) continue;
      const node = nodeFor(root, form);
      node.phrase ??= { product, variant, strict: kind === 'head' || form.length < stems.length, ordinary };
      for (const word of form) words.add(word);
    }
  };
  for (const named of namesOf(snapshot)) {
    for (const name of named.names) add(normaliseName(name), named, 'name');
    for (const alias of named.aliases) add(normaliseName(alias), named, 'alias');
  }
  for (const [head, named] of heads(snapshot)) if (named) add([head], named, 'head');
  const shelf = new Map(snapshot.products.map((product) => [product.shelfNumber ?? Number.NaN, product]));
  return { root, shelf, candidates: spellingIndex(words) };
}

function nodeFor(root: PhraseNode, words: readonly string[]): PhraseNode {
  let node = root;
  for (const word of words) {
    const next = node.next.get(word) ?? { next: new Map(), phrase: null };
    node.next.set(word, next);
    node = next;
  }
  return node;
}

interface Named {
  readonly product: Product;
  readonly variant: Variant | null;
  readonly names: readonly string[];
  readonly aliases: readonly string[];
}

/** Names of products, then all of the variants, then aliases of products: a variant is more particular. */
function namesOf(snapshot: Snapshot): Named[] {
  const names = snapshot.products.map(
    (product): Named => ({
      product,
      variant: null,
      names: [...Object.values(product.name), product.slug],
      aliases: [],
    }),
  );
  const variants = snapshot.products.flatMap((product) =>
    product.variants
      .filter((variant) => variant.slug !== '')
      .map(
        (variant): Named => ({
          product,
          variant,
          names: [...Object.values(variant.name), variant.slug],
          aliases: variant.aliases,
        }),
      ),
  );
  const aliases = snapshot.products.map(
    (product): Named => ({ product, variant: null, names: [], aliases: product.aliases }),
  );
  return [...names, ...variants, ...aliases];
}

/** The head word of a name stands for it ("keripik") where only one name has it. */
function heads(snapshot: Snapshot): Map<string, Named | null> {
  const found = new Map<string, Named | null>();
  for (const named of namesOf(snapshot)) {
    const texts = (named.variant ?? named.product).name;
    for (const table of LANGUAGES) {
      const words = normaliseName(texts[table.language] ?? '');
      const head = table.head === 'first' ? words[0] : words.at(-1);
      if (head === undefined || head.length < 3 || ORDINARY.has(head)) continue;
      const other = found.get(head);
      const same =
        other === undefined || (other?.product === named.product && other.variant === named.variant);
      found.set(head, same ? named : null);
    }
  }
  return found;
}

interface WordGroup {
  readonly words: string[];
  /** One bit for each letter that the word has. */
  readonly letters: number[];
}

/**
 * A misspelling keeps the first letter. Of the catalogue's words of about that length only those with nearly the same
 * letters are measured: each letter that is wrong makes two differ at most.
 */
function spellingIndex(words: ReadonlySet<string>): (typed: string) => readonly Candidate[] {
  const groups = new Map<string, WordGroup>();
  for (const word of words) {
    const key = groupKey(word, word.length);
    const group = groups.get(key) ?? { words: [], letters: [] };
    groups.set(key, group);
    group.words.push(word);
    group.letters.push(lettersOf(word));
  }
  const shorthand = shorthandOf(words);
  return (typed) => {
    const exact = [stem(typed), withoutEnding(typed)].find((word) => words.has(word));
    if (exact !== undefined) return [{ word: exact, errors: 0 }];
    if (typed.length < 4 || ORDINARY.has(typed)) return [];
    if (!VOWELS.test(typed)) return (shorthand.get(typed) ?? []).map((word) => ({ word, errors: 1 }));
    const found = misspellings(stem(typed), groups);
    return found.length > 0 ? found : misspellings(withoutEnding(typed), groups);
  };
}

const VOWELS = /[aeiou]/;
/** Three letters without a vowel are as often an abbreviation of something else. */
const SHORTEST = 4;

/** "gntngn", "pvng blck": words without their vowels, also where one more letter is left out. */
function shorthandOf(words: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const word of words) {
    const bare = word.replace(/[aeiou]/g, '');
    const forms = [bare, ...Array.from(bare, (_, at) => bare.slice(0, at) + bare.slice(at + 1)).slice(1, -1)];
    for (const form of new Set(forms)) {
      if (form.length >= SHORTEST && form !== word) found.set(form, [...(found.get(form) ?? []), word]);
    }
  }
  return found;
}

function misspellings(typed: string, groups: ReadonlyMap<string, WordGroup>): Candidate[] {
  const letters = lettersOf(typed);
  const found: Candidate[] = [];
  for (let length = typed.length - 2; length <= typed.length + 2; length += 1) {
    const allowed = length >= 8 ? 2 : length >= 5 ? 1 : 0;
    const group = groups.get(groupKey(typed, length));
    if (!group || Math.abs(typed.length - length) > allowed) continue;
    for (const [at, word] of group.words.entries()) {
      if (bits(letters ^ (group.letters[at] ?? 0)) > 2 * allowed) continue;
      const errors = distance(typed, word);
      if (errors <= allowed) found.push({ word, errors });
    }
  }
  return found;
}

function groupKey(word: string, length: number): string {
  return word.charAt(0) + length;
}

function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

function bits(number: number): number {
  let count = 0;
  for (let rest = number; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** "kripike", "pavingna": the Javanese and Sundanese "-nya". */
function withoutEnding(word: string): string {
  const bare = word.replace(/(?:nye|nyo|ne|na|no|e)$/, '');
  return stem(SPELLINGS.get(bare) ?? bare);
}
