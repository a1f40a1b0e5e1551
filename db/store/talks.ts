/** Talks with a person: written, and read for views and facts. */
import { and, eq, gt, gte, isNull, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { TalkView } from '../../src/chat/facts.ts';
import type { Effect, TalkAtVersion } from '../../src/shop/effects.ts';
import type { Database, Result, Statement } from '../database.ts';
import { addresses, chats, persons, talks } from '../schema.ts';
import { compiler, once, query } from '../statement.ts';
import type { Origin } from './origin.ts';
import { closeNotices } from './outbox/marks.ts';
import { languageOf, nameOf, staffPersons } from './people.ts';

export type TalkEffect = Extract<
  Effect,
  { kind: 'talk' | 'talk-taken' | 'talk-goes-on' | 'talk-released' | 'talk-ended' }
>;

export function talkStatements(effect: TalkEffect, { chatId, actorId, now }: Origin): Statement[] {
  switch (effect.kind) {
    case 'talk': {
      const { publicId, reason, orderId, until } = effect;
      const taken = until === undefined ? {} : { takenAt: now, until };
      const row = { publicId, reason, orderId, chatId, askedAt: now, ...taken };
      return [once(compiler.insert(talks).values(row))];
    }
    case 'talk-taken': {
      const taken = { staffChatId: chatId, takenBy: actorId, takenAt: now, until: effect.until };
      return [changeTalk(effect.talk, taken), ...otherwiseFrom(effect.talk, chatId)];
    }
    case 'talk-goes-on':
      return [changeTalk(effect.talk, { until: effect.until })];
    case 'talk-released':
      return [changeTalk(effect.talk, { staffChatId: null, takenBy: null, takenAt: null, until: null })];
    case 'talk-ended':
      return [changeTalk(effect.talk, { endedAt: now }), ...otherwiseFrom(effect.talk, chatId)];
  }
}

/** NOT NULL refuses a change to what somebody else has changed since. */
function changeTalk({ id, version }: TalkAtVersion, change: Partial<typeof talks.$inferInsert>): Statement {
  const next = sql`CASE WHEN ${talks.version} = ${version} THEN ${talks.version} + 1 END`;
  return once(
    compiler
      .update(talks)
      .set({ ...change, version: next })
      .where(eq(talks.id, id)),
  );
}

/**
 * What was offered with a notice about it can be taken no more, and what is being decided in the visitor's chat
 * meanwhile is decided anew: it was read while the chat was somebody else's. The event's own chat counts itself.
 */
function otherwiseFrom({ publicId, chatId }: TalkAtVersion, own: number): Statement[] {
  const decideAnew = once(
    compiler
      .update(chats)
      .set({ version: sql`${chats.version} + 1` })
      .where(and(eq(chats.id, chatId), sql`${chats.id} <> ${own}`)),
  );
  return [closeNotices(publicId), decideAnew];
}

const staffChats = alias(chats, 'staff_chats');
const staffAddresses = alias(addresses, 'staff_addresses');

export function talkQuery(which: SQL | undefined) {
  return query(
    compiler
      .select({
        id: talks.id,
        publicId: talks.publicId,
        version: talks.version,
        reason: talks.reason,
        until: talks.until,
        visitorName: persons.name,
        chatId: chats.id,
        channel: chats.channel,
        external: chats.external,
        language: languageOf(persons),
        ownerChat: staffChats.id,
        ownerChannel: staffChats.channel,
        ownerExternal: staffChats.external,
        ownerLanguage: languageOf(staffPersons),
        ownerName: nameOf(talks.takenBy),
      })
      .from(talks)
      .innerJoin(chats, eq(chats.id, talks.chatId))
      .innerJoin(addresses, eq(addresses.id, chats.addressId))
      .innerJoin(persons, eq(persons.id, addresses.personId))
      .leftJoin(staffChats, eq(staffChats.id, talks.staffChatId))
      .leftJoin(staffAddresses, eq(staffAddresses.id, talks.takenBy))
      .leftJoin(staffPersons, eq(staffPersons.id, staffAddresses.personId))
      .where(and(isNull(talks.endedAt), which)),
  );
}

const thisChat = sql`(SELECT ${chats.id} FROM ${chats} WHERE ${chats.channel} = ${sql.placeholder('channel')} AND ${chats.external} = ${sql.placeholder('external')})`;

/** Those that a chat is in, on either side. */
export const talksOfChat = talkQuery(
  or(sql`${talks.chatId} = ${thisChat}`, sql`${talks.staffChatId} = ${thisChat}`),
);
export const talkByPublicId = talkQuery(eq(talks.publicId, sql.placeholder('publicId')));

export function readTalks(result: Result | undefined): TalkView[] {
  return talksOfChat.rows(result).map((row) => {
    const { ownerChat, ownerChannel, ownerExternal, ownerLanguage, ownerName, ...visitors } = row;
    const { channel, external, language, ...talk } = visitors;
    const visitor = { chatId: talk.chatId, channel, external, language };
    if (ownerChat === null || ownerChannel === null || ownerExternal === null) {
      return { ...talk, visitor, owner: null };
    }
    const owner = {
      chatId: ownerChat,
      channel: ownerChannel,
      external: ownerExternal,
      language: ownerLanguage,
      name: ownerName ?? '',
    };
    return { ...talk, visitor, owner };
  });
}

const overtaking = query(
  compiler
    .select({ id: talks.id })
    .from(talks)
    .where(
      and(
        isNull(talks.endedAt),
        eq(talks.chatId, sql.placeholder('chatId')),
        gt(talks.until, sql.placeholder('now')),
        gte(talks.takenAt, sql.placeholder('createdAt')),
      ),
    ),
);

/** Whether a person has taken the chat since this was meant to be said there. */
export async function isOvertaken(
  database: Database,
  { chatId, createdAt }: { readonly chatId: number; readonly createdAt: number },
  now: number,
): Promise<boolean> {
  const [result] = await database.read([overtaking.with({ chatId, createdAt, now })]);
  return overtaking.rows(result).length > 0;
}
