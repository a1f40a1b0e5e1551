/**
 * The part of an order that one unit answers for: its states and who may move it.
 *
 *     new → accepted → made → ready → collected
 *     new → quoted → accepted            (quote goods)
 *     new → ready                        (stand stock, at the confirmation itself)
 *
 * A proposal is an offer like a quote, without a price: where the unit can give only some of it, or on a later day than was
 * wished for, or the keeper finds fewer on the shelf, the visitor takes that or cancels the part, and it lapses as a quote
 * does. What is offered stands beside what was ordered, and counts from when it is taken. For quote goods the price would
 * change with it: the unit rejects, and quotes anew.
 *
 *     new, accepted → quoted → accepted  (goods that are made)
 *     ready → quoted → ready             (stand stock)
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
  'propose',
  'take-what-lies-there',
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
  propose: { from: ['new', 'accepted', 'ready'], to: 'quoted' },
  'take-what-lies-there': { from: ['quoted'], to: 'ready' },
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
  /** How many count as the part stands. */
  readonly qty: number;
  /** How many were ordered; left out: as many. */
  readonly ordered?: number;
  /** How many were offered instead; null or left out: nothing else was. */
  readonly agreed?: number | null;
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
  if (verb === 'propose') return !part.quoteFirst && part.fromStock === (part.state === 'ready');
  if (verb === 'take-what-lies-there') return part.fromStock;
  if (verb === 'cancel') return part.state !== 'ready' || part.fromStock;
  return true;
}

/** Where the part stands once its visitor has taken what was offered. */
export function takenState({ fromStock }: Pick<Fulfilment, 'fromStock'>): 'accepted' | 'ready' {
  return fromStock ? 'ready' : 'accepted';
}

/** In these, what was offered was taken. */
const AGREED: readonly FulfilmentState[] = ['accepted', 'made', 'ready', 'collected'];

/** The line with the number that counts in this state. */
export function asItCounts(line: OrderLine, state: FulfilmentState): OrderLine {
  const ordered = line.ordered ?? line.qty;
  return { ...line, ordered, qty: AGREED.includes(state) ? (line.agreed ?? ordered) : ordered };
}

/** A proposal waits for its visitor. */
export function isProposed({ state, quoteAmount }: Pick<Fulfilment, 'state' | 'quoteAmount'>): boolean {
  return state === 'quoted' && quoteAmount === null;
}

/** What is offered, as lines; nothing of some is not among them. */
export function offeredLines({ lines }: Pick<Fulfilment, 'lines'>): OrderLine[] {
  return lines.map((line) => ({ ...line, qty: line.agreed ?? line.qty })).filter(({ qty }) => qty > 0);
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
