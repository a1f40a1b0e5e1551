/** The stand and its catalogue, and the pictures that both show. */
import { sql } from 'drizzle-orm';
import {
  blob,
  check,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import type { ChannelName } from '../../src/chat/message.ts';
import type {
  Attribute,
  Language,
  PriceStatus,
  SalesMode,
  SellingStage,
  UnitSizes,
  WeeklyHours,
} from '../../src/shop/catalogue.ts';
import { id, texts } from './columns.ts';

/** Named numbers of the whole database: `catalogue` (bumped by every change of the snapshot). */
export const versions = sqliteTable('versions', {
  name: text('name').primaryKey(),
  value: integer('value').notNull(),
});

export const places = sqliteTable('places', {
  id: id(),
  kind: text('kind').$type<'stand' | 'workshop' | 'agreement'>().notNull(),
  name: texts('name').notNull(),
  address: texts('address').notNull(),
  hours: text('hours', { mode: 'json' }).$type<WeeklyHours>().notNull(),
  sample: integer('sample', { mode: 'boolean' }).notNull().default(false),
});

export const stands = sqliteTable('stands', {
  id: id(),
  slug: text('slug').notNull().unique(),
  name: texts('name').notNull(),
  stage: text('stage').$type<SellingStage>().notNull(),
  timeZone: text('time_zone').notNull(),
  defaultLanguage: text('default_language').$type<Language>().notNull(),
  version: integer('version').notNull().default(1),
  placeId: integer('place_id')
    .notNull()
    .references(() => places.id),
  payment: texts('payment'),
  delivery: texts('delivery'),
  dataKeeper: texts('data_keeper').notNull(),
  expiryHours: integer('expiry_hours').notNull(),
  /** These are null where it is the usual (see `Waits`). */
  remindHours: integer('remind_hours'),
  escalateHours: integer('escalate_hours'),
  lapseHours: integer('lapse_hours'),
  collectHours: integer('collect_hours'),
  sample: integer('sample', { mode: 'boolean' }).notNull().default(false),
});

/** What an admin said of single days: closed, or open although it is a holiday. */
export const daysOff = sqliteTable('days_off', {
  /** `YYYY-MM-DD` in the stand's time zone. */
  day: text('day').primaryKey(),
  closed: integer('closed', { mode: 'boolean' }).notNull(),
});

export const units = sqliteTable('units', {
  id: id(),
  standId: integer('stand_id')
    .notNull()
    .references(() => stands.id),
  slug: text('slug').notNull().unique(),
  name: texts('name').notNull(),
  about: texts('about').notNull(),
  sample: integer('sample', { mode: 'boolean' }).notNull().default(false),
});

export const kinds = sqliteTable('kinds', {
  id: id(),
  slug: text('slug').notNull().unique(),
  name: texts('name').notNull(),
});

export const products = sqliteTable(
  'products',
  {
    id: id(),
    slug: text('slug').notNull().unique(),
    unitId: integer('unit_id')
      .notNull()
      .references(() => units.id),
    kindId: integer('kind_id')
      .notNull()
      .references(() => kinds.id),
    placeId: integer('place_id')
      .notNull()
      .references(() => places.id),
    /** Negative where it was taken off the shelf: its number is free again. */
    shelfNumber: integer('shelf_number').notNull().unique(),
    mode: text('mode').$type<SalesMode>().notNull(),
    /** `draft` until a named person publishes it. */
    publishedBy: text('published_by'),
    publishedAt: integer('published_at'),
    /** When it was taken off the shelf; what was ordered of it still has its name. */
    removedAt: integer('removed_at'),
    version: integer('version').notNull().default(1),
    name: texts('name').notNull(),
    story: texts('story').notNull(),
    saleUnit: texts('sale_unit').notNull(),
    /** How many sale units go into another one that people ask for: `{ "m2": 44.7 }`. */
    unitSizes: text('unit_sizes', { mode: 'json' }).$type<UnitSizes>().notNull().default({}),
    leadTimeDays: integer('lead_time_days'),
    maxPerOrder: integer('max_per_order').notNull(),
    photo: text('photo').references(() => media.hash),
    sample: integer('sample', { mode: 'boolean' }).notNull().default(false),
  },
  (table) => [index('products_by_unit').on(table.unitId)],
);

export const variants = sqliteTable(
  'variants',
  {
    id: id(),
    productId: integer('product_id')
      .notNull()
      .references(() => products.id),
    slug: text('slug').notNull(),
    name: texts('name').notNull(),
    price: integer('price'),
    priceStatus: text('price_status').$type<PriceStatus>().notNull(),
    removedAt: integer('removed_at'),
  },
  (table) => [
    uniqueIndex('variants_by_slug').on(table.productId, table.slug),
    check('variant_price_known', sql`(${table.price} IS NULL) = (${table.priceStatus} = 'unknown')`),
    check('variant_price_not_negative', sql`${table.price} IS NULL OR ${table.price} >= 0`),
  ],
);

/** Other words for a product, or for one of its variants. */
export const aliases = sqliteTable(
  'aliases',
  {
    id: id(),
    productId: integer('product_id')
      .notNull()
      .references(() => products.id),
    variantId: integer('variant_id').references(() => variants.id),
    alias: text('alias').notNull(),
  },
  (table) => [index('aliases_by_product').on(table.productId)],
);

export const facts = sqliteTable(
  'facts',
  {
    id: id(),
    productId: integer('product_id')
      .notNull()
      .references(() => products.id),
    attribute: text('attribute').$type<Attribute>().notNull(),
    /** null: not known yet. */
    value: texts('value'),
    confirmedBy: text('confirmed_by'),
    confirmedAt: integer('confirmed_at'),
    validUntil: integer('valid_until'),
  },
  (table) => [uniqueIndex('facts_by_attribute').on(table.productId, table.attribute)],
);

export const media = sqliteTable('media', {
  /** Hex SHA-256 of the bytes. */
  hash: text('hash').primaryKey(),
  type: text('type').notNull(),
  bytes: blob('bytes', { mode: 'buffer' }).notNull(),
});

/** A channel's own handle for an uploaded picture. */
export const mediaHandles = sqliteTable(
  'media_handles',
  {
    hash: text('hash')
      .notNull()
      .references(() => media.hash),
    channel: text('channel').$type<ChannelName>().notNull(),
    handle: text('handle').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hash, table.channel] })],
);
