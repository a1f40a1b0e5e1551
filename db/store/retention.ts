/**
 * What is kept for so long and no longer. Each rule is carried out in pieces, so that the write queue takes others in
 * between, and its last run is written down for whoever has to answer for it.
 */
import { EMPTY_CART } from '../../src/shop/cart.ts';
import { type Database, type Statement, valuesOf } from '../database.ts';
import { MOVING } from './erase/kept.ts';

/** Rows written at once. */
const PIECE = 500;
/** Pieces of one rule in one run: the next run goes on. */
const PIECES = 20;

const DAY_MS = 86_400_000;

export interface Keeping {
  /** Names and numbers of orders that have ended. */
  readonly namesDays: number;
  /** Carts of those who have not written any more. */
  readonly cartsDays: number;
}

/** Days that no setting changes. */
export const KEPT_DAYS = {
  texts: 30,
  /** Longer than any channel delivers an event again: Telegram does for a day, WhatsApp's Cloud API for seven. */
  inbox: 30,
  deadLetters: 7,
  codes: 1,
  links: 30,
} as const;

export const RULES = [
  'texts',
  'words',
  'inbox',
  'dead-letters',
  'connect-codes',
  'pairing-links',
  'data-links',
  'invitations',
  'order-names',
  'person-names',
  'answers',
  'carts',
] as const;
export type Rule = (typeof RULES)[number];

interface Task {
  readonly table: string;
  /** Which rows; `?1` is the time before which they are not kept. */
  readonly where: string;
  /** null: they are deleted. */
  readonly set: string | null;
  readonly before: number;
}

const quietSince = (person: string) => `NOT EXISTS (SELECT 1 FROM chats
  JOIN addresses ON addresses.id = chats.address_id WHERE addresses.person_id = ${person} AND chats.heard_at >= ?1)`;

function tasks(
  now: number,
  { namesDays, cartsDays }: Keeping,
): Readonly<Record<Exclude<Rule, 'texts'>, Task>> {
  const ago = (days: number) => now - days * DAY_MS;
  const old = { set: null, where: 'expires_at < ?1' };
  return {
    words: {
      table: 'chats',
      where: `heard_at < ?1 AND held_until IS NULL AND instr(conversation, '"unanswered":null') = 0`,
      set: `conversation = json_set(conversation, '$.unanswered', NULL), version = version + 1`,
      before: ago(KEPT_DAYS.texts),
    },
    inbox: { table: 'inbox', where: 'at < ?1', set: null, before: ago(KEPT_DAYS.inbox) },
    'dead-letters': {
      table: 'dead_letters',
      where: 'at < ?1',
      set: null,
      before: ago(KEPT_DAYS.deadLetters),
    },
    'connect-codes': { ...old, table: 'connect_codes', before: ago(KEPT_DAYS.codes) },
    'pairing-links': { ...old, table: 'pairing_links', before: ago(KEPT_DAYS.links) },
    'data-links': { ...old, table: 'data_links', before: now },
    invitations: {
      table: 'invitations',
      where:
        'expires_at < ?1 AND NOT EXISTS (SELECT 1 FROM acceptances WHERE invitation_id = invitations.id)',
      set: null,
      before: ago(KEPT_DAYS.links),
    },
    'order-names': {
      table: 'orders',
      where: `name <> '' AND created_at < ?1 AND NOT EXISTS (SELECT 1 FROM fulfilments
        WHERE order_id = orders.id AND (state IN ${MOVING} OR updated_at >= ?1))`,
      set: `name = '', phone = NULL`,
      before: ago(namesDays),
    },
    'person-names': {
      table: 'persons',
      where: `(name IS NOT NULL OR phone IS NOT NULL) AND created_at < ?1 AND ${quietSince('persons.id')}
        AND NOT EXISTS (SELECT 1 FROM orders WHERE person_id = persons.id AND name <> '')`,
      set: 'name = NULL, phone = NULL',
      before: ago(namesDays),
    },
    answers: {
      table: 'questions',
      where: 'answered_at < ?1 AND open = 0 AND answer IS NOT NULL',
      set: 'answer = NULL',
      before: ago(namesDays),
    },
    carts: {
      table: 'carts',
      where: `body <> '${JSON.stringify(EMPTY_CART)}' AND ${quietSince('carts.person_id')}
        AND EXISTS (SELECT 1 FROM persons WHERE id = carts.person_id AND created_at < ?1)`,
      set: `body = '${JSON.stringify(EMPTY_CART)}', version = version + 1`,
      before: ago(cartsDays),
    },
  };
}

