/**
 * When a channel wants to be left alone. A 429 pauses the chat that it came from; once it has come from two chats
 * within the pause, it is about the whole bot.
 */
import type { SendOutcome } from '../chat/channel.ts';
import { backoffMs, CHANNEL_BACKOFF } from './backoff.ts';

type Retry = Extract<SendOutcome, { kind: 'retry' }>;

interface Pause {
  readonly scope: 'chat' | 'bot';
  /** UTC milliseconds. */
  readonly until: number;
}

export interface Pauses {
  /** Until when nothing at all is sent; in the past if it may be. */
  botUntil(): number;
  /** The pause that this answer asks for; null: the message itself is to wait a little, by its own tries. */
  after(outcome: Retry, chatId: number, now: number): Pause | null;
  /** The channel took a message, or at least talked about one: it is not away. */
  answered(): void;
}

/** Added to what a channel names at most, so that not all its chats come back at the same moment. */
const SPREAD_MS = 500;

export function startPauses(random: () => number): Pauses {
  const limited = new Map<number, number>();
  let botUntil = Number.NEGATIVE_INFINITY;
  let failures = 0;

  function limit(outcome: Retry, afterMs: number, chatId: number, now: number): Pause {
    const until = now + afterMs + Math.round(random() * SPREAD_MS);
    for (const [chat, end] of limited) if (end <= now) limited.delete(chat);
    limited.set(chatId, until);
    if (outcome.scope === 'chat' && limited.size < 2) return { scope: 'chat', until };
    botUntil = Math.max(botUntil, ...limited.values());
    return { scope: 'bot', until: botUntil };
  }

  return {
    botUntil: () => botUntil,
    after(outcome, chatId, now) {
      if (outcome.afterMs !== null) return limit(outcome, outcome.afterMs, chatId, now);
      if (outcome.scope === 'chat') return null;
      // Sends that were under way together fail together: they count as one failure.
      if (now >= botUntil) {
        failures += 1;
        botUntil = now + backoffMs(CHANNEL_BACKOFF, failures, random());
      }
      return { scope: 'bot', until: botUntil };
    },
    answered() {
      failures = 0;
    },
  };
}
