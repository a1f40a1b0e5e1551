/** What the conversation may look at: the view that every event loads, and what a meaning asks for beside it. */
import type { CartBody } from '../shop/cart.ts';
import type { Language, PriceStatus, SellingStage } from '../shop/catalogue.ts';
import type { Picture, Samples } from '../shop/catalogue-changes.ts';
import type { EntryKind, MoneyLine, PaymentMethod } from '../shop/counter.ts';
import type { Recipient, TalkAtVersion } from '../shop/effects.ts';
import type { Fulfilment } from '../shop/fulfilment.ts';
import type { PictureProblem } from '../shop/picture.ts';
import type { Role, RoleGrant } from '../shop/roles.ts';
import type { StockLevel } from '../shop/stock.ts';
import type { QuestionSubject, TalkReason } from '../shop/talks.ts';
import type { AdviceWish } from './advice/advice.ts';
import type { Conversation } from './conversation.ts';
import type { ChannelName, Choice } from './message.ts';

/** Choices that a message of ours offered. */
export interface Offer {
  /** Grows: what was owed later has a higher one. */
  readonly id: number;
  readonly choices: readonly Choice[];
  /** The number of the first choice; null: they are buttons. */
  readonly from: number | null;
}

/** Loaded for every event. */
export interface View {
  readonly chat: { readonly id: number; readonly version: number; readonly conversation: Conversation };
  readonly address: { readonly id: number };
  readonly person: {
    readonly id: number;
    readonly name: string | null;
    readonly phone: string | null;
    /** When the notice on personal data was shown; null: never. */
    readonly noticeAt: number | null;
  };
  /** Of the chat's address: in a group, those that the group has been given. */
  readonly roles: readonly RoleGrant[];
  /** In a group: who acts. Everything else of a view is the group's own, never the member's. */
  readonly member?: Member;
  /** Version 0: there is no cart yet. */
  readonly cart: { readonly version: number; readonly body: CartBody };
  /** Notices in this chat whose choices can still be taken, newest first. */
  readonly openNotices: readonly Offer[];
  /**
   * Where a number was written: notices newer than the newest list of the chat, whose numbers are free again because
   * somebody was quicker. Newest first.
   */
  readonly takenNotices: readonly Offer[];
  /** The message of ours that the visitor quoted. */
  readonly quoted: Offer | null;
  /** This chat's wish to talk to a person, until it is over. */
  readonly talk: TalkView | null;
  /** The talk that was taken in this chat. */
  readonly talkingTo: TalkView | null;
}

export interface Member {
  /** Of their address; null: they have not acted in a group before. */
  readonly id: number | null;
  /** By their own role, or as the channel shows them; empty where it shows nothing. */
  readonly name: string;
}

/** A talk between a visitor and a person of the stand: wished for, or taken. */
export interface TalkView extends TalkAtVersion {
  readonly reason: TalkReason;
  readonly visitor: Recipient;
  /** As they last called themselves. */
  readonly visitorName: string | null;
  /** Who has taken it, and in which chat; null: nobody has. */
  readonly owner: (Recipient & { readonly name: string }) | null;
  /** When the bot speaks again; null: nobody has taken it. */
  readonly until: number | null;
}

/** A question to the staff. */
export interface QuestionView {
  readonly id: number;
  readonly publicId: string;
  readonly number: number;
  readonly visitor: Recipient;
  readonly unitId: number | null;
  readonly productId: number | null;
  readonly subject: QuestionSubject;
  readonly open: boolean;
  readonly answer: string | null;
  readonly answerLanguage: Language | null;
  /** How colleagues call who answered. */
  readonly answeredBy: string | null;
  readonly answeredAt: number | null;
}

