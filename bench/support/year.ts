/**
 * A year of a busy stand, written by SQL in seconds: 200 orders a day, 100,000 parts, of which some 300 are open, with their
 * lines, steps, movements, payments, messages, events and seals. What its guards ask of one step at a time is not asked of
 * the history. Seals are made up: they are as many as they would be, and prove nothing.
 */
import { openDatabase } from '../../db/connect.ts';
import type { Database } from '../../db/database.ts';
import { databaseFile } from '../../db/database-url.ts';
import { openNative } from '../../db/native.ts';
import { RULES } from '../../db/store/retention.ts';
import { newConversation } from '../../src/chat/conversation.ts';
import { EMPTY_CART } from '../../src/shop/cart.ts';
import type { SalesMode } from '../../src/shop/catalogue.ts';
import type { FulfilmentState } from '../../src/shop/fulfilment.ts';
import { prepareStand } from './contenders.ts';

export const DAY_MS = 86_400_000;
export const ORDERS = 73_000;
export const PARTS = 100_000;
const PEOPLE = 20_000;
/** Of each order both chats of the unit were told, and its visitor three times. */
export const MESSAGES = 5 * ORDERS;
/** The newest ones wait, as far as their goods are not handed over at once. */
const OPEN_ORDERS = 220;
const QUESTIONS = 7_300;
const OPEN_QUESTIONS = 5;

const FIRST_PERSON = 1_000;

/** Of the sample stand. */
const CHIPS: Goods = {
  product: 1,
  variant: 1,
  unit: 1,
  place: 1,
  mode: 'ready',
  price: 15_000,
  path: ['ready', 'collected'],
};
const PAVING: Goods = {
  product: 3,
  variant: 4,
  unit: 1,
  place: 2,
  mode: 'quote',
  price: null,
  path: ['new', 'quoted', 'accepted', 'made', 'ready', 'collected'],
};
const BAG: Goods = {
  product: 5,
  variant: 6,
  unit: 2,
  place: 1,
  mode: 'preorder',
  price: 185_000,
  path: ['new', 'accepted', 'made', 'ready', 'collected'],
};

/** Who works for the first unit: on Telegram, and at the office page. */
export const STAFF = { telegram: '9000001', web: 'seat-of-the-first-unit' } as const;

const text = (value: string) => `'${value.replaceAll("'", "''")}'`;
const json = (value: unknown) => text(JSON.stringify(value));

/** A message as it was fitted to its channel, blanked where it is older than texts are kept. */
const message = (at: string, now: number, words: string) => `CASE WHEN ${at} < ${now - 30 * DAY_MS}
  THEN ${json({ text: '', choices: [], photo: null, inPlace: false, contactButton: null })}
  ELSE ${json({ text: words, choices: [{ id: 'c', label: 'Lanjut' }], photo: null, inPlace: false, contactButton: null })} END`;

/** @returns the database, opened. @param now UTC milliseconds: the end of the year */
export async function openYear(url: string, now: number): Promise<Database> {
  await prepareStand(url);
  const file = openNative(databaseFile(url), { busyTimeoutMs: 0 });
  const trigger = file.execute({
    sql: `SELECT sql FROM sqlite_schema WHERE name = 'step_from_seen_version'`,
  });
  file.run('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA cache_size = -200000;');
  file.run('BEGIN; DROP TRIGGER step_from_seen_version;');
  for (const part of [people, orders, parts, history, messages, questions, records]) file.run(part(now));
  file.run(`${trigger.rows[0]?.[0]}; COMMIT; PRAGMA wal_checkpoint(TRUNCATE);`);
  file.close();
  return openDatabase({ url });
}

/** Rows from 1 to `count`, as `n(i)`. */
const numbers = (count: number) =>
  `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})`;
/** When an order came in; the last one just now. */
const timeOf = (order: string, now: number) =>
  `(${now} - (${ORDERS} - ${order}) * ${(365 * DAY_MS) / ORDERS})`;
/** People come again after 100 days. Those below are staff. */
const personOf = (order: string) => `(${FIRST_PERSON} + ${order} % ${PEOPLE})`;

