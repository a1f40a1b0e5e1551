/** Troubles that the admins are told of: each in one batch with what is owed to them. */
import { and, desc, eq, isNull, ne, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { ChannelName } from '../../src/chat/message.ts';
import type { Recipient } from '../../src/shop/effects.ts';
import { ConstraintError, type Database, type Statement } from '../database.ts';
import { type AlarmSubject, addresses, alarms, chats, persons, roles } from '../schema.ts';
import { compiler, once, query } from '../statement.ts';
import { type OwnNotice, oweNotices } from './outbox/own-notices.ts';
import { languageOf } from './people.ts';

export interface Alarm {
  readonly channel: AlarmSubject;
  readonly raisedAt: number;
  /** null: it lasts. */
  readonly endedAt: number | null;
}

/** What admins are told. */
export interface AlarmNews<Trouble extends string = string> {
  readonly at: number;
  readonly what: Trouble | 'over';
  /** Since when it is so. */
  readonly since: number;
}

const lastQuery = query(
  compiler
    .select({ channel: alarms.channel, raisedAt: alarms.raisedAt, endedAt: alarms.endedAt })
    .from(alarms)
    .where(eq(alarms.channel, sql.placeholder('channel')))
    .orderBy(desc(alarms.id))
    .limit(1),
);

export async function lastAlarm(database: Database, channel: AlarmSubject): Promise<Alarm | null> {
  const [rows] = await database.read([lastQuery.with({ channel })]);
  return lastQuery.rows(rows)[0] ?? null;
}

const held = alias(addresses, 'held');

/** Private chats of admins, by whatever address of theirs: the newest first. */
const adminChatsQuery = query(
  compiler
    .select({
      personId: persons.id,
      chatId: chats.id,
      channel: chats.channel,
      external: chats.external,
      language: languageOf(persons),
    })
    .from(roles)
    .innerJoin(held, eq(held.id, roles.addressId))
    .innerJoin(persons, eq(persons.id, held.personId))
    .innerJoin(addresses, eq(addresses.personId, persons.id))
    .innerJoin(chats, and(eq(chats.addressId, addresses.id), eq(chats.external, addresses.external)))
    .where(
      and(
        eq(roles.role, 'admin'),
        isNull(roles.endedAt),
        isNull(addresses.unreachableAt),
        ne(chats.channel, sql.placeholder('channel')),
      ),
    )
    .orderBy(desc(chats.id)),
);

/**
 * One chat for each admin who can be told by another channel than the one that the trouble is with: one that is sent to
 * before a page, which may be closed.
 */
export async function adminsBeside(
  database: Database,
  channel: AlarmSubject,
  isSentTo: (channel: ChannelName) => boolean,
): Promise<Recipient[]> {
  const [rows] = await database.read([adminChatsQuery.with({ channel })]);
  const found = adminChatsQuery.rows(rows).filter((each) => each.channel === 'web' || isSentTo(each.channel));
  const best = new Map<number, (typeof found)[number]>();
  for (const each of found) {
    const known = best.get(each.personId);
    if (!known || (known.channel === 'web' && each.channel !== 'web')) best.set(each.personId, each);
  }
  return Array.from(best.values(), ({ personId: _, ...recipient }) => recipient);
}

function owed(
  alarm: Pick<Alarm, 'channel' | 'raisedAt'>,
  news: AlarmNews,
  notices: readonly OwnNotice[],
): Statement[] {
  const event = news.what === 'over' ? 'over' : 'raised';
  return oweNotices(`alarm ${alarm.channel} ${alarm.raisedAt} ${event}`, notices, news.at);
}

/** @returns whether it was written down now; false where another process did so before. */
export function raiseAlarm(
  database: Database,
  channel: AlarmSubject,
  news: AlarmNews,
  notices: readonly OwnNotice[],
): Promise<boolean> {
  const alarm = { channel, raisedAt: news.at };
  return wasWritten(database, [once(compiler.insert(alarms).values(alarm)), ...owed(alarm, news, notices)]);
}

export function endAlarm(
  database: Database,
  alarm: Alarm,
  news: AlarmNews,
  notices: readonly OwnNotice[],
): Promise<boolean> {
  const isOpen = and(eq(alarms.channel, alarm.channel), isNull(alarms.endedAt));
  return wasWritten(database, [
    once(compiler.update(alarms).set({ endedAt: news.at }).where(isOpen)),
    ...owed(alarm, news, notices),
  ]);
}

async function wasWritten(database: Database, statements: readonly Statement[]): Promise<boolean> {
  try {
    await database.write(statements);
    return true;
  } catch (error) {
    if (error instanceof ConstraintError) return false;
    throw error;
  }
}
