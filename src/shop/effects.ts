/**
 * What a decision does to the shop, as data. The store turns each effect into guarded statements and writes
 * all effects of one decision in one batch: a guard that refuses one refuses all.
 */
import type { ChannelName, Message } from '../chat/message.ts';
import type { CartBody } from './cart.ts';
import type {
  Attribute,
  Language,
  PriceStatus,
  SalesMode,
  SellingStage,
  Texts,
  Wait,
  WeeklyHours,
} from './catalogue.ts';
import type { CatalogueChange } from './catalogue-changes.ts';
import type { EntryKind, MoneyLine, PaymentMethod } from './counter.ts';
import type { Told } from './deadlines.ts';
import type { FulfilmentState, OrderLine, RejectReason } from './fulfilment.ts';
import type { Role } from './roles.ts';
import type { Scan } from './scans.ts';
import type { MovementKind } from './stock.ts';
import type { QuestionSubject, TalkReason } from './talks.ts';

/** A part as it is made at the confirmation. */
export interface NewPart {
  readonly publicId: string;
  readonly unitId: number;
  readonly placeId: number;
  readonly state: 'new' | 'ready';
  readonly fromStock: boolean;
  readonly quoteFirst: boolean;
  readonly pickupDay: string | null;
  readonly pickupNow: boolean;
  readonly lines: readonly OrderLine[];
}

/** The confirmation is refused where one of these changed since the summary. */
export interface OrderGuards {
  readonly stand: { readonly id: number; readonly version: number };
  readonly products: readonly { readonly id: number; readonly version: number }[];
}

/** `counted`: the newest movement when it was counted; null: there was none. Left out: nothing was counted. */
export interface EnteredLine {
  readonly variantId: number;
  /** Signed. */
  readonly qty: number;
  readonly counted?: number | null;
}

/** What a step changes of a part beside its state. */
export interface PartChange {
  readonly readyDay?: string;
  readonly quoteAmount?: number;
  readonly quoteValidUntil?: number;
  readonly rejectReason?: RejectReason;
  readonly rejectNote?: string;
}

