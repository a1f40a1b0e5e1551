/**
 * Statements compiled once with drizzle, so that columns are checked against the schema, and sent through the
 * seam of `database.ts`. Values that change from call to call are `sql.placeholder('name')`.
 */
import type { InValue } from '@libsql/client';
import { is, Param, Placeholder } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/sqlite-proxy';
import { type Result, type Statement, valuesOf } from './database.ts';

/** Writes the SQL; it is never asked to run any. */
export const compiler = drizzle(async () => ({ rows: [] }));

interface Compiled {
  getQuery(): { sql: string; params: unknown[] };
  mapResult(response: unknown, isFromBatch?: boolean): unknown;
}

interface Preparable<Row> {
  prepare(): Compiled;
  readonly _: { readonly result: Row[] };
}

export type Values = Record<string, unknown>;

export interface Query<Row> {
  with(values?: Values): Statement;
  /** The rows of the result, as the schema types them. */
  rows(result: Result | undefined): Row[];
}

/** A SELECT, or a write with RETURNING, to be sent again and again. */
export function query<Row>(builder: Preparable<Row>): Query<Row> {
  const prepared = builder.prepare();
  const { sql, params } = prepared.getQuery();
  const fill = filler(params);
  return {
    with: (values = {}) => ({ sql, args: fill(values) }),
    rows: (result) => (result ? (prepared.mapResult({ rows: valuesOf(result) }, true) as Row[]) : []),
  };
}

/** A write without a result, to be sent again and again. */
export function command(builder: {
  toSQL(): { sql: string; params: unknown[] };
}): (values: Values) => Statement {
  const { sql, params } = builder.toSQL();
  const fill = filler(params);
  return (values) => ({ sql, args: fill(values) });
}

/** As drizzle's `fillPlaceholders` does it, with what each parameter is found out once. */
function filler(params: readonly unknown[]): (values: Values) => InValue[] {
  const readers = params.map(readerOf);
  return (values) => readers.map((read) => read(values) as InValue);
}

function readerOf(param: unknown): (values: Values) => unknown {
  if (is(param, Placeholder)) {
    return (values) => givenValue(values, param.name);
  }
  if (is(param, Param) && is(param.value, Placeholder)) {
    const { name } = param.value;
    return (values) => {
      const value = givenValue(values, name);
      return value === null ? null : param.encoder.mapToDriverValue(value);
    };
  }
  return () => param;
}

function givenValue(values: Values, name: string): unknown {
  if (!(name in values)) {
    throw new Error(`No value for the placeholder "${name}" was given.`);
  }
  return values[name];
}

/** A statement that is written once, with its values in place. */
export function once(builder: { toSQL(): { sql: string; params: unknown[] } }): Statement {
  const { sql, params } = builder.toSQL();
  return { sql, args: params as InValue[] };
}
