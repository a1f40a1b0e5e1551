/** What is about to be entered over the counter, until nothing is missing; and a count that goes on. */
import type { PaymentMethod, ReturnWay } from '../../shop/counter.ts';
import type { DraftKind } from '../understand/counter.ts';

/** What can be missing, in the order in which it is asked. `unit` and `unread` are what has to be looked at again. */
export const DRAFT_QUESTIONS = ['product', 'variant', 'qty', 'way', 'unit', 'unread', 'method'] as const;
export type DraftQuestion = (typeof DRAFT_QUESTIONS)[number];

export interface DraftItem {
  readonly product: number | null;
  readonly variant: number | null;
  /** As it was said: whether it can be is seen when it is looked at. */
  readonly qty: number | null;
  /** In another unit than the product is sold by. */
  readonly unit?: string;
}

export interface CounterDraft {
  /** The entry gets it: a draft is booked once. */
  readonly id: string;
  readonly kind: DraftKind;
  readonly items: readonly DraftItem[];
  readonly method: PaymentMethod | null;
  /** Goods were given back, and no money: they were changed for others. */
  readonly withoutMoney: boolean;
  readonly way: ReturnWay | null;
  /** Units that were said; null: none was, or it was looked at. */
  readonly units: readonly number[] | null;
  /** Words that could not be read; null: none, or they were looked at. */
  readonly unread: string | null;
}

export interface Counted {
  readonly variant: number;
  readonly count: number;
  /** What the book said, and the newest movement, when it was counted. */
  readonly book: number;
  readonly moved: number | null;
}

export interface StockTake {
  readonly counted: readonly Counted[];
  /** Left out for now. */
  readonly later: readonly number[];
}
