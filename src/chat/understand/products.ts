/** Which products a message names: by name, alias, slug, misspelling, or the number on the shelf. */
import type { Snapshot } from '../../shop/catalogue.ts';
import { type Mention, type Span, wordsBetween } from './mention.ts';
import type { Token } from './normalise.ts';
import { isNumberWord } from './numbers.ts';
import { type Candidate, type Phrase, type PhraseNode, type Phrases, phrasesOf } from './phrases.ts';
import { withRefusals } from './refusals.ts';
import { cueText, everyWord } from './words/index.ts';

export interface Named {
  readonly mentions: readonly Mention[];
  /** What shares a word with a product and is another thing: the number beside it is not one of ours. */
  readonly others: readonly Span[];
}

const SHELF = everyWord('shelf');
const OTHER_NUMBERS = everyWord('otherNumbers');
const ADDRESSES = everyWord('addresses');
const PACKS = everyWord('pieces');
const JOINS = everyWord('joins');
/** Before the number of a shelf: a thing lies there. */
const PLACED = everyWord('placed');
/** "tas yang ada pitanya": what may stand between the words of a name. */
const BETWEEN = everyWord('between');
const MOST_BETWEEN = 3;
/** Behind these a word is a thing, whatever else it can mean. */
const NOUN_AFTER = everyWord('nounAfter');
const OTHERS_AFTER = everyWord('otherThingsAfter');
const OTHERS_BEFORE = everyWord('otherThingsBefore');
const LOST_AFTER = new RegExp(`^(?:${cueText('lostAfter')})(?: |$)`);
const LOST_BEFORE = new RegExp(`(?:^| )(?:${cueText('lostBefore')})$`);
/** "2 bags of the chips": what is counted is packed in the other. */
const PACKED = /^of(?: (?:the|those|these|your|that))?$/;

export function findProducts(tokens: readonly Token[], snapshot: Snapshot): Named {
  const phrases = phrasesOf(snapshot);
  const found: Mention[] = [];
  const others: Span[] = [];
  for (let at = 0; at < tokens.length; ) {
    const mention = shelfMention(tokens, at, phrases) ?? longestMention(tokens, at, phrases);
    if (mention) (isAnotherThing(tokens, mention, phrases) ? others : found).push(mention);
    at = mention?.end ?? at + 1;
  }
  const wanted = withoutPacks(withoutPlaces(found, tokens), tokens);
  return { mentions: mergeKinds(withRefusals(wanted, tokens), tokens), others };
}

const AS_NAMED = { refused: false, kept: false, shelf: false } as const;

interface Match {
  readonly phrase: Phrase;
  readonly end: number;
  readonly words: number;
  readonly errors: number;
}

function longestMention(tokens: readonly Token[], at: number, phrases: Phrases): Mention | undefined {
  const candidates = (index: number) => phrases.candidates(tokens[index]?.word ?? '');
  const match = follow(phrases.root, at, { tokens, candidates });
  if (!match || (match.words === 1 && match.phrase.ordinary && !isNoun(tokens, at))) return undefined;
  const { product, variant } = match.phrase;
  return { start: at, end: match.end, product, variant, ...AS_NAMED };
}

/** "the ship", "2 ships", "buy ship"; not "can you ship". */
function isNoun(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const isPlural = /s$/.test(tokens[at]?.raw ?? '');
  if (isPlural || isNumber(before) || NOUN_AFTER.has(before?.word ?? '')) return true;
  // "…, ship one": a clause of its own.
  const [word, after] = [tokens[at + 1], tokens[at + 2]];
  return before?.word === ',' && isNumber(word) && (after === undefined || after.word === ',');
}

interface Walk {
  readonly tokens: readonly Token[];
  candidates(at: number): readonly Candidate[];
}

/** How far the walk down the tree of phrases has come. */
interface Sofar {
  readonly end: number;
  readonly words: number;
  readonly errors: number;
  /** The most letters that are wrong in one word. */
  readonly worst: number;
  readonly between: number;
}

const NOTHING: Sofar = { end: 0, words: 0, errors: 0, worst: 0, between: 0 };

/** The phrase with the most words that begins here, and of those the one with the fewest wrong letters. */
function follow(node: PhraseNode, at: number, walk: Walk, sofar: Sofar = NOTHING): Match | undefined {
  const { phrase } = node;
  const ends = phrase && (sofar.worst <= 1 || !phrase.strict);
  let best: Match | undefined = ends ? { phrase, ...sofar } : undefined;
  if (node.next.size === 0 || at >= walk.tokens.length) return best;
  for (const { word, errors } of walk.candidates(at)) {
    const next = node.next.get(word);
    if (!next) continue;
    const further = {
      end: at + 1,
      words: sofar.words + 1,
      errors: sofar.errors + errors,
      worst: Math.max(sofar.worst, errors),
      between: 0,
    };
    best = better(best, follow(next, at + 1, walk, further));
  }
  const skips = sofar.words > 0 && sofar.between < MOST_BETWEEN && BETWEEN.has(walk.tokens[at]?.word ?? '');
  return skips ? better(best, follow(node, at + 1, walk, { ...sofar, between: sofar.between + 1 })) : best;
}

