/** What the chat remembers between two messages. It belongs to the chat; the cart belongs to the person. */
import type { Attribute, Language, Wait } from '../shop/catalogue.ts';
import type { CounterDraft, StockTake } from './keeper/draft.ts';
import type { Choice } from './message.ts';

/** The question that is open: the next text is read as its answer, unless it clearly is something else. */
export type Asked =
  | { readonly what: 'quantity'; readonly variant: number }
  | { readonly what: 'pick-up'; readonly part: string }
  | { readonly what: 'name' }
  | { readonly what: 'phone' }
  | { readonly what: 'confirm'; readonly cart: number }
  /** "Shall I put this in?", after a number that came without a wish. */
  | { readonly what: 'add'; readonly variant: number; readonly qty: number; readonly inAll?: boolean }
  | { readonly what: 'clear-cart' }
  | { readonly what: 'erase' }
  | { readonly what: 'cancel'; readonly part: string }
  // staff
  | { readonly what: 'ready-day'; readonly part: string }
  | { readonly what: 'proposal'; readonly part: string; readonly version: number; readonly variant: number }
  | {
      readonly what: 'proposal-day';
      readonly part: string;
      readonly version: number;
      readonly variant: number;
      readonly qty: number;
    }
  | { readonly what: 'reject-note'; readonly part: string; readonly version: number }
  | { readonly what: 'quote-amount'; readonly part: string }
  | { readonly what: 'quote-day'; readonly part: string; readonly amount: number }
  | { readonly what: 'answer'; readonly question: string }
  | { readonly what: 'quote-valid'; readonly part: string; readonly amount: number; readonly day: string }
  // keeper
  | { readonly what: 'counter'; readonly draft: CounterDraft }
  | { readonly what: 'low-level'; readonly variant: number }
  | { readonly what: 'count'; readonly variant: number }
  // admin
  | { readonly what: 'stock'; readonly variant: number }
  | { readonly what: 'price'; readonly variant: number }
  | { readonly what: 'hours'; readonly place: number }
  | { readonly what: 'wait'; readonly wait: Wait }
  | { readonly what: 'invite-name'; readonly role: string; readonly unit: number }
  | AskedOfCurator;

/** What somebody who looks after products is asked. Products are named by slug: a new one has no number yet. */
export type AskedOfCurator =
  /** On the way to a new draft. `naming`: the name of a new unit or kind is typed. */
  | {
      readonly what: 'new-product';
      readonly unit: string | null;
      readonly kind: string | null;
      readonly naming: 'unit' | 'kind' | null;
    }
  | {
      readonly what: 'product';
      readonly product: string;
      readonly field: ProductField;
      /** One question leads to the next. */
      readonly guided: boolean;
      readonly attribute?: Attribute;
      /** Waits for whoever typed it to say that it tells of nobody. */
      readonly doubted?: string;
    }
  | { readonly what: 'variant'; readonly variant: number; readonly field: VariantField }
  | { readonly what: 'new-unit' }
  | {
      readonly what: 'unit';
      readonly unit: number;
      readonly field: UnitField;
      readonly doubted?: string;
    }
  /** `product`: it is picked up there. */
  | {
      readonly what: 'new-place';
      readonly product: string | null;
      readonly guided: boolean;
      readonly kind: 'workshop' | 'agreement' | null;
      readonly name: string | null;
      readonly address: string | null;
    }
  | { readonly what: 'place'; readonly place: number; readonly field: PlaceField }
  | { readonly what: 'stand'; readonly field: StandField; readonly guided: boolean };

export const PRODUCT_FIELDS = [
  'name',
  'name-en',
  'photo',
  'mode',
  'variants',
  'price',
  'sale-unit',
  'sale-unit-en',
  'place',
  'lead',
  'most',
  'shelf',
  'aliases',
  'story',
  'story-en',
  'facts',
  'fact',
  'fact-en',
  'kind',
  'unit',
] as const;
export type ProductField = (typeof PRODUCT_FIELDS)[number];
export const VARIANT_FIELDS = ['name', 'name-en', 'price', 'aliases'] as const;
export type VariantField = (typeof VARIANT_FIELDS)[number];
export const UNIT_FIELDS = ['name', 'name-en', 'about', 'about-en'] as const;
export type UnitField = (typeof UNIT_FIELDS)[number];
export const PLACE_FIELDS = ['name', 'address', 'hours'] as const;
export type PlaceField = (typeof PLACE_FIELDS)[number];
export const STAND_FIELDS = [
  'name',
  'name-en',
  'address',
  'address-en',
  'hours',
  'payment',
  'payment-en',
  'delivery',
  'delivery-en',
  'data-keeper',
  'data-keeper-en',
  'time-zone',
] as const;
export type StandField = (typeof STAND_FIELDS)[number];

export interface Conversation {
  readonly language: Language;
  /** The visitor chose the language, or writes in it steadily. */
  readonly languageChosen: boolean;
  readonly asked: Asked | null;
  /** The product last spoken of: "berapa harganya?" is about it. */
  readonly topic: number | null;
  /** What was named last, by slug, for "dua-duanya". */
  readonly together: readonly { readonly product: string; readonly variant?: string | undefined }[];
  /** The choices of the newest list, for an answer by number or label. */
  readonly offered: readonly Choice[];
  /** The newest notice that was open when they were offered: what a later one offers may be meant, too. */
  readonly offeredAfter: number;
  /** Variants that were wanted without a number, to be asked about one after another. */
  readonly waiting: readonly number[];
  /** Fragments that wait a moment for the rest of the sentence, with the key of the newest one. */
  readonly held: { readonly text: string; readonly key: string } | null;
  /** What was just asked that nobody could tell: it goes along when the staff are asked. */
  readonly unanswered: string | null;
  /** A count of all that lies at the stand, until it is booked; it can be left and gone on with. */
  readonly stockTake?: StockTake | null;
  /** How often in a row nothing was understood. */
  readonly misses: number;
  /** Where the questions about a product were left, to go on there. */
  readonly left?: { readonly product: string; readonly field: ProductField } | null;
  /** When it was last said here that something came late; null: never. */
  readonly apologisedAt: number | null;
}

export function newConversation(language: Language): Conversation {
  return {
    language,
    languageChosen: false,
    asked: null,
    topic: null,
    together: [],
    offered: [],
    offeredAfter: 0,
    waiting: [],
    held: null,
    unanswered: null,
    misses: 0,
    apologisedAt: null,
  };
}
