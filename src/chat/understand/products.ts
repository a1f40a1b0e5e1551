/** Which products a message names: by name, alias, slug, misspelling, or the number on the shelf. */
import { distance } from 'fastest-levenshtein';
import type { Product, Snapshot, Variant } from '../../shop/catalogue.ts';
import { normaliseName, stem, type Token } from './normalise.ts';
import { cueWords, everyWord, knownWords, LANGUAGES, SPELLINGS } from './words/index.ts';

/** Tokens `[start, end)` that name a product. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly product: Product;
  readonly variant: Variant | null;
  /** "jangan batako". */
  readonly refused: boolean;
}

interface Phrase {
  readonly words: readonly string[];
  readonly product: Product;
  readonly variant: Variant | null;
  /** Part of a name, or several words run together: less of it may be misspelt. */
  readonly strict: boolean;
}

/** Phrases by their first letter: a misspelling keeps it. Longer ones first. */
type Phrases = ReadonlyMap<string, readonly Phrase[]>;

const SHELF = everyWord('shelf');
const OTHER_NUMBERS = everyWord('otherNumbers');
const REFUSALS = everyWord('refusals');
const REFUSAL_STEPS = everyWord('refusalSteps');
const REFUSED_AFTER = new RegExp(`^(?:${LANGUAGES.map((table) => table.refusalsAfter).join('|')})(?: |$)`);
/** Words that mean something else are no misspelt product. */
const ORDINARY = knownWords();
/** "ship" is asked of a stand that sells ships: alone, such a word is no product unless it is its very name. */
const HEARD = cueWords();

const compiled = new WeakMap<Snapshot, Phrases>();

export function findProducts(tokens: readonly Token[], snapshot: Snapshot): Mention[] {
  const phrases = phrasesOf(snapshot);
  const found: Mention[] = [];
  for (let at = 0; at < tokens.length; ) {
    const mention = shelfMention(tokens, at, snapshot) ?? longestMention(tokens, at, phrases);
    if (mention) found.push(withRefusal(mention, tokens, found.at(-1)?.end ?? 0));
    at = mention?.end ?? at + 1;
  }
  return mergeKinds(found, tokens);
}

function phrasesOf(snapshot: Snapshot): Phrases {
  const known = compiled.get(snapshot);
  if (known) return known;
  const made = compile(snapshot);
  compiled.set(snapshot, made);
  return made;
}

function compile(snapshot: Snapshot): Phrases {
  const byKey = new Map<string, Phrase>();
  const add = (words: readonly string[], product: Product, variant: Variant | null, head: boolean): void => {
    const stems = words.map(stem);
    // The first to take a phrase keeps it: names before aliases, both before heads.
    for (const form of [stems, [stems.join('')]]) {
      const key = form.join(' ');
      const strict = head || form.length < stems.length;
      if (key !== '' && !byKey.has(key)) byKey.set(key, { words: form, product, variant, strict });
    }
  };
  for (const { product, variant, names } of namesOf(snapshot)) {
    for (const name of names) add(normaliseName(name), product, variant, false);
  }
  for (const [head, phrase] of heads(snapshot)) if (phrase) add([head], phrase.product, phrase.variant, true);
  return groupByLetter(byKey.values());
}

interface Named {
  readonly product: Product;
  readonly variant: Variant | null;
  readonly names: readonly string[];
}

function namesOf(snapshot: Snapshot): Named[] {
  const products = snapshot.products.map((product) => ({
    product,
    variant: null,
    names: [...Object.values(product.name), product.slug],
  }));
  const variants = snapshot.products.flatMap((product) =>
    product.variants
      .filter((variant) => variant.slug !== '')
      .map((variant) => ({
        product,
        variant,
        names: [...Object.values(variant.name), variant.slug, ...variant.aliases.filter(isOwn)],
      })),
  );
  const aliases = snapshot.products.map((product) => ({
    product,
    variant: null,
    names: product.aliases.filter(isOwn),
  }));
  return [...products, ...variants, ...aliases];
}