export type Effect =
  | {
      readonly kind: 'person';
      readonly name?: string;
      readonly phone?: string | null;
      readonly language?: Language;
      readonly noticeAt?: number;
    }
  | { readonly kind: 'reachable'; readonly reachable: boolean }
  /** Guarded by the cart's version; 0 means that there was none. */
  | { readonly kind: 'cart'; readonly version: number; readonly body: CartBody }
  /** In the selling stage `interest`: who would have liked what, and nothing else. */
  | {
      readonly kind: 'interest';
      readonly lines: readonly { readonly variantId: number; readonly qty: number }[];
      readonly guards: OrderGuards;
    }
  | {
      readonly kind: 'order';
      readonly code: string;
      readonly stage: SellingStage;
      readonly language: Language;
      readonly name: string;
      readonly phone: string | null;
      readonly parts: readonly NewPart[];
      readonly guards: OrderGuards;
      /** The public id of a new person, whose it is instead, and who has no chat with us; left out: of whoever writes. */
      readonly guest?: string;
    }
  | {
      readonly kind: 'step';
      readonly part: PartAtVersion;
      readonly from: FulfilmentState;
      readonly to: FulfilmentState;
      readonly change: PartChange;
      /** What is offered instead of what was ordered, beside the lines. */
      readonly agreed?: readonly { readonly variantId: number; readonly qty: number }[];
    }
  /** What is done with it goes on as it is; those who let it wait were told. Refused where it was told before. */
  | { readonly kind: 'told'; readonly part: PartAtVersion; readonly before: Told | null; readonly told: Told }
  | {
      readonly kind: 'question-told';
      readonly question: { readonly id: number };
      readonly before: Told | null;
      readonly told: Told;
    }
  /** Gives promised goods back (negative) or promises more. */
  | { readonly kind: 'allocate'; readonly variantId: number; readonly qty: number }
  | {
      readonly kind: 'movement';
      readonly variantId: number;
      readonly movement: MovementKind;
      /** Signed. */
      readonly qty: number;
      readonly orderId: number | null;
    }
  | {
      readonly kind: 'payment';
      readonly orderId: number;
      readonly position: number;
      readonly status: 'paid' | 'unpaid';
      readonly method: PaymentMethod | null;
      /** What was paid for; what is taken back is what was recorded. */
      readonly money: readonly MoneyLine[];
    }
  /** Over the counter. Refused where the draft was booked before, a price changed, or something moved since a count. */
  | {
      readonly kind: 'entry';
      readonly publicId: string;
      readonly entry: EntryKind;
      readonly lines: readonly EnteredLine[];
      readonly method: PaymentMethod | null;
      readonly money: readonly MoneyLine[];
      readonly guards: OrderGuards | null;
    }
  /** The same once more, the other way round. Refused where it was undone before. */
  | { readonly kind: 'undo-entry'; readonly publicId: string; readonly entryId: number }
  /** At so many the unit is told; null: it is not. */
  | { readonly kind: 'low-level'; readonly variantId: number; readonly lowAt: number | null }
  | {
      readonly kind: 'invitation';
      /** The store keeps only its hash. */
      readonly code: string;
      readonly role: Role;
      readonly unitId: number | null;
      readonly name: string;
      readonly expiresAt: number;
    }
  /** Opens the page of the paired phone, once. */
  | {
      readonly kind: 'pairing-link';
      /** The store keeps only its hash. */
      readonly key: string;
      readonly expiresAt: number;
    }
  | {
      readonly kind: 'accept-invitation';
      readonly invitationId: number;
      readonly role: Role;
      readonly unitId: number | null;
      readonly name: string;
    }
  /** The address of the chat has no roles any more. */
  | { readonly kind: 'end-roles' }
  /** The group lives under another id of its channel now. */
  | { readonly kind: 'chat-moved'; readonly to: string }
  /** Made in the chat of the event. */
  | {
      readonly kind: 'connect-code';
      /** The store keeps only its hash. */
      readonly code: string;
      readonly expiresAt: number;
    }
  /**
   * What the other person has becomes this one's, and the other is no more. Refused where the code was used, or one
   * of the carts changed since; `cart` is the one that is left.
   */
  | {
      readonly kind: 'connect';
      readonly codeId: number | null;
      /** The address of the event has the roles of this one from now on: it is the same one. */
      readonly rolesOf: number | null;
      readonly other: { readonly personId: number; readonly cartVersion: number };
      readonly cartVersion: number;
      readonly cart: CartBody;
    }
  | {
      readonly kind: 'price';
      readonly variantId: number;
      readonly productId: number;
      readonly price: number | null;
      readonly status: PriceStatus;
    }
  | { readonly kind: 'mode'; readonly productId: number; readonly mode: SalesMode }
  | { readonly kind: 'hours'; readonly placeId: number; readonly hours: WeeklyHours }
  | { readonly kind: 'day-off'; readonly day: string; readonly closed: boolean }
  | { readonly kind: 'wait'; readonly standId: number; readonly wait: Wait; readonly hours: number }
  | { readonly kind: 'stage'; readonly standId: number; readonly stage: SellingStage }
  | {
      readonly kind: 'audit';
      readonly what: string;
      readonly subject: string;
      readonly before: string | null;
      readonly after: string | null;
    }
  /** Somebody has to be called about their order; once for all that is to be told. */
  | { readonly kind: 'task'; readonly orderId: number }
  | { readonly kind: 'task-done'; readonly taskId: number }
  | CatalogueChange
  /** What a product has, as somebody who knows it said. */
  | {
      readonly kind: 'fact';
      readonly productId: number;
      readonly attribute: Attribute;
      readonly value: Texts;
      readonly confirmedBy: string;
      readonly validUntil: number | null;
    }
  /** Asked from the chat of the event. */
  | {
      readonly kind: 'question';
      readonly publicId: string;
      readonly number: number;
      readonly unitId: number | null;
      readonly productId: number | null;
      readonly subject: QuestionSubject;
    }
  /** The first answer counts: a second one is refused. */
  | {
      readonly kind: 'answer';
      readonly question: { readonly id: number; readonly publicId: string };
      readonly text: string;
      readonly language: Language;
    }
  /** A person is wanted in the chat of the event. `until`: is there already, outside of all chats of ours. */
  | {
      readonly kind: 'talk';
      readonly publicId: string;
      readonly reason: TalkReason;
      readonly orderId: number | null;
      readonly until?: number;
    }
  /** Taken (from the chat of the event), going on, or over. What the bot decides in the visitor's chat is decided anew. */
  | {
      readonly kind: 'talk-taken' | 'talk-goes-on';
      readonly talk: TalkAtVersion;
      readonly until: number;
    }
  /** Nobody's again, to be taken anew; or over for good. */
  | { readonly kind: 'talk-released' | 'talk-ended'; readonly talk: TalkAtVersion }
  /** Something was asked for that nobody makes. */
  | { readonly kind: 'unmet-wish'; readonly day: string }
  /** Counted by the day, without words and without who it was. */
  | ({ readonly kind: 'tally' } & Tally)
  /** The person of the event wants what is kept about them erased. */
  | { readonly kind: 'erase-request' }
  /** Opens a file with all that is kept about the person of the event. */
  | {
      readonly kind: 'data-link';
      /** The store keeps only its hash. */
      readonly key: string;
      readonly expiresAt: number;
    }
  /** Somebody came to a product by its shelf label. */
  | ({ readonly kind: 'scan' } & Scan)
  /**
   * A message owed to another chat than the one that is answered. `about` is the part whose next step makes
   * its choices void.
   */
  | {
      readonly kind: 'notice';
      readonly key: string;
      readonly to: Recipient;
      readonly about: string | null;
      readonly message: Message;
    };

