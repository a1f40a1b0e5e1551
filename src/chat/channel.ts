import type { ChannelName } from './message.ts';

/** What a channel can do, as data. The renderer fits every message to it; no choice is ever dropped. */
export interface Capabilities {
  readonly channel: ChannelName;
  /** null: no buttons, choices become a numbered list. */
  readonly buttons: { readonly max: number; readonly labelLength: number } | null;
  /**
   * A list that opens at a press, for choices that are too many or too long for the buttons; what is too much for it
   * becomes a numbered list. Left out: as many messages with buttons as it takes.
   */
  readonly lists?: ListLimits;
  /** Characters of a text above buttons or a list, where that is less than `textLength`. */
  readonly textLengthWithChoices?: number;
  /** null: no photos, the message goes as text. */
  readonly photos: { readonly captionLength: number } | null;
  /** A message can be replaced in place. */
  readonly edits: boolean;
  /** Characters (UTF-16 code units) in one text message. */
  readonly textLength: number;
  /** The channel has its own button for sharing one's phone number. */
  readonly contactButton: boolean;
  /** `push`: messages are sent to it. `pull`: it fetches them. */
  readonly delivery: 'push' | 'pull';
  /** How long after somebody wrote they may be sent any words; later only a template. Left out: always. */
  readonly windowMs?: number;
}

export interface ListLimits {
  readonly max: number;
  /** What is longer stands below, in the description. */
  readonly titleLength: number;
  readonly descriptionLength: number;
}

/** How a send ended, as the delivery states need it. */
export type SendOutcome =
  | { readonly kind: 'sent'; readonly externalId: string | null }
  /** Try again after this long; `scope` says what has to wait: this chat or the whole bot. */
  | {
      readonly kind: 'retry';
      readonly afterMs: number | null;
      readonly scope: 'chat' | 'bot';
      readonly reason: string;
    }
  /** The request may have been carried out. */
  | { readonly kind: 'uncertain'; readonly reason: string }
  /** The address cannot be reached any more: blocked, deactivated. */
  | { readonly kind: 'unreachable'; readonly reason: string }
  /** The group lives under another id now. */
  | { readonly kind: 'moved'; readonly chat: string }
  /** Too long ago that this person wrote: only a template may go there now. */
  | { readonly kind: 'closed'; readonly reason: string }
  | { readonly kind: 'rejected'; readonly reason: string };
