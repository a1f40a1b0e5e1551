/** What the dispatcher tells the log and the metrics. Never a text of a message, nor an address. */
import type { SendOutcome } from '../chat/channel.ts';
import type { ChannelName } from '../chat/message.ts';

interface About {
  readonly channel: ChannelName;
  /** Of the outbox row. */
  readonly id: number;
}

export type DeliveryEvent =
  /** `ms`: how long the channel took. */
  | ({ readonly kind: 'sent'; readonly ms: number } & About)
  /** `ms`: until the next try. */
  | ({
      readonly kind: 'again';
      readonly attempts: number;
      readonly ms: number;
      readonly reason: string;
    } & About)
  | ({
      readonly kind: 'over';
      readonly state: 'failed' | 'dead';
      readonly attempts: number;
      readonly reason: string;
      readonly unreachable: boolean;
    } & About)
  /** An answer came after the time limit. */
  | ({ readonly kind: 'late'; readonly outcome: SendOutcome['kind'] } & About)
  /** The channel wants to be left alone for `ms`. */
  | {
      readonly kind: 'paused';
      readonly channel: ChannelName;
      readonly scope: 'chat' | 'bot';
      readonly ms: number;
      readonly reason: string;
    }
  /** The database could not be asked; it is tried again. */
  | { readonly kind: 'storage'; readonly error: unknown };

/** A pino logger is one. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** For `onEvent`: what a person who runs this should hear of. What went well is not told. */
export function logEvents(log: Log): (event: DeliveryEvent) => void {
  return (event) => {
    const { kind, ...fields } = event;
    switch (kind) {
      case 'sent':
        return;
      case 'again':
        return log.info(fields, 'A message could not be sent and is tried again.');
      case 'over':
        return log.warn(fields, 'A message was given up.');
      case 'late':
        return log.warn(fields, 'A channel answered after the time limit.');
      case 'paused':
        return log.warn(fields, 'A channel asks for a pause.');
      case 'storage':
        return log.error({ err: event.error }, 'The outbox cannot be reached and is tried again.');
    }
  };
}
