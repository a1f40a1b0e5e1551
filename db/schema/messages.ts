/** What came in, what is owed to the outside, and what is written down for good. */
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { ChannelName } from '../../src/chat/message.ts';
import type { Fitted } from '../../src/chat/render.ts';
import { id } from './columns.ts';
import { orders } from './orders.ts';
import { chats } from './people.ts';

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
    /** When the office page showed it to somebody who had typed their PIN; null also where nobody can tell. */
    seenAt: integer('seen_at'),
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

/** What WhatsApp says of the message templates that it was given, as far as it was heard of. */
export const templates = sqliteTable(
  'templates',
  {
    /** As WhatsApp knows it. */
    name: text('name').notNull(),
    language: text('language').notNull(),
    /** In WhatsApp's own word; only `APPROVED` can be sent. */
    status: text('status').notNull(),
    /** Why it was rejected, in WhatsApp's own word. */
    reason: text('reason'),
    heardAt: integer('heard_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.name, table.language] })],
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

/** What admins are told of when it does not work: a channel, or the backups. */
export type AlarmSubject = ChannelName | 'backup';

/** Times during which something did not work and the admins were told so. */
export const alarms = sqliteTable(
  'alarms',
  {
    id: id(),
    /** The subject: a channel, at first. */
    channel: text('channel').$type<AlarmSubject>().notNull(),
    raisedAt: integer('raised_at').notNull(),
    /** null: it lasts. */
    endedAt: integer('ended_at'),
  },
  (table) => [uniqueIndex('alarms_one_at_a_time').on(table.channel).where(sql`ended_at IS NULL`)],
);

/** One row elects the dispatcher where several processes share a database. */
export const leases = sqliteTable('leases', {
  name: text('name').primaryKey(),
  holder: text('holder').notNull(),
  until: integer('until').notNull(),
});
