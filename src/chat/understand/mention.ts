/** Where in a message a product is named. */
import type { Product, Variant } from '../../shop/catalogue.ts';
import type { Token } from './normalise.ts';

/** Tokens `[start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Tokens that name a product. */
export interface Mention extends Span {
  readonly product: Product;
  readonly variant: Variant | null;
  /** Not wanted: "jangan batako". */
  readonly refused: boolean;
  /** Refused only in so far as it is to stay as it is: "tasnya tetap". */
  readonly kept: boolean;
  /** Named by its number on the shelf: "nomor 3". */
  readonly shelf: boolean;
}

export function wordsBetween(tokens: readonly Token[], start: number, end: number): string {
  const words = tokens.slice(Math.max(0, start), Math.max(0, end)).map(({ word }) => word);
  return words.join(' ');
}
