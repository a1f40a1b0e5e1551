/** Stand stock is the sum of its movements. */
import type { Effect } from './effects.ts';
import type { Fulfilment } from './fulfilment.ts';

export const MOVEMENT_KINDS = [
  'delivery',
  'walk-in',
  'hand-over',
  'return',
  'breakage',
  'correction',
] as const;
export type MovementKind = (typeof MOVEMENT_KINDS)[number];

export interface StockLevel {
  /** What lies at the stand. */
  readonly onHand: number;
  /** What of it is promised to open parts. */
  readonly allocated: number;
  /** At so many, or fewer, that can be promised, the unit is told; null: it is not. */
  readonly lowAt?: number | null;
}

/** What can still be promised. */
export function available(level: StockLevel | undefined): number {
  return level ? level.onHand - level.allocated : 0;
}

/** Goods promised from stand stock go back: what is offered instead is all that is promised any more. */
export function giveBack(part: Fulfilment): Extract<Effect, { kind: 'allocate' }>[] {
  if (!part.fromStock) return [];
  return part.lines.flatMap(({ variantId, qty, agreed }) => {
    const promised = agreed ?? qty;
    return promised === 0 ? [] : [{ kind: 'allocate', variantId, qty: -promised }];
  });
}
