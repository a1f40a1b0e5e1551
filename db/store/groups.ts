/** What becomes of a chat and its address: closed to us, without roles, or under another id. */
import { and, eq, isNull, ne, notExists, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { isGroupChat } from '../../src/chat/groups.ts';
import type { Owed } from '../../src/delivery/sender.ts';
import type { Statement } from '../database.ts';
import { addresses, chats, outbox, roles } from '../schema.ts';
import { command, compiler } from '../statement.ts';

const id = sql.placeholder('id');
const now = sql.placeholder('now');
const external = sql.placeholder('external');
const addressOfChat = sql<number>`(SELECT ${chats.addressId} FROM ${chats} WHERE ${chats.id} = ${id})`;

const markAddress = command(
  compiler
    .update(addresses)
    .set({ unreachableAt: sql`${now}` })
    .where(eq(addresses.id, addressOfChat)),
);

const endRolesOfChat = command(
  compiler
    .update(roles)
    .set({ endedAt: sql`${now}` })
    .where(and(eq(roles.addressId, addressOfChat), isNull(roles.endedAt))),
);

export const endRoles = command(
  compiler
    .update(roles)
    .set({ endedAt: sql`${now}` })
    .where(and(eq(roles.addressId, sql.placeholder('addressId')), isNull(roles.endedAt))),
);

/** Nothing can be sent there any more. A group that has put us out is a unit's no longer. */
export function markUnreachable(
  { chatId, channel, external: chat }: Pick<Owed, 'chatId' | 'channel' | 'external'>,
  at: number,
): Statement[] {
  const where = { id: chatId, now: at };
  return [markAddress(where), ...(isGroupChat(channel, chat) ? [endRolesOfChat(where)] : [])];
}

/* ── another id ── */

/** The chat, or the address, that has the new id already. */
const chatNow = sql<number>`(SELECT other.id FROM ${chats} old JOIN ${chats} other ON other.channel = old.channel AND other.external = ${external} WHERE old.id = ${id})`;
const addressNow = sql<number>`(SELECT other.id FROM ${chats} old JOIN ${addresses} other ON other.channel = old.channel AND other.external = ${external} WHERE old.id = ${id})`;

const renameAddress = command(
  compiler
    .update(addresses)
    .set({ external: sql`${external}` })
    .where(and(eq(addresses.id, addressOfChat), sql`${addressNow} IS NULL`)),
);

const held = alias(roles, 'held');

/** Unless the new address has been given some itself. */
const followRoles = command(
  compiler
    .update(roles)
    .set({ addressId: addressNow })
    .where(
      and(
        eq(roles.addressId, addressOfChat),
        isNull(roles.endedAt),
        notExists(
          compiler
            .select({ id: held.id })
            .from(held)
            .where(and(eq(held.addressId, addressNow), isNull(held.endedAt))),
        ),
      ),
    ),
);

const endOldRoles = command(
  compiler
    .update(roles)
    .set({ endedAt: sql`${now}` })
    .where(and(eq(roles.addressId, addressOfChat), ne(roles.addressId, addressNow), isNull(roles.endedAt))),
);

const renameChat = command(
  compiler
    .update(chats)
    .set({ external: sql`${external}` })
    .where(and(eq(chats.id, id), sql`${chatNow} IS NULL`)),
);

const followChat = command(
  compiler
    .update(outbox)
    .set({ chatId: chatNow })
    .where(and(eq(outbox.chatId, id), sql`${outbox.state} IN ('pending', 'sending', 'uncertain')`)),
);

/** The chat lives under another id now: its address and roles, and what is owed to it, go there. */
export function moveChat(chatId: number, to: string, at: number): Statement[] {
  const where = { id: chatId, external: to };
  return [
    renameAddress(where),
    followRoles(where),
    endOldRoles({ ...where, now: at }),
    renameChat(where),
    followChat(where),
  ];
}
