/** What an admin does to the catalogue, as data; a chat and an import say it alike. */
import type {
  Attribute,
  PriceStatus,
  Product,
  SalesMode,
  Snapshot,
  Texts,
  Variant,
  WeeklyHours,
} from './catalogue.ts';
import { everyProduct } from './catalogue.ts';
import { readConnectCode, readOrderCode } from './code.ts';

export interface NewVariant {
  /** Empty for the only variant of a product that has no choice. */
  readonly slug: string;
  readonly name: Texts;
  readonly price: number | null;
  readonly status: PriceStatus;
  readonly aliases: readonly string[];
}

export interface NewPlace {
  readonly kind: 'workshop' | 'agreement';
  readonly name: Texts;
  readonly address: Texts;
  readonly hours: WeeklyHours;
}

/** Refers to what may be made in the same batch: units and kinds by slug, a new place by its Indonesian name. */
export interface NewProduct {
  readonly slug: string;
  readonly unit: string;
  readonly kind: string;
  readonly place: PlaceRef;
  readonly shelfNumber: number;
  readonly mode: SalesMode;
  readonly name: Texts;
  readonly story: Texts;
  readonly saleUnit: Texts;
  readonly leadTimeDays: number | null;
  readonly maxPerOrder: number;
  /** Hash in the media table. */
  readonly photo: string | null;
  readonly aliases: readonly string[];
  readonly variants: readonly [NewVariant, ...NewVariant[]];
  readonly facts: readonly { readonly attribute: Attribute; readonly value: Texts }[];
  /** null: a draft. */
  readonly publishedBy: string | null;
}

export type PlaceRef = { readonly id: number } | { readonly name: string };

export interface ProductChange {
  readonly unit?: string;
  readonly kind?: string;
  readonly place?: PlaceRef;
  readonly shelfNumber?: number;
  readonly mode?: SalesMode;
  readonly name?: Texts;
  readonly story?: Texts;
  readonly saleUnit?: Texts;
  readonly leadTimeDays?: number | null;
  readonly maxPerOrder?: number;
  readonly photo?: string | null;
  /** A name publishes it, and it is nobody's sample any more; null makes it a draft. */
  readonly publishedBy?: string | null;
  /** Whether it is taken off the shelf: as a draft without a number, that nobody is shown. */
  readonly removed?: boolean;
}

export interface VariantChange {
  readonly slug?: string;
  readonly name?: Texts;
  readonly price?: { readonly amount: number | null; readonly status: PriceStatus };
  readonly removed?: boolean;
}

export interface StandChange {
  readonly name?: Texts;
  readonly payment?: Texts | null;
  readonly delivery?: Texts | null;
  readonly dataKeeper?: Texts;
  readonly timeZone?: string;
  readonly sample?: boolean;
}

export type CatalogueChange =
  | { readonly kind: 'unit-added'; readonly slug: string; readonly name: Texts; readonly about: Texts }
  /** Whoever changes it makes it the office's own. */
  | {
      readonly kind: 'unit-changed';
      readonly unitId: number;
      readonly change: { readonly name?: Texts; readonly about?: Texts };
    }
  | { readonly kind: 'kind-added'; readonly slug: string; readonly name: Texts }
  | { readonly kind: 'place-added'; readonly place: NewPlace }
  | {
      readonly kind: 'place-changed';
      readonly placeId: number;
      readonly change: {
        readonly name?: Texts;
        readonly address?: Texts;
        readonly hours?: WeeklyHours;
        readonly sample?: boolean;
      };
    }
  | { readonly kind: 'product-added'; readonly product: NewProduct }
  | { readonly kind: 'product-changed'; readonly productId: number; readonly change: ProductChange }
  | { readonly kind: 'variant-added'; readonly productId: number; readonly variant: NewVariant }
  | {
      readonly kind: 'variant-changed';
      readonly productId: number;
      readonly variantId: number;
      readonly change: VariantChange;
    }
  /** Replaces those that there were. `variantId` null: of the product itself. */
  | {
      readonly kind: 'aliases';
      readonly productId: number;
      readonly variantId: number | null;
      readonly aliases: readonly string[];
    }
  /** As it was written down by whoever stands for it; null: it is not known. */
  | {
      readonly kind: 'fact-written';
      readonly productId: number;
      readonly attribute: Attribute;
      readonly value: Texts | null;
      readonly by: string | null;
    }
  /** A picture, cleaned; one that is there already stays. */
  | { readonly kind: 'picture'; readonly picture: Picture }
  | { readonly kind: 'stand-changed'; readonly standId: number; readonly change: StandChange }
  /** Refused by foreign keys where somebody has used one meanwhile. */
  | { readonly kind: 'samples-removed'; readonly samples: Samples };

export interface Picture {
  /** Hex SHA-256 of the bytes. */
  readonly hash: string;
  readonly type: 'image/jpeg' | 'image/png';
  readonly bytes: Uint8Array;
}

/** What goes when the samples go, by id. */
export interface Samples {
  readonly products: readonly number[];
  readonly units: readonly number[];
  readonly places: readonly number[];
  /** Hashes of pictures that nothing else shows. */
  readonly media: readonly string[];
}

/** Room for a verb and a field beside it in what a button carries. */
const MAX_SLUG_LENGTH = 32;

/** A short name of letters, digits and dashes that no other has: "Keripik Tempe" → "keripik-tempe". */
export function slugFor(name: string, taken: readonly string[]): string {
  const base =
    name
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .slice(0, MAX_SLUG_LENGTH)
      .replaceAll(/^-+|-+$/g, '') || 'produk';
  // Digits are a number on the shelf, and some letters are a code.
  const isOther = /^\d+$/.test(base) || readConnectCode(base) !== null || readOrderCode(base) !== null;
  const plain = isOther ? `produk-${base}`.slice(0, MAX_SLUG_LENGTH) : base;
  for (let count = 1; ; count += 1) {
    const end = count === 1 ? '' : `-${count}`;
    const slug = `${plain.slice(0, MAX_SLUG_LENGTH - end.length)}${end}`;
    if (!taken.includes(slug)) return slug;
  }
}

/** The first number on the shelf that no product has. */
export function nextShelfNumber(snapshot: Snapshot): number {
  const taken = new Set(everyProduct(snapshot).map(({ shelfNumber }) => shelfNumber));
  for (let number = 1; ; number += 1) if (!taken.has(number)) return number;
}

/** Slugs of variants, taken off or not: the database keeps them apart. */
export function variantSlugs({ variants, formerVariants = [] }: Product): string[] {
  return [...variants, ...formerVariants].map(({ slug }: Variant) => slug);
}

/** "(contoh)": what the sample stand says of itself. */
export function saysSample(texts: Texts): boolean {
  return Object.values(texts).some((text) => /(?<!\p{L})(?:contoh|sample)(?!\p{L})/iu.test(text));
}
