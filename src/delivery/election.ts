/** Among processes that share a database, one does a duty for all: looks for the rows to send, or does the jobs. */
import type { Database } from '../../db/database.ts';
import { claimLease, releaseLease } from '../../db/store/lease.ts';

const LEASE_MS = 30_000;
/** Renewed well before it ends; asked for as often by those who do not have it. */
const RENEW_MS = 10_000;

export type Duty = 'dispatcher' | 'jobs';

export interface Election {
  /** Whether the duty is this process's now. @throws StorageError */
  isHolder(now: number): Promise<boolean>;
  /** Lets another process have it at once. */
  resign(): Promise<void>;
}

/** The owner of an embedded file has no rival. */
export function startElection(database: Database, duty: Duty, holder: string): Election {
  if (database.kind === 'embedded') {
    return { isHolder: async () => true, resign: async () => undefined };
  }
  let asked = { at: Number.NEGATIVE_INFINITY, won: false };
  return {
    async isHolder(now) {
      if (now - asked.at < RENEW_MS) return asked.won;
      const won = await claimLease(database, { name: duty, holder, now, until: now + LEASE_MS });
      asked = { at: now, won };
      return won;
    },
    async resign() {
      if (!asked.won) return;
      asked = { at: Number.NEGATIVE_INFINITY, won: false };
      await releaseLease(database, duty, holder);
    },
  };
}
