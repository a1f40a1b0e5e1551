/** Messages that somebody else fetches: the page, or a program that sends them and tells how that ended. */
import { and, eq, gt, sql } from 'drizzle-orm';
import type { ChannelName } from '../../../src/chat/message.ts';
import type { Owed } from '../../../src/delivery/sender.ts';
import type { Database } from '../../database.ts';
import { chats, type OutboxState, outbox } from '../../schema.ts';
import { command, compiler, query } from '../../statement.ts';
import { type Due, recoverStatement, take } from './due.ts';
import { idList, inChannels, inList, isOpen, now, owedColumns } from './rows.ts';

/** A message that is lent to a program which sends it and tells how that ended. */
export interface Lent extends Owed {
  /** By which it is known outside. */
  readonly publicId: string;
}

const dueAtQuery = query(
  compiler
    .select({ dueAt: sql<number | null>`MIN(${outbox.dueAt})` })
    .from(outbox)
    .where(and(isOpen, gt(outbox.dueAt, 0), inChannels)),
);

const publicIdsQuery = query(
  compiler.select({ id: outbox.id, publicId: outbox.publicId }).from(outbox).where(idList),
);

const lentQuery = query(
  compiler
    .select({
      ...owedColumns,
      publicId: sql<string>`${outbox.publicId}`,
      state: outbox.state,
    })
    .from(outbox)
    .innerJoin(chats, eq(chats.id, outbox.chatId))
    .where(and(inList(outbox.publicId, 'publicIds'), eq(chats.channel, sql.placeholder('channel')))),
);

/** When the next message of the channel is due or its lease ends, UTC milliseconds; null: nothing is open. */
export async function nextDueAt(database: Database, channel: ChannelName): Promise<number | null> {
  const [rows] = await database.read([dueAtQuery.with({ channels: JSON.stringify([channel]) })]);
  return dueAtQuery.rows(rows)[0]?.dueAt ?? null;
}

/** Takes due messages, after those were given up whose lease has ended: at most one of each chat, the oldest. */
export async function lend(
  database: Database,
  { channel, ...due }: Omit<Due, 'channels'> & { readonly channel: ChannelName },
): Promise<Lent[]> {
  const channels = [channel];
  const [, rows] = await database.write([
    recoverStatement(channels, due.now, due.now),
    take.with({ ...due, channels: JSON.stringify(channels) }),
  ]);
  const taken = take.rows(rows);
  if (taken.length === 0) return [];
  const [idRows] = await database.read([
    publicIdsQuery.with({ ids: JSON.stringify(taken.map((row) => row.id)) }),
  ]);
  const publicIds = new Map(publicIdsQuery.rows(idRows).map((row) => [row.id, row.publicId]));
  return taken
    .map((row): Lent => ({ ...row, publicId: publicIds.get(row.id) ?? '' }))
    .sort((one, other) => one.id - other.id);
}

/** The messages with these public ids, and whether they are still lent. */
export async function findLent(
  database: Database,
  channel: ChannelName,
  publicIds: readonly string[],
): Promise<(Lent & { readonly state: OutboxState })[]> {
  const [rows] = await database.read([lentQuery.with({ channel, publicIds: JSON.stringify(publicIds) })]);
  return lentQuery.rows(rows);
}

const markFetched = command(
  compiler
    .update(outbox)
    .set({ state: 'sent', sentAt: sql`${now}` })
    .where(and(idList, eq(outbox.state, 'pending'))),
);

export async function markPulled(database: Database, ids: readonly number[], at: number): Promise<void> {
  if (ids.length > 0) await database.write([markFetched({ ids: JSON.stringify(ids), now: at })]);
}

/** For a channel whose sender is another program, which was started anew: whatever it had in hand, it has no more. */
export async function recoverLent(database: Database, channel: ChannelName, at: number): Promise<void> {
  await database.write([recoverStatement([channel], at, Number.MAX_SAFE_INTEGER)]);
}
