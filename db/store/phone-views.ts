/** Who looked at visitors' phone numbers: as the audit has it, `order <id>` or `task <id>`, with the order's code. */
import { desc, eq, sql } from 'drizzle-orm';
import type { PhoneView } from '../../src/chat/facts.ts';
import type { Database, Result } from '../database.ts';
import { audit, orders, tasks } from '../schema.ts';
import { compiler, query } from '../statement.ts';
import { nameOf } from './people.ts';

const about = sql`CAST(substr(${audit.subject}, instr(${audit.subject}, ' ') + 1) AS INTEGER)`;
const orderId = sql`CASE WHEN ${audit.subject} LIKE 'task %'
  THEN (SELECT ${tasks.orderId} FROM ${tasks} WHERE ${tasks.id} = ${about}) ELSE ${about} END`;

export const phoneViewsQuery = query(
  compiler
    .select({
      at: audit.at,
      by: nameOf(audit.actor),
      code: sql<string | null>`(SELECT ${orders.code} FROM ${orders} WHERE ${orders.id} = ${orderId})`,
    })
    .from(audit)
    .where(eq(audit.what, 'see-phone'))
    .orderBy(desc(audit.id))
    .limit(sql.placeholder('limit')),
);

export function readPhoneViews(result: Result | undefined): PhoneView[] {
  return phoneViewsQuery.rows(result);
}

export async function loadPhoneViews(database: Database): Promise<PhoneView[]> {
  const [result] = await database.read([phoneViewsQuery.with({ limit: -1 })]);
  return readPhoneViews(result);
}