/** @returns whether a rule has more to do than one run takes. */
export async function tidyUp(database: Database, now: number, keeping: Keeping): Promise<boolean> {
  const all = tasks(now, keeping);
  let more = false;
  for (const rule of RULES) {
    const piece =
      rule === 'texts' ? () => blankTexts(database, now) : () => carryOut(database, rule, all[rule], now);
    more = (await inPieces(piece)) || more;
  }
  await database.write(RULES.map((rule) => ran(rule, 0, now)));
  return more;
}

async function inPieces(piece: () => Promise<number>): Promise<boolean> {
  for (let done = 0; done < PIECES; done += 1) if ((await piece()) < PIECE) return false;
  return true;
}

/** Nothing is written where nothing is old: what is written may cost what is kept in memory. */
async function carryOut(database: Database, rule: Rule, task: Task, now: number): Promise<number> {
  const { table, where, set, before } = task;
  const [some] = await database.read([
    { sql: `SELECT count(*) FROM (SELECT 1 FROM ${table} WHERE ${where} LIMIT ${PIECE})`, args: [before] },
  ]);
  const count = Number(some && valuesOf(some)[0]?.[0]);
  if (count === 0) return 0;
  const which = `rowid IN (SELECT rowid FROM ${table} WHERE ${where} LIMIT ${PIECE})`;
  const [result] = await database.write([
    {
      sql: set === null ? `DELETE FROM ${table} WHERE ${which}` : `UPDATE ${table} SET ${set} WHERE ${which}`,
      args: [before],
    },
    ran(rule, count, now),
  ]);
  return result?.rowsAffected ?? 0;
}

const NEXT_TEXTS = `SELECT id, created_at FROM outbox
  WHERE id > coalesce((SELECT mark FROM retention WHERE rule = 'texts'), 0) ORDER BY id LIMIT ${PIECE}`;

/** Choices that can still be taken stay; what was not fetched for so long is not owed any more. */
const BLANK = `UPDATE outbox SET
    message = json_set(json_remove(message, '$.template'), '$.text', '', '$.choices',
      json(CASE WHEN about IS NULL THEN '[]' ELSE json_extract(message, '$.choices') END)),
    key = CASE WHEN kind = 'reply' OR key LIKE 'talk %' THEN 'blank ' || id ELSE key END,
    cause = NULL, external_id = NULL, replaces = NULL, error = NULL,
    state = CASE WHEN state IN ('pending', 'sending', 'uncertain') THEN 'dead' ELSE state END
  WHERE id IN (SELECT value FROM json_each(?))`;

/** Rows are written in the order of time: up to the mark they are done. */
async function blankTexts(database: Database, now: number): Promise<number> {
  const before = now - KEPT_DAYS.texts * DAY_MS;
  const [next] = await database.read([{ sql: NEXT_TEXTS, args: [] }]);
  const rows = next ? valuesOf(next) : [];
  const tooNew = rows.findIndex((row) => Number(row[1]) >= before);
  const ids = (tooNew === -1 ? rows : rows.slice(0, tooNew)).map((row) => Number(row[0]));
  const mark = ids.at(-1);
  if (mark === undefined) return 0;
  await database.write([
    { sql: BLANK, args: [JSON.stringify(ids)] },
    ran('texts', ids.length, now),
    { sql: `UPDATE retention SET mark = ? WHERE rule = 'texts'`, args: [mark] },
  ]);
  return ids.length;
}

function ran(rule: Rule, count: number, now: number): Statement {
  return {
    sql: `INSERT INTO retention (rule, ran_at, last_count, last_at, total)
        VALUES (?1, ?2, ?3, CASE WHEN ?3 > 0 THEN ?2 END, ?3)
      ON CONFLICT (rule) DO UPDATE SET ran_at = ?2,
        last_count = CASE WHEN ?3 = 0 THEN last_count WHEN last_at = ?2 THEN last_count + ?3 ELSE ?3 END,
        last_at = CASE WHEN ?3 > 0 THEN ?2 ELSE last_at END,
        total = total + ?3`,
    args: [rule, now, count],
  };
}

export interface RuleRun {
  readonly rule: Rule;
  /** UTC milliseconds. */
  readonly ranAt: number;
  /** Rows in the last run that found any; null: none has. */
  readonly last: { readonly at: number; readonly count: number } | null;
  readonly total: number;
}

export async function loadRetention(database: Database): Promise<RuleRun[]> {
  const [result] = await database.read([
    { sql: 'SELECT rule, ran_at, last_at, last_count, total FROM retention ORDER BY rowid', args: [] },
  ]);
  return (result ? valuesOf(result) : []).map((row) => ({
    rule: String(row[0]) as Rule,
    ranAt: Number(row[1]),
    last: row[2] === null ? null : { at: Number(row[2]), count: Number(row[3]) },
    total: Number(row[4]),
  }));
}
