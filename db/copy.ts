/**
 * Whole copies of an embedded file, and what is in one. Node only, and never in the process that owns the file: the copy
 * of a large one takes seconds, in which that process would answer nobody.
 */
import type { Value } from '@libsql/client';
import { MIGRATIONS_TABLE } from './journal.ts';
import { type NativeConnection, openNative } from './native.ts';

/** The owner's writes do not keep a reader out for longer than a moment. */
const BUSY_MS = 10_000;

/** What a copy holds. */
export interface Survey {
  /** Rows by table. */
  readonly rows: Readonly<Record<string, number>>;
  /** Applied migrations, as the journal's `when`, oldest first. */
  readonly migrations: readonly number[];
}

/** All of one moment, also while the owner writes. @throws what the driver throws: no room, a damaged file. */
export function copyFile(file: string, to: string): void {
  withFile(file, (connection) => connection.execute({ sql: 'VACUUM INTO ?', args: [to] }));
}

export function surveyFile(file: string): Survey {
  return withFile(file, (connection) => {
    const tables = column(
      connection,
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND ${OWN} ORDER BY name`,
    );
    const rows = tables.map((name): [string, number] => [
      String(name),
      Number(column(connection, `SELECT count(*) FROM ${quoted(String(name))}`)[0]),
    ]);
    const isKnown = tables.includes(MIGRATIONS_TABLE);
    const migrations = isKnown
      ? column(connection, `SELECT created_at FROM ${MIGRATIONS_TABLE} ORDER BY created_at`)
      : [];
    return { rows: Object.fromEntries(rows), migrations: migrations.map(Number) };
  });
}

/** @returns what is wrong with the file; null: nothing. */
export function damageOf(file: string, check: 'quick_check' | 'integrity_check'): string | null {
  try {
    return withFile(file, (connection) => {
      const [said] = column(connection, `PRAGMA ${check}(1)`);
      return said === 'ok' ? null : String(said);
    });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Everything into the one file, so that it can be moved without what lies beside it. */
export function gatherFile(file: string): void {
  withFile(file, (connection) => {
    const [busy] = column(connection, 'PRAGMA wal_checkpoint(TRUNCATE)');
    if (busy !== 0) throw new Error('The copy is still in use.');
  });
}

/** Tables and the rest that SQLite and libSQL do not make for themselves. */
export const OWN = "name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE 'libsql\\_%' ESCAPE '\\'";

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function withFile<T>(file: string, work: (connection: NativeConnection) => T): T {
  const connection = openNative(file, { busyTimeoutMs: BUSY_MS });
  try {
    return work(connection);
  } finally {
    connection.close();
  }
}

function column(connection: NativeConnection, sql: string): Value[] {
  return connection.execute({ sql }).rows.map((row) => row[0] ?? null);
}
