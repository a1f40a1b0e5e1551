/** Takes the place of the write queue: every decision in a transaction of its own. */
import { writeQueue as grouping, type WriteQueueDeps } from '../../db/write-queue.ts';

export const writeQueue = (deps: WriteQueueDeps) => grouping({ ...deps, groupStatements: 1 });
