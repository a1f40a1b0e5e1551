/** What is entered over the counter, and money: written once, read again as entries and as sums. */
import { asc, eq, gte, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { EntryView } from '../../src/chat/facts.ts';
import type { Effect, EnteredLine } from '../../src/shop/effects.ts';
import type { Result, Statement } from '../database.ts';
import { entries, money, movements, payments, stock } from '../schema.ts';
import { command, compiler, once, query } from '../statement.ts';
import { guardStatements } from './order-statements.ts';
import type { Origin } from './origin.ts';
import { nameOf } from './people.ts';

/* ── writing ── */

type CounterEffect = Extract<Effect, { kind: 'payment' | 'entry' | 'undo-entry' }>;

export function counterStatements(effect: CounterEffect, origin: Origin): Statement[] {
  switch (effect.kind) {
    case 'payment':
      return paymentStatements(effect, origin);
    case 'entry':
      return entryStatements(effect, origin);
    case 'undo-entry':
      return undoStatements(effect, origin);
  }
}

function paymentStatements(
  { orderId, position, status, method, money: lines }: Extract<Effect, { kind: 'payment' }>,
  origin: Origin,
): Statement[] {
  const { actorId: actor, now: at } = origin;
  const payment = once(compiler.insert(payments).values({ orderId, position, status, method, actor, at }));
  if (method === null) {
    const [made, before] = [paymentAt(orderId, position), paymentAt(orderId, position - 1)];
    return [payment, takeBackMoney('payment_id', made, before, origin)];
  }
  const paymentId = sql<number>`(SELECT id FROM payments WHERE order_id = ${orderId} AND position = ${position})`;
  return [
    payment,
    ...lines.map((line) => once(compiler.insert(money).values({ ...line, method, paymentId, actor, at }))),
  ];
}

const paymentAt = (orderId: number, position: number): Fragment => ({
  sql: '(SELECT id FROM payments WHERE order_id = ? AND position = ?)',
  args: [orderId, position],
});

const entryId = (publicId: string) => sql<number>`(SELECT id FROM entries WHERE public_id = ${publicId})`;

function entryStatements(
  { publicId, entry: kind, lines, method, money: paid, guards }: Extract<Effect, { kind: 'entry' }>,
  { actorId: actor, now: at }: Origin,
): Statement[] {
  const made = entryId(publicId);
  return [
    ...(guards ? guardStatements(guards) : []),
    ...lines.flatMap(countedStatements),
    once(compiler.insert(entries).values({ publicId, kind, actor, at })),
    ...lines.map(({ variantId, qty }) =>
      once(compiler.insert(movements).values({ variantId, kind, qty, entryId: made, actor, at })),
    ),
    ...(method === null
      ? []
      : paid.map((line) =>
          once(compiler.insert(money).values({ ...line, method, entryId: made, actor, at })),
        )),
  ];
}

/** NULL refuses the batch where something moved since the count. */
function countedStatements({ variantId, counted }: EnteredLine): Statement[] {
  if (counted === undefined) return [];
  const newest = sql`(SELECT max(id) FROM movements WHERE movements.variant_id = ${variantId})`;
  return [
    once(
      compiler
        .update(stock)
        .set({ onHand: sql`CASE WHEN ${newest} IS ${counted} THEN ${stock.onHand} END` })
        .where(eq(stock.variantId, variantId)),
    ),
  ];
}

const ENTRY = '(SELECT id FROM entries WHERE public_id = ?)';

function undoStatements(
  { publicId, entryId: undoes }: Extract<Effect, { kind: 'undo-entry' }>,
  origin: Origin,
): Statement[] {
  const { actorId: actor, now: at } = origin;
  const kind = sql<'walk-in'>`(SELECT kind FROM entries WHERE id = ${undoes})`;
  return [
    once(compiler.insert(entries).values({ publicId, kind, undoes, actor, at })),
    {
      sql: `INSERT INTO movements (variant_id, kind, qty, entry_id, actor, at)
        SELECT variant_id, kind, -qty, ${ENTRY}, ?, ? FROM movements WHERE entry_id = ? ORDER BY id`,
      args: [publicId, actor, at, undoes],
    },
    takeBackMoney('entry_id', { sql: ENTRY, args: [publicId] }, { sql: '?', args: [undoes] }, origin),
  ];
}

interface Fragment {
  readonly sql: string;
  readonly args: readonly (string | number)[];
}

/** The same money once more, the other way round. */
function takeBackMoney(
  of: 'entry_id' | 'payment_id',
  by: Fragment,
  what: Fragment,
  { actorId, now }: Origin,
): Statement {
  return {
    sql: `INSERT INTO money (${of}, unit_id, variant_id, qty, method, amount, price_status, actor, at)
      SELECT ${by.sql}, unit_id, variant_id, -qty, method, -amount, price_status, ?, ?
      FROM money WHERE ${of} = ${what.sql} ORDER BY id`,
    args: [...by.args, actorId, now, ...what.args],
  };
}

/** What was told before holds for the level before. */
export const setLowLevel = command(
  compiler
    .update(stock)
    .set({ lowAt: sql`${sql.placeholder('lowAt')}`, lowTold: false })
    .where(eq(stock.variantId, sql.placeholder('variantId'))),
);

/* ── reading ── */

const undoing = alias(entries, 'undoing');

const entryQuery = query(
  compiler
    .select({
      id: entries.id,
      publicId: entries.publicId,
      kind: entries.kind,
      at: entries.at,
      by: nameOf(entries.actor),
      undoes: entries.undoes,
      undoneAt: undoing.at,
      undoneBy: nameOf(undoing.actor),
    })
    .from(entries)
    .leftJoin(undoing, eq(undoing.undoes, entries.id))
    .where(eq(entries.publicId, sql.placeholder('publicId'))),
);

const linesQuery = query(
  compiler
    .select({ variantId: movements.variantId, qty: movements.qty })
    .from(movements)
    .innerJoin(entries, eq(entries.id, movements.entryId))
    .where(eq(entries.publicId, sql.placeholder('publicId')))
    .orderBy(asc(movements.id)),
);

const moneyQuery = query(
  compiler
    .select({
      unitId: money.unitId,
      variantId: money.variantId,
      qty: money.qty,
      method: money.method,
      amount: money.amount,
      priceStatus: money.priceStatus,
    })
    .from(money)
    .innerJoin(entries, eq(entries.id, money.entryId))
    .where(eq(entries.publicId, sql.placeholder('publicId')))
    .orderBy(asc(money.id)),
);

export function entryParts(publicId: string): Statement[] {
  return [entryQuery, linesQuery, moneyQuery].map((each) => each.with({ publicId }));
}

export function readEntry([head, lines, paid]: readonly Result[]): EntryView | null {
  const [row] = entryQuery.rows(head);
  if (!row) return null;
  const { undoes, undoneAt, undoneBy, ...entry } = row;
  const lined = moneyQuery.rows(paid);
  return {
    ...entry,
    isUndo: undoes !== null,
    undone: undoneAt === null ? null : { at: undoneAt, by: undoneBy },
    lines: linesQuery.rows(lines),
    method: lined[0]?.method ?? null,
    money: lined.map(({ method: _, ...line }) => line),
  };
}

/** What is given back is negative, so that the sum is what there is. */
export const sumMoney = query(
  compiler
    .select({
      unitId: money.unitId,
      method: money.method,
      priceStatus: money.priceStatus,
      amount: sql<number | null>`sum(${money.amount})`,
      qty: sql<number>`sum(${money.qty})`,
    })
    .from(money)
    .where(gte(money.at, sql.placeholder('since')))
    .groupBy(money.unitId, money.method, money.priceStatus)
    .orderBy(asc(money.unitId), asc(money.method)),
);
