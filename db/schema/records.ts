/** What is remembered without saying of whom: who was erased, what was tidied up, what was asked by the day, seals. */
import { integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { ChannelName } from '../../src/chat/message.ts';
import type { Language } from '../../src/shop/catalogue.ts';
import type { Tallied } from '../../src/shop/effects.ts';
import { id } from './columns.ts';
import { persons } from './people.ts';

/** People whose data were asked to be erased, and when that was done. */
export const erasures = sqliteTable('erasures', {
  id: id(),
  personId: integer('person_id')
    .notNull()
    .unique()
    .references(() => persons.id),
  askedAt: integer('asked_at').notNull(),
  /** null: it waits, for its farewell to be sent or for an order to end. */
  doneAt: integer('done_at'),
  /** The opaque ids that the person had until then, so that a backup of before can be told of it. */
  publicIds: text('public_ids', { mode: 'json' }).$type<readonly string[]>().notNull().default([]),
});

/** One-time links to all that is kept about a person, as a file. */
export const dataLinks = sqliteTable('data_links', {
  id: id(),
  /** Hex SHA-256 of the key in the link. */
  keyHash: text('key_hash').notNull().unique(),
  personId: integer('person_id')
    .notNull()
    .references(() => persons.id),
  expiresAt: integer('expires_at').notNull(),
});

/** One row for each rule by which something is kept no longer: what its last run did. */
export const retention = sqliteTable('retention', {
  rule: text('rule').primaryKey(),
  ranAt: integer('ran_at').notNull(),
  /** Rows in the last run that found any, and when that was. */
  lastCount: integer('last_count').notNull().default(0),
  lastAt: integer('last_at'),
  total: integer('total').notNull().default(0),
  /** Rows up to this id are done. */
  mark: integer('mark').notNull().default(0),
});

/** How often something was asked or pressed, by the day: without words, and without who did. */
export const tallies = sqliteTable(
  'tallies',
  {
    /** `YYYY-MM-DD` in the stand's time zone. */
    day: text('day').notNull(),
    what: text('what').$type<Tallied>().notNull(),
    /** 0: of none. */
    unitId: integer('unit_id').notNull(),
    productId: integer('product_id').notNull(),
    /** What was understood, or what the button does. */
    intent: text('intent').notNull(),
    language: text('language').$type<Language>().notNull(),
    channel: text('channel').$type<ChannelName>().notNull(),
    answered: integer('answered', { mode: 'boolean' }).notNull(),
    count: integer('count').notNull(),
  },
  (table) => [
    primaryKey({
      name: 'tallies_by_day',
      columns: [
        table.day,
        table.what,
        table.unitId,
        table.productId,
        table.intent,
        table.language,
        table.channel,
        table.answered,
      ],
    }),
  ],
);

/** The chain over rows that are written once: each seal holds the one before. Refuses UPDATE and DELETE by trigger. */
export const seals = sqliteTable(
  'seals',
  {
    id: id(),
    /** The table of the row. */
    about: text('about').notNull(),
    rowId: integer('row_id').notNull(),
    /** The hash of the seal before. Unique: a chain does not fork, whoever seals. */
    before: text('before').notNull(),
    /** Hex SHA-256 over the seal before, the table and the row. */
    hash: text('hash').notNull().unique(),
  },
  (table) => [
    uniqueIndex('seals_in_one_chain').on(table.before),
    uniqueIndex('seals_once').on(table.about, table.rowId),
  ],
);
