/** An order notice that did not reach its visitor goes to another address of theirs, or the keeper has to call. */
import { and, desc, eq, isNull, ne, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Capabilities } from '../../src/chat/channel.ts';
import type { ChannelName } from '../../src/chat/message.ts';
import { type Fitted, fitTo } from '../../src/chat/render.ts';
import type { Owed } from '../../src/delivery/sender.ts';
import type { Database, Statement } from '../database.ts';
import { addresses, chats, fulfilments, orders, outbox } from '../schema.ts';
import { compiler, once, query } from '../statement.ts';
import { taskStatement } from './tasks.ts';

/**
 * Where a notice may go instead. A web page is not among them: nobody can send to it, and whoever has closed it
 * hears nothing.
 */
export type Reachable = Partial<Readonly<Record<ChannelName, Capabilities>>>;

/**
 * `part <public id> <state> visitor`, then the number of the piece and the chats that it went to after the first. Nobody
 * is called for thanks.
 */
const VISITOR_NOTICE = /^part (\S+) (?!collected )\S+ visitor(?: |$)/;
const VIA = ' via ';

const orderQuery = query(
  compiler
    .select({ orderId: orders.id, personId: orders.personId })
    .from(fulfilments)
    .innerJoin(orders, eq(orders.id, fulfilments.orderId))
    .where(eq(fulfilments.publicId, sql.placeholder('part'))),
);

/** Rows that carry the same notice, in the order in which they were tried. */
const triedQuery = query(
  compiler
    .select({ key: outbox.key, chatId: outbox.chatId })
    .from(outbox)
    .where(
      sql`${outbox.key} = ${sql.placeholder('base')} OR (${outbox.key} > ${sql.placeholder('from')} AND ${outbox.key} < ${sql.placeholder('to')})`,
    ),
);

const failed = alias(chats, 'failed');

/** Private chats of the person who ordered that are not known to be closed to us, the newest first. */
const otherChatsQuery = query(
  compiler
    .select({ chatId: chats.id, channel: chats.channel, failedChannel: failed.channel })
    .from(chats)
    .innerJoin(addresses, eq(addresses.id, chats.addressId))
    .innerJoin(failed, eq(failed.id, sql.placeholder('failedChat')))
    .innerJoin(fulfilments, eq(fulfilments.publicId, sql.placeholder('part')))
    .innerJoin(orders, eq(orders.id, fulfilments.orderId))
    .where(
      and(
        eq(addresses.personId, orders.personId),
        eq(addresses.external, chats.external),
        isNull(addresses.unreachableAt),
        ne(chats.id, sql.placeholder('failedChat')),
      ),
    )
    .orderBy(desc(chats.id)),
);

/** What is to be written because this message will not arrive: nothing unless it is a notice to a visitor. */
export async function openTask(
  database: Database,
  owed: Owed,
  reachable: Reachable,
  now: number,
): Promise<Statement[]> {
  const part = owed.kind === 'notice' ? VISITOR_NOTICE.exec(owed.key)?.[1] : undefined;
  if (part === undefined) return [];
  const base = owed.key.split(VIA)[0] ?? owed.key;
  const [orderRows, triedRows, chatRows] = await database.read([
    orderQuery.with({ part }),
    // '!' is the character after the space: everything that starts with the base and " via ".
    triedQuery.with({ base, from: `${base}${VIA}`, to: `${base} via!` }),
    otherChatsQuery.with({ part, failedChat: owed.chatId }),
  ]);
  const order = orderQuery.rows(orderRows)[0];
  if (!order) return [];
  const tried = triedQuery.rows(triedRows);
  // This very failure was recorded before, and only the answer to that was lost.
  if (tried.some(({ key }) => key.startsWith(`${owed.key}${VIA}`))) return [];
  const next = otherChatsQuery
    .rows(chatRows)
    .find(
      ({ chatId, channel }) =>
        channel !== 'web' && reachable[channel] && tried.every((each) => each.chatId !== chatId),
    );
  const can = next && reachable[next.channel];
  if (!next || !can) return [taskStatement(order.orderId, now)];
  const messages = next.channel === next.failedChannel ? [owed.message] : refit(owed.message, can);
  return messages.map((message, index) =>
    owedThere(
      owed,
      `${owed.key}${VIA}${next.chatId}${index === 0 ? '' : `.${index}`}`,
      next.chatId,
      can,
      message,
      now,
    ),
  );
}

function refit({ text, choices, photo, template }: Fitted, can: Capabilities): Fitted[] {
  const more = { ...(photo === null ? {} : { photo }), ...(template ? { template } : {}) };
  return fitTo({ text, choices, ...more }, can);
}

function owedThere(
  owed: Owed,
  key: string,
  chatId: number,
  can: Capabilities,
  message: Fitted,
  now: number,
): Statement {
  return once(
    compiler
      .insert(outbox)
      .values({
        key,
        publicId: can.delivery === 'pull' ? sql`lower(hex(randomblob(9)))` : null,
        chatId,
        kind: 'notice',
        about: sql`(SELECT about FROM outbox WHERE id = ${owed.id})`,
        message,
        state: 'pending',
        dueAt: now,
        createdAt: now,
      })
      .onConflictDoNothing(),
  );
}
