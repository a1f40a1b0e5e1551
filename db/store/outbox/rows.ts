/** What the statements about owed messages share. */
import { type SQL, sql } from 'drizzle-orm';
import { chats, outbox } from '../../schema.ts';

export const id = sql.placeholder('id');
export const now = sql.placeholder('now');
export const idList = inList(outbox.id, 'ids');
/** In the very words of the index `outbox_due`, or SQLite would not use it. */
export const isOpen = sql`${outbox.state} IN ('pending', 'sending', 'uncertain')`;
export const inChannels = sql`EXISTS (SELECT 1 FROM ${chats} WHERE ${chats.id} = ${outbox.chatId} AND ${inList(chats.channel, 'channels')})`;

/** A list as one argument, so that the statement is the same for every length. */
export function inList(
  column: typeof outbox.id | typeof outbox.publicId | typeof chats.channel,
  name: string,
): SQL {
  return sql`${column} IN (SELECT value FROM json_each(${sql.placeholder(name)}))`;
}
export const externalId = sql.placeholder('externalId');

/** A message as it is owed; `chats` has to be joined. */
export const owedColumns = {
  id: outbox.id,
  key: outbox.key,
  chatId: outbox.chatId,
  channel: chats.channel,
  external: chats.external,
  kind: outbox.kind,
  message: outbox.message,
  replaces: outbox.replaces,
  attempts: outbox.attempts,
  createdAt: outbox.createdAt,
};

/** How a row is written that was sent, and one that was not: with `dueAt` null it is due as it was. */
export const asSent = {
  state: 'sent',
  externalId: sql`${externalId}`,
  sentAt: sql`${sql.placeholder('sentAt')}`,
  error: null,
} as const;
export const asUnsent = {
  state: sql`${sql.placeholder('state')}`,
  dueAt: sql`coalesce(${sql.placeholder('dueAt')}, ${outbox.dueAt})`,
  attempts: sql`${sql.placeholder('attempts')}`,
  error: sql`${sql.placeholder('error')}`,
};
