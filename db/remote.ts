/**
 * A remote libSQL server (sqld, Turso) over HTTP. Runs on Node and on Workers alike: no `node:` module, no native
 * client.
 *
 * Each batch is one HTTP request with a server-side connection of its own, so there is no connection to repair or to
 * set pragmas on; durability and foreign keys are the server's (libSQL has both on).
 *
 * A Worker makes one of these per request, because it may not wait for the I/O of another request, and the queue
 * would make it do so. Group commit is then left to the server.
 */
import type { Client } from '@libsql/client';
import { createClient } from '@libsql/client/web';
import type { Database, Statement } from './database.ts';
import { BUSY_DELAYS, closedError, failureOf, whileBusy } from './failures.ts';
import { writeQueue } from './write-queue.ts';

/** How long an answer may take. Without a limit one lost connection would stop the queue for good. */
const ANSWER_MS = 15_000;

export interface RemoteOptions {
  /** `libsql:`, `https:` or `http:`. */
  readonly url: string;
  readonly authToken?: string | undefined;
  readonly answerMs?: number;
}

export function openRemote({ url, authToken, answerMs = ANSWER_MS }: RemoteOptions): Client {
  return createClient({
    url,
    ...(authToken === undefined ? {} : { authToken }),
    fetch: (request: Request) => fetch(request, { signal: AbortSignal.timeout(answerMs) }),
  });
}

export function remoteDatabase(
  client: Pick<Client, 'batch' | 'close'>,
  busyDelays: readonly number[] = BUSY_DELAYS,
): Database {
  let closed = false;
  /**
   * Busy, full and refused are answers: the server rolled the batch back, and busy is tried again. Anything that is
   * not an answer may have come after the commit, so it is reported and not tried again; the key of its inbox row
   * makes it safe for the caller to do so.
   */
  const send = (statements: readonly Statement[], mode: 'read' | 'write') =>
    whileBusy(busyDelays, async () => {
      if (closed) {
        throw closedError();
      }
      try {
        return await client.batch([...statements], mode);
      } catch (error) {
        throw failureOf(error, 'unreachable');
      }
    });
  const queue = writeQueue({
    commit: (statements) => send(statements, 'write'),
    // What comes while a request is under way gathers by itself; the first needs not wait.
    gather: () => Promise.resolve(),
  });
  return {
    kind: 'remote',
    read: async (statements) => (statements.length === 0 ? [] : send(statements, 'read')),
    write: queue.write,
    async close() {
      await queue.close();
      closed = true;
      client.close();
    },
  };
}
