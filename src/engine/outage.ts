/**
 * When nothing can be stored, whoever wrote on a channel that is sent to would hear nothing at all: their event comes
 * again until it can be stored. They are told so once, past the outbox, which cannot be written to either.
 */
import type { Copy } from '../chat/copy/copy.ts';
import type { Inbound } from '../chat/message.ts';
import type { Engine } from './engine.ts';

export interface ApologyDeps {
  /** Errors after which nothing was stored and the event will come again. */
  readonly isOutage: (error: unknown) => boolean;
  /** Best effort and not waited for. Never rejects. */
  readonly apologise: (inbound: Inbound) => void;
  /** Chats that were told; kept by the caller where this lives shorter than an outage. */
  readonly told?: Set<string>;
}

/** Chats that are remembered; in a longer outage a few may be told twice. */
const MAX_TOLD = 10_000;

/** What they are told, in the language that the channel tells of them. */
export function apologyIn(copy: Copy, locale: string | undefined): string {
  const [first = ''] = copy.languages;
  return copy.in(copy.fitting(locale) ?? first)('storage-down-kept');
}

/** The engine, for such a channel. For a chat, an outage ends when an event of it was stored. */
export function withApology(engine: Engine, { isOutage, apologise, told = new Set() }: ApologyDeps): Engine {
  function tellOnce(inbound: Inbound): void {
    // Nobody waits for an answer to having blocked the bot.
    if (inbound.body.kind === 'reachable' || told.has(nameOf(inbound))) return;
    if (told.size >= MAX_TOLD) told.clear();
    told.add(nameOf(inbound));
    apologise(inbound);
  }

  return {
    async handle(inbound) {
      try {
        const outcome = await engine.handle(inbound);
        told.delete(nameOf(inbound));
        return outcome;
      } catch (error) {
        if (isOutage(error)) tellOnce(inbound);
        throw error;
      }
    },
  };
}

function nameOf({ channel, chat }: Inbound): string {
  return `${channel} ${chat}`;
}
