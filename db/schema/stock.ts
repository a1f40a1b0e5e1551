/** Stand stock: what lies there, and every movement that made it so. */
import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { MovementKind } from '../../src/shop/stock.ts';
import { variants } from './catalogue.ts';
import { id } from './columns.ts';
import { entries } from './counter.ts';
import { orders } from './orders.ts';
import { addresses } from './people.ts';

/** `on_hand` is kept by a trigger as the sum of the movements; `allocated` is promised to open parts. */
export const stock = sqliteTable(
  'stock',
  {
    variantId: integer('variant_id')
      .primaryKey()
      .references(() => variants.id),
    onHand: integer('on_hand').notNull().default(0),
    allocated: integer('allocated').notNull().default(0),
    /** At so many, or fewer, that can still be promised the unit is told; null: it is not. */
    lowAt: integer('low_at'),
    /** It has been told, and there were not more since. */
    lowTold: integer('low_told', { mode: 'boolean' }).notNull().default(false),
  },
  (table) => [
    check('stock_not_negative', sql`${table.onHand} >= 0 AND ${table.allocated} >= 0`),
    check('stock_enough', sql`${table.allocated} <= ${table.onHand}`),
  ],
);

export const movements = sqliteTable(
  'movements',
  {
    id: id(),
    variantId: integer('variant_id')
      .notNull()
      .references(() => variants.id),
    kind: text('kind').$type<MovementKind>().notNull(),
    /** Signed: what came in is positive. */
    qty: integer('qty').notNull(),
    orderId: integer('order_id').references(() => orders.id),
    /** What was entered over the counter. */
    entryId: integer('entry_id').references(() => entries.id),
    /** Address of who recorded it; null for the seed. */
    actor: integer('actor').references(() => addresses.id),
    at: integer('at').notNull(),
  },
  (table) => [
    index('movements_by_variant').on(table.variantId),
    index('movements_by_entry').on(table.entryId).where(sql`entry_id IS NOT NULL`),
    check('movement_not_zero', sql`${table.qty} <> 0`),
  ],
);
