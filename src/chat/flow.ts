/** How a flow is written: for each thing that can be meant, what it needs to know and the turn that it takes. */
import type { Language, Snapshot } from '../shop/catalogue.ts';
import type { Effect } from '../shop/effects.ts';
import type { Action } from './actions.ts';
import type { Asked, Conversation } from './conversation.ts';
import type { Copy, Say } from './copy/copy.ts';
import type { Facts, Needs, View } from './facts.ts';
import type { ChannelName, Inbound, Message, UnsupportedKind } from './message.ts';
import type { CounterLine, LevelWords } from './understand/counter.ts';
import type { Understanding } from './understand/understanding.ts';

/** Ids for one attempt at one event. */
export interface Ids {
  /** An order code. */
  code(): string;
  /** A short opaque id. */
  opaque(): string;
}

/** Where links lead to; null where the stand cannot be reached that way. */
export interface Reach {
  /** The stand page, without a trailing slash. */
  readonly web: string | null;
  /** The bot's user name, without `@`. */
  readonly telegram: string | null;
  /** Whether a phone is paired here, so that there is a page for that. */
  readonly pairing?: boolean;
  /** The stand's number on WhatsApp, in digits with the country code. */
  readonly whatsapp: string | null;
}

/** What else is heard in words. */
export interface Beside {
  /** What is asked beside what they are about. */
  readonly also: readonly Understanding[];
  /** They begin with a greeting. */
  readonly greets: boolean;
  /** They ask for something that nobody here makes. */
  readonly unmet: boolean;
}

/** What an event was read to mean. An `Action` is what a button does; the rest comes from words and channels. */
export type Meaning =
  | Action
  /** Words that answer nothing in particular: what they were understood to say. */
  | {
      readonly do: 'say';
      readonly text: string;
      readonly understood: Understanding;
      readonly beside: Beside;
    }
  /** Staff at the start of a shift. */
  | { readonly do: 'on-duty' }
  /** The newest order once more. */
  | { readonly do: 'repeat-order' }
  /** Words read as the answer to the open question. */
  | {
      readonly do: 'answer';
      readonly asked: Asked;
      readonly text: string;
      readonly understood: Understanding;
      /** What is asked beside it: "sekarang. bayarnya gimana?" */
      readonly also?: readonly Understanding[];
    }
  /** What was done over the counter, in one line. */
  | { readonly do: 'counter-line'; readonly line: CounterLine }
  /** The link of a slip, as a camera reads it. */
  | { readonly do: 'slip-link'; readonly link: string; readonly code: string }
  /** "batas keripik 5" */
  | { readonly do: 'low-level'; readonly words: LevelWords }
  /** A keeper looks for an order under this name. */
  | { readonly do: 'find-slip'; readonly name: string }
  /** What several open notices offer, or the newest list and a notice that came after it. */
  | {
      readonly do: 'which-notice';
      readonly choices: readonly { readonly id: string; readonly label: string }[];
    }
  /** Words for whoever has taken the chat: the bot is silent. `what`: what came instead of words. */
  | { readonly do: 'tell-owner'; readonly text: string; readonly what?: UnsupportedKind | 'photo' }
  /** Words of whoever has taken a chat, for its visitor. */
  | { readonly do: 'tell-visitor'; readonly text: string }
  /** A person wrote to the visitor outside of the bot, or has done with it. */
  | { readonly do: 'own'; readonly at: number; readonly givesBack: boolean }
  /** Words that answer a visitor's question, by quoting it or with its number. */
  | {
      readonly do: 'answer-this';
      readonly question: string;
      readonly text: string;
      readonly understood: Understanding;
    }
  /** Words of staff that offer something else than was ordered: "bisa 8 aja". */
  | { readonly do: 'propose-this'; readonly part: string; readonly text: string }
  /** On to the summary, with answers to what would be asked on the way. */
  | { readonly do: 'checkout-with'; readonly text: string }
  /** Why is this asked? */
  | { readonly do: 'why-asked'; readonly asked: Asked }
  /** A one-time code of another chat. */
  | { readonly do: 'connect-with'; readonly code: string }
  /** The channel says that this id is theirs, too. */
  | { readonly do: 'is-also'; readonly channel: ChannelName; readonly external: string }
  | { readonly do: 'welcome' }
  | { readonly do: 'accept-invitation'; readonly code: string }
  | { readonly do: 'share-phone'; readonly phone: string }
  | { readonly do: 'photo' }
  /** A picture, to whoever is asked about a product. */
  | { readonly do: 'picture-for' }
  | { readonly do: 'unsupported' }
  | { readonly do: 'edited' }
  /** What waited for the rest of its sentence was deleted before it was read. */
  | { readonly do: 'taken-back' }
  | { readonly do: 'old-button' }
  | { readonly do: 'reachable'; readonly reachable: boolean }
  | { readonly do: 'too-long' }
  /** A NIK or passport number was sent: nothing of the message is kept. */
  | { readonly do: 'identity-number' }
  /** A fragment: wait a moment for the rest. */
  | { readonly do: 'hold'; readonly text: string }
  /** Said in a group, and not to us: nothing of it is kept. */
  | { readonly do: 'ignore' }
  /** The group is the unit's no longer. `removed`: nothing can be said there any more. */
  | { readonly do: 'unlink'; readonly removed: boolean }
  | { readonly do: 'group-moved'; readonly to: string }
  | { readonly do: 'group-help' }
  /** Nothing is to be done: the held text was read already. */
  | { readonly do: 'nothing' };

export interface Scene {
  readonly snapshot: Snapshot;
  readonly now: number;
  readonly copy: Copy;
  readonly language: Language;
  readonly say: Say;
  readonly view: View;
  /** As it stands in this turn, with the language already settled. */
  readonly conversation: Conversation;
  readonly facts: Facts;
  readonly ids: Ids;
  readonly reach: Reach;
  readonly inbound: Inbound;
  /** How long after somebody wrote their channel takes any words for them; left out: always. */
  readonly windowMs?: number | undefined;
  /** Choices have numbers in this chat, not buttons. */
  readonly numbered: boolean;
  /** Whether a language model may be asked; left out: it may not. */
  readonly asksModel?: boolean;
}

export interface Turn {
  readonly replies: readonly Message[];
  readonly effects?: readonly Effect[];
  readonly conversation?: Partial<Conversation>;
  /** A short word beside the pressed button, where the channel has one. */
  readonly toast?: string;
}

export interface Handler<M> {
  needs?(meaning: M, view: View, snapshot: Snapshot, now?: number): Needs;
  turn(scene: Scene, meaning: M): Turn;
}

/** Handlers by what is meant. */
export type Flow<D extends Meaning['do'] = Meaning['do']> = {
  readonly [Each in D]: Handler<Extract<Meaning, { do: Each }>>;
};

export function reply(text: string, extra: Omit<Message, 'text'> = {}): Turn {
  return { replies: [{ text, ...extra }] };
}
