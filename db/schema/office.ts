/** The office page: who signs in on a browser that several people share. */
import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id } from './columns.ts';

/** One person on one browser: a web chat of theirs that only opens here, and only by their PIN. */
export const officeSeats = sqliteTable(
  'office_seats',
  {
    id: id(),
    /** In the address of the page; by itself it opens nothing. */
    publicId: text('public_id').notNull().unique(),
    /** Hex SHA-256 of what the browser's cookie holds. */
    deskHash: text('desk_hash').notNull(),
    /** The chat on the channel `web`, and the address that has the roles. */
    external: text('external').notNull().unique(),
    /** Salted and slow. */
    pin: text('pin').notNull(),
    /** Wrong PINs since the last right one. */
    failures: integer('failures').notNull().default(0),
    /** No PIN is looked at before. */
    waitUntil: integer('wait_until'),
    /** null: locked. */
    unlockedUntil: integer('unlocked_until'),
    createdAt: integer('created_at').notNull(),
    /** Signed out, or replaced after a forgotten PIN: it never opens again. */
    endedAt: integer('ended_at'),
  },
  (table) => [index('office_seats_by_desk').on(table.deskHash).where(sql`ended_at IS NULL`)],
);