function isOwn(alias: string): boolean {
  const words = normaliseName(alias);
  return words.length !== 1 || !HEARD.has(words[0] ?? '');
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

function groupByLetter(phrases: Iterable<Phrase>): Phrases {
  const groups = new Map<string, Phrase[]>();
  for (const phrase of phrases) {
    const letter = phrase.words[0]?.charAt(0) ?? '';
    const group = groups.get(letter);
    if (group) group.push(phrase);
    else groups.set(letter, [phrase]);
  }
  for (const group of groups.values()) group.sort((a, b) => b.words.length - a.words.length);
  return groups;
}

function longestMention(tokens: readonly Token[], at: number, phrases: Phrases): Mention | undefined {
  let best: { phrase: Phrase; errors: number } | undefined;
  for (const phrase of phrases.get(tokens[at]?.word.charAt(0) ?? '') ?? []) {
    if (best && phrase.words.length < best.phrase.words.length) break;
    const errors = misspelling(tokens, at, phrase);
    if (errors < (best?.errors ?? Number.POSITIVE_INFINITY)) best = { phrase, errors };
  }
  if (!best) return undefined;
  const { product, variant, words } = best.phrase;
  return { start: at, end: at + words.length, product, variant, refused: false };
}

/** Letters that are wrong; infinite where it is another word. */
function misspelling(tokens: readonly Token[], at: number, phrase: Phrase): number {
  let errors = 0;
  for (const [offset, wanted] of phrase.words.entries()) {
    const typed = tokens[at + offset]?.word ?? '';
    const word = stem(typed);
    if (word === wanted || withoutEnding(typed) === wanted) continue;
    const allowed = wanted.length >= 8 && !phrase.strict ? 2 : wanted.length >= 5 ? 1 : 0;
    if (typed.length < 4 || Math.abs(word.length - wanted.length) > allowed || ORDINARY.has(typed))
      return Infinity;
    const wrong = distance(word, wanted);
    if (wrong > allowed) return Infinity;
    errors += wrong;
  }
  return errors;
}

/** "kripike", "pavingna": the Javanese and Sundanese "-nya". */
function withoutEnding(word: string): string {
  const bare = word.replace(/(?:nye|ne|na|e)$/, '');
  return stem(SPELLINGS.get(bare) ?? bare);
}

function shelfMention(tokens: readonly Token[], at: number, snapshot: Snapshot): Mention | undefined {
  if (!SHELF.has(tokens[at]?.word ?? '') || OTHER_NUMBERS.has(tokens[at - 1]?.word ?? '')) return undefined;
  const shelfNumber = tokens[at + 1]?.number;
  const product = snapshot.products.find((each) => each.shelfNumber === shelfNumber);
  return product && { start: at, end: at + 2, product, variant: null, refused: false };
}

/** A refusal before ("bukan yang batako") becomes part of the mention, one after ("batakonya jangan") too. */
function withRefusal(mention: Mention, tokens: readonly Token[], from: number): Mention {
  let before = mention.start - 1;
  let stepped = false;
  while (before >= from && REFUSAL_STEPS.has(tokens[before]?.word ?? '')) {
    before -= 1;
    stepped = true;
  }
  const word = before >= from ? (tokens[before]?.word ?? '') : '';
  // "tidak mau batako" refuses; "tidak ada batako?" asks.
  if (REFUSALS.has(word) || (word === 'tidak' && stepped))
    return { ...mention, start: before, refused: true };
  const after = tokens
    .slice(mention.end, mention.end + 3)
    .map((token) => token.word)
    .join(' ');
  return REFUSED_AFTER.test(after) ? { ...mention, refused: true } : mention;
}

/** "handicraft keychain", "kerajinan yang gantungan kunci": the kind belongs to the product beside it. */
function mergeKinds(mentions: readonly Mention[], tokens: readonly Token[]): Mention[] {
  const merged: Mention[] = [];
  for (const mention of mentions) {
    const last = merged.at(-1);
    const between = last ? tokens.slice(last.end, mention.start).map((token) => token.word) : [];
    // "kerajinan yang tas": the tas is meant.
    if (last && between.join() === 'yang' && last.product !== mention.product && !last.refused) {
      merged[merged.length - 1] = { ...mention, start: last.start };
      continue;
    }
    const together = last && last.product === mention.product && last.refused === mention.refused;
    const oneThing =
      together && (last.variant === null || last.variant === mention.variant || mention.variant === null);
    if (oneThing && between.every((word) => word === 'yang' || word === ':')) {
      merged[merged.length - 1] = { ...last, end: mention.end, variant: last.variant ?? mention.variant };
    } else {
      merged.push(mention);
    }
  }
  return merged;
}
