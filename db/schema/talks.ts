/** Where the bot alone does not do: questions to a unit's staff, talks with a person, and what nobody makes. */
import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Language } from '../../src/shop/catalogue.ts';
import type { Told } from '../../src/shop/deadlines.ts';
import type { QuestionSubject, TalkReason } from '../../src/shop/talks.ts';
import { products, units } from './catalogue.ts';
import { id } from './columns.ts';
import { orders } from './orders.ts';
import { addresses, chats } from './people.ts';

/** What the catalogue does not know, asked of those who do. */
export const questions = sqliteTable(
  'questions',
  {
    id: id(),
    /** Short and opaque; what buttons carry. */
    publicId: text('public_id').notNull().unique(),
    /** Small, and of no other open question: what staff type before their answer where nothing can be pressed. */
    number: integer('number').notNull(),
    chatId: integer('chat_id')
      .notNull()
      .references(() => chats.id),
    /** null: asked of the stand itself. */
    unitId: integer('unit_id').references(() => units.id),
    productId: integer('product_id').references(() => products.id),
    subject: text('subject').$type<QuestionSubject>().notNull(),
    /** Nobody has answered it. NOT NULL refuses the second answer. */
    open: integer('open').notNull().default(1),
    askedAt: integer('asked_at').notNull(),
    /** When it has to be looked at because it waits, UTC milliseconds; null: nothing follows any more. */
    dueAt: integer('due_at'),
    told: text('told').$type<Told>(),
    toldAt: integer('told_at'),
    answer: text('answer'),
    answerLanguage: text('answer_language').$type<Language>(),
    answeredBy: integer('answered_by').references(() => addresses.id),
    answeredAt: integer('answered_at'),
  },
  (table) => [
    index('questions_due').on(table.dueAt).where(sql`due_at IS NOT NULL`),
    uniqueIndex('questions_number').on(table.number).where(sql`open = 1`),
    uniqueIndex('questions_asked_once')
      .on(table.chatId, table.productId, table.subject)
      .where(sql`open = 1 AND product_id IS NOT NULL`),
    uniqueIndex('questions_asked_once_of_stand')
      .on(table.chatId, table.subject)
      .where(sql`open = 1 AND product_id IS NULL`),
    check('question_open_or_not', sql`${table.open} IN (0, 1)`),
  ],
);

/** A visitor wants a person; whoever takes the talk owns the chat until it ends. */
export const talks = sqliteTable(
  'talks',
  {
    id: id(),
    publicId: text('public_id').notNull().unique(),
    chatId: integer('chat_id')
      .notNull()
      .references(() => chats.id),
    reason: text('reason').$type<TalkReason>().notNull(),
    /** The order that a complaint is about. */
    orderId: integer('order_id').references(() => orders.id),
    version: integer('version').notNull().default(1),
    askedAt: integer('asked_at').notNull(),
    /** The chat in which its owner answers; null: nobody has taken it. */
    staffChatId: integer('staff_chat_id').references(() => chats.id),
    takenBy: integer('taken_by').references(() => addresses.id),
    takenAt: integer('taken_at'),
    /** When the bot speaks again, unless its owner says something before. */
    until: integer('until'),
    endedAt: integer('ended_at'),
  },
  (table) => [
    uniqueIndex('talks_one_per_chat').on(table.chatId).where(sql`ended_at IS NULL`),
    uniqueIndex('talks_one_per_owner')
      .on(table.staffChatId)
      .where(sql`ended_at IS NULL AND staff_chat_id IS NOT NULL`),
    index('talks_by_order').on(table.orderId).where(sql`order_id IS NOT NULL`),
  ],
);

/** How often something was asked for that nobody makes: without words, and without who asked. */
export const unmetWishes = sqliteTable('unmet_wishes', {
  /** `YYYY-MM-DD` in the stand's time zone. */
  day: text('day').primaryKey(),
  count: integer('count').notNull(),
});
