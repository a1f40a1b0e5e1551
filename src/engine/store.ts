/** The database, as the engine knows it. */
import type { Conversation } from '../chat/conversation.ts';
import type { StoredFacts, StoredNeeds, View } from '../chat/facts.ts';
import type { ChannelName, Inbound } from '../chat/message.ts';
import type { Fitted } from '../chat/render.ts';
import type { Owed } from '../delivery/sender.ts';
import type { Language } from '../shop/catalogue.ts';
import type { Effect, OwnEffect } from '../shop/effects.ts';

/** A message to be owed, fitted to its channel. */
export interface NewMessage {
  readonly key: string;
  readonly publicId: string | null;
  readonly chatId: number;
  readonly channel: ChannelName;
  /** The channel's id of the chat. */
  readonly external: string;
  readonly cause: string | null;
  readonly kind: 'reply' | 'notice';
  readonly about: string | null;
  readonly message: Fitted;
  /** The channel's id of the message that it replaces. */
  readonly replaces: string | null;
}

/** What the store is asked to write at once. */
export interface Commit {
  readonly origin: {
    readonly personId: number;
    /** Of the chat: it holds the roles. */
    readonly addressId: number;
    /** Of whoever did it; left out: the same. */
    readonly actorId?: number;
    readonly chatId: number;
    readonly now: number;
  };
  readonly inboxKey: string;
  readonly chat: {
    readonly version: number;
    readonly conversation: Conversation;
    readonly heldUntil: number | null;
    /** When somebody wrote what is answered, UTC milliseconds; left out: nobody did. */
    readonly heardAt?: number | null;
  };
  readonly effects: readonly Effect[];
  readonly messages: readonly NewMessage[];
  readonly leaseUntil: number;
}

/** What the shop decided by itself: it comes from no chat. */
export interface OwnCommit extends Pick<Commit, 'inboxKey' | 'messages' | 'leaseUntil'> {
  readonly origin: { readonly now: number };
  readonly chat: null;
  readonly effects: readonly OwnEffect[];
}

/** A message that was committed for a pull channel: the answer to the request that brought the event. */
export interface Answer {
  readonly id: number;
  readonly publicId: string;
  readonly message: Fitted;
  readonly replaces: string | null;
}

export interface Loaded {
  /** null: nobody has written in this chat yet. */
  readonly view: View | null;
  readonly catalogueVersion: number;
}

/** Numbers that an open notice has taken in its chat. */
export interface OpenNumbers {
  readonly chatId: number;
  readonly from: number;
  readonly count: number;
}

export interface Store {
  loadView(inbound: Inbound): Promise<Loaded>;
  /** Makes what is missing of the chat, its address and its person, and loads it. */
  introduce(inbound: Inbound, publicId: string, language: Language, now: number): Promise<Loaded>;
  loadFacts(view: View, needs: StoredNeeds): Promise<StoredFacts>;
  /** Of the open notices in these chats. */
  openNumbers(chats: readonly number[]): Promise<readonly OpenNumbers[]>;
  /** The committed messages: those to be sent now. `refused` names the guard that refused the batch. */
  commit(
    commit: Commit | OwnCommit,
  ): Promise<{ readonly refused: string } | { readonly owed: readonly Owed[] }>;
  /** What was answered to an event that was handled before, for channels that fetch. */
  answersTo(inboxKey: string): Promise<readonly Answer[]>;
}
