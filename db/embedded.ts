/**
 * An embedded libSQL file. Node only: this is the one module that loads the native client.
 *
 * The client's functions are async, its work is not: `execute` and `batch` wait once for a connection and then run to
 * the end in native code. So nothing ever comes between the statements of a batch, and a lock waited for inside
 * SQLite (`busy_timeout`) freezes every other chat. Waiting is therefore done here, with timers.
 *
 * Two traps of @libsql/client 0.18 shape this module:
 *
 * - Its pool opens another connection, without our pragmas, as soon as two calls overlap by a microtask. With
 *   `concurrency: 1` the second waits for the first, which is what happens anyway. (`client.transaction()` would keep
 *   the only connection; nothing here uses it.)
 * - A statement that met SQLITE_BUSY is never reset. `execute()` then reports success for writes that no transaction
 *   will ever commit, `batch()` fails with "SQL statements in progress" for good. So after every failure but a refused
 *   guard the client is replaced before the next statement.
 *
 * A blob comes back as an `ArrayBuffer` of its own (measured from 1 byte up: byteLength is the blob's length, never
 * that of Node's buffer pool), so `new Uint8Array(row.bytes)` is the blob. Arguments may be views.
 *
 * Never open the file, or the lock beside it, with `node:fs` in the process that owns it: POSIX drops all of a
 * process's locks on a file as soon as it closes any descriptor of that file.
 */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Client, ResultSet } from '@libsql/client';
import { createClient } from '@libsql/client/sqlite3';
import { ConstraintError, type Database, type Statement, StorageError } from './database.ts';
import { databaseFile } from './database-url.ts';
import { BUSY_DELAYS, closedError, failureOf, isBusy, whileBusy } from './failures.ts';
import { writeQueue } from './write-queue.ts';

/** What every connection is set to, and what it must then answer. */
const PRAGMAS = [
  { name: 'journal_mode', set: 'WAL', is: 'wal' },
  { name: 'synchronous', set: 'FULL', is: 2 },
  { name: 'foreign_keys', set: 'ON', is: 1 },
] as const;

export interface EmbeddedOptions {
  /** `file:` and a path. */
  readonly url: string;
  /** How long SQLite itself waits for a lock. The event loop stands still meanwhile. */
  readonly busyTimeoutMs?: number;
  readonly busyDelays?: readonly number[];
  /** More pragmas, asked for at each new connection: for tests that fill a disk. */
  readonly pragmas?: () => readonly string[];
  /** Hears why a connection had to be replaced. */
  readonly onReplaced?: (error: unknown) => void;
}

/** @throws StorageError if the file cannot be opened, or not with the pragmas that it needs. */
export async function embeddedDatabase(options: EmbeddedOptions): Promise<Database> {
  const delays = options.busyDelays ?? BUSY_DELAYS;
  const connection = connectionTo(options);
  await whileBusy(delays, connection.client);
  const commit = writerOn(connection);
  const queue = writeQueue({
    commit: (statements) => whileBusy(delays, () => commit(statements)),
    gather: () => nextTurn(),
  });
  return {
    kind: 'embedded',
    read: (statements) => whileBusy(delays, () => read(connection, statements)),
    write: queue.write,
    async close() {
      await queue.close();
      connection.close();
    },
  };
}

/** One client at a time. */
interface Connection {
  /** The open client; a new one if the last was given up. */
  client(): Promise<Client>;
  /** Gives a client up, because what it would do next is not known. */
  replace(client: Client, error: unknown): void;
  close(): void;
}

/**
 * The connection behind a client that was closed lives on until the garbage collector has taken its statements. It
 * holds no lock then, but file descriptors: that is one reason not to replace more often than needed.
 */
function connectionTo(options: EmbeddedOptions): Connection {
  let current: Promise<Client> | undefined;
  let open: Client | undefined;
  let closed = false;

  async function connect(): Promise<Client> {
    try {
      const client = await openClient(options);
      if (closed) {
        client.close();
        throw closedError();
      }
      open = client;
      return client;
    } catch (error) {
      current = undefined;
      throw error;
    }
  }
  function giveUp(): void {
    open?.close();
    open = undefined;
    current = undefined;
  }
  return {
    client() {
      if (closed) {
        return Promise.reject(closedError());
      }
      current ??= connect();
      return current;
    },
    replace(client, error) {
      // A call that had waited for the old client reports it too, after the new one is open.
      if (client === open) {
        giveUp();
        options.onReplaced?.(error);
      }
    },
    close() {
      closed = true;
      giveUp();
    },
  };
}

async function openClient(options: EmbeddedOptions): Promise<Client> {
  let client: Client | undefined;
  try {
    mkdirSync(dirname(databaseFile(options.url)), { recursive: true });
    client = createClient({ url: options.url, concurrency: 1, timeout: options.busyTimeoutMs ?? 0 });
    await client.executeMultiple(PRAGMAS.map((pragma) => `PRAGMA ${pragma.name}=${pragma.set};`).join(''));
    for (const pragma of options.pragmas?.() ?? []) {
      await client.execute(pragma);
    }
    for (const pragma of PRAGMAS) {
      const answer = (await client.execute(`PRAGMA ${pragma.name}`)).rows[0]?.[0];
      if (answer !== pragma.is) {
        throw new Error(`PRAGMA ${pragma.name} is ${String(answer)} and not ${pragma.set}.`);
      }
    }
    return client;
  } catch (error) {
    client?.close();
    const failure = failureOf(error, 'io');
    throw failure instanceof StorageError ? failure : new StorageError('io', { cause: error });
  }
}

async function read(connection: Connection, statements: readonly Statement[]): Promise<ResultSet[]> {
  const client = await connection.client();
  try {
    const [only, ...others] = statements;
    if (only === undefined) {
      return [];
    }
    // One SELECT is a transaction already: 43 µs, against 100 µs in a batch. ('read' is no safer than 'deferred':
    // an embedded file accepts BEGIN READONLY and lets writes through.)
    return others.length === 0
      ? [await client.execute(only)]
      : await client.batch([...statements], 'deferred');
  } catch (error) {
    throw afterFailure(connection, client, error);
  }
}

/** Writes decisions on one connection after another, and remembers whether the file was locked the last time. */
function writerOn(connection: Connection): (statements: readonly Statement[]) => Promise<ResultSet[]> {
  let wasLocked = false;
  return async (statements) => {
    const client = await connection.client();
    try {
      if (wasLocked) {
        await tryLock(client);
      }
      wasLocked = false;
      return await client.batch([...statements], 'write');
    } catch (error) {
      if (error instanceof LockedError) {
        throw new StorageError('busy', { cause: error.cause });
      }
      const failure = afterFailure(connection, client, error);
      wasLocked = isBusy(failure);
      throw failure;
    }
  };
}

class LockedError extends Error {}

/**
 * Asks for the write lock through `executeMultiple`, which resets its statements, so that the connection stays good
 * when the answer is BUSY: a lock held for minutes must not cost a connection at each try.
 */
async function tryLock(client: Client): Promise<void> {
  try {
    await client.executeMultiple('BEGIN IMMEDIATE; ROLLBACK');
  } catch (error) {
    if (isBusy(failureOf(error))) {
      throw new LockedError('The file is locked.', { cause: error });
    }
    throw error;
  }
}

function afterFailure(connection: Connection, client: Client, error: unknown): unknown {
  const failure = failureOf(error);
  if (!(failure instanceof ConstraintError)) {
    connection.replace(client, error);
  }
  return failure;
}
