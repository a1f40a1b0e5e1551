/** Seals what was written, at each look: whoever changes it later is found out. */
import type { Database } from '../../db/database.ts';
import { seal } from '../../db/store/seals.ts';
import type { Job } from '../jobs.ts';

export function sealing(database: Database): Job {
  return {
    name: 'sealing',
    async run() {
      await seal(database);
      return Number.POSITIVE_INFINITY;
    },
  };
}
