/**
 * The catalogue as everybody reads it: an immutable snapshot of the stand, its units and its products.
 *
 * Stock is never in it (it changes with every sale); what is here changes only when an admin changes it.
 */

import type { Opening } from './calendar.ts';
import { HOLIDAYS } from './holidays.ts';

/** A BCP 47 tag for which there is a copy file: `id`, `en`. Nothing in code counts them. */
export type Language = string;

/** One text in several languages. Missing languages fall back to the stand's default language. */
export type Texts = Readonly<Record<Language, string>>;

/** What the stand is for today: show and collect interest, order without payment, or sell. */
export const SELLING_STAGES = ['interest', 'preorder', 'selling'] as const;
export type SellingStage = (typeof SELLING_STAGES)[number];

/** How a product is had: look only, from stand stock, made and then picked up, or the unit names a price first. */
export const SALES_MODES = ['display', 'ready', 'preorder', 'quote'] as const;
export type SalesMode = (typeof SALES_MODES)[number];

/** `sample` and `unknown` prices never enter a total. */
export const PRICE_STATUSES = ['confirmed', 'sample', 'unknown'] as const;
export type PriceStatus = (typeof PRICE_STATUSES)[number];

/** Rupiah as an integer; null exactly when the status is `unknown`. */
export interface Price {
  readonly amount: number | null;
  readonly status: PriceStatus;
}

/** What can be known about a product; a value of null means "not known yet", and is said so. */
export const ATTRIBUTES = [
  'size',
  'weight',
  'thickness',
  'colour',
  'material',
  'strength',
  'contents',
  'composition',
  'halal',
  'pirt',
  'expiry',
  'allergen',
  'spice',
] as const;
export type Attribute = (typeof ATTRIBUTES)[number];

export interface Fact {
  readonly attribute: Attribute;
  /** null: not known yet. */
  readonly value: Texts | null;
  readonly confirmedBy: string | null;
  /** UTC milliseconds. */
  readonly confirmedAt: number | null;
  /** UTC milliseconds; a fact past it counts as unknown. */
  readonly validUntil: number | null;
}

/** Minutes after midnight in the stand's time zone, `[from, to)`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Opening spans by weekday, Monday first (index 0). An empty list is a closed day. */
export type WeeklyHours = readonly (readonly Span[])[];

export interface Place {
  readonly id: number;
  readonly kind: 'stand' | 'workshop' | 'agreement';
  readonly name: Texts;
  readonly address: Texts;
  readonly hours: WeeklyHours;
  /** Address and hours are samples and are shown as such. */
  readonly sample: boolean;
}

export interface Unit {
  readonly id: number;
  readonly slug: string;
  readonly name: Texts;
  /** What this unit does with its workshop, in a sentence or two; never about a person. */
  readonly about: Texts;
  /** Comes with the sample stand; left out: it does not. */
  readonly sample?: boolean;
}

export interface Kind {
  readonly id: number;
  readonly slug: string;
  readonly name: Texts;
}

export interface Variant {
  readonly id: number;
  readonly productId: number;
  /** Empty for the only variant of a product that has no choice. */
  readonly slug: string;
  readonly name: Texts;
  readonly price: Price;
  readonly aliases: readonly string[];
}

/** Sale units in another unit that people ask for, by the name that understanding gives it: `{ m2: 44.7, dus: 20 }`. */
export type UnitSizes = Readonly<Record<string, number>>;

export interface Product {
  readonly id: number;
  readonly slug: string;
  readonly unitId: number;
  readonly kindId: number;
  /** Where it is picked up. */
  readonly placeId: number;
  /** The number on the shelf label. */
  readonly shelfNumber: number;
  readonly mode: SalesMode;
  /** Counts changes; a confirmation is guarded by it. */
  readonly version: number;
  readonly name: Texts;
  /** How it is made, without persons. */
  readonly story: Texts;
  /** The sale unit: "bungkus", "buah", "pack". */
  readonly saleUnit: Texts;
  readonly unitSizes: UnitSizes;
  /** Days from acceptance until it is made; null: not known. */
  readonly leadTimeDays: number | null;
  readonly maxPerOrder: number;
  /** Hash in the media table, or null. */
  readonly photo: string | null;
  readonly sample: boolean;
  readonly aliases: readonly string[];
  readonly variants: readonly [Variant, ...Variant[]];
  /** Taken off: not offered any more, and still named where they were ordered. */
  readonly formerVariants?: readonly Variant[];
  readonly facts: readonly Fact[];
  /** Who published it; null: it is a draft. */
  readonly publishedBy?: string | null;
  /** When it was taken off the shelf, UTC milliseconds. */
  readonly removedAt?: number | null;
}

