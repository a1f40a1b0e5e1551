/** All that is kept about one person: counted for a chat, and row by row for a file. */
import type { AccountView } from '../../src/chat/facts.ts';
import type { ChannelName } from '../../src/chat/message.ts';
import { type Database, type Result, type Statement, valuesOf } from '../database.ts';
import { OWN_CHATS } from './erase/kept.ts';

const COUNTS = `SELECT created_at,
  (SELECT count(*) FROM questions WHERE chat_id IN (${OWN_CHATS})),
  (SELECT count(*) FROM talks WHERE chat_id IN (${OWN_CHATS})),
  (SELECT count(*) FROM outbox WHERE chat_id IN (${OWN_CHATS}) AND json_extract(message, '$.text') <> '')
  FROM persons WHERE id = ?1`;

export function accountStatements(personId: number): Statement[] {
  return [
    { sql: COUNTS, args: [personId] },
    { sql: 'SELECT channel, external FROM addresses WHERE person_id = ?1 ORDER BY id', args: [personId] },
  ];
}

export function readAccount([counts, addresses]: readonly Result[]): AccountView | null {
  const row = counts && valuesOf(counts)[0];
  if (!row) return null;
  return {
    since: Number(row[0]),
    questions: Number(row[1]),
    talks: Number(row[2]),
    messages: Number(row[3]),
    addresses: (addresses ? valuesOf(addresses) : []).map((each) => ({
      channel: String(each[0]) as ChannelName,
      external: String(each[1]),
    })),
  };
}

const OWN_ORDERS = 'SELECT id FROM orders WHERE person_id = ?1';
const OWN_PARTS = `SELECT id FROM fulfilments WHERE order_id IN (${OWN_ORDERS})`;
const OWN_ADDRESSES = 'SELECT id FROM addresses WHERE person_id = ?1';

/** The rows of each table that are about the person, without the ids of others. */
const ROWS: Readonly<Record<string, string>> = {
  person: 'SELECT id, name, phone, language, notice_at, created_at FROM persons WHERE id = ?1',
  addresses: 'SELECT id, channel, external, shown_name, unreachable_at FROM addresses WHERE person_id = ?1',
  chats: `SELECT id, channel, external, conversation, heard_at FROM chats WHERE id IN (${OWN_CHATS})`,
  cart: 'SELECT body FROM carts WHERE person_id = ?1',
  orders: `SELECT id, code, language, stage, name, phone, created_at FROM orders WHERE person_id = ?1`,
  parts: `SELECT id, order_id, unit_id, state, pickup_day, pickup_now, ready_day, quote_amount, reject_reason, reject_note,
    updated_at FROM fulfilments WHERE order_id IN (${OWN_ORDERS})`,
  lines: `SELECT fulfilment_id AS part_id, product_id, variant_id, qty, price, price_status FROM order_lines
    WHERE fulfilment_id IN (${OWN_PARTS})`,
  steps: `SELECT fulfilment_id AS part_id, from_state, to_state, at FROM fulfilment_steps
    WHERE fulfilment_id IN (${OWN_PARTS})`,
  payments: `SELECT order_id, status, method, at FROM payments WHERE order_id IN (${OWN_ORDERS})`,
  interests: 'SELECT variant_id, qty, at FROM interests WHERE person_id = ?1',
  questions: `SELECT product_id, unit_id, subject, asked_at, answer, answered_at FROM questions
    WHERE chat_id IN (${OWN_CHATS})`,
  talks: `SELECT reason, order_id, asked_at, taken_at, ended_at FROM talks WHERE chat_id IN (${OWN_CHATS})`,
  messages: `SELECT id, kind, message, state, created_at, sent_at FROM outbox WHERE chat_id IN (${OWN_CHATS})`,
  roles: `SELECT role, unit_id, name, granted_at, ended_at FROM roles WHERE address_id IN (${OWN_ADDRESSES})`,
  phone_seen: `SELECT at, subject FROM audit WHERE what = 'see-phone'
    AND (subject IN (SELECT 'order ' || id FROM orders WHERE person_id = ?1)
      OR subject IN (SELECT 'task ' || id FROM tasks WHERE order_id IN (${OWN_ORDERS})))`,
  passed_on: `SELECT key, message, created_at FROM outbox WHERE chat_id NOT IN (${OWN_CHATS}) AND EXISTS (
    SELECT 1 FROM (
      SELECT 'question ' || public_id || ' ' AS start FROM questions WHERE chat_id IN (${OWN_CHATS})
      UNION ALL SELECT 'talk ' || public_id || ' ' FROM talks WHERE chat_id IN (${OWN_CHATS})
    ) WHERE outbox.key >= start AND outbox.key < start || '~')`,
};

const TIMES = /(?:^|_)at$/;
const JSON_COLUMNS = new Set(['conversation', 'body', 'message']);

/** Row by row, with times in ISO form. @returns null for a person who is not there. */
export async function loadAccountRows(database: Database, personId: number): Promise<object | null> {
  const names = Object.keys(ROWS);
  const results = await database.read(names.map((name) => ({ sql: ROWS[name] ?? '', args: [personId] })));
  const account = Object.fromEntries(names.map((name, index) => [name, rowsOf(results[index])]));
  return account.person?.length === 0 ? null : account;
}

function rowsOf(result: Result | undefined): Record<string, unknown>[] {
  return (result?.rows ?? []).map((row) =>
    Object.fromEntries((result?.columns ?? []).map((column, at) => [column, readable(column, row[at])])),
  );
}

function readable(column: string, value: unknown): unknown {
  if (typeof value === 'number' && TIMES.test(column)) return new Date(value).toISOString();
  return typeof value === 'string' && JSON_COLUMNS.has(column) ? JSON.parse(value) : value;
}
