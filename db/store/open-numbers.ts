/** Numbers that the open notices of chats have taken. */
import { sql } from 'drizzle-orm';
import type { OpenNumbers } from '../../src/engine/store.ts';
import type { Database } from '../database.ts';
import { outbox } from '../schema.ts';
import { compiler, query } from '../statement.ts';

const openQuery = query(
  compiler
    .select({
      chatId: outbox.chatId,
      from: sql<number>`coalesce(json_extract(${outbox.message}, '$.shown.from'), 1)`,
      count: sql<number>`json_array_length(${outbox.message}, '$.choices')`,
    })
    .from(outbox)
    .where(
      sql`${outbox.about} IS NOT NULL AND json_extract(${outbox.message}, '$.shown.as') = 'numbers'
        AND ${outbox.chatId} IN (SELECT value FROM json_each(${sql.placeholder('chats')}))`,
    ),
);

export async function loadOpenNumbers(
  database: Database,
  chats: readonly number[],
): Promise<readonly OpenNumbers[]> {
  const [rows] = await database.read([openQuery.with({ chats: JSON.stringify(chats) })]);
  return openQuery.rows(rows);
}
