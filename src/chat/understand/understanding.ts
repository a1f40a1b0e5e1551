/** What a message was understood to mean: the seam behind which all reading of language lives. */
import type { Attribute, Snapshot } from '../../shop/catalogue.ts';

export const INTENTS = [
  'greeting',
  'thanks',
  'goodbye',
  'help',
  'list_products',
  'ask_price',
  'ask_stock',
  'ask_photo',
  'ask_discount',
  'ask_spec',
  'ask_ingredients',
  'ask_origin',
  'ask_location',
  'ask_hours',
  'ask_delivery',
  'ask_payment',
  'place_order',
  'change_order',
  'cancel_order',
  'order_status',
  'provide_info',
  'confirm',
  'deny',
  'complaint',
  'talk_to_human',
  'subscribe',
  'unsubscribe',
  'privacy_request',
  'abuse',
  'inmate_info',
  'oos_immigration',
  'oos_prison',
  'out_of_scope',
  'unclear',
] as const;
export type Intent = (typeof INTENTS)[number];

/** What asks for something that the catalogue or the stand may tell. */
export const QUESTION_INTENTS = [
  'list_products',
  'ask_price',
  'ask_stock',
  'ask_photo',
  'ask_discount',
  'ask_spec',
  'ask_ingredients',
  'ask_origin',
  'ask_location',
  'ask_hours',
  'ask_delivery',
  'ask_payment',
] as const satisfies readonly Intent[];

/** What was just asked; absent means that nothing was. */
export const DIALOGUE_STATES = [
  'asked_confirm',
  'asked_quantity',
  'asked_name',
  'asked_phone',
  'asked_pickup',
  'offered_choices',
] as const;
export type DialogueState = (typeof DIALOGUE_STATES)[number];

/** `mixed`: of two at once; `other`: any that there is no copy for. */
export const MESSAGE_LANGUAGES = ['id', 'en', 'mixed', 'other'] as const;
export type MessageLanguage = (typeof MESSAGE_LANGUAGES)[number];

/** A single word may also show none: names, and what both languages say. */
export const WORD_LANGUAGES = ['id', 'en', 'other'] as const;
export type WordLanguage = (typeof WORD_LANGUAGES)[number];

/** One product wanted or asked about, as it was said. */
export interface UnderstoodItem {
  /** Slug; null where only a quantity was said. */
  readonly product: string | null;
  readonly variant?: string;
  readonly qty: number | null;
  /** Set where the unit is not the sale unit ("20 meter persegi"): never to be read as pieces. */
  readonly unit?: string;
}

export interface Understanding {
  /** Of this message; null where it does not show ("2", "ok"). */
  readonly language: MessageLanguage | null;
  readonly intent: Intent;
  /** From 0 to 1. */
  readonly confidence: number;
  readonly items: readonly UnderstoodItem[];
  /** Beside them, what is said not to be wanted: taken out of the cart where it lies in it. */
  readonly refused?: readonly UnderstoodItem[];
  readonly attribute?: Attribute | 'variant';
  /** Add to what is in the cart, take from it, make it this many, or take the line out. */
  readonly change?: 'add' | 'subtract' | 'set' | 'remove';
  /** What it may mean, the likeliest first: for asking back. */
  readonly likely?: readonly Intent[];
  /** An order code that stands in the text, as it was written. */
  readonly code?: string;
}

export type Understand = (
  text: string,
  state: DialogueState | undefined,
  snapshot: Snapshot,
) => Understanding;
