/** Fragments that wait a moment for the rest of their sentence, and the timers that read them at last. */
import type { ChannelName, Inbound } from '../chat/message.ts';
import type { Clock } from '../delivery/clock.ts';
import type { Outcome } from './engine.ts';

export interface HeldChat {
  readonly channel: ChannelName;
  /** The channel's id of the chat. */
  readonly external: string;
  /** The key of the newest fragment. */
  readonly key: string;
  /** UTC milliseconds. */
  readonly until: number;
}

export interface Holds {
  /** Sets the timer for a held fragment. */
  hold(chat: HeldChat): void;
  /** Resolves when the fragment was read, with the answer to it; without answers where more came in between. */
  outcome(key: string): Promise<Outcome | null>;
  /** Resolves when no fragment waits. */
  idle(): Promise<void>;
}

/** A chat whose reading fails is tried again this much later: nothing that was held is forgotten. */
const AGAIN_MS = 2_000;

export function makeHolds(clock: Clock, handle: (inbound: Inbound) => Promise<Outcome>): Holds {
  const waiting = new Map<
    string,
    { promise: Promise<Outcome | null>; settle(outcome: Outcome | null): void }
  >();

  function entry(key: string) {
    const known = waiting.get(key);
    if (known) return known;
    let settle: (outcome: Outcome | null) => void = () => undefined;
    const promise = new Promise<Outcome | null>((resolve) => {
      settle = resolve;
    });
    const made = { promise, settle };
    waiting.set(key, made);
    return made;
  }

  async function release(chat: HeldChat): Promise<void> {
    try {
      const outcome = await handle(heldEvent(chat, clock.now()));
      const { settle } = entry(chat.key);
      waiting.delete(chat.key);
      settle(outcome);
    } catch {
      clock.after(AGAIN_MS, () => void release(chat));
    }
  }

  return {
    hold(chat) {
      entry(chat.key);
      clock.after(Math.max(0, chat.until - clock.now()), () => void release(chat));
    },
    outcome: (key) => waiting.get(key)?.promise ?? Promise.resolve(null),
    async idle() {
      while (waiting.size > 0) await Promise.all(Array.from(waiting.values(), ({ promise }) => promise));
    },
  };
}

/** The key under which the reading of a held fragment is kept, and its answers found again. */
export function heldKey(key: string): string {
  return `held ${key}`;
}

function heldEvent(chat: HeldChat, now: number): Inbound {
  return {
    key: heldKey(chat.key),
    channel: chat.channel,
    chat: chat.external,
    actor: chat.external,
    at: now,
    body: { kind: 'held', key: chat.key },
  };
}
