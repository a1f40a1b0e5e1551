/** Carries out what is kept for so long and no longer, once an hour. */
import type { Database } from '../../db/database.ts';
import { type Keeping, loadRetention, RULES, tidyUp } from '../../db/store/retention.ts';
import type { Job } from '../jobs.ts';

const EVERY_MS = 3_600_000;
const GO_ON_MS = 1_000;

export function tidying(database: Database, keeping: Keeping): Job {
  /** What lives for one request only asks the database. */
  let next: number | null = null;
  async function nextRun(): Promise<number> {
    const runs = await loadRetention(database);
    return runs.length < RULES.length ? 0 : Math.min(...runs.map(({ ranAt }) => ranAt)) + EVERY_MS;
  }
  return {
    name: 'tidying',
    async run(now) {
      next ??= await nextRun();
      if (now < next) return next;
      const more = await tidyUp(database, now, keeping);
      next = now + (more ? GO_ON_MS : EVERY_MS);
      return next;
    },
  };
}
