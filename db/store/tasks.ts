/** What keepers have to do by hand. */
import { and, eq, isNull, notExists, sql } from 'drizzle-orm';
import type { Statement } from '../database.ts';
import { tasks } from '../schema.ts';
import { compiler, once } from '../statement.ts';

/** One call for all that an order has to tell; once it was made, the next notice that fails is another. */
export function taskStatement(orderId: number, now: number): Statement {
  const open = compiler
    .select({ id: tasks.id })
    .from(tasks)
    .where(and(eq(tasks.orderId, orderId), eq(tasks.kind, 'call'), isNull(tasks.doneAt)));
  return once(
    compiler.insert(tasks).select(
      compiler
        .select({
          id: sql<number>`NULL`.as('id'),
          kind: sql<'call'>`'call'`.as('kind'),
          orderId: sql<number>`${orderId}`.as('order_id'),
          createdAt: sql<number>`${now}`.as('created_at'),
          doneAt: sql<number | null>`NULL`.as('done_at'),
        })
        .from(sql`(SELECT 1)`)
        .where(notExists(open)),
    ),
  );
}
