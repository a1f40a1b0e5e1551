/**
 * A remote database into an embedded file, and the other way. Node only.
 *
 * It is read in pages of one read transaction, held by the stream of the protocol: the copy is of one moment, or there is
 * none. A server ends a stream that was silent for ten seconds, and may end a transaction that takes long (Turso's
 * documentation speaks of five seconds for one that writes); then the copy fails and is thrown away. A page stays far below
 * the 10 MB that a server answers at most.
 */
import type { Client, InValue, ResultSet, Row, Transaction } from '@libsql/client';
import { OWN, quoted } from './copy.ts';
import type { Statement } from './database.ts';
import { MIGRATIONS_TABLE } from './journal.ts';
import { type NativeConnection, openNative } from './native.ts';
import { openRemote } from './remote.ts';

export interface RemoteDatabase {
  readonly url: string;
  readonly authToken?: string | undefined;
}

const PAGE_ROWS = 400;
/** A picture has up to 1 MB, and a third more on its way. */
const PAGE_PICTURES = 4;

/** So that a request stays small. */
const INSERT_ROWS = 100;

interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly pageRows: number;
}

interface Shape {
  /** SQL of the tables. */
  readonly tables: readonly string[];
  /** SQL of indexes, triggers and views. */
  readonly rest: readonly string[];
}

const SHAPE: Statement = {
  sql: `SELECT type, sql FROM sqlite_schema WHERE sql IS NOT NULL AND ${OWN} ORDER BY rowid`,
};

function shapeOf(result: ResultSet): Shape {
  const all = result.rows.map(({ type, sql }) => ({ type, sql: String(sql) }));
  return {
    tables: all.filter(({ type }) => type === 'table').map(({ sql }) => sql),
    rest: all.filter(({ type }) => type !== 'table').map(({ sql }) => sql),
  };
}

type Ask = (statement: Statement) => Promise<ResultSet> | ResultSet;

async function tablesOf(ask: Ask): Promise<Table[]> {
  const names = await ask({
    sql: `SELECT name FROM sqlite_schema WHERE type = 'table' AND ${OWN} ORDER BY name`,
  });
  const tables: Table[] = [];
  for (const { name } of names.rows) {
    const { rows } = await ask({ sql: 'SELECT name, type FROM pragma_table_info(?)', args: [String(name)] });
    const hasBytes = rows.some(({ type }) => String(type).toUpperCase() === 'BLOB');
    tables.push({
      name: String(name),
      columns: rows.map((column) => String(column.name)),
      pageRows: hasBytes ? PAGE_PICTURES : PAGE_ROWS,
    });
  }
  return tables;
}

/** Rows of a table, page after page, by the number that each row has. */
async function* pagesOf(ask: Ask, { name, columns, pageRows }: Table): AsyncGenerator<Row[]> {
  const sql = `SELECT ${columns.map(quoted).join(', ')}, rowid FROM ${quoted(name)} WHERE rowid > ? ORDER BY rowid LIMIT ?`;
  for (let after: InValue = -1; ; ) {
    const { rows } = await ask({ sql, args: [after, pageRows] });
    if (rows.length > 0) yield rows;
    if (rows.length < pageRows) return;
    after = rows.at(-1)?.[columns.length] ?? null;
  }
}

function insertOf({ name, columns }: Table): (row: Row) => Statement {
  const sql = `INSERT INTO ${quoted(name)} (${columns.map(quoted).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
  return (row) => ({ sql, args: columns.map((_, index) => row[index] ?? null) });
}

/** Numbers that were given once are not given again, also those of rows that are gone. */
const SEQUENCES: Table = { name: 'sqlite_sequence', columns: ['name', 'seq'], pageRows: PAGE_ROWS };

/** @throws StorageError, or what the client throws, when the server ends the transaction. */
export async function copyRemote({ url, authToken }: RemoteDatabase, to: string): Promise<void> {
  const client = openRemote({ url, authToken });
  const file = openNative(to, { busyTimeoutMs: 0 });
  try {
    const transaction = await client.transaction('read');
    try {
      await copyAll(transaction, file);
    } finally {
      transaction.close();
    }
  } finally {
    file.close();
    client.close();
  }
}

async function copyAll(transaction: Transaction, file: NativeConnection): Promise<void> {
  const ask: Ask = (statement) => transaction.execute(statement);
  const { tables, rest } = shapeOf(await ask(SHAPE));
  file.run('PRAGMA foreign_keys=OFF');
  for (const sql of tables) file.run(sql);
  for (const table of await tablesOf(ask)) await fillTable(ask, file, table);
  const [sequences] = (await ask({ sql: "SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_sequence'" })).rows;
  if (sequences) {
    file.run('DELETE FROM sqlite_sequence');
    await fillTable(ask, file, SEQUENCES);
  }
  for (const sql of rest) file.run(sql);
}

async function fillTable(ask: Ask, file: NativeConnection, table: Table): Promise<void> {
  const insert = insertOf(table);
  for await (const rows of pagesOf(ask, table)) file.batch(rows.map(insert), 'write');
}

export class NotEmpty extends Error {
  override readonly name = 'NotEmpty';
}

/**
 * Fills an empty remote database from a file. What says that the schema is there comes last: a database that was filled
 * halfway serves nobody.
 * @throws NotEmpty
 */
export async function fillRemote(from: string, { url, authToken }: RemoteDatabase): Promise<void> {
  const client = openRemote({ url, authToken });
  const file = openNative(from, { busyTimeoutMs: 0 });
  try {
    if ((await tablesOf((statement) => client.execute(statement))).length > 0) throw new NotEmpty();
    await fillAll(file, client);
  } finally {
    file.close();
    client.close();
  }
}

async function fillAll(file: NativeConnection, client: Client): Promise<void> {
  const ask: Ask = (statement) => file.execute(statement);
  const { tables, rest } = shapeOf(file.execute(SHAPE));
  const all = await tablesOf(ask);
  const isLast = ({ name }: Table) => name === MIGRATIONS_TABLE;
  await client.migrate([...tables]);
  for (const table of all.filter((each) => !isLast(each))) await sendTable(ask, client, table);
  await client.migrate(['DELETE FROM sqlite_sequence']);
  await sendTable(ask, client, SEQUENCES);
  await client.migrate([...rest]);
  for (const table of all.filter(isLast)) await sendTable(ask, client, table);
}

/** `migrate` is a batch in which rows may come before those that they refer to. */
async function sendTable(ask: Ask, client: Client, table: Table): Promise<void> {
  const insert = insertOf(table);
  const atOnce = Math.min(INSERT_ROWS, table.pageRows);
  for await (const rows of pagesOf(ask, table)) {
    for (let from = 0; from < rows.length; from += atOnce) {
      await client.migrate(rows.slice(from, from + atOnce).map(insert));
    }
  }
}

/** Rows by table, for a look whether all arrived. */
export async function surveyRemote({ url, authToken }: RemoteDatabase): Promise<Record<string, number>> {
  const client = openRemote({ url, authToken });
  try {
    const tables = await tablesOf((statement) => client.execute(statement));
    const counts = await client.batch(
      tables.map(({ name }) => `SELECT count(*) FROM ${quoted(name)}`),
      'read',
    );
    return Object.fromEntries(tables.map(({ name }, index) => [name, Number(counts[index]?.rows[0]?.[0])]));
  } finally {
    client.close();
  }
}