/** What a meaning needs of the database before the step; everything is loaded in one batch. */
export interface StoredNeeds {
  /** Stand stock of these variants. */
  readonly stock?: readonly number[];
  readonly orders?: OrderQuery;
  /** Who is told: the staff of these units, and everybody with one of these roles. */
  readonly recipients?: { readonly units: readonly number[]; readonly roles: readonly Role[] };
  /** The invitation with this code. */
  readonly invitation?: string;
  readonly tasks?: boolean;
  /** The entry over the counter with this public id. */
  readonly entry?: string;
  /** Money since then, UTC milliseconds. */
  readonly moneySince?: number;
  /** The newest movement of these variants. */
  readonly moved?: readonly number[];
  /** One's own recorded interest. */
  readonly interests?: boolean;
  /** The question with this public id, or those of this chat that wait, with the number that the next one has. */
  readonly questions?: { readonly publicId: string } | 'own';
  /** The talk with this public id. */
  readonly talk?: string;
  /** Whoever made this code, or is known on the same channel by this id. */
  readonly connect?: { readonly code: string } | { readonly channel: ChannelName; readonly external: string };
  /** The channels that this person comes by. */
  readonly channels?: boolean;
  /** The samples of the stand, and what was done with them. */
  readonly samples?: boolean;
  /** What else is kept about this person. */
  readonly account?: boolean;
  /** Who looked at visitors' phone numbers, the newest first. */
  readonly phoneViews?: boolean;
}

/** What a meaning needs to know before the step. */
export interface Needs extends StoredNeeds {
  /** What a language model makes of it, where the office has one. */
  readonly advice?: AdviceWish;
  /** The picture that was sent, cleaned. */
  readonly picture?: true;
}

export type OrderQuery =
  /** One's own, newest first. */
  | { readonly by: 'me' }
  | { readonly by: 'code'; readonly code: string }
  /** The order that contains the part. */
  | { readonly by: 'part'; readonly part: string }
  /** Open orders under a name that begins like this. */
  | { readonly by: 'name'; readonly name: string }
  /** Open orders with a part of one of these units; null: of any. Oldest first. */
  | { readonly by: 'open'; readonly units: readonly number[] | null };

export interface OrderView {
  readonly id: number;
  readonly code: string;
  readonly standId: number;
  readonly personId: number;
  /** Where its visitor hears of it; null: nowhere, it was taken at the counter. */
  readonly visitor: Recipient | null;
  readonly stage: SellingStage;
  readonly name: string;
  readonly phone: string | null;
  readonly createdAt: number;
  readonly parts: readonly Fulfilment[];
  readonly payment: {
    readonly status: 'paid' | 'unpaid';
    readonly method: PaymentMethod | null;
    /** Oldest first; the newest is how it stands. */
    readonly history: readonly PaymentEntry[];
  };
}

export interface PaymentEntry {
  readonly status: 'paid' | 'unpaid';
  readonly method: PaymentMethod | null;
  readonly at: number;
  /** How colleagues call who recorded it. */
  readonly by: string | null;
}

/** Somebody who may be the one who writes. */
export interface ConnectView {
  /** The one-time code that they made to show it; null: they were not found by one. */
  readonly code: { readonly id: number; readonly expiresAt: number; readonly used: boolean } | null;
  readonly addressId: number;
  readonly chat: Recipient;
  readonly person: View['person'];
  readonly cart: View['cart'];
}

export interface InvitationView {
  readonly id: number;
  readonly role: Role;
  readonly unitId: number | null;
  readonly name: string;
  readonly expiresAt: number;
  readonly accepted: boolean;
}

export interface RoleRecipient extends Recipient {
  readonly role: Role;
  readonly unitId: number | null;
}

export interface SamplesView {
  /** Those that somebody has used; they cannot go. */
  readonly touched: readonly TouchedSample[];
  /** What can go: the others, and what is there for them only. */
  readonly removable: Samples;
}

export interface TouchedSample {
  readonly id: number;
  readonly slug: string;
  /** It was taken off the shelf already. */
  readonly isOff: boolean;
  /** Codes. */
  readonly orders: readonly string[];
  readonly movements: number;
  readonly questions: number;
  readonly wishes: number;
}

