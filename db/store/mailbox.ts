/** What waits for a chat that fetches its messages. */
import { and, asc, eq, gt, isNotNull, sql } from 'drizzle-orm';
import type { ChannelName } from '../../src/chat/message.ts';
import type { Answer } from '../../src/engine/store.ts';
import type { Database } from '../database.ts';
import { chats, outbox } from '../schema.ts';
import { compiler, query } from '../statement.ts';

/** More than anybody reads at once; the rest comes with the next look. */
const MAX_NOTICES = 50;

const columns = {
  id: outbox.id,
  publicId: outbox.publicId,
  message: outbox.message,
  replaces: outbox.replaces,
};
const ofChat = and(
  eq(chats.channel, sql.placeholder('channel')),
  eq(chats.external, sql.placeholder('external')),
  eq(outbox.kind, 'notice'),
  isNotNull(outbox.publicId),
);

const unfetched = query(
  compiler
    .select(columns)
    .from(outbox)
    .innerJoin(chats, eq(chats.id, outbox.chatId))
    .where(and(ofChat, eq(outbox.state, 'pending')))
    .orderBy(asc(outbox.id))
    .limit(MAX_NOTICES),
);

const later = query(
  compiler
    .select(columns)
    .from(outbox)
    .innerJoin(chats, eq(chats.id, outbox.chatId))
    .where(
      and(ofChat, gt(outbox.id, sql`(SELECT id FROM outbox WHERE public_id = ${sql.placeholder('after')})`)),
    )
    .orderBy(asc(outbox.id))
    .limit(MAX_NOTICES),
);

/** Notices after the given message, oldest first; without one, those that were never fetched. */
export async function loadNotices(
  database: Database,
  channel: ChannelName,
  external: string,
  after: string | null,
): Promise<Answer[]> {
  const asked = after === null ? unfetched : later;
  const [result] = await database.read([asked.with({ channel, external, after })]);
  return asked.rows(result).map((row) => ({ ...row, publicId: row.publicId ?? '' }));
}
