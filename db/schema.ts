/**
 * Every table. Internal keys are integers; what leaves the system has a short opaque id or a code of its own.
 * Times are UTC milliseconds. Constraints that a guard relies on have a name, because a remote server tells
 * constraints apart only by the name in its message.
 *
 * The triggers (append-only tables, stock as the sum of its movements) stand in `migrations/0001_guards.sql`.
 */
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
import type { Conversation } from '../src/chat/conversation.ts';
import type { ChannelName } from '../src/chat/message.ts';
import type { Fitted } from '../src/chat/render.ts';
import type { CartBody } from '../src/shop/cart.ts';
import type {
  Attribute,
  Language,
  PriceStatus,
  SalesMode,
  SellingStage,
  Texts,
  WeeklyHours,
} from '../src/shop/catalogue.ts';
import type { FulfilmentState, RejectReason } from '../src/shop/fulfilment.ts';
import type { Role } from '../src/shop/roles.ts';
import type { MovementKind } from '../src/shop/stock.ts';

const id = () => integer('id').primaryKey({ autoIncrement: true });
const texts = (name: string) => text(name, { mode: 'json' }).$type<Texts>();

/** Named numbers of the whole database: `catalogue` (bumped by every change of the snapshot). */
export const versions = sqliteTable('versions', {
  name: text('name').primaryKey(),
  value: integer('value').notNull(),
});

/* ── the stand and its catalogue ─────────────────────────────────────────────────────────────────── */

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
  sample: integer('sample', { mode: 'boolean' }).notNull().default(false),
});

