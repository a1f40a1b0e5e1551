/** Whether there is a backup that is new enough, and whether the admins were told when there was none. */
import type { Alarms } from './alarms.ts';
import type { Job } from './jobs.ts';

/** `failed`: the last one could not be made; `stale`: the newest is too old. */
export type BackupTrouble = 'failed' | 'stale';

/** The backups of the machine that this runs on. */
export interface Backups {
  /** When the newest was begun, UTC milliseconds; null: there is none. */
  newest(): number | null;
  /** Since when they fail, UTC milliseconds; null: they do not. */
  failingSince(): number | null;
  /** Older than this is too old. */
  readonly staleMs: number;
}

export interface BackupHealth {
  readonly at: number | null;
  readonly isStale: boolean;
}

export function backupHealth({ newest, staleMs }: Backups, now: number): BackupHealth {
  const at = newest();
  return { at, isStale: at !== null && now - at > staleMs };
}

/** A stand without any backup either waits for its first, or is backed up in another way: only failures are told of it. */
function troubleOf(backups: Backups, now: number): { what: BackupTrouble; since: number } | null {
  const failing = backups.failingSince();
  if (failing !== null) return { what: 'failed', since: failing };
  const { at, isStale } = backupHealth(backups, now);
  return at !== null && isStale ? { what: 'stale', since: at } : null;
}

/** What it finds out is in the database: each lapse is told once, also over restarts. */
export function backupWatch(backups: Backups, alarms: Alarms<BackupTrouble>): Job {
  return {
    name: 'backup-watch',
    async run(now) {
      const trouble = troubleOf(backups, now);
      const last = await alarms.last();
      const isOpen = last !== null && last.endedAt === null;
      const newest = backups.newest();
      if (isOpen && trouble === null && newest !== null && newest >= last.raisedAt) {
        await alarms.end(last, { at: now, what: 'over', since: newest });
      }
      if (!isOpen && trouble !== null) await alarms.raise({ at: now, ...trouble });
      return Number.POSITIVE_INFINITY;
    },
  };
}