/** What the shop decides by itself, because of the time: nobody asked, and no conversation goes on. */
export type OwnEffect = Extract<
  Effect,
  { kind: 'step' | 'told' | 'question-told' | 'allocate' | 'notice' | 'task' }
>;

const CATALOGUE_EFFECTS: readonly Effect['kind'][] = [
  'price',
  'mode',
  'hours',
  'day-off',
  'wait',
  'stage',
  'fact',
  ...(['unit-added', 'unit-changed', 'kind-added', 'place-added', 'place-changed'] as const),
  ...(['product-added', 'product-changed', 'variant-added', 'variant-changed', 'aliases'] as const),
  ...(['fact-written', 'picture', 'stand-changed', 'samples-removed'] as const),
];
/** `message`: something was said; `press`: a button was pressed. */
export type Tallied = 'message' | 'press';

export interface Tally {
  /** `YYYY-MM-DD` in the stand's time zone. */
  readonly day: string;
  readonly what: Tallied;
  /** 0: of none. */
  readonly unitId: number;
  readonly productId: number;
  readonly intent: string;
  readonly language: Language;
  readonly channel: ChannelName;
  readonly answered: boolean;
}

/** Whether the snapshot has to be loaded again. */
export function changesCatalogue(effects: readonly Effect[]): boolean {
  return effects.some((effect) => CATALOGUE_EFFECTS.includes(effect.kind));
}

/** A part as it was seen; refused where it has moved since. */
export interface PartAtVersion {
  readonly id: number;
  readonly publicId: string;
  readonly version: number;
}

const STOCK_EFFECTS: readonly Effect['kind'][] = [
  'order',
  'allocate',
  'movement',
  'entry',
  'undo-entry',
  'low-level',
];

/** Whether there may be less, or more, than there was. */
export function changesStock(effects: readonly Effect[]): boolean {
  return effects.some((effect) => STOCK_EFFECTS.includes(effect.kind));
}

/** A talk as it was seen; refused where it has changed since. */
export interface TalkAtVersion {
  readonly id: number;
  readonly publicId: string;
  readonly version: number;
  /** The visitor's. */
  readonly chatId: number;
}

/** A chat that can be told something, and in which language. */
export interface Recipient {
  readonly chatId: number;
  readonly channel: ChannelName;
  /** The channel's id of the chat. */
  readonly external: string;
  readonly language: Language;
}
