/**
 * What comes into a conversation and what goes out of it, the same for every channel.
 */
import type { FilledTemplate } from './templates.ts';

export const CHANNELS = ['telegram', 'web', 'whatsapp-web', 'whatsapp-cloud'] as const;
export type ChannelName = (typeof CHANNELS)[number];

/** What a channel could not turn into text, by the name that the kind answer uses. */
export const UNSUPPORTED_KINDS = [
  'voice',
  'sticker',
  'location',
  'call',
  'video',
  'document',
  'other',
] as const;
export type UnsupportedKind = (typeof UNSUPPORTED_KINDS)[number];

export type InboundBody =
  /** `replyTo`: the channel's id of the message that is quoted. */
  | { readonly kind: 'text'; readonly text: string; readonly replyTo?: string }
  /** A pressed button. `message`: the channel's id of the message that it was on. */
  | { readonly kind: 'choice'; readonly choice: string; readonly message?: string }
  /** A deep link or a first opening: a product's slug, an invitation code, or nothing. `text`: words sent along. */
  | { readonly kind: 'start'; readonly payload: string; readonly text?: string }
  /** A phone number shared through the channel's own button, about the sender. */
  | { readonly kind: 'contact'; readonly phone: string }
  | { readonly kind: 'photo'; readonly caption: string; readonly picture?: PictureSource }
  /** The visitor edited a message that was already handled. */
  | { readonly kind: 'edited'; readonly text: string }
  /** The visitor took a message back for everybody; `message`: the key of its event. */
  | { readonly kind: 'deleted'; readonly message: string }
  | { readonly kind: 'unsupported'; readonly what: UnsupportedKind }
  /** A timer of ours: the fragments held back under this key have waited long enough. */
  | { readonly kind: 'held'; readonly key: string }
  /** The channel knows the sender by another id too: what was done under that one is theirs. */
  | { readonly kind: 'same-person'; readonly also: string }
  /** Somebody wrote in the chat as the stand, but not through it; `givesBack`: that the bot may go on. */
  | { readonly kind: 'own'; readonly givesBack: boolean }
  /** The group lives under another id now. */
  | { readonly kind: 'moved'; readonly to: string }
  /** The visitor blocked the bot (false) or let it back in (true); in a group: it was removed, or added. */
  | { readonly kind: 'reachable'; readonly reachable: boolean };

/** A picture that somebody sent: where the channel keeps it, or its bytes. It is fetched only where it was asked for. */
export type PictureSource = { readonly handle: string } | { readonly bytes: Uint8Array };

/** One event of one channel. */
export interface Inbound {
  /** Unique for the event over all channels, for example `telegram:48151623`. The inbox keeps it. */
  readonly key: string;
  readonly channel: ChannelName;
  /** The channel's id of the chat. For the web chat: the hash of the session. */
  readonly chat: string;
  /** The channel's id of who wrote; equal to `chat` in a private chat, a member in a group. */
  readonly actor: string;
  /** When it was sent, UTC milliseconds. */
  readonly at: number;
  /** What the channel knows of the sender's language, for example `en-GB`. */
  readonly locale?: string;
  /** What the channel shows as the sender's name; a suggestion, never taken as given. */
  readonly displayName?: string;
  readonly body: InboundBody;
}

/**
 * A choice offered with a message. Its id is an action in packed form (see `actions.ts`), at most
 * `MAX_CHOICE_BYTES` long, so that it means the same wherever and whenever it is pressed.
 */
export interface Choice {
  readonly id: string;
  readonly label: string;
}

/** Longer than anything that one would say to a stand; Telegram itself allows 4,096. */
export const MAX_TEXT_LENGTH = 2_000;

/** A choice that the text tells more about than its label does. */
export interface Listed {
  /** Its line in the text, where there are buttons. */
  readonly line: string;
  /** What stands under its label, where choices are numbered. */
  readonly more: string;
  /** The head of the group that begins with it. */
  readonly head?: string;
}

/** A choice as a message offers it, before it is fitted to a channel. */
export interface ListedChoice extends Choice {
  readonly listed?: Listed;
}

/** Telegram's limit for callback data, the tightest of all channels: 64 bytes. */
export const MAX_CHOICE_BYTES = 64;

/**
 * A message in words, before it is fitted to a channel. In `text`, BOLD_START and BOLD_END enclose what
 * is set in bold; every other character means itself.
 */
export interface Message {
  readonly text: string;
  /** Those that are listed come after the text, and before all others. */
  readonly choices?: readonly ListedChoice[];
  /** What is typed goes to a person, numbers too: where there are no buttons, a choice is made by its label. */
  readonly inWords?: boolean;
  /** Hash in the media table. */
  readonly photo?: string;
  /** It is the pick-up slip of the order with this code: a page shows it in a form that can be scanned. */
  readonly slip?: string;
  /** Replaces the message whose button was pressed, where the channel can edit. */
  readonly inPlace?: boolean;
  /** The label of the channel's own button for sharing one's phone number, where the channel has one. */
  readonly contactButton?: string;
  /** The same in a form that WhatsApp carries to those who have not written for a day. */
  readonly template?: FilledTemplate;
}

/** Private-use characters, so that no text from outside can contain them (see `plain`). */
export const BOLD_START = '\uE000';
export const BOLD_END = '\uE001';

/** Text from outside, stripped of what has a meaning in a message. */
export function plain(text: string): string {
  return text.replaceAll(/[\uE000-\uE001]/g, '');
}
