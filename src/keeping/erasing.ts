/** Erases those who asked for it, once their farewell has left: it goes to an address that is then known no more. */
import type { Database } from '../../db/database.ts';
import { type Erasure, erasePerson } from '../../db/store/erase/erase.ts';
import { dropWish, waitingErasures } from '../../db/store/erase/wishes.ts';
import type { Job } from '../jobs.ts';

/** A farewell that cannot be delivered is not waited for any longer. */
const FAREWELL_MS = 600_000;
const AGAIN_MS = 5_000;

export interface ErasingDeps {
  readonly database: Database;
  /** Where the list of the erased is kept beside the backups. */
  readonly record?: ((erasure: Erasure) => Promise<void>) | undefined;
}

export function erasing({ database, record }: ErasingDeps): Job {
  /** Bytes of the erased are left in the file: somebody else was reading it. */
  let left = false;
  return {
    name: 'erasing',
    async run(now) {
      let again = Number.POSITIVE_INFINITY;
      for (const { personId, isTold, askedAt } of await waitingErasures(database)) {
        if (!isTold && now < askedAt + FAREWELL_MS) {
          again = now + AGAIN_MS;
          continue;
        }
        const { kind } = await erasePerson(database, personId, { now, record });
        left ||= kind === 'erased';
        // They have taken up work here since.
        if (kind === 'works') await dropWish(database, personId);
      }
      if (left) await database.forgetOld?.();
      left = false;
      return again;
    },
  };
}
