/** What is under way in a stand, so that a test can wait until nothing is. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database } from '../../../db/database.ts';
import type { Gerai } from '../../../src/gerai.ts';

/** Turns of the event loop without any work in hand after which the stand counts as quiet. */
const QUIET_TURNS = 4;
/** A limit for hangs. */
export const HANG_MS = 20_000;

export interface Work {
  begin(): () => void;
  during<T>(work: Promise<T>): Promise<T>;
  /** Resolves when nothing is under way and nothing begins by itself. */
  quiet(): Promise<void>;
}

export function watchWork(): Work {
  let count = 0;
  const begin = () => {
    count += 1;
    let over = false;
    return () => {
      if (!over) count -= 1;
      over = true;
    };
  };
  return {
    begin,
    async during(work) {
      const end = begin();
      try {
        return await work;
      } finally {
        end();
      }
    },
    async quiet() {
      const until = Date.now() + HANG_MS;
      for (let turns = 0; turns < QUIET_TURNS; turns = count === 0 ? turns + 1 : 0) {
        await nextTurn();
        if (Date.now() > until)
          throw new Error(`The stand does not come to rest: ${count} things under way.`);
      }
    },
  };
}

export function watched(inner: Database, work: Work): Database {
  return {
    ...inner,
    read: (statements) => work.during(inner.read(statements)),
    write: (statements) => work.during(inner.write(statements)),
    ...(inner.forgetOld ? { forgetOld: () => work.during(inner.forgetOld?.() ?? Promise.resolve()) } : {}),
  };
}

/** Whether nothing waits to be sent, without waiting for it. */
export function watchIdle(gerai: Gerai): () => Promise<boolean> {
  let idle: Promise<void> | null = null;
  let reached = false;
  return async () => {
    if (idle === null || reached) {
      reached = false;
      idle = gerai.dispatcher.idle().then(() => {
        reached = true;
      });
    }
    await nextTurn();
    return reached;
  };
}

/** Somebody's fragments wait for the rest of their sentence. */
export async function isHolding(database: Database): Promise<boolean> {
  const [result] = await database.read([
    { sql: 'SELECT 1 FROM chats WHERE held_until IS NOT NULL LIMIT 1', args: [] },
  ]);
  return (result?.rows.length ?? 0) > 0;
}

/** Messages that somebody has begun to send. */
export async function countSending(database: Database): Promise<number> {
  const [result] = await database.read([
    { sql: `SELECT count(*) AS count FROM outbox WHERE state = 'sending'`, args: [] },
  ]);
  return Number(result?.rows[0]?.count);
}
