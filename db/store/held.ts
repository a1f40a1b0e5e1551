/** Chats in which fragments wait to be read: their timers are set again after a restart. */
import { isNotNull } from 'drizzle-orm';
import type { HeldChat } from '../../src/engine/holds.ts';
import type { Database } from '../database.ts';
import { chats } from '../schema.ts';
import { compiler, query } from '../statement.ts';

const heldQuery = query(
  compiler
    .select({
      channel: chats.channel,
      external: chats.external,
      until: chats.heldUntil,
      conversation: chats.conversation,
    })
    .from(chats)
    .where(isNotNull(chats.heldUntil)),
);

export async function loadHeld(database: Database): Promise<HeldChat[]> {
  const [result] = await database.read([heldQuery.with()]);
  return heldQuery.rows(result).flatMap(({ channel, external, until, conversation }) => {
    const { held } = conversation;
    return held && until !== null ? [{ channel, external, key: held.key, until }] : [];
  });
}
