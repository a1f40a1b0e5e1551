/** Seals what was written, at each look: whoever changes it later is found out. */
import type { Database } from '../../db/database.ts';
import { seal } from '../../db/store/seals.ts';
import type { Job } from '../jobs.ts';

/** More than a minute brings. What an older version left unsealed, or a restore, is caught up with in many looks. */
export const SEALED_AT_ONCE = 2_000;
/** In between, the other jobs have their turn. */
const GO_ON_MS = 1_000;

export function sealing(database: Database): Job {
  return {
    name: 'sealing',
    async run(now) {
      const count = await seal(database, SEALED_AT_ONCE);
      return count < SEALED_AT_ONCE ? Number.POSITIVE_INFINITY : now + GO_ON_MS;
    },
  };
}
