/**
 * Rows that are written once are sealed one after another: each seal is a hash over the row and the seal before. Whoever
 * changes, removes or adds a row of before breaks the chain from there on, and whoever makes the chain anew has another
 * newest seal than the one that was noted elsewhere.
 */
import { ConstraintError, type Database, type Statement, valuesOf } from '../database.ts';
import { hashCode } from './hash-code.ts';

/** Never changed and never deleted, by trigger; in the order in which a run seals them. */
const SEALED = ['audit', 'movements', 'payments', 'fulfilment_steps', 'entries', 'money'] as const;
export type SealedTable = (typeof SEALED)[number];

const COLUMNS: Readonly<Record<SealedTable, string>> = {
  audit: 'id, at, actor, what, subject, before, after',
  movements: 'id, variant_id, kind, qty, order_id, entry_id, actor, at',
  payments: 'id, order_id, position, status, method, actor, at',
  fulfilment_steps: 'id, fulfilment_id, version, from_state, to_state, actor, at',
  entries: 'id, public_id, kind, undoes, actor, at',
  money: 'id, entry_id, payment_id, unit_id, variant_id, qty, method, amount, price_status, actor, at',
};

/** What never happened is not sealed: the invented opening stock of samples, which goes with them. Nobody recorded it. */
const INVENTED = '(actor IS NULL AND order_id IS NULL AND entry_id IS NULL)';
const OF_SAMPLE = `EXISTS (SELECT 1 FROM variants JOIN products ON products.id = product_id
  WHERE variants.id = movements.variant_id AND products.sample = 1)`;
const isSealed = (table: SealedTable) => (table === 'movements' ? `NOT ${INVENTED}` : 'TRUE');

/** What the first seal holds as the one before. */
const GENESIS = '0'.repeat(64);
const PIECE = 200;

type Row = readonly unknown[];

function sealOf(before: string, table: string, row: Row): Promise<string> {
  // Numbers may come as bigint.
  const values = row.map((value) => (typeof value === 'bigint' ? Number(value) : value));
  return hashCode(`${before}\n${table}\n${JSON.stringify(values)}`);
}

const newest: Statement = { sql: 'SELECT id, hash FROM seals ORDER BY id DESC LIMIT 1', args: [] };

const unsealed = SEALED.map(
  (table): Statement => ({
    sql: `SELECT ${COLUMNS[table]} FROM ${table}
      WHERE id > coalesce((SELECT max(row_id) FROM seals WHERE about = ?), 0) AND ${isSealed(table)}
      ORDER BY id LIMIT ${PIECE}`,
    args: [table],
  }),
);

/**
 * Seals what was written since, in pieces that others come between.
 *
 * @param most about so many rows: it ends after the piece that reaches them, and the rest waits for the next time
 * @returns how many rows that were; another process may have sealed the rest.
 */
export async function seal(database: Database, most = Number.POSITIVE_INFINITY): Promise<number> {
  let count = 0;
  while (count < most) {
    const [last, ...found] = await database.read([newest, ...unsealed]);
    const rows = SEALED.flatMap((table, index) =>
      (found[index] ? valuesOf(found[index]) : []).map((row) => ({ table, row: Array.from(row) as Row })),
    ).slice(0, PIECE);
    if (rows.length === 0) return count;
    const [newestRow] = last ? valuesOf(last) : [];
    let before = newestRow ? String(newestRow[1]) : GENESIS;
    const statements: Statement[] = [];
    for (const { table, row } of rows) {
      const hash = await sealOf(before, table, row);
      statements.push({
        sql: 'INSERT INTO seals (about, row_id, before, hash) VALUES (?, ?, ?, ?)',
        args: [table, Number(row[0]), before, hash],
      });
      before = hash;
    }
    try {
      await database.write(statements);
    } catch (error) {
      if (error instanceof ConstraintError) return count;
      throw error;
    }
    count += rows.length;
  }
  return count;
}

export type Flaw =
  | { readonly kind: 'changed' | 'deleted' | 'inserted'; readonly table: SealedTable; readonly row: number }
  /** The chain itself was touched, at this seal. */
  | { readonly kind: 'broken'; readonly seal: number }
  /** No seal has the hash that was noted. */
  | { readonly kind: 'unknown-hash' };

export interface Verdict {
  readonly sealed: number;
  readonly unsealed: number;
  /** The newest seal; null: there is none. */
  readonly newest: string | null;
  /** The first that does not hold. */
  readonly flaw: Flaw | null;
}

