/**
 * The one seam to libSQL: reads in a batch, decisions written atomically. An embedded file and a remote
 * server stand behind the same interface.
 */
import type { InStatement, ResultSet, Value } from '@libsql/client';

export type Statement = Exclude<InStatement, string>;

export interface Result extends ResultSet {
  /** The rows by position, where they have not been given names yet: what drizzle reads. */
  readonly values?: readonly (readonly Value[])[];
}

/** The rows of a result, to be read by position. */
export function valuesOf(result: Result): readonly ArrayLike<Value>[] {
  return result.values ?? result.rows;
}

export interface WriteOptions {
  /** Nobody waits for it: it may be written a little later, together with what comes until then. */
  readonly patient?: boolean;
}

export interface Database {
  readonly kind: 'embedded' | 'remote';
  /** All statements in one read transaction, one result each. */
  read(statements: readonly Statement[]): Promise<Result[]>;
  /**
   * One decision: all statements or none, durable when the promise resolves. Decisions that wait at the same
   * time may share a transaction (group commit); each still succeeds or fails by itself.
   *
   * @throws ConstraintError when a guard refused it; the decision is to be made again from fresh rows.
   * @throws StorageError when nothing could be stored: full, busy, unreachable.
   */
  write(statements: readonly Statement[], how?: WriteOptions): Promise<Result[]>;
  /**
   * Hears of what was written, or may have been, before the promise of `write` settles. Only where nobody else
   * writes to the database: what is kept in memory by this may be trusted.
   */
  onWritten?(listener: (statements: readonly Statement[]) => void): void;
  /**
   * Writes an embedded file anew and empties its log, so that no byte is left of what was deleted. Everybody waits
   * meanwhile. A server sees to its own.
   *
   * @throws StorageError where somebody else reads the file just now; tried again later, it works.
   */
  forgetOld?(): Promise<void>;
  close(): Promise<void>;
}

/** A guard refused the decision. `constraint` is its name, or `table.column` for keys and NOT NULL. */
export class ConstraintError extends Error {
  override readonly name = 'ConstraintError';
  constructor(readonly constraint: string) {
    super(`The constraint ${constraint} refused the write.`);
  }
}

export type StorageProblem = 'busy' | 'full' | 'io' | 'unreachable';

/** Nothing was stored, and it is not the decision's fault. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  constructor(
    readonly problem: StorageProblem,
    options?: ErrorOptions,
  ) {
    super(`The database cannot store anything now (${problem}).`, options);
  }
}
