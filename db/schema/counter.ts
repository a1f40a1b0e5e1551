/** The counter: what keepers enter there, and the money of the stand. */
import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { PriceStatus } from '../../src/shop/catalogue.ts';
import type { EntryKind, PaymentMethod } from '../../src/shop/counter.ts';
import { units, variants } from './catalogue.ts';
import { id } from './columns.ts';
import { payments } from './orders.ts';
import { addresses } from './people.ts';

/** Never changed: an error is undone by an entry that points back, and each is undone once at most. */
export const entries = sqliteTable('entries', {
  id: id(),
  /** Short and opaque; of the draft that it was made from, so that a draft is booked once. */
  publicId: text('public_id').notNull().unique(),
  kind: text('kind').$type<EntryKind>().notNull(),
  undoes: integer('undoes').unique(),
  actor: integer('actor')
    .notNull()
    .references(() => addresses.id),
  at: integer('at').notNull(),
});

/**
 * All money that came in (positive) or was given back, as entries that are never changed: of a sale over the counter, or
 * of the payment of an order. What has no confirmed price enters no sum.
 */
export const money = sqliteTable(
  'money',
  {
    id: id(),
    entryId: integer('entry_id').references(() => entries.id),
    paymentId: integer('payment_id').references(() => payments.id),
    unitId: integer('unit_id')
      .notNull()
      .references(() => units.id),
    /** null: for all that a unit named one price for. */
    variantId: integer('variant_id').references(() => variants.id),
    /** Signed, as the amount. */
    qty: integer('qty').notNull(),
    method: text('method').$type<PaymentMethod>().notNull(),
    /** Rupiah for all of them, frozen; null: unknown. */
    amount: integer('amount'),
    priceStatus: text('price_status').$type<PriceStatus>().notNull(),
    actor: integer('actor')
      .notNull()
      .references(() => addresses.id),
    at: integer('at').notNull(),
  },
  (table) => [
    index('money_by_time').on(table.at),
    index('money_by_entry').on(table.entryId),
    index('money_by_payment').on(table.paymentId),
    check('money_from_one', sql`(${table.entryId} IS NULL) <> (${table.paymentId} IS NULL)`),
    check('money_amount_known', sql`(${table.amount} IS NULL) = (${table.priceStatus} = 'unknown')`),
  ],
);
