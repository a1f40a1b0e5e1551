/** What the dispatcher needs of a push channel: one message, sent once, with an honest outcome. */
import type { SendOutcome } from '../chat/channel.ts';
import type { ChannelName } from '../chat/message.ts';
import type { Fitted } from '../chat/render.ts';

/** A message that is owed, as the dispatcher carries it. */
export interface Owed {
  readonly id: number;
  readonly key: string;
  readonly chatId: number;
  readonly channel: ChannelName;
  /** The channel's id of the chat. */
  readonly external: string;
  readonly kind: 'reply' | 'notice';
  readonly message: Fitted;
  /** The channel's id of the message that it replaces. */
  readonly replaces: string | null;
  /** How often it was tried before. */
  readonly attempts: number;
  /** UTC milliseconds. */
  readonly createdAt: number;
}

export interface Sender {
  /** Never throws: whatever happens is an outcome. */
  send(owed: Owed): Promise<SendOutcome>;
}
