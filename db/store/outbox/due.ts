/**
 * Taking the messages that are due, and finding the ones that a process left behind. A row of a chat is taken only when
 * no older one of that chat is open.
 */
import { and, eq, gt, inArray, sql } from 'drizzle-orm';
import type { ChannelName } from '../../../src/chat/message.ts';
import type { Owed } from '../../../src/delivery/sender.ts';
import { YOUNG_REPLY_MS } from '../../../src/delivery/verdict.ts';
import type { Database, Statement } from '../../database.ts';
import { outbox } from '../../schema.ts';
import { command, compiler, query } from '../../statement.ts';
import { idList, inChannels, isOpen, now } from './rows.ts';

/** A row that waits in the table, and when it is due. */
export interface Waiting {
  readonly id: number;
  readonly chatId: number;
  readonly dueAt: number;
}

/**
 * The oldest open row of each chat, where it is due. With MIN(), SQLite takes the other columns from the row that
 * has the minimum. Left to itself, it would go through all chats and all that was ever sent to them: the index and
 * the order of the join are named (measured with 200,000 sent rows: 200 ms without, 3 µs for each open row with).
 */
const heads = sql`(SELECT head FROM (
  SELECT MIN(o.id) AS head, o.state AS state, o.due_at AS due
  FROM outbox o INDEXED BY outbox_due CROSS JOIN chats c ON c.id = o.chat_id
  WHERE o.state IN ('pending', 'sending', 'uncertain') AND o.state <> 'uncertain'
    AND c.channel IN (SELECT value FROM json_each(${sql.placeholder('channels')}))
  GROUP BY o.chat_id
) WHERE state = 'pending' AND due <= ${now} ORDER BY head LIMIT ${sql.placeholder('limit')})`;

export const take = query(
  compiler
    .update(outbox)
    .set({ state: 'sending', dueAt: sql`${sql.placeholder('leaseUntil')}` })
    .where(sql`${outbox.id} IN ${heads}`)
    .returning({
      id: outbox.id,
      key: outbox.key,
      chatId: outbox.chatId,
      channel: sql<ChannelName>`(SELECT c.channel FROM chats c WHERE c.id = outbox.chat_id)`,
      external: sql<string>`(SELECT c.external FROM chats c WHERE c.id = outbox.chat_id)`,
      kind: outbox.kind,
      message: outbox.message,
      replaces: outbox.replaces,
      attempts: outbox.attempts,
      createdAt: outbox.createdAt,
    }),
);

export interface Due {
  readonly channels: readonly ChannelName[];
  readonly now: number;
  readonly limit: number;
  /** How long this process has for sending them. */
  readonly leaseUntil: number;
}

/** Takes at most one row of each chat, the oldest one. */
export async function takeDue(database: Database, due: Due): Promise<Owed[]> {
  const [rows] = await database.write([take.with({ ...due, channels: JSON.stringify(due.channels) })]);
  return take.rows(rows).sort((one, other) => one.id - other.id);
}

/** Nobody knows whether they arrived. Notices carry their order's code and go again; so do young replies. */
const recoverRows = command(
  compiler
    .update(outbox)
    .set({
      state: sql`CASE WHEN ${outbox.kind} = 'notice' OR ${outbox.createdAt} > ${sql.placeholder('youngSince')} THEN 'pending' ELSE 'failed' END`,
      attempts: sql`${outbox.attempts} + 1`,
      dueAt: sql`${now}`,
      error: 'uncertain: left in hand by a process that ended',
    })
    .where(
      and(
        isOpen,
        inArray(outbox.state, ['sending', 'uncertain']),
        sql`${outbox.dueAt} <= ${sql.placeholder('leaseBefore')}`,
        inChannels,
      ),
    ),
);

const waitingQuery = query(
  compiler
    .select({ id: outbox.id, chatId: outbox.chatId, dueAt: outbox.dueAt })
    .from(outbox)
    // The time is no condition: it makes SQLite use the index of the open rows.
    .where(and(isOpen, eq(outbox.state, 'pending'), gt(outbox.dueAt, 0), inChannels)),
);

const renewRows = command(
  compiler
    .update(outbox)
    .set({ dueAt: sql`${sql.placeholder('leaseUntil')}` })
    .where(and(idList, eq(outbox.state, 'sending'))),
);

const stillOpen = query(
  compiler
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(idList, inArray(outbox.state, ['pending', 'sending']))),
);

export function recoverStatement(
  channels: readonly ChannelName[],
  at: number,
  leaseBefore: number,
): Statement {
  return recoverRows({
    channels: JSON.stringify(channels),
    now: at,
    leaseBefore,
    youngSince: at - YOUNG_REPLY_MS,
  });
}

/**
 * For the start of a process. The owner of an embedded file knows that whoever had a row in hand is gone; on a
 * server only a lease that has ended says so.
 *
 * @returns the rows of these channels that wait.
 */
export async function recover(
  database: Database,
  channels: readonly ChannelName[],
  at: number,
): Promise<Waiting[]> {
  const leaseBefore = database.kind === 'embedded' ? Number.MAX_SAFE_INTEGER : at;
  const values = { channels: JSON.stringify(channels) };
  const [, rows] = await database.write([
    recoverStatement(channels, at, leaseBefore),
    waitingQuery.with(values),
  ]);
  return waitingQuery.rows(rows);
}

export interface Watch {
  /** Rows that this process has in hand: their lease is renewed. */
  readonly inHand: readonly number[];
  /** Rows that this process gave back. */
  readonly away: readonly number[];
  /** Rows of these channels whose lease has ended are recovered. */
  readonly channels: readonly ChannelName[];
  readonly now: number;
  readonly leaseUntil: number;
}

/** @returns which of the rows that were given back are still to be sent. */
export async function watchOver(database: Database, watch: Watch): Promise<number[]> {
  const results = await database.write([
    renewRows({ ids: JSON.stringify(watch.inHand), leaseUntil: watch.leaseUntil }),
    recoverStatement(watch.channels, watch.now, watch.now),
    stillOpen.with({ ids: JSON.stringify(watch.away) }),
  ]);
  return stillOpen.rows(results[2]).map((row) => row.id);
}
