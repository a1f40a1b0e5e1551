/** When the server makes a backup by itself: once a night; in the morning, where the machine slept at night. */
import type { Log } from '../../delivery/events.ts';
import type { Job } from '../../jobs.ts';
import { wallClock } from '../../shop/calendar.ts';

export interface NightlyDeps {
  /** Minutes after midnight. */
  readonly at: number;
  readonly timeZone: () => Promise<string>;
  /** When the newest was made, UTC milliseconds; null: there is none. */
  readonly newest: () => number | null;
  readonly make: () => Promise<void>;
  /** When this server started. */
  readonly startedAt: number;
  readonly log: Log;
}

export interface Nightly extends Job {
  /** Since when it does not succeed, UTC milliseconds; null: it does. */
  failingSince(): number | null;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** A server that has just started is being looked at, or is started again and again: what was missed waits for so long. */
export const SETTLED_MS = 10 * MINUTE_MS;

/** One that failed is tried again after so long. */
export const AGAIN_MS = 60 * MINUTE_MS;

/** The last time before `now` at which the clock on the wall showed it. Where clocks are changed, an hour off on that day. */
export function lastTime(minutes: number, now: number, timeZone: string): number {
  const since = (wallClock(now, timeZone).minutes - minutes + 1_440) % 1_440;
  return Math.floor(now / MINUTE_MS) * MINUTE_MS - since * MINUTE_MS;
}

export function nightlyBackup({ at, timeZone, newest, make, startedAt, log }: NightlyDeps): Nightly {
  let failing: { readonly since: number; readonly last: number } | null = null;

  function earliest(): number {
    return Math.max(startedAt + SETTLED_MS, failing === null ? 0 : failing.last + AGAIN_MS);
  }

  return {
    name: 'nightly-backup',
    failingSince: () => failing?.since ?? null,
    async run(now) {
      const due = lastTime(at, now, await timeZone());
      const last = newest();
      // Others may have made one: by hand, or before an update.
      if (last !== null && last >= due) {
        failing = null;
        return due + DAY_MS;
      }
      if (now < earliest()) return earliest();
      try {
        await make();
        failing = null;
        return due + DAY_MS;
      } catch (error) {
        failing = { since: failing?.since ?? now, last: now };
        log.error(
          { reason: error instanceof Error ? error.message : 'unknown' },
          'The nightly backup failed.',
        );
        return earliest();
      }
    },
  };
}