export interface Stand {
  readonly id: number;
  readonly slug: string;
  readonly name: Texts;
  readonly stage: SellingStage;
  /** IANA name, for example `Asia/Jakarta`. */
  readonly timeZone: string;
  readonly defaultLanguage: Language;
  /** Counts changes of stage; a confirmation is guarded by it. */
  readonly version: number;
  /** The stand itself as a pick-up place. */
  readonly placeId: number;
  /** How one pays; null: still being agreed, and said so. */
  readonly payment: Texts | null;
  /** Whether and how goods are sent; null: not known yet. */
  readonly delivery: Texts | null;
  /** Who keeps personal data and whom to ask about it. */
  readonly dataKeeper: Texts;
  readonly waits: Waits;
  readonly sample: boolean;
}

/** How long things wait, in hours. */
export const WAITS = ['remind', 'escalate', 'expire', 'lapse', 'collect'] as const;
export type Wait = (typeof WAITS)[number];

/**
 * Working hours after which somebody is told again (`remind`), and the admins are told (`escalate`); hours after which
 * ends what nobody answered (`expire`), what was offered and has lapsed (`lapse`), and what nobody collects (`collect`).
 */
export type Waits = Readonly<Record<Wait, number>>;

export const DEFAULT_WAITS: Waits = { remind: 4, escalate: 8, expire: 72, lapse: 0, collect: 72 };

/** What was said of a day: that the stand is closed, or open although it is a holiday. */
export interface DayOff {
  /** `YYYY-MM-DD` in the stand's time zone. */
  readonly day: string;
  readonly closed: boolean;
}

/** Published products only, in shelf order. */
export interface Snapshot {
  readonly version: number;
  readonly stand: Stand;
  readonly units: readonly Unit[];
  readonly kinds: readonly Kind[];
  readonly places: readonly Place[];
  /** What an admin said of single days; of all others the table of national holidays knows. */
  readonly daysOff: readonly DayOff[];
  /** Published, in shelf order: what everybody sees. */
  readonly products: readonly Product[];
  /** Drafts, and what was taken off the shelf. Only who looks after products sees them. */
  readonly unoffered?: readonly Product[];
}

/** The text in the asked language, else in the stand's, else in any. */
export function inLanguage(texts: Texts, language: Language, fallback: Language): string {
  return texts[language] ?? texts[fallback] ?? Object.values(texts)[0] ?? '';
}

export function productById(snapshot: Snapshot, id: number): Product | undefined {
  return snapshot.products.find((product) => product.id === id);
}

export function productBySlug(snapshot: Snapshot, slug: string): Product | undefined {
  return snapshot.products.find((product) => product.slug === slug);
}

export function productByShelfNumber(snapshot: Snapshot, shelfNumber: number): Product | undefined {
  return snapshot.products.find((product) => product.shelfNumber === shelfNumber);
}

/** The variant and the product that it belongs to. */
export function variantById(
  snapshot: Snapshot,
  id: number,
): { product: Product; variant: Variant } | undefined {
  for (const product of snapshot.products) {
    const variant = product.variants.find((each) => each.id === id);
    if (variant) return { product, variant };
  }
  return undefined;
}

/** Offered or not: what somebody ordered keeps its name. */
export function orderedVariant(
  snapshot: Snapshot,
  id: number,
): { product: Product; variant: Variant } | undefined {
  for (const product of everyProduct(snapshot)) {
    const all = [...product.variants, ...(product.formerVariants ?? [])];
    const variant = all.find((each) => each.id === id);
    if (variant) return { product, variant };
  }
  return undefined;
}

/** Published, drafted or taken off. */
export function everyProduct({ products, unoffered = [] }: Snapshot): readonly Product[] {
  return [...products, ...unoffered];
}

export function isPublished({ publishedBy }: Product): boolean {
  return publishedBy !== undefined && publishedBy !== null;
}

export function isTakenOff({ removedAt }: Product): boolean {
  return removedAt !== undefined && removedAt !== null;
}

export function unitById(snapshot: Snapshot, id: number): Unit | undefined {
  return snapshot.units.find((unit) => unit.id === id);
}

/** When a place is open: its week, less the days on which the stand is closed. */
export function openingOf(snapshot: Snapshot, { hours }: Pick<Place, 'hours'>): Opening {
  return { hours, isClosed: (day) => isDayOff(snapshot, day), timeZone: snapshot.stand.timeZone };
}

/** What an admin said of the day; else whether it is a national holiday. */
export function isDayOff({ daysOff }: Pick<Snapshot, 'daysOff'>, day: string): boolean {
  return daysOff.find((each) => each.day === day)?.closed ?? HOLIDAYS.has(day);
}

export function placeById(snapshot: Snapshot, id: number): Place | undefined {
  return snapshot.places.find((place) => place.id === id);
}