export const units = sqliteTable('units', {
  id: id(),
  standId: integer('stand_id')
    .notNull()
    .references(() => stands.id),
  slug: text('slug').notNull().unique(),
  name: texts('name').notNull(),
  about: texts('about').notNull(),
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
    shelfNumber: integer('shelf_number').notNull().unique(),
    mode: text('mode').$type<SalesMode>().notNull(),
    /** `draft` until a named person publishes it. */
    publishedBy: text('published_by'),
    publishedAt: integer('published_at'),
    version: integer('version').notNull().default(1),
    name: texts('name').notNull(),
    story: texts('story').notNull(),
    saleUnit: texts('sale_unit').notNull(),
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

/* ── stand stock ─────────────────────────────────────────────────────────────────────────────────── */

/** `on_hand` is kept by a trigger as the sum of the movements; `allocated` is promised to open parts. */
export const stock = sqliteTable(
  'stock',
  {
    variantId: integer('variant_id')
      .primaryKey()
      .references(() => variants.id),
    onHand: integer('on_hand').notNull().default(0),
    allocated: integer('allocated').notNull().default(0),
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
    /** Address of who recorded it; null for the seed. */
    actor: integer('actor').references(() => addresses.id),
    at: integer('at').notNull(),
  },
  (table) => [
    index('movements_by_variant').on(table.variantId),
    check('movement_not_zero', sql`${table.qty} <> 0`),
  ],
);

/* ── people ──────────────────────────────────────────────────────────────────────────────────────── */

export const persons = sqliteTable('persons', {
  id: id(),
  /** Opaque; derived from the address that the person first came by. */
  publicId: text('public_id').notNull().unique(),
  name: text('name'),
  phone: text('phone'),
  language: text('language').$type<Language>(),
  /** When the notice on personal data was shown. */
  noticeAt: integer('notice_at'),
  createdAt: integer('created_at').notNull(),
});

export const addresses = sqliteTable(
  'addresses',
  {
    id: id(),
    channel: text('channel').$type<ChannelName>().notNull(),
    external: text('external').notNull(),
    personId: integer('person_id')
      .notNull()
      .references(() => persons.id),
    /** null: reachable; else when it was found not to be. */
    unreachableAt: integer('unreachable_at'),
  },
  (table) => [
    uniqueIndex('addresses_by_external').on(table.channel, table.external),
    index('addresses_by_person').on(table.personId),
  ],
);

export const chats = sqliteTable(
  'chats',
  {
    id: id(),
    channel: text('channel').$type<ChannelName>().notNull(),
    external: text('external').notNull(),
    /** null for a group. */
    addressId: integer('address_id').references(() => addresses.id),
    version: integer('version').notNull().default(1),
    conversation: text('conversation', { mode: 'json' }).$type<Conversation>().notNull(),
    /** When the fragments held back in the conversation are to be read; null: none are. */
    heldUntil: integer('held_until'),
  },
  (table) => [
    uniqueIndex('chats_by_external').on(table.channel, table.external),
    index('chats_by_address').on(table.addressId),
    index('chats_held').on(table.heldUntil).where(sql`held_until IS NOT NULL`),
  ],
);

/** Roles belong to the address that accepted the invitation. */
export const roles = sqliteTable(
  'roles',
  {
    id: id(),
    addressId: integer('address_id')
      .notNull()
      .references(() => addresses.id),
    role: text('role').$type<Role>().notNull(),
    /** The unit of a staff member; null for the other roles. */
    unitId: integer('unit_id').references(() => units.id),
    /** How colleagues read who did something. */
    name: text('name').notNull(),
    grantedAt: integer('granted_at').notNull(),
    endedAt: integer('ended_at'),
  },
  (table) => [
    uniqueIndex('roles_once_per_unit')
      .on(table.addressId, table.role, table.unitId)
      .where(sql`ended_at IS NULL AND unit_id IS NOT NULL`),
    uniqueIndex('roles_once')
      .on(table.addressId, table.role)
      .where(sql`ended_at IS NULL AND unit_id IS NULL`),
    index('roles_by_unit').on(table.unitId, table.role).where(sql`ended_at IS NULL`),
  ],
);

export const invitations = sqliteTable('invitations', {
  id: id(),
  /** Hex SHA-256 of the code: the code itself is shown once and not kept. */
  codeHash: text('code_hash').notNull().unique(),
  role: text('role').$type<Role>().notNull(),
  unitId: integer('unit_id').references(() => units.id),
  name: text('name').notNull(),
  /** Who made it: an address, or null for the command line. */
  createdBy: integer('created_by').references(() => addresses.id),
  createdAt: integer('created_at').notNull(),
  expiresAt: integer('expires_at').notNull(),
});

/** Its key is what makes an invitation work once only. */
export const acceptances = sqliteTable('acceptances', {
  invitationId: integer('invitation_id')
    .primaryKey()
    .references(() => invitations.id),
  addressId: integer('address_id')
    .notNull()
    .references(() => addresses.id),
  at: integer('at').notNull(),
});

/* ── orders ──────────────────────────────────────────────────────────────────────────────────────── */

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
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [
    index('fulfilments_by_order').on(table.orderId),
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

/* ── what came in and what is owed ───────────────────────────────────────────────────────────────── */

/** Keys of events that were handled: no texts. */
export const inbox = sqliteTable(
  'inbox',
  { key: text('key').primaryKey(), at: integer('at').notNull() },
  (table) => [index('inbox_by_time').on(table.at)],
);

/** Events that could not be handled after a few tries, kept for seven days. */
export const deadLetters = sqliteTable('dead_letters', {
  key: text('key').primaryKey(),
  channel: text('channel').$type<ChannelName>().notNull(),
  event: text('event').notNull(),
  error: text('error').notNull(),
  at: integer('at').notNull(),
});

export const OUTBOX_STATES = ['pending', 'sending', 'sent', 'uncertain', 'failed', 'dead'] as const;
export type OutboxState = (typeof OUTBOX_STATES)[number];

export const outbox = sqliteTable(
  'outbox',
  {
    id: id(),
    /** What it is about and for whom: the same fact is never told twice. */
    key: text('key').notNull(),
    /** Opaque id of a message on a pull channel. */
    publicId: text('public_id'),
    chatId: integer('chat_id')
      .notNull()
      .references(() => chats.id),
    /** Inbox key of the event that it answers; null for a notice. */
    cause: text('cause'),
    kind: text('kind').$type<'reply' | 'notice'>().notNull(),
    /** Public id of the part that a notice is about, while its choices can still be taken. */
    about: text('about'),
    message: text('message', { mode: 'json' }).$type<Fitted>().notNull(),
    /** The channel's id of the message that this one replaces. */
    replaces: text('replaces'),
    state: text('state').$type<OutboxState>().notNull(),
    attempts: integer('attempts').notNull().default(0),
    /** When it is due (pending) or its lease ends (sending). */
    dueAt: integer('due_at').notNull(),
    /** The channel's id of the sent message. */
    externalId: text('external_id'),
    error: text('error'),
    createdAt: integer('created_at').notNull(),
    sentAt: integer('sent_at'),
  },
  (table) => [
    uniqueIndex('outbox_once').on(table.key),
    uniqueIndex('outbox_by_public_id').on(table.publicId).where(sql`public_id IS NOT NULL`),
    index('outbox_by_chat').on(table.chatId, table.id),
    index('outbox_open_notices').on(table.chatId, table.id).where(sql`about IS NOT NULL`),
    index('outbox_about').on(table.about).where(sql`about IS NOT NULL`),
    index('outbox_by_cause').on(table.cause).where(sql`cause IS NOT NULL`),
    index('outbox_due').on(table.dueAt).where(sql`state IN ('pending', 'sending', 'uncertain')`),
  ],
);

/** What a keeper has to do by hand: call a visitor whom no channel reaches. */
export const tasks = sqliteTable('tasks', {
  id: id(),
  kind: text('kind').$type<'call'>().notNull(),
  orderId: integer('order_id')
    .notNull()
    .references(() => orders.id),
  createdAt: integer('created_at').notNull(),
  doneAt: integer('done_at'),
});

/** Who changed what, before and after, by ids; refuses UPDATE and DELETE by trigger. */
export const audit = sqliteTable('audit', {
  id: id(),
  at: integer('at').notNull(),
  /** Address; null for the command line. */
  actor: integer('actor'),
  what: text('what').notNull(),
  subject: text('subject').notNull(),
  before: text('before'),
  after: text('after'),
});

/** One row elects the dispatcher where several processes share a database. */
export const leases = sqliteTable('leases', {
  name: text('name').primaryKey(),
  holder: text('holder').notNull(),
  until: integer('until').notNull(),
});
