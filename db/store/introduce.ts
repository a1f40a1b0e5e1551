/** The first event of a chat makes its person, address and chat. Doing it twice at once makes them once. */
import { and, eq, sql } from 'drizzle-orm';
import { newConversation } from '../../src/chat/conversation.ts';
import type { Inbound } from '../../src/chat/message.ts';
import type { Language } from '../../src/shop/catalogue.ts';
import type { Database } from '../database.ts';
import { addresses, chats, persons } from '../schema.ts';
import { compiler, once } from '../statement.ts';

export async function introduce(
  database: Database,
  inbound: Inbound,
  publicId: string,
  language: Language,
  now: number,
): Promise<void> {
  const { channel, actor, chat } = inbound;
  const person = compiler.select({ id: persons.id }).from(persons).where(eq(persons.publicId, publicId));
  const known = sql`(SELECT ${addresses.personId} FROM ${addresses} WHERE ${and(eq(addresses.channel, channel), eq(addresses.external, actor))})`;
  const addressId = sql<number>`(SELECT ${addresses.id} FROM ${addresses} WHERE ${and(eq(addresses.channel, channel), eq(addresses.external, actor))})`;
  await database.write([
    once(
      compiler.insert(persons).select(
        compiler
          .select({
            id: sql<number>`NULL`.as('id'),
            publicId: sql<string>`${publicId}`.as('public_id'),
            name: sql<string | null>`NULL`.as('name'),
            phone: sql<string | null>`NULL`.as('phone'),
            language: sql<string>`${language}`.as('language'),
            noticeAt: sql<number | null>`NULL`.as('notice_at'),
            createdAt: sql<number>`${now}`.as('created_at'),
          })
          .from(sql`(SELECT 1)`)
          .where(sql`${addressId} IS NULL`),
      ),
    ),
    once(
      compiler
        .insert(addresses)
        .values({ channel, external: actor, personId: sql`coalesce(${known}, (${person}))` })
        .onConflictDoNothing(),
    ),
    once(
      compiler
        .insert(chats)
        .values({ channel, external: chat, addressId, conversation: newConversation(language) })
        .onConflictDoNothing(),
    ),
  ]);
}
