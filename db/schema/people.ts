/** People, the addresses and chats that they come by, and the roles that they hold. */
import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Conversation } from '../../src/chat/conversation.ts';
import type { ChannelName } from '../../src/chat/message.ts';
import type { Language } from '../../src/shop/catalogue.ts';
import type { Role } from '../../src/shop/roles.ts';
import { units } from './catalogue.ts';
import { id } from './columns.ts';

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
  /** Opaque ids of those who turned out to be the same person: what is said of them in a backup is theirs. */
  formerly: text('formerly', { mode: 'json' }).$type<readonly string[]>().notNull().default([]),
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
    /** Of a member of a linked group who acted there: how the channel shows them, for colleagues to read. */
    shownName: text('shown_name'),
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
    /** Of the one person in it; a group has an address of its own. */
    addressId: integer('address_id').references(() => addresses.id),
    version: integer('version').notNull().default(1),
    conversation: text('conversation', { mode: 'json' }).$type<Conversation>().notNull(),
    /** When the fragments held back in the conversation are to be read; null: none are. */
    heldUntil: integer('held_until'),
    /**
     * When somebody last wrote in it, UTC milliseconds. 0: its channel says that this is too long ago to write to them
     * freely; null: not known.
     */
    heardAt: integer('heard_at'),
  },
  (table) => [
    uniqueIndex('chats_by_external').on(table.channel, table.external),
    index('chats_by_address').on(table.addressId),
    index('chats_held').on(table.heldUntil).where(sql`held_until IS NOT NULL`),
  ],
);

/** Roles belong to the address that accepted the invitation: of a person, or of a unit's linked group. */
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

/** One-time codes by which somebody shows that two addresses are theirs. */
export const connectCodes = sqliteTable(
  'connect_codes',
  {
    id: id(),
    /** Hex SHA-256 of the code: the code itself is shown once and not kept. */
    codeHash: text('code_hash').notNull().unique(),
    /** In whose chat it was made. */
    chatId: integer('chat_id')
      .notNull()
      .references(() => chats.id),
    expiresAt: integer('expires_at').notNull(),
    usedAt: integer('used_at'),
  },
  (table) => [index('connect_codes_by_time').on(table.expiresAt)],
);

/** Links to the page on which the stand's phone is paired. Each opens once. */
export const pairingLinks = sqliteTable('pairing_links', {
  id: id(),
  /** Hex SHA-256 of the key in the link. */
  keyHash: text('key_hash').notNull().unique(),
  /** Who asked for it: an address, or null for the terminal. */
  createdBy: integer('created_by').references(() => addresses.id),
  createdAt: integer('created_at').notNull(),
  expiresAt: integer('expires_at').notNull(),
  usedAt: integer('used_at'),
});