export interface TaskView {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly phone: string | null;
  /** How the parts of the order stand: what there is to say. */
  readonly parts: readonly Pick<Fulfilment, 'unitId' | 'state'>[];
}

/** What was entered over the counter. */
export interface EntryView {
  readonly id: number;
  readonly publicId: string;
  readonly kind: EntryKind;
  readonly at: number;
  /** How colleagues call who entered it. */
  readonly by: string | null;
  /** It undoes another one. */
  readonly isUndo: boolean;
  /** null: it stands. */
  readonly undone: { readonly at: number; readonly by: string | null } | null;
  /** Signed. */
  readonly lines: readonly { readonly variantId: number; readonly qty: number }[];
  readonly method: PaymentMethod | null;
  readonly money: readonly MoneyLine[];
}

/** Money of some time, summed up. */
export interface MoneySum {
  readonly unitId: number;
  readonly method: PaymentMethod;
  readonly priceStatus: PriceStatus;
  /** null: of what has no price. */
  readonly amount: number | null;
  readonly qty: number;
}

/** The answers to the needs that the database has; what was not asked for is empty. */
export interface StoredFacts {
  readonly stock: ReadonlyMap<number, StockLevel>;
  readonly orders: readonly OrderView[];
  readonly recipients: readonly RoleRecipient[];
  readonly invitation: InvitationView | null;
  readonly tasks: readonly TaskView[];
  readonly entry: EntryView | null;
  readonly money: readonly MoneySum[];
  /** By variant; one that never moved is not in it. */
  readonly moved: ReadonlyMap<number, number>;
  readonly interests: readonly { readonly variantId: number; readonly qty: number }[];
  readonly questions: readonly QuestionView[];
  /** Of no open question. */
  readonly nextQuestion: number;
  readonly talk: TalkView | null;
  readonly connect: ConnectView | null;
  readonly channels: readonly ChannelName[];
  readonly samples: SamplesView | null;
  readonly account: AccountView | null;
  readonly phoneViews: readonly PhoneView[];
}

/** What is kept about a person beside name, cart, orders and interest. */
export interface AccountView {
  /** When they first came, UTC milliseconds. */
  readonly since: number;
  readonly addresses: readonly { readonly channel: ChannelName; readonly external: string }[];
  /** How many of each. */
  readonly questions: number;
  readonly talks: number;
  /** Of ours to them, with their text. */
  readonly messages: number;
}

/** Somebody looked at a visitor's phone number. */
export interface PhoneView {
  readonly at: number;
  /** How colleagues call them; null: the command line, or nobody whose name is kept. */
  readonly by: string | null;
  /** Code of the order; null: it is not known of which. */
  readonly code: string | null;
}

export interface Facts extends StoredFacts {
  /** Checked, and fit to be shown; null: there is none. */
  readonly advice: string | null;
  /** The picture, or why there is none that can be kept; null: none was asked for. */
  readonly picture: Picture | PictureProblem | 'not-fetched' | null;
}

export const NO_STORED_FACTS: StoredFacts = {
  stock: new Map(),
  orders: [],
  recipients: [],
  invitation: null,
  tasks: [],
  entry: null,
  money: [],
  moved: new Map(),
  interests: [],
  questions: [],
  nextQuestion: 1,
  talk: null,
  connect: null,
  channels: [],
  samples: null,
  account: null,
  phoneViews: [],
};

export const NO_FACTS: Facts = { ...NO_STORED_FACTS, advice: null, picture: null };

/** The part with this public id, and its order. */
export function findPart(facts: Facts, publicId: string): { order: OrderView; part: Fulfilment } | undefined {
  for (const order of facts.orders) {
    const part = order.parts.find((each) => each.publicId === publicId);
    if (part) return { order, part };
  }
  return undefined;
}
