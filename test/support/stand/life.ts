/**
 * One life of the server in tests: from its start to an end in order, or to a cut of the power, after which it learns
 * nothing more: neither how its writes went nor how its messages fared.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { openDatabase } from '../../../db/connect.ts';
import type { Database } from '../../../db/database.ts';
import type { Clock } from '../../../src/delivery/clock.ts';
import type { Sender } from '../../../src/delivery/sender.ts';
import type { Gerai } from '../../../src/gerai.ts';
import { type Work, watched } from './work.ts';

/** What was under way when the power was cut. */
export class PowerCut extends Error {
  override readonly name = 'PowerCut';
}

export interface Life {
  readonly database: Database;
  readonly clock: Clock;
  sender(inner: Sender): Sender;
  /** @throws PowerCut */
  request(gerai: Gerai, request: Request): Promise<Response>;
  /** One that is waited for: what a channel delivers is answered at once. */
  delivery(gerai: Gerai, request: Request): Promise<Response>;
  /** Resolves when nothing of it can reach the database any more. */
  cut(): Promise<void>;
  /** Rejected with a PowerCut when that happens. */
  readonly cutOff: Promise<never>;
}

export async function beginLife(url: string, clock: Clock, work: Work): Promise<Life> {
  const database = watched(await openDatabase({ url }), work);
  let isOver = false;
  let end: (error: PowerCut) => void = () => undefined;
  const cutOff = new Promise<never>((_, reject) => {
    end = reject;
  });
  cutOff.catch(() => undefined);

  /** Nobody hears what came of it when the power is gone. */
  async function whileItLasts<T>(does: () => Promise<T>): Promise<T> {
    if (isOver) return NEVER;
    try {
      const result = await does();
      return isOver ? NEVER : result;
    } catch (error) {
      if (isOver) return NEVER;
      throw error;
    }
  }

  return {
    cutOff,
    database: {
      ...database,
      read: (statements) => whileItLasts(() => database.read(statements)),
      write: (statements) => whileItLasts(() => database.write(statements)),
    },
    clock: {
      now: clock.now,
      after: (ms, run) =>
        clock.after(ms, () => {
          if (!isOver) run();
        }),
    },
    sender: (inner) => ({ send: (owed) => whileItLasts(() => work.during(inner.send(owed))) }),
    request: (gerai, request) => Promise.race([cutOff, Promise.resolve(gerai.app.fetch(request))]),
    delivery: (gerai, request) =>
      work.during(Promise.race([cutOff, Promise.resolve(gerai.app.fetch(request))])),
    async cut() {
      isOver = true;
      end(new PowerCut());
      await nextTurn();
      await work.quiet();
      await database.close();
    },
  };
}

const NEVER: Promise<never> = new Promise(() => undefined);