function people(now: number): string {
  const conversation = json(newConversation('id'));
  const staff = [
    [1, 'telegram', STAFF.telegram],
    [2, 'web', STAFF.web],
  ] as const;
  return `${staff
    .map(
      ([id, channel, external]) => `
    INSERT INTO persons (id, public_id, language, created_at) VALUES (${id}, 'staff-${id}', 'id', 0);
    INSERT INTO addresses (id, channel, external, person_id) VALUES (${id}, '${channel}', '${external}', ${id});
    INSERT INTO chats (id, channel, external, address_id, conversation, heard_at)
      VALUES (${id}, '${channel}', '${external}', ${id}, ${conversation}, ${now});
    INSERT INTO roles (address_id, role, unit_id, name, granted_at) VALUES (${id}, 'staff', 1, 'Bu Rina', 0);`,
    )
    .join('')}
    INSERT INTO office_seats (public_id, desk_hash, external, pin, created_at) VALUES ('seat', 'desk', '${STAFF.web}', 'x', 0);
    ${numbers(PEOPLE)} INSERT INTO persons (id, public_id, language, created_at)
      SELECT ${FIRST_PERSON} - 1 + i, 'person-' || i, 'id', ${now - 365 * DAY_MS} FROM n;
    ${numbers(PEOPLE)} INSERT INTO addresses (id, channel, external, person_id)
      SELECT ${FIRST_PERSON} - 1 + i, 'telegram', 20000000 + i, ${FIRST_PERSON} - 1 + i FROM n;
    ${numbers(PEOPLE)} INSERT INTO chats (id, channel, external, address_id, conversation, heard_at)
      SELECT ${FIRST_PERSON} - 1 + i, 'telegram', 20000000 + i, ${FIRST_PERSON} - 1 + i, ${conversation},
        ${now} - i % 200 * ${DAY_MS} FROM n;
    ${numbers(PEOPLE)} INSERT INTO carts (person_id, version, body)
      SELECT ${FIRST_PERSON} - 1 + i, 1, ${json(EMPTY_CART)} FROM n;`;
}

/** Names are gone where they are kept no longer. */
function orders(now: number): string {
  const at = timeOf('i', now);
  const recent = `${at} > ${now - 90 * DAY_MS}`;
  return `${numbers(ORDERS)} INSERT INTO orders
      (id, code, stand_id, person_id, chat_id, language, stage, name, phone, created_at)
    SELECT i, printf('%06X', i), 1, ${personOf('i')}, ${personOf('i')}, 'id', 'preorder',
      CASE WHEN ${recent} THEN 'Siti Aminah' ELSE '' END, CASE WHEN ${recent} THEN '081234567890' END, ${at} FROM n;
    UPDATE persons SET name = 'Siti Aminah' WHERE EXISTS
      (SELECT 1 FROM orders WHERE person_id = persons.id AND name <> '');`;
}

interface Goods {
  readonly product: number;
  readonly variant: number;
  readonly unit: number;
  readonly place: number;
  readonly mode: SalesMode;
  readonly price: number | null;
  /** The states that it goes through. */
  readonly path: readonly FulfilmentState[];
}

function parts(now: number): string {
  return [
    partsOf(now, CHIPS, `${numbers(ORDERS)}, p(id, o) AS (SELECT i, i FROM n WHERE i % 3 = 0)`),
    partsOf(now, PAVING, `${numbers(ORDERS)}, p(id, o) AS (SELECT i, i FROM n WHERE i % 3 > 0)`),
    partsOf(
      now,
      BAG,
      `${numbers(PARTS - ORDERS)}, p(id, o) AS (SELECT ${ORDERS} + i, i * ${ORDERS} / ${PARTS - ORDERS} FROM n)`,
    ),
  ].join('');
}

/** @param which `p(id, o)`: the part and its order */
function partsOf(now: number, { path, ...goods }: Goods, which: string): string {
  const moving = path.slice(0, -1);
  const states = path.map((state, index) => `(${index + 1}, '${state}')`).join();
  const at = timeOf('o', now);
  const version = `CASE WHEN o > ${ORDERS - OPEN_ORDERS} THEN 1 + id % ${moving.length} ELSE ${path.length} END`;
  const waits = `state IN ('new', 'quoted', 'ready')`;
  return `${which}, s(version, state) AS (VALUES ${states}) INSERT INTO fulfilments
      (id, public_id, order_id, unit_id, place_id, state, version, from_stock, quote_first, updated_at, due_at,
        quote_amount, quote_valid_until)
    SELECT id, 'part-' || id, o, ${goods.unit}, ${goods.place}, state, s.version, ${goods.mode === 'ready'},
      ${goods.mode === 'quote'}, ${at}, CASE WHEN ${waits} THEN ${now + 2 * DAY_MS} + id END,
      ${goods.mode === 'quote' ? `CASE WHEN s.version > 1 THEN 250000 END, CASE WHEN s.version > 1 THEN ${now + 7 * DAY_MS} END` : 'NULL, NULL'}
    FROM p JOIN s ON s.version = ${version} ORDER BY id;
    INSERT INTO order_lines (fulfilment_id, product_id, variant_id, unit_id, mode, qty, price, price_status)
    SELECT id, ${goods.product}, ${goods.variant}, ${goods.unit}, '${goods.mode}', 1 + id % 3, ${goods.price ?? 'NULL'},
      '${goods.price === null ? 'unknown' : 'confirmed'}' FROM fulfilments WHERE unit_id = ${goods.unit}
      AND quote_first = ${goods.mode === 'quote'} AND from_stock = ${goods.mode === 'ready'} ORDER BY id;
    WITH s(version, before, state) AS (VALUES ${path.map((state, index) => `(${index}, ${index === 0 ? 'NULL' : `'${path[index - 1]}'`}, '${state}')`).join()})
    INSERT INTO fulfilment_steps (fulfilment_id, version, from_state, to_state, actor, at)
    SELECT id, s.version, before, s.state, CASE WHEN s.version > 0 THEN 1 END, updated_at
    FROM fulfilments f JOIN s ON s.version < f.version WHERE unit_id = ${goods.unit}
      AND quote_first = ${goods.mode === 'quote'} AND from_stock = ${goods.mode === 'ready'} ORDER BY id, s.version;`;
}

