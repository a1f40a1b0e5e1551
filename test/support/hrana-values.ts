/** Values and rows as Hrana v2 writes them in JSON: integers as text, numbers of JavaScript as floats, bytes in base64. */
import type { InValue, ResultSet, Value } from '@libsql/client';

export type WireValue =
  | { readonly type: 'null' }
  | { readonly type: 'integer'; readonly value: string }
  | { readonly type: 'float'; readonly value: number }
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'blob'; readonly base64: string };

export function toValue(wire: WireValue): InValue {
  switch (wire.type) {
    case 'null':
      return null;
    case 'integer':
      return BigInt(wire.value);
    case 'float':
    case 'text':
      return wire.value;
    case 'blob':
      return new Uint8Array(Buffer.from(wire.base64, 'base64'));
  }
}

function fromValue(value: Value | undefined): WireValue {
  if (value === null || value === undefined) return { type: 'null' };
  if (typeof value === 'bigint') return { type: 'integer', value: value.toString() };
  if (typeof value === 'number') return { type: 'float', value };
  if (typeof value === 'string') return { type: 'text', value };
  // Servers leave the padding away, and the client reads both.
  return { type: 'blob', base64: Buffer.from(value).toString('base64').replace(/=+$/, '') };
}

type Rows = Pick<ResultSet, 'columns' | 'columnTypes' | 'rows' | 'lastInsertRowid'>;

export function toResult(result: Rows, changed: bigint): object {
  const { columns, columnTypes, rows, lastInsertRowid } = result;
  return {
    cols: columns.map((name, index) => ({ name, decltype: columnTypes[index] || null })),
    rows: rows.map((row) => columns.map((_, index) => fromValue(row[index]))),
    affected_row_count: Number(changed),
    last_insert_rowid: lastInsertRowid === undefined ? null : lastInsertRowid.toString(),
  };
}
