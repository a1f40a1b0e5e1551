/**
 * Whether something is wrong with the paired phone for so long that somebody has to know, and whether they were told.
 * A client that only seems ready is found by the bridge itself, which starts it anew; what that does not mend is told
 * here.
 */
import type { Alarm, AlarmNews } from '../../db/store/alarms.ts';
import { type BridgeMemory, bridgeState } from './bridge-api.ts';

/** `not-ready`: nothing is heard or sent there. `unacknowledged`: what is sent may not arrive. */
export type Trouble = 'not-ready' | 'unacknowledged';

/** A start takes up to two minutes, and a person who pairs the phone a few: only what lasts longer needs somebody. */
export const NOT_READY_MS = 5 * 60_000;

/**
 * The bridge has waited 30 s for the acknowledgement: with this, it is known after 90 s. Meanwhile the client is started
 * anew, and what was sent in vain goes again.
 */
export const UNACKNOWLEDGED_MS = 60_000;

/** All has to be well for so long before it is said to be: one that comes and goes is one trouble. */
export const CALM_MS = 10 * 60_000;

/** However often it comes and goes: admins are told of a new trouble once an hour at most. */
export const RAISE_AGAIN_MS = 3_600_000;

/** What is wrong at this moment, and since when, UTC milliseconds. */
function troubleOf(memory: BridgeMemory, now: number): { what: Trouble; since: number } | null {
  if (bridgeState(memory, now) !== 'ready') {
    return { what: 'not-ready', since: memory.readyAt ?? memory.listeningSince ?? now };
  }
  const { unacknowledgedSince: since } = memory;
  return since === null ? null : { what: 'unacknowledged', since };
}

/** What is wrong for too long: what `/readyz` shows. */
export function bridgeAlarm(memory: BridgeMemory, now: number): { what: Trouble; since: number } | null {
  const { unacknowledgedSince } = memory;
  if (unacknowledgedSince !== null && now - unacknowledgedSince >= UNACKNOWLEDGED_MS) {
    return { what: 'unacknowledged', since: unacknowledgedSince };
  }
  const trouble = troubleOf(memory, now);
  return trouble?.what === 'not-ready' && now - trouble.since >= NOT_READY_MS ? trouble : null;
}

export interface BridgeWatchDeps {
  readonly memory: BridgeMemory;
  readonly now: () => number;
  /** The newest that admins were told of; null: there was none yet. */
  readonly lastAlarm: () => Promise<Alarm | null>;
  /** Writes it down together with what is owed to the admins. */
  readonly raise: (news: AlarmNews<Trouble>) => Promise<void>;
  readonly end: (alarm: Alarm, news: AlarmNews<Trouble>) => Promise<void>;
}

export interface BridgeWatch {
  /** Looks once. What it finds out is in the database, so that a restart tells nobody twice. @throws StorageError */
  look(): Promise<void>;
}

export function makeBridgeWatch({ memory, now, lastAlarm, raise, end }: BridgeWatchDeps): BridgeWatch {
  let calmSince: number | null = null;
  return {
    async look() {
      const at = now();
      calmSince = troubleOf(memory, at) === null ? (calmSince ?? at) : null;
      const last = await lastAlarm();
      if (last !== null && last.endedAt === null) {
        if (calmSince !== null && at - calmSince >= CALM_MS) await end(last, { at, what: 'over', since: at });
        return;
      }
      const alarm = bridgeAlarm(memory, at);
      const isTooSoon = last !== null && at - last.raisedAt < RAISE_AGAIN_MS;
      if (alarm !== null && !isTooSoon) await raise({ at, ...alarm });
    },
  };
}
