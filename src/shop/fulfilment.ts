/**
 * The part of an order that one unit answers for: its states and who may move it.
 *
 *     new → accepted → made → ready → collected
 *     new → quoted → accepted            (quote goods)
 *     new → ready                        (stand stock, at the confirmation itself)
 */
import type { PriceStatus, SalesMode } from './catalogue.ts';

export const FULFILMENT_STATES = [
  'new',
  'quoted',
  'accepted',
  'made',
  'ready',
  'collected',
  'rejected',
  'cancelled',
  'expired',
] as const;
export type FulfilmentState = (typeof FULFILMENT_STATES)[number];

export const REJECT_REASONS = ['sold-out', 'materials', 'capacity', 'too-many', 'other'] as const;
export type RejectReason = (typeof REJECT_REASONS)[number];

/** What somebody does with a part. */
export const VERBS = [
  'accept',
  'quote',
  'take-quote',
  'reject',
  'made',
  'ready',
  'collect',
  'cancel',
  'expire',
] as const;
export type Verb = (typeof VERBS)[number];

interface Arrow {
  readonly from: readonly FulfilmentState[];
  readonly to: FulfilmentState;
}

export const ARROWS: Readonly<Record<Verb, Arrow>> = {
  accept: { from: ['new'], to: 'accepted' },
  quote: { from: ['new'], to: 'quoted' },
  'take-quote': { from: ['quoted'], to: 'accepted' },
  reject: { from: ['new', 'quoted', 'accepted'], to: 'rejected' },
  made: { from: ['accepted'], to: 'made' },
  ready: { from: ['made'], to: 'ready' },
  collect: { from: ['ready'], to: 'collected' },
  cancel: { from: ['new', 'quoted', 'accepted', 'ready'], to: 'cancelled' },
  expire: { from: ['new', 'quoted', 'ready'], to: 'expired' },
};

const MOVING: readonly FulfilmentState[] = ['new', 'quoted', 'accepted', 'made', 'ready'];

export function isMoving(state: FulfilmentState): boolean {
  return MOVING.includes(state);
}

export interface OrderLine {
  readonly productId: number;
  readonly variantId: number;
  readonly mode: SalesMode;
  readonly qty: number;
  /** Frozen at the confirmation. */
  readonly price: number | null;
  readonly priceStatus: PriceStatus;
}

export interface Fulfilment {
  readonly id: number;
  readonly publicId: string;
  readonly orderId: number;
  readonly unitId: number;
  readonly placeId: number;
  readonly state: FulfilmentState;
  readonly version: number;
  readonly fromStock: boolean;
  readonly quoteFirst: boolean;
  readonly pickupDay: string | null;
  readonly pickupNow: boolean;
  readonly readyDay: string | null;
  readonly quoteAmount: number | null;
  readonly quoteValidUntil: number | null;
  readonly rejectReason: RejectReason | null;
  readonly rejectNote: string | null;
  readonly lines: readonly OrderLine[];
  /** Who took the last step and when; `by` is null for a visitor and for the shop itself. */
  readonly lastStep: { readonly by: string | null; readonly at: number } | null;
}

/**
 * Whether the verb can be done to the part as it stands. A quote comes first where goods need one, and a
 * visitor can cancel ready goods only while they are stand stock.
 */
export function canDo(part: Fulfilment, verb: Verb): boolean {
  if (!ARROWS[verb].from.includes(part.state)) return false;
  if (verb === 'accept') return !part.quoteFirst;
  if (verb === 'quote') return part.quoteFirst;
  if (verb === 'cancel') return part.state !== 'ready' || part.fromStock;
  return true;
}

export type OrderState = 'open' | 'ready' | 'done' | 'closed';

/**
 * `open` while a part moves, `ready` when all that moves is ready, `done` when all ended and one was
 * collected, `closed` when none was.
 */
export function orderState(parts: readonly { readonly state: FulfilmentState }[]): OrderState {
  const moving = parts.filter((part) => isMoving(part.state));
  if (moving.length > 0) return moving.every((part) => part.state === 'ready') ? 'ready' : 'open';
  return parts.some((part) => part.state === 'collected') ? 'done' : 'closed';
}
