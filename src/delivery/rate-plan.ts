/** How fast a channel may be written to: plans as data, and the meter that keeps one. No clock: times are passed in. */
import { isGroupChat } from '../chat/groups.ts';
import type { ChannelName } from '../chat/message.ts';

export interface RatePlan {
  /**
   * Over all chats: so many sends at once, each place free again this long after its answer. (Measured against a
   * limiter of 30 in any one second: this gave no 429; a clock that sends 29.8 a second gave hundreds.)
   */
  readonly slots: { readonly count: number; readonly restMs: number };
  /** One chat: so many at once, then one for each `refillMs`. */
  readonly chat: { readonly burst: number; readonly refillMs: number };
  /** One group: so many in any `windowMs`. */
  readonly group: { readonly count: number; readonly windowMs: number } | null;
  isGroup(external: string): boolean;
}

/** null: the channel fetches its messages at its own pace. */
export const RATE_PLANS: Readonly<Record<ChannelName, RatePlan | null>> = {
  /**
   * Telegram's Bots FAQ, "My bot is hitting limits": about 30 messages a second over all, no more than one a second in
   * one chat with "short bursts that go over this limit", 20 a minute in one group. How long a short burst is, is not
   * published: 3 is what the longest answer takes, and a belief.
   */
  telegram: {
    slots: { count: 30, restMs: 1_000 },
    chat: { burst: 3, refillMs: 1_000 },
    group: { count: 20, windowMs: 60_000 },
    isGroup: (external) => isGroupChat('telegram', external),
  },
  /**
   * 80 messages a second by default, those that come in included, so half of them are ours
   * (https://developers.facebook.com/documentation/business-messaging/whatsapp/throughput). One every six seconds to one
   * person, with bursts of up to 45, which are borrowed from later: after a burst of 20 nothing for two minutes
   * (https://dualhook.com/docs/capacity-quality-limits quotes Meta so). 30 leave room for what another program sends.
   */
  'whatsapp-cloud': {
    slots: { count: 40, restMs: 1_000 },
    chat: { burst: 30, refillMs: 6_000 },
    group: null,
    isGroup: () => false,
  },
  'whatsapp-web': null,
  web: null,
};

export interface RateMeter {
  /** When there is a place for one more send: `now` if at once, Infinity if not before an answer comes. */
  slotAt(now: number): number;
  /** When this chat may be written to: `now` if at once. */
  chatAt(external: string, now: number): number;
  begin(): void;
  /** The answer is there, or is no longer waited for. */
  end(external: string, now: number): void;
  /** The channel found it too fast: half as many places, growing back one by one. */
  slowDown(now: number): void;
}

/** After a slow-down, one more place is tried this often. */
const GROW_MS = 10_000;
/** Chats whose pace is remembered before those that have rested are forgotten. */
const REMEMBERED_CHATS = 1_000;

/** `freeAt`: when the chat's bucket is full again. `times`: of the messages in a group's window. */
interface Pace {
  freeAt: number;
  readonly times: number[];
}

export function startMeter(plan: RatePlan): RateMeter {
  const resting: number[] = [];
  const paces = new Map<string, Pace>();
  let sending = 0;
  let slowed = { at: 0, count: plan.slots.count };

  function places(now: number): number {
    return Math.min(plan.slots.count, slowed.count + Math.floor((now - slowed.at) / GROW_MS));
  }

  return {
    slotAt(now) {
      dropUntil(resting, now);
      const tooMany = sending + resting.length - places(now);
      return tooMany < 0 ? now : (resting[tooMany] ?? Number.POSITIVE_INFINITY);
    },
    chatAt(external, now) {
      const pace = paces.get(external);
      if (!pace) return now;
      const bucketAt = pace.freeAt - (plan.chat.burst - 1) * plan.chat.refillMs;
      return Math.max(now, bucketAt, groupAt(plan, pace, now));
    },
    begin() {
      sending += 1;
    },
    end(external, now) {
      sending -= 1;
      resting.push(now + plan.slots.restMs);
      const pace = paces.get(external) ?? { freeAt: now, times: [] };
      paces.set(external, pace);
      pace.freeAt = Math.max(pace.freeAt, now) + plan.chat.refillMs;
      if (plan.group && plan.isGroup(external)) pace.times.push(now);
      if (paces.size > REMEMBERED_CHATS) forgetRested(plan, paces, now);
    },
    slowDown(now) {
      slowed = { at: now, count: Math.max(1, Math.floor(places(now) / 2)) };
    },
  };
}

function groupAt({ group }: RatePlan, { times }: Pace, now: number): number {
  if (!group) return now;
  dropUntil(times, now - group.windowMs);
  const oldest = times[times.length - group.count];
  return oldest === undefined ? now : oldest + group.windowMs;
}

/** Takes the times off the front of an ascending list that have passed. */
function dropUntil(times: number[], time: number): void {
  while ((times[0] ?? Number.POSITIVE_INFINITY) <= time) times.shift();
}

function forgetRested(plan: RatePlan, paces: Map<string, Pace>, now: number): void {
  for (const [external, pace] of paces) {
    if (pace.freeAt <= now && groupAt(plan, pace, now) <= now && pace.times.length === 0) {
      paces.delete(external);
    }
  }
}
