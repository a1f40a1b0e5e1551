/** A message read once: its words, the products and quantities in it, and the text on which rules are tried. */
import type { Snapshot } from '../../shop/catalogue.ts';
import type { Mention, Span } from './mention.ts';
import { type Normalised, normalise, type Token } from './normalise.ts';
import { pair } from './pairing.ts';
import { findProducts } from './products.ts';
import { type Counts, findQuantities, type Quantity } from './quantities.ts';
import type { UnderstoodItem } from './understanding.ts';
import { type Cue, cue } from './words/index.ts';

export interface Reading extends Normalised {
  readonly mentions: readonly Mention[];
  readonly others: readonly Span[];
  readonly quantities: readonly Quantity[];
  readonly items: readonly UnderstoodItem[];
  /** The words in one line, with `@` for a product, `~` for a refused one, `#` for a quantity, `0` for other numbers. */
  readonly line: string;
  readonly words: readonly string[];
  says(...names: readonly Cue[]): boolean;
}

export function read(text: string, snapshot: Snapshot): Reading {
  const normalised = normalise(text);
  const { tokens } = normalised;
  const { mentions, others } = findProducts(tokens, snapshot);
  const { quantities, unmeant } = findQuantities(tokens, mentions);
  const words = outline(tokens, mentions, { quantities, unmeant });
  const line = words.join(' ');
  const heard = new Map<Cue, boolean>();
  const hears = (name: Cue): boolean => {
    const known = heard.get(name) ?? cue(name).test(line);
    heard.set(name, known);
    return known;
  };
  return {
    ...normalised,
    mentions,
    others,
    quantities,
    items: pair({ tokens, mentions, others, quantities }),
    line,
    words,
    says: (...names) => names.some(hears),
  };
}

function outline(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  { quantities, unmeant }: Counts,
): string[] {
  const words: string[] = [];
  for (let at = 0; at < tokens.length; ) {
    const mention = mentions.find((each) => each.start === at);
    const quantity = mention ? undefined : quantities.find((each) => each.start === at && isSaid(each));
    const other = mention || quantity ? undefined : unmeant.find((each) => each.start === at);
    const word = other ? '0' : (tokens[at]?.word ?? '');
    words.push(mention ? (mention.refused ? '~' : '@') : quantity ? '#' : word);
    at = mention?.end ?? quantity?.end ?? other?.end ?? at + 1;
  }
  return words;
}

/** "halo kak, keripik berapa": a greeting before what is to be answered. */
export function beginsWithGreeting({ words }: Reading): boolean {
  return cue('greeting').test(words.slice(0, 2).join(' '));
}

/** "a bag" says no number: it counts, and reads as words. */
function isSaid({ implied }: Quantity): boolean {
  return implied !== 'article';
}
