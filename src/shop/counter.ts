/** What keepers do over the counter: an entry of goods, and of money where some changes hands. */
import type { PriceStatus } from './catalogue.ts';
import { type Fulfilment, isMoving } from './fulfilment.ts';

export const ENTRY_KINDS = ['walk-in', 'delivery', 'breakage', 'return', 'correction'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

export const PAYMENT_METHODS = ['cash', 'qris'] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

/** Goods come back from whoever bought them, or go back to their unit. */
export const RETURN_WAYS = ['from-buyer', 'to-unit'] as const;
export type ReturnWay = (typeof RETURN_WAYS)[number];

/** More than this in one entry is a slip of the finger. */
export const MAX_ENTERED = 10_000;

/** Money of one line, as the price was at that moment. `amount` is for all of them, and signed. */
export interface MoneyLine {
  readonly unitId: number;
  /** null: for all that a unit named one price for. */
  readonly variantId: number | null;
  readonly qty: number;
  readonly amount: number | null;
  readonly priceStatus: PriceStatus;
}

/** The sign of what such an entry does to stand stock. */
export function goesIn(kind: 'walk-in' | 'delivery' | 'breakage' | 'return', way: ReturnWay | null): boolean {
  return kind === 'delivery' || (kind === 'return' && way === 'from-buyer');
}

/** What an order that is paid comes to, by line: parts that ended otherwise do not count. */
export function moneyOfParts(parts: readonly Fulfilment[]): MoneyLine[] {
  return parts
    .filter(({ state }) => isMoving(state) || state === 'collected')
    .flatMap(({ unitId, quoteAmount, lines }): MoneyLine[] =>
      quoteAmount === null
        ? lines.map(({ variantId, qty, price, priceStatus }) => ({
            unitId,
            variantId,
            qty,
            amount: price === null ? null : price * qty,
            priceStatus,
          }))
        : [{ unitId, variantId: null, qty: 1, amount: quoteAmount, priceStatus: 'confirmed' }],
    );
}
