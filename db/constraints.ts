/**
 * Tells guards apart by the name in the engine's message, because that is all a remote server gives. An embedded
 * file says "SQLITE_CONSTRAINT: SQLITE_CONSTRAINT: CHECK constraint failed: stock_enough", a server
 * "SQLITE_CONSTRAINT: SQLite error: CHECK constraint failed: stock_enough".
 */

/** The client repeats the code before the message, once for the statement and once more for the batch. */
const PREFIXES = /^(?:SQLITE_[A-Z_]+: |SQLite (?:input )?error: )+/;

const FAILED = /^(?:CHECK|UNIQUE|NOT NULL|PRIMARY KEY) constraint failed: (?:index '(.+)'|(.+))$/;

/**
 * The name of the constraint that refused a write: of a CHECK, of a unique index over expressions, of a trigger's
 * RAISE, `table.column` for keys and NOT NULL (`table.a, table.b` for a key of two columns), or `foreign_key`.
 * `undefined` if the error is something else.
 */
export function constraintName(error: unknown): string | undefined {
  if (!(error instanceof Error) || !isConstraintCode(errorCode(error))) {
    return undefined;
  }
  const message = error.message.replace(PREFIXES, '');
  if (message.startsWith('FOREIGN KEY constraint failed')) {
    return 'foreign_key';
  }
  const match = FAILED.exec(message);
  // What is left is the text of a trigger: RAISE(ABORT, 'audit_append_only').
  return match?.[1] ?? match?.[2] ?? message;
}

/** The code that the client put on the error; plain errors of the network or of JavaScript have none. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** Servers differ in whether they send `SQLITE_CONSTRAINT` or the extended `SQLITE_CONSTRAINT_UNIQUE`. */
function isConstraintCode(code: string | undefined): boolean {
  return code === 'SQLITE_CONSTRAINT' || code?.startsWith('SQLITE_CONSTRAINT_') === true;
}
