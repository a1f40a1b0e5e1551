/**
 * An embedded libSQL file. Node only: with `native.ts` it is all that loads the native driver while the server runs.
 *
 * The driver's work runs to the end in native code. So nothing ever comes between the statements of a batch, and a
 * lock waited for inside SQLite (`busy_timeout`) freezes every other chat. Waiting is therefore done here, with timers.
 *
 * One trap of the driver shapes this module, with @libsql/client 0.18 around it or without: a statement that met
 * SQLITE_BUSY is never reset. Single writes then report success for what no transaction will ever commit, and batches
 * fail with "SQL statements in progress" for good. So after every failure but a refused guard the connection is
 * replaced before the next statement.
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
import { ConstraintError, type Database, type Result, type Statement, StorageError } from './database.ts';
import { databaseFile } from './database-url.ts';
import { BUSY_DELAYS, closedError, failureOf, isBusy, whileBusy } from './failures.ts';
import { type NativeConnection, openNative } from './native.ts';
import { writeQueue } from './write-queue.ts';

/** What every connection is set to, and what it must then answer. */
const PRAGMAS = [
  { name: 'journal_mode', set: 'WAL', is: 'wal' },
  { name: 'synchronous', set: 'FULL', is: 2 },
  { name: 'foreign_keys', set: 'ON', is: 1 },
  // What is deleted or written over is gone from its page. What moved between pages before may not be: see `forgetOld`.
  { name: 'secure_delete', set: 'ON', is: 1 },
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
  await whileBusy(delays, async () => connection.current());
  const commit = writerOn(connection);
  const queue = writeQueue({
    commit: (statements) => whileBusy(delays, async () => commit(statements)),
    gather: () => nextTurn(),
  });
  const listeners: ((statements: readonly Statement[]) => void)[] = [];
  return {
    kind: 'embedded',
    read: (statements) => whileBusy(delays, async () => read(connection, statements)),
    async write(statements, how) {
      try {
        return await queue.write(statements, how);
      } finally {
        for (const listener of listeners) listener(statements);
      }
    },
    onWritten: (listener) => void listeners.push(listener),
    forgetOld: () => whileBusy(delays, async () => rewrite(connection)),
    async close() {
      await queue.close();
      connection.close();
    },
  };
}

/** One at a time. */
interface Connection {
  /** The open one; a new one if the last was given up. */
  current(): NativeConnection;
  /** Gives it up, because what it would do next is not known. */
  replace(error: unknown): void;
  close(): void;
}

/**
 * A connection that was closed lives on until the garbage collector has taken its statements. It holds no lock then,
 * but file descriptors: that is one reason not to replace more often than needed.
 */
function connectionTo(options: EmbeddedOptions): Connection {
  let open: NativeConnection | undefined;
  let closed = false;

  function giveUp(): void {
    open?.close();
    open = undefined;
  }
  return {
    current() {
      if (closed) {
        throw closedError();
      }
      open ??= openFile(options);
      return open;
    },
    replace(error) {
      giveUp();
      options.onReplaced?.(error);
    },
    close() {
      closed = true;
      giveUp();
    },
  };
}

function openFile(options: EmbeddedOptions): NativeConnection {
  let opened: NativeConnection | undefined;
  try {
    const path = databaseFile(options.url);
    mkdirSync(dirname(path), { recursive: true });
    opened = openNative(path, { busyTimeoutMs: options.busyTimeoutMs ?? 0 });
    opened.run(PRAGMAS.map((pragma) => `PRAGMA ${pragma.name}=${pragma.set};`).join(''));
    for (const pragma of options.pragmas?.() ?? []) {
      opened.execute({ sql: pragma });
    }
    for (const pragma of PRAGMAS) {
      const answer = opened.execute({ sql: `PRAGMA ${pragma.name}` }).rows[0]?.[0];
      if (answer !== pragma.is) {
        throw new Error(`PRAGMA ${pragma.name} is ${String(answer)} and not ${pragma.set}.`);
      }
    }
    return opened;
  } catch (error) {
    opened?.close();
    const failure = failureOf(error, 'io');
    throw failure instanceof StorageError ? failure : new StorageError('io', { cause: error });
  }
}

function read(connection: Connection, statements: readonly Statement[]): Result[] {
  const current = connection.current();
  try {
    const [only, ...others] = statements;
    if (only === undefined) {
      return [];
    }
    return others.length === 0 ? [current.execute(only)] : current.batch(statements, 'read');
  } catch (error) {
    throw afterFailure(connection, error);
  }
}

/**
 * Pages that were split or merged keep bytes of rows that lie elsewhere now, which `secure_delete` does not overwrite
 * (tried: of 60 rows erased among 1,200, one was still found). So the file is written anew, and then the log is emptied into
 * it, which has pages as they were. Between batches nothing is open.
 */
function rewrite(connection: Connection): void {
  let busy: unknown;
  try {
    connection.current().run('VACUUM');
    busy = connection.current().execute({ sql: 'PRAGMA wal_checkpoint(TRUNCATE)' }).rows[0]?.[0];
  } catch (error) {
    throw afterFailure(connection, error);
  }
  // Another process reads the file, a backup for one. The statement itself has ended.
  if (busy !== 0) throw new StorageError('busy');
}

/** Writes decisions on one connection after another, and remembers whether the file was locked the last time. */
function writerOn(connection: Connection): (statements: readonly Statement[]) => Result[] {
  let wasLocked = false;
  return (statements) => {
    const current = connection.current();
    try {
      if (wasLocked) {
        tryLock(current);
      }
      wasLocked = false;
      return current.batch(statements, 'write');
    } catch (error) {
      if (error instanceof LockedError) {
        throw new StorageError('busy', { cause: error.cause });
      }
      const failure = afterFailure(connection, error);
      wasLocked = isBusy(failure);
      throw failure;
    }
  };
}

class LockedError extends Error {}

/**
 * Asks for the write lock through `run`, which resets its statements, so that the connection stays good when the
 * answer is BUSY: a lock held for minutes must not cost a connection at each try.
 */
function tryLock(connection: NativeConnection): void {
  try {
    connection.run('BEGIN IMMEDIATE; ROLLBACK');
  } catch (error) {
    if (isBusy(failureOf(error))) {
      throw new LockedError('The file is locked.', { cause: error });
    }
    throw error;
  }
}

function afterFailure(connection: Connection, error: unknown): unknown {
  const failure = failureOf(error);
  if (!(failure instanceof ConstraintError)) {
    connection.replace(error);
  }
  return failure;
}
