/** A message read once: its words, the products and quantities in it, and the text on which rules are tried. */
import type { Snapshot } from '../../shop/catalogue.ts';
import { type Normalised, normalise, type Token } from './normalise.ts';
import { findProducts, type Mention } from './products.ts';
import { findQuantities, pair, type Quantity } from './quantities.ts';
import type { UnderstoodItem } from './understanding.ts';
import { type Cue, cue } from './words/index.ts';

export interface Reading extends Normalised {
  readonly mentions: readonly Mention[];
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
  const mentions = findProducts(tokens, snapshot);
  const quantities = findQuantities(tokens, mentions);
  const words = outline(tokens, mentions, quantities);
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
    quantities,
    items: pair(tokens, mentions, quantities),
    line,
    words,
    says: (...names) => names.some(hears),
  };
}

function outline(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  quantities: readonly Quantity[],
): string[] {
  const words: string[] = [];
  for (let at = 0; at < tokens.length; ) {
    const mention = mentions.find((each) => each.start === at);
    const quantity = mention ? undefined : quantities.find((each) => each.start === at);
    const word = tokens[at]?.word ?? '';
    words.push(mention ? (mention.refused ? '~' : '@') : quantity ? '#' : word);
    at = mention?.end ?? quantity?.end ?? at + 1;
  }
  return words;
}

/** "halo kak, keripik berapa": a greeting before what is to be answered. */
export function beginsWithGreeting({ words }: Reading): boolean {
  return cue('greeting').test(words.slice(0, 2).join(' '));
}