/** What was handed over and paid, and what is promised of the stand's stock. */
function history(): string {
  return `INSERT INTO movements (variant_id, kind, qty, order_id, actor, at)
      SELECT variant_id, 'hand-over', -qty, order_id, 1, updated_at FROM fulfilments
      JOIN order_lines ON fulfilment_id = fulfilments.id WHERE from_stock AND state = 'collected' ORDER BY fulfilments.id;
    UPDATE stock SET allocated = (SELECT sum(qty) FROM fulfilments JOIN order_lines ON fulfilment_id = fulfilments.id
      WHERE from_stock AND state = 'ready') WHERE variant_id = ${CHIPS.variant};
    INSERT INTO payments (order_id, position, status, method, actor, at)
      SELECT id, 0, 'paid', 'cash', 1, created_at FROM orders WHERE id <= ${ORDERS - OPEN_ORDERS} ORDER BY id;
    INSERT INTO money (payment_id, unit_id, variant_id, qty, method, amount, price_status, actor, at)
      SELECT id, 1, NULL, 1, method, 30000, 'confirmed', actor, at FROM payments ORDER BY id;`;
}

function messages(now: number): string {
  const at = timeOf('n.i', now);
  const isOpen = `n.i > ${ORDERS - OPEN_ORDERS}`;
  const to = `t(chat, kind, what) AS (VALUES (1, 'notice', 'new'), (2, 'notice', 'new'),
    (0, 'reply', 'summary'), (0, 'reply', 'slip'), (0, 'notice', 'ready'))`;
  return `${numbers(ORDERS)}, ${to} INSERT INTO outbox
      (key, public_id, chat_id, kind, about, message, state, attempts, due_at, external_id, created_at, sent_at, seen_at)
    SELECT 'part part-' || n.i || ' ' || what || ' ' || chat || kind, CASE WHEN chat = 2 THEN 'm' || n.i END,
      CASE WHEN chat > 0 THEN chat ELSE ${personOf('n.i')} END, kind,
      CASE WHEN chat > 0 AND ${isOpen} THEN 'part-' || n.i END,
      ${message(at, now, 'Pesanan 1 × Keripik tempe, atas nama Siti. Ambil besok di gerai.')},
      'sent', 1, ${at}, CASE WHEN chat <> 2 THEN n.i END, ${at}, ${at},
      CASE WHEN chat = 2 AND n.i < ${ORDERS - 2} THEN ${at} END
    FROM n JOIN t ORDER BY n.i;
    ${numbers(30 * 200 * 8)} INSERT INTO inbox (key, at) SELECT 'telegram:' || (500000000 + i), ${now} - i * 54000 FROM n;`;
}

function questions(now: number): string {
  const open = `i > ${QUESTIONS - OPEN_QUESTIONS}`;
  return `${numbers(QUESTIONS)} INSERT INTO questions
      (public_id, number, chat_id, unit_id, product_id, subject, open, asked_at, due_at, answer, answered_by, answered_at)
    SELECT 'question-' || i, 1 + i % 9, ${FIRST_PERSON} + i, 1, 1, 'expiry', ${open}, ${timeOf('i * 10', now)},
      CASE WHEN ${open} THEN ${now + 2 * DAY_MS} END, CASE WHEN i > ${QUESTIONS * 0.8} AND NOT (${open}) THEN 'Tiga bulan.' END,
      CASE WHEN NOT (${open}) THEN 1 END, CASE WHEN NOT (${open}) THEN ${timeOf('i * 10', now)} END FROM n;`;
}

/** All but the seals of the last minute; and what is tidied up each hour was tidied up an hour ago. */
function records(now: number): string {
  const sealed = ['audit', 'movements', 'payments', 'fulfilment_steps'];
  return `${numbers(20_000)} INSERT INTO audit (at, actor, what, subject) SELECT ${now} - i, 1, 'phone-seen', 'order ' || i FROM n;
    ${numbers(365 * 40)} INSERT INTO tallies (day, what, unit_id, product_id, intent, language, channel, answered, count)
      SELECT date(${now} / 1000 - i / 40 * 86400, 'unixepoch'), 'asked', 1, i % 40, 'price', 'id', 'telegram', 1, 5 FROM n;
    ${sealed
      .map(
        (table) => `INSERT INTO seals (about, row_id, before, hash)
          SELECT '${table}', id, lower(hex(randomblob(32))), lower(hex(randomblob(32))) FROM ${table} ORDER BY id;`,
      )
      .join('')}
    ${RULES.map(
      (rule) => `INSERT INTO retention (rule, ran_at, mark) VALUES ('${rule}', ${now - 3_600_000},
        ${rule === 'texts' ? `(SELECT max(id) FROM outbox WHERE created_at < ${now - 30 * DAY_MS})` : 0});`,
    ).join('')}`;
}
