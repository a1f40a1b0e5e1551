/** Carts, orders, their parts and what was paid. */
import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { CartBody } from '../../src/shop/cart.ts';
import type { Language, PriceStatus, SalesMode, SellingStage } from '../../src/shop/catalogue.ts';
import type { Told } from '../../src/shop/deadlines.ts';
import type { FulfilmentState, RejectReason } from '../../src/shop/fulfilment.ts';
import { places, products, stands, units, variants } from './catalogue.ts';
import { id } from './columns.ts';
import { addresses, chats, persons } from './people.ts';

export const carts = sqliteTable('carts', {
  personId: integer('person_id')
    .primaryKey()
    .references(() => persons.id),
  version: integer('version').notNull(),
  body: text('body', { mode: 'json' }).$type<CartBody>().notNull(),
});

export const orders = sqliteTable(
  'orders',
  {
    id: id(),
    code: text('code').notNull(),
    standId: integer('stand_id')
      .notNull()
      .references(() => stands.id),
    personId: integer('person_id')
      .notNull()
      .references(() => persons.id),
    /** Where the visitor hears of it. */
    chatId: integer('chat_id')
      .notNull()
      .references(() => chats.id),
    language: text('language').$type<Language>().notNull(),
    /** The selling stage at the confirmation: `interest` records interest and asks nobody for anything. */
    stage: text('stage').$type<SellingStage>().notNull(),
    name: text('name').notNull(),
    phone: text('phone'),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('orders_code').on(table.code),
    index('orders_by_person').on(table.personId),
    index('orders_by_name').on(sql`lower(name)`),
    index('orders_with_name').on(table.createdAt).where(sql`name <> ''`),
  ],
);

export const fulfilments = sqliteTable(
  'fulfilments',
  {
    id: id(),
    /** Short and opaque; what buttons carry. */
    publicId: text('public_id').notNull().unique(),
    orderId: integer('order_id')
      .notNull()
      .references(() => orders.id),
    unitId: integer('unit_id')
      .notNull()
      .references(() => units.id),
    placeId: integer('place_id')
      .notNull()
      .references(() => places.id),
    state: text('state').$type<FulfilmentState>().notNull(),
    version: integer('version').notNull().default(1),
    /** Goods lie in stand stock, allocated; otherwise they are made first. */
    fromStock: integer('from_stock', { mode: 'boolean' }).notNull(),
    /** Goods need a price from the unit before they are made. */
    quoteFirst: integer('quote_first', { mode: 'boolean' }).notNull(),
    /** The day the visitor wants to come, `YYYY-MM-DD` in the stand's time zone; null: as the unit says. */
    pickupDay: text('pickup_day'),
    /** "sekarang": the visitor stands in the lounge. */
    pickupNow: integer('pickup_now', { mode: 'boolean' }).notNull().default(false),
    /** The day the unit named at acceptance or in its quote, `YYYY-MM-DD`. */
    readyDay: text('ready_day'),
    quoteAmount: integer('quote_amount'),
    /** UTC milliseconds. */
    quoteValidUntil: integer('quote_valid_until'),
    rejectReason: text('reject_reason').$type<RejectReason>(),
    /** The unit's own words, where none of the reasons fits. */
    rejectNote: text('reject_note'),
    /** When its last step was taken. */
    updatedAt: integer('updated_at').notNull(),
    /** When it has to be looked at because it waits, UTC milliseconds; null: it waits for no time. */
    dueAt: integer('due_at'),
    /** What those who let it wait were told since its last step. */
    told: text('told').$type<Told>(),
    toldAt: integer('told_at'),
  },
  (table) => [
    index('fulfilments_by_order').on(table.orderId),
    index('fulfilments_due').on(table.dueAt).where(sql`due_at IS NOT NULL`),
    index('fulfilments_open')
      .on(table.unitId, table.state)
      .where(sql`state IN ('new', 'quoted', 'accepted', 'made', 'ready')`),
  ],
);

/** What was confirmed, frozen. */
export const orderLines = sqliteTable(
  'order_lines',
  {
    id: id(),
    fulfilmentId: integer('fulfilment_id')
      .notNull()
      .references(() => fulfilments.id),
    productId: integer('product_id')
      .notNull()
      .references(() => products.id),
    variantId: integer('variant_id')
      .notNull()
      .references(() => variants.id),
    unitId: integer('unit_id')
      .notNull()
      .references(() => units.id),
    mode: text('mode').$type<SalesMode>().notNull(),
    qty: integer('qty').notNull(),
    /** How many of it were offered instead, and given where the visitor took that; null: as many as were ordered. */
    agreed: integer('agreed'),
    price: integer('price'),
    priceStatus: text('price_status').$type<PriceStatus>().notNull(),
  },
  (table) => [
    index('order_lines_by_fulfilment').on(table.fulfilmentId),
    check('line_qty_positive', sql`${table.qty} > 0`),
  ],
);

/** Each step of a part; its key lets exactly one person take it. */
export const fulfilmentSteps = sqliteTable(
  'fulfilment_steps',
  {
    id: id(),
    fulfilmentId: integer('fulfilment_id')
      .notNull()
      .references(() => fulfilments.id),
    /** The version that the part had before this step. */
    version: integer('version').notNull(),
    from: text('from_state').$type<FulfilmentState>(),
    to: text('to_state').$type<FulfilmentState>().notNull(),
    /** Address of who took it; null for the shop itself. */
    actor: integer('actor').references(() => addresses.id),
    at: integer('at').notNull(),
  },
  (table) => [uniqueIndex('fulfilment_steps_once').on(table.fulfilmentId, table.version)],
);

/** Entries, never changed: an error is undone by a counter-entry. The newest one is how the order stands. */
export const payments = sqliteTable(
  'payments',
  {
    id: id(),
    orderId: integer('order_id')
      .notNull()
      .references(() => orders.id),
    /** How many entries the order had before this one. */
    position: integer('position').notNull(),
    status: text('status').$type<'paid' | 'unpaid'>().notNull(),
    method: text('method').$type<'cash' | 'qris'>(),
    actor: integer('actor')
      .notNull()
      .references(() => addresses.id),
    at: integer('at').notNull(),
  },
  (table) => [uniqueIndex('payments_once').on(table.orderId, table.position)],
);

/** Recorded in the selling stage `interest`. */
export const interests = sqliteTable(
  'interests',
  {
    id: id(),
    personId: integer('person_id')
      .notNull()
      .references(() => persons.id),
    variantId: integer('variant_id')
      .notNull()
      .references(() => variants.id),
    qty: integer('qty').notNull(),
    at: integer('at').notNull(),
  },
  (table) => [index('interests_by_person').on(table.personId)],
);
