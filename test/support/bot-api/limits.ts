/**
 * Rate limits and ordered failures. Telegram publishes 30 messages a second over all chats and about 1 a second per
 * chat (FAQ "My bot is hitting limits"); how its limiter counts is not published, so there are two kinds here.
 */
import type { RefusalParameters } from './refusal.ts';

export interface Limits {
  /** Messages in one second over all chats. */
  readonly overall?: number;
  /** Messages in one second to one chat. */
  readonly perChat?: number;
  /** `window`: in any one second. `bucket`: refilled continuously. Default `window`. */
  readonly kind?: 'window' | 'bucket';
  /** Whoever calls during a penalty makes it longer. */
  readonly extend?: boolean;
  /** Seconds told in `retry_after`; by default what is left, at least 1. */
  readonly retryAfter?: number;
}

/** Milliseconds until there is room, 0 when this call was let in. */
type Limiter = (now: number) => number;

const SECOND_MS = 1_000;

function windowLimiter(limit: number): Limiter {
  const times = new Float64Array(limit).fill(Number.NEGATIVE_INFINITY);
  let next = 0;
  return (now) => {
    const oldest = times[next] ?? Number.NEGATIVE_INFINITY;
    if (now - oldest < SECOND_MS) return oldest + SECOND_MS - now;
    times[next] = now;
    next = (next + 1) % limit;
    return 0;
  };
}

function bucketLimiter(limit: number): Limiter {
  let tokens = limit;
  let last = Number.NEGATIVE_INFINITY;
  return (now) => {
    tokens = Math.min(limit, tokens + ((now - last) / SECOND_MS) * limit);
    last = now;
    if (tokens < 1) return ((1 - tokens) / limit) * SECOND_MS;
    tokens -= 1;
    return 0;
  };
}

/** @returns seconds to tell in `retry_after`, or null when the message may pass. */
export function startLimiter(limits: Limits | undefined): (chat: string, now: number) => number | null {
  if (!limits) return () => null;
  const make = limits.kind === 'bucket' ? bucketLimiter : windowLimiter;
  const overall = limits.overall === undefined ? undefined : make(limits.overall);
  const chats = new Map<string, Limiter>();
  let penaltyUntil = Number.NEGATIVE_INFINITY;

  function ofChat(chat: string, now: number): number {
    if (limits?.perChat === undefined) return 0;
    // Forgetting all at once lets a few through early, and keeps a broadcast to 100,000 chats cheap.
    if (chats.size > 50_000) chats.clear();
    const limiter = chats.get(chat) ?? make(limits.perChat);
    chats.set(chat, limiter);
    return limiter(now);
  }

  return (chat, now) => {
    if (limits.extend && now < penaltyUntil) penaltyUntil += SECOND_MS;
    const penalty = limits.extend ? Math.max(0, penaltyUntil - now) : 0;
    const wait = penalty || ofChat(chat, now) || (overall?.(now) ?? 0);
    if (wait === 0) return null;
    const seconds = limits.retryAfter ?? Math.max(1, Math.ceil(wait / SECOND_MS));
    if (penalty === 0) penaltyUntil = now + seconds * SECOND_MS;
    return seconds;
  };
}

export interface Answer {
  readonly status: number;
  readonly description: string;
  readonly parameters?: RefusalParameters;
  /** Sent as it is instead of Telegram's JSON, like a gateway's page. */
  readonly body?: string;
}

export interface Fault {
  /** Only this method; every method without it. */
  readonly method?: string;
  /** Only this chat; every chat without it. */
  readonly chat?: number | string;
  /** How many calls fail; default 1. */
  readonly times?: number;
  /** `hang` never answers and does nothing; `cut` does what was asked and cuts the line before the answer. */
  readonly how: '500' | 'hang' | 'cut' | Answer | Held;
}

/** Nothing fails: the call is carried out when this is over. */
export interface Held {
  readonly until: Promise<unknown>;
}

export interface Faults {
  add(fault: Fault): void;
  take(method: string, chat: string): Fault['how'] | null;
}

export function startFaults(): Faults {
  const faults: { readonly fault: Fault; left: number }[] = [];
  return {
    add: (fault) => void faults.push({ fault, left: fault.times ?? 1 }),
    take(method, chat) {
      if (faults.length === 0) return null;
      const index = faults.findIndex(({ fault }) => matches(fault, method, chat));
      const found = faults[index];
      if (!found) return null;
      found.left -= 1;
      if (found.left <= 0) faults.splice(index, 1);
      return found.fault.how;
    },
  };
}

function matches(fault: Fault, method: string, chat: string): boolean {
  const sameMethod = fault.method === undefined || fault.method.toLowerCase() === method.toLowerCase();
  return sameMethod && (fault.chat === undefined || String(fault.chat) === chat);
}
