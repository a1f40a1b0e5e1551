/**
 * The first event of a chat makes its person, address and chat, and loads them. Twice at once makes them once. A group
 * has an address of its own, and so has each member who acts in it, under the name that the channel shows.
 */
import { and, eq, sql } from 'drizzle-orm';
import { newConversation } from '../../src/chat/conversation.ts';
import { isInGroup, shownName } from '../../src/chat/groups.ts';
import type { Inbound } from '../../src/chat/message.ts';
import type { Loaded } from '../../src/engine/store.ts';
import type { Language } from '../../src/shop/catalogue.ts';
import type { Database } from '../database.ts';
import { addresses, chats, persons } from '../schema.ts';
import { command, compiler } from '../statement.ts';
import { readView, viewStatements } from './view.ts';

const value = sql.placeholder;
const ofActor = and(eq(addresses.channel, value('channel')), eq(addresses.external, value('actor')));
const addressId = sql<number>`(SELECT ${addresses.id} FROM ${addresses} WHERE ${ofActor})`;
const knownPerson = sql`(SELECT ${addresses.personId} FROM ${addresses} WHERE ${ofActor})`;
const newPerson = compiler
  .select({ id: persons.id })
  .from(persons)
  .where(eq(persons.publicId, value('publicId')));

const addPerson = command(
  compiler.insert(persons).select(
    compiler
      .select({
        id: sql<number>`NULL`.as('id'),
        publicId: sql<string>`${value('publicId')}`.as('public_id'),
        name: sql<string | null>`NULL`.as('name'),
        phone: sql<string | null>`NULL`.as('phone'),
        language: sql<string>`${value('language')}`.as('language'),
        noticeAt: sql<number | null>`NULL`.as('notice_at'),
        createdAt: sql<number>`${value('now')}`.as('created_at'),
        formerly: sql<string>`'[]'`.as('formerly'),
      })
      .from(sql`(SELECT 1)`)
      .where(sql`${addressId} IS NULL`),
  ),
);

const addAddress = command(
  compiler
    .insert(addresses)
    .values({
      channel: value('channel'),
      external: value('actor'),
      personId: sql`coalesce(${knownPerson}, (${newPerson}))`,
      shownName: value('shownName'),
    })
    .onConflictDoUpdate({
      target: [addresses.channel, addresses.external],
      set: { shownName: sql`coalesce(excluded.shown_name, ${addresses.shownName})` },
    }),
);

const addChat = command(
  compiler
    .insert(chats)
    .values({
      channel: value('channel'),
      external: value('chat'),
      addressId,
      conversation: value('conversation'),
    })
    .onConflictDoNothing(),
);

export async function introduce(
  database: Database,
  inbound: Inbound,
  publicId: string,
  language: Language,
  now: number,
): Promise<Loaded> {
  const { channel, actor, chat } = inbound;
  const conversation = newConversation(language);
  const meet = (external: string, id: string, shownName: string | null) => [
    addPerson({ channel, actor: external, publicId: id, language, now }),
    addAddress({ channel, actor: external, publicId: id, shownName }),
  ];
  const introduction = isInGroup(inbound)
    ? [
        ...meet(actor, publicId, shownName(inbound.displayName)),
        ...meet(chat, `${publicId}_group`, null),
        addChat({ channel, actor: chat, chat, conversation }),
      ]
    : [...meet(actor, publicId, null), addChat({ channel, actor, chat, conversation })];
  const results = await database.write([...introduction, ...viewStatements(inbound)]);
  return readView(inbound, results.slice(introduction.length));
}