/** Goes through the whole chain. @param since a hash that was noted before */
export async function verifySeals(database: Database, since?: string): Promise<Verdict> {
  let before = GENESIS;
  let from = 0;
  let sealed = 0;
  let isKnown = since === undefined;
  for (;;) {
    const seals = await sealsAfter(database, from);
    if (seals.length === 0) break;
    const rows = await rowsOf(database, seals);
    for (const each of seals) {
      const row = rows.get(`${each.about} ${each.rowId}`);
      const flaw = await flawOf(each, row, before, sealed + 1);
      if (flaw) return { ...(await ends(database)), sealed, flaw };
      before = each.hash;
      from = each.id;
      sealed += 1;
      isKnown ||= each.hash === since;
    }
  }
  const known = await ends(database);
  const inserted = await firstInserted(database);
  const flaw: Flaw | null = inserted ?? (isKnown ? null : { kind: 'unknown-hash' });
  return { ...known, sealed, flaw };
}

interface Seal {
  readonly id: number;
  readonly about: SealedTable;
  readonly rowId: number;
  readonly before: string;
  readonly hash: string;
}

async function sealsAfter(database: Database, id: number): Promise<Seal[]> {
  const [result] = await database.read([
    {
      sql: `SELECT id, about, row_id, before, hash FROM seals WHERE id > ? ORDER BY id LIMIT ${PIECE}`,
      args: [id],
    },
  ]);
  return (result ? valuesOf(result) : []).map((row) => ({
    id: Number(row[0]),
    about: String(row[1]) as SealedTable,
    rowId: Number(row[2]),
    before: String(row[3]),
    hash: String(row[4]),
  }));
}

async function rowsOf(database: Database, seals: readonly Seal[]): Promise<ReadonlyMap<string, Row>> {
  const results = await database.read(
    SEALED.map((table) => ({
      sql: `SELECT ${COLUMNS[table]} FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`,
      args: [JSON.stringify(seals.filter(({ about }) => about === table).map(({ rowId }) => rowId))],
    })),
  );
  return new Map(
    SEALED.flatMap((table, index) =>
      (results[index] ? valuesOf(results[index]) : []).map((row): [string, Row] => [
        `${table} ${row[0]}`,
        Array.from(row),
      ]),
    ),
  );
}

/** Seals are numbered without gaps: one that is missing was removed. */
async function flawOf(
  seal: Seal,
  row: Row | undefined,
  before: string,
  number: number,
): Promise<Flaw | null> {
  const { about: table, rowId } = seal;
  if (seal.before !== before || seal.id !== number || !SEALED.includes(table))
    return { kind: 'broken', seal: number };
  if (!row) return { kind: 'deleted', table, row: rowId };
  return (await sealOf(before, table, row)) === seal.hash ? null : { kind: 'changed', table, row: rowId };
}

/** A row among the sealed ones that has no seal: it was not there when they were. */
async function firstInserted(database: Database): Promise<Flaw | null> {
  const results = await database.read(
    SEALED.map((table) => ({
      sql: `SELECT id FROM ${table} WHERE id < coalesce((SELECT max(row_id) FROM seals WHERE about = ?1), 0)
        AND NOT EXISTS (SELECT 1 FROM seals WHERE about = ?1 AND row_id = ${table}.id)
        AND ${table === 'movements' ? `NOT (${INVENTED} AND ${OF_SAMPLE})` : 'TRUE'} ORDER BY id LIMIT 1`,
      args: [table],
    })),
  );
  const found = SEALED.flatMap((table, index) => {
    const row = results[index] && valuesOf(results[index])[0];
    return row ? [{ kind: 'inserted', table, row: Number(row[0]) } as const] : [];
  });
  return found[0] ?? null;
}

async function ends(database: Database): Promise<Pick<Verdict, 'newest' | 'unsealed'>> {
  const [last, ...counts] = await database.read([
    newest,
    ...SEALED.map((table) => ({
      sql: `SELECT count(*) FROM ${table}
        WHERE id > coalesce((SELECT max(row_id) FROM seals WHERE about = ?), 0) AND ${isSealed(table)}`,
      args: [table],
    })),
  ]);
  const [row] = last ? valuesOf(last) : [];
  return {
    newest: row ? String(row[1]) : null,
    unsealed: counts.reduce((sum, each) => sum + Number(valuesOf(each)[0]?.[0] ?? 0), 0),
  };
}
