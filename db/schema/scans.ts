/** How products were come to from their shelf labels: counters only, never who. */
import { sql } from 'drizzle-orm';
import { check, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Road } from '../../src/shop/scans.ts';
import { products } from './catalogue.ts';

export const scans = sqliteTable(
  'scans',
  {
    /** `YYYY-MM-DD` in the stand's time zone. */
    day: text('day').notNull(),
    productId: integer('product_id')
      .notNull()
      .references(() => products.id),
    road: text('road').$type<Road>().notNull(),
    count: integer('count').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.day, table.productId, table.road] }),
    check('scan_counted', sql`${table.count} > 0`),
  ],
);