function better(one: Match | undefined, other: Match | undefined): Match | undefined {
  if (!one || !other) return one ?? other;
  if (one.words !== other.words) return one.words > other.words ? one : other;
  return one.errors <= other.errors ? one : other;
}

function shelfMention(tokens: readonly Token[], at: number, { shelf }: Phrases): Mention | undefined {
  if (!SHELF.has(tokens[at]?.word ?? '') || OTHER_NUMBERS.has(tokens[at - 1]?.word ?? '')) return undefined;
  if (tokens.slice(Math.max(0, at - 3), at).some(({ word }) => ADDRESSES.has(word))) return undefined;
  const product = shelf.get(tokens[at + 1]?.number ?? Number.NaN);
  return product && { start: at, end: at + 2, product, variant: null, ...AS_NAMED, shelf: true };
}

/** "keripik pisang", "kapal laut", "potato chips", "tas saya ketinggalan": not what this stand sells by that word. */
function isAnotherThing(tokens: readonly Token[], { start, end }: Span, phrases: Phrases): boolean {
  if (end - start > 1) return false;
  const [before, after] = [tokens[start - 1]?.word ?? '', tokens[end]?.word ?? ''];
  const other = OTHERS_AFTER.has(after) ? after : OTHERS_BEFORE.has(before) ? before : undefined;
  if (other !== undefined) return phrases.candidates(other).every(({ errors }) => errors > 0);
  return (
    LOST_AFTER.test(wordsBetween(tokens, end, end + 4)) ||
    LOST_BEFORE.test(wordsBetween(tokens, start - 3, start))
  );
}

/** "tas yang di rak 3": where the one that is named lies. */
function withoutPlaces(mentions: readonly Mention[], tokens: readonly Token[]): Mention[] {
  return mentions.filter(({ shelf, start }, index) => {
    const before = mentions[index - 1];
    if (!shelf || !before) return true;
    const between = tokens.slice(before.end, start).map(({ word }) => word);
    return !PLACED.has(between.at(-1) ?? '') && between.some((word) => word === ',' || JOINS.has(word));
  });
}

function withoutPacks(mentions: readonly Mention[], tokens: readonly Token[]): Mention[] {
  return mentions.filter((mention, index) => {
    const [before, next] = [mentions[index - 1], mentions[index + 1]];
    if (next && PACKED.test(wordsBetween(tokens, mention.end, next.start))) return false;
    return !before || !isPackOf(before, mention, tokens);
  });
}

/** "the chips, six bags": how many of what was said before, which has no number of its own. */
function isPackOf(before: Mention, { start, end }: Mention, tokens: readonly Token[]): boolean {
  const isPack = end - start === 1 && PACKS.has(tokens[start]?.word ?? '') && isNumber(tokens[start - 1]);
  const between = tokens.slice(before.end, start - 1).map(({ word }) => word);
  const isCounted =
    isNumber(tokens[before.start - 1]) || (before.end < start - 1 && isNumber(tokens[before.end]));
  return isPack && !isCounted && !between.some((word) => JOINS.has(word) || word === 'for');
}

function isNumber(token: Token | undefined): boolean {
  return token?.number !== undefined || isNumberWord(token?.word ?? '');
}

/** "handicraft keychain", "kerajinan yang gantungan kunci": the kind belongs to the product beside it. */
function mergeKinds(mentions: readonly Mention[], tokens: readonly Token[]): Mention[] {
  const merged: Mention[] = [];
  for (const mention of mentions) {
    const last = merged.at(-1);
    const between = last ? wordsBetween(tokens, last.end, mention.start) : '';
    // "kerajinan yang tas": the tas is meant.
    if (last && between === 'yang' && last.product !== mention.product && !last.refused) {
      merged[merged.length - 1] = { ...mention, start: last.start };
    } else if (last && between.split(' ').every(joinsKinds) && isOneThing(last, mention)) {
      merged[merged.length - 1] = { ...last, end: mention.end, variant: last.variant ?? mention.variant };
    } else {
      merged.push(mention);
    }
  }
  return merged;
}

function joinsKinds(word: string): boolean {
  return word === '' || word === ':' || BETWEEN.has(word);
}

function isOneThing(one: Mention, other: Mention): boolean {
  if (one.product !== other.product || one.refused !== other.refused) return false;
  return one.variant === null || one.variant === other.variant || other.variant === null;
}
