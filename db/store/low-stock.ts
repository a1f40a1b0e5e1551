/** Variants of which there are as few as their level, and whether their unit has been told. */
import { and, eq, sql } from 'drizzle-orm';
import { ConstraintError, type Database } from '../database.ts';
import { stock } from '../schema.ts';
import { command, compiler, query } from '../statement.ts';
import { type OwnNotice, oweNotices } from './outbox/own-notices.ts';

export interface LowStock {
  readonly variantId: number;
  /** What can still be promised. */
  readonly left: number;
}

const left = sql<number>`${stock.onHand} - ${stock.allocated}`;

const untoldQuery = query(
  compiler
    .select({ variantId: stock.variantId, left })
    .from(stock)
    .where(and(sql`${left} <= ${stock.lowAt}`, eq(stock.lowTold, false)))
    .orderBy(stock.variantId),
);

/** There are more again: the next time is told anew. */
const forget = command(
  compiler
    .update(stock)
    .set({ lowTold: false })
    .where(and(sql`${left} > ${stock.lowAt}`, eq(stock.lowTold, true))),
);

const anyToForget = query(
  compiler
    .select({ variantId: stock.variantId })
    .from(stock)
    .where(and(sql`${left} > ${stock.lowAt}`, eq(stock.lowTold, true)))
    .limit(1),
);

/** Those that nobody was told of yet. */
export async function lowAndUntold(database: Database): Promise<LowStock[]> {
  const [untold, more] = await database.read([untoldQuery.with(), anyToForget.with()]);
  if (anyToForget.rows(more).length > 0) await database.write([forget({})]);
  return untoldQuery.rows(untold);
}

/** NOT NULL refuses the second of two processes that tell it. */
const told = command(
  compiler
    .update(stock)
    .set({ lowTold: sql`CASE WHEN ${stock.lowTold} = 0 THEN 1 END` })
    .where(eq(stock.variantId, sql.placeholder('variantId'))),
);

/** @returns whether it was written down now; false where another process did so before. */
export async function tellLow(
  database: Database,
  { variantId, id, at }: { readonly variantId: number; readonly id: string; readonly at: number },
  notices: readonly OwnNotice[],
): Promise<boolean> {
  try {
    await database.write([told({ variantId }), ...oweNotices(`low ${variantId} ${id}`, notices, at)]);
    return true;
  } catch (error) {
    if (error instanceof ConstraintError) return false;
    throw error;
  }
}
