/** What a channel says of a message after it has taken it. */
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { ChannelName } from '../../../src/chat/message.ts';
import type { Owed } from '../../../src/delivery/sender.ts';
import type { Database, Statement } from '../../database.ts';
import { addresses, chats, type OutboxState, outbox } from '../../schema.ts';
import { command, compiler, query } from '../../statement.ts';
import type { Mark } from './marks.ts';
import { asSent, asUnsent, externalId, id, idList, isOpen, owedColumns } from './rows.ts';

const reportedQuery = query(
  compiler
    .select({
      ...owedColumns,
      state: outbox.state,
      externalId: outbox.externalId,
      unreachableAt: addresses.unreachableAt,
    })
    .from(outbox)
    .innerJoin(chats, eq(chats.id, outbox.chatId))
    .leftJoin(addresses, eq(addresses.id, chats.addressId))
    .where(and(idList, eq(chats.channel, sql.placeholder('channel')))),
);

/** What this message was is known by its id, or not known yet. */
const isThatMessage = sql`(${outbox.externalId} IS NULL OR ${outbox.externalId} IS ${externalId})`;

/** A row that nobody had an answer for. */
const confirmRow = command(
  compiler
    .update(outbox)
    .set(asSent)
    .where(and(eq(outbox.id, id), isOpen, isThatMessage)),
);

const failRow = command(
  compiler
    .update(outbox)
    .set({ ...asUnsent, externalId: sql`${externalId}` })
    .where(and(eq(outbox.id, id), inArray(outbox.state, ['sending', 'uncertain', 'sent']), isThatMessage)),
);

const markReachable = command(
  compiler
    .update(addresses)
    .set({ unreachableAt: null })
    .where(sql`${addresses.id} = (SELECT ${chats.addressId} FROM ${chats} WHERE ${chats.id} = ${id})`),
);

/** A message as it was owed, and what is known of it now. */
export interface Reported extends Owed {
  readonly state: OutboxState;
  readonly externalId: string | null;
  /** When its address was found to be closed to us. */
  readonly unreachableAt: number | null;
}

/** Those of these messages that are of the channel. */
export async function loadReported(
  database: Database,
  channel: ChannelName,
  ids: readonly number[],
): Promise<Reported[]> {
  const [rows] = await database.read([reportedQuery.with({ ids: JSON.stringify(ids), channel })]);
  return reportedQuery.rows(rows);
}

export function confirmStatement(rowId: number, sentAs: string, at: number): Statement {
  return confirmRow({ id: rowId, externalId: sentAs, sentAt: at });
}

/** The message was taken and failed later. Its id stays with the row, so that no late answer takes it for sent. */
export function failStatement(
  rowId: number,
  sentAs: string,
  mark: Exclude<Mark, { state: 'sent' }>,
): Statement {
  return failRow({ dueAt: null, ...mark, id: rowId, externalId: sentAs });
}

/** Something arrived there after all. */
export function reachableStatement(chatId: number): Statement {
  return markReachable({ id: chatId });
}
