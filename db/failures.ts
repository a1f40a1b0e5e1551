/** What an error of the client means: a guard refused, nothing can be stored now, or the statement is wrong. */
import { constraintName, errorCode } from './constraints.ts';
import { ConstraintError, StorageError, type StorageProblem } from './database.ts';

const PROBLEMS: Readonly<Record<string, StorageProblem>> = {
  SQLITE_BUSY: 'busy',
  SQLITE_LOCKED: 'busy',
  SQLITE_PROTOCOL: 'busy',
  TRANSACTION_BUSY: 'busy',
  // The connection was replaced while this call waited for it: it has not begun, so it can be made again.
  CLIENT_CLOSED: 'busy',
  SQLITE_FULL: 'full',
  SQLITE_IOERR: 'io',
  SQLITE_CANTOPEN: 'io',
  SQLITE_CORRUPT: 'io',
  SQLITE_NOTADB: 'io',
  SQLITE_READONLY: 'io',
  SQLITE_PERM: 'io',
  SQLITE_NOMEM: 'io',
  SQLITE_NOLFS: 'io',
  SQLITE_INTERRUPT: 'io',
  SQLITE_ABORT: 'io',
  SQLITE_INTERNAL: 'io',
  TRANSACTION_CLOSED: 'io',
};

/**
 * The error to give to the caller: a `ConstraintError`, a `StorageError`, or the error itself where the statement
 * is wrong (no such table, a value that cannot be bound): a bug, which trying again does not mend.
 *
 * @param otherwise the problem to report for errors that did not come from the database engine. On a remote server
 *   they come from the network, after which nobody knows whether the write happened.
 */
export function failureOf(error: unknown, otherwise?: StorageProblem): unknown {
  if (error instanceof ConstraintError || error instanceof StorageError) {
    return error;
  }
  const constraint = constraintName(error);
  if (constraint !== undefined) {
    return new ConstraintError(constraint);
  }
  const problem = problemOf(errorCode(error)) ?? (isStatementAtFault(error) ? undefined : otherwise);
  return problem === undefined ? error : new StorageError(problem, { cause: error });
}

/** For calls after `close()`: nothing was stored, and the caller may say so as in an outage. */
export function closedError(): StorageError {
  return new StorageError('unreachable', { cause: new Error('The database has been closed.') });
}

export function isBusy(error: unknown): boolean {
  return error instanceof StorageError && error.problem === 'busy';
}

/** Codes may be extended by a server: SQLITE_IOERR_WRITE, SQLITE_BUSY_SNAPSHOT. */
function problemOf(code: string | undefined): StorageProblem | undefined {
  if (code === undefined) {
    return undefined;
  }
  return PROBLEMS[code] ?? PROBLEMS[/^SQLITE_[A-Z]+/.exec(code)?.[0] ?? ''];
}

/** The engine answered, and not about its disk: SQLITE_ERROR, SQL_PARSE_ERROR, ARGS_INVALID and their kind. */
function isStatementAtFault(error: unknown): boolean {
  return error instanceof RangeError || /^(?:SQL|ARGS)/.test(errorCode(error) ?? '');
}

/** Waits between tries, in ms; together they outlast a short lock and not the patience of a channel. */
export const BUSY_DELAYS: readonly number[] = [5, 10, 20, 40, 80, 160, 320, 640];

/** Makes a call again while the database is busy, and gives up after the last delay. Nothing blocks meanwhile. */
export async function whileBusy<T>(delays: readonly number[], call: () => Promise<T>): Promise<T> {
  for (const delay of delays) {
    try {
      return await call();
    } catch (error) {
      if (!isBusy(error)) {
        throw error;
      }
    }
    await new Promise((resolve) => setTimeout(resolve, delay));
  }
  return call();
}
