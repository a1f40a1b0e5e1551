/** What the chat remembers between two messages. It belongs to the chat; the cart belongs to the person. */
import type { Language } from '../shop/catalogue.ts';
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
  | { readonly what: 'reject-note'; readonly part: string; readonly version: number }
  | { readonly what: 'quote-amount'; readonly part: string }
  | { readonly what: 'quote-day'; readonly part: string; readonly amount: number }
  | { readonly what: 'answer'; readonly question: string }
  | { readonly what: 'quote-valid'; readonly part: string; readonly amount: number; readonly day: string }
  // admin
  | { readonly what: 'stock'; readonly variant: number }
  | { readonly what: 'price'; readonly variant: number }
  | { readonly what: 'hours'; readonly place: number }
  | { readonly what: 'invite-name'; readonly role: string; readonly unit: number };

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
  /** How often in a row nothing was understood. */
  readonly misses: number;
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
