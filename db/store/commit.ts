/** One decision in one batch: inbox key, conversation, business rows, messages owed. */
import { eq, sql } from 'drizzle-orm';
import type { Commit, NewMessage, OwnCommit } from '../../src/engine/store.ts';
import type { Database, Statement } from '../database.ts';
import { chats, inbox, outbox } from '../schema.ts';
import { command, compiler } from '../statement.ts';
import { ownStatementsFor, statementsFor } from './effects.ts';

const receive = command(
  compiler.insert(inbox).values({ key: sql.placeholder('key'), at: sql.placeholder('at') }),
);

const saveChat = command(
  compiler
    .update(chats)
    .set({
      version: sql`CASE WHEN ${chats.version} = ${sql.placeholder('version')} THEN ${chats.version} + 1 END`,
      conversation: sql`${sql.placeholder('conversation')}`,
      heldUntil: sql`${sql.placeholder('heldUntil')}`,
      // MAX of a NULL is NULL: what nobody wrote leaves it as it is.
      heardAt: sql`coalesce(max(coalesce(${chats.heardAt}, 0), ${sql.placeholder('heardAt')}), ${chats.heardAt})`,
    })
    .where(eq(chats.id, sql.placeholder('id'))),
);

const owe = command(
  compiler.insert(outbox).values({
    key: sql.placeholder('key'),
    publicId: sql.placeholder('publicId'),
    chatId: sql.placeholder('chatId'),
    cause: sql.placeholder('cause'),
    kind: sql.placeholder('kind'),
    about: sql.placeholder('about'),
    message: sql.placeholder('message'),
    replaces: sql.placeholder('replaces'),
    state: sql.placeholder('state'),
    dueAt: sql.placeholder('dueAt'),
    createdAt: sql.placeholder('createdAt'),
  }),
);

function oweStatement(message: NewMessage, now: number, leaseUntil: number): Statement {
  const { channel, external: _, ...columns } = message;
  const pulled = channel === 'web' || channel === 'whatsapp-web';
  return owe({
    ...columns,
    state: pulled ? 'pending' : 'sending',
    dueAt: pulled ? now : leaseUntil,
    createdAt: now,
  });
}

async function chatStatements({ chat, origin: given, effects }: Commit): Promise<Statement[]> {
  const origin = { actorId: given.addressId, ...given };
  const statements = await Promise.all(effects.map((effect) => statementsFor(effect, origin)));
  return [
    saveChat({
      id: origin.chatId,
      version: chat.version,
      conversation: JSON.stringify(chat.conversation),
      heldUntil: chat.heldUntil,
      heardAt: chat.heardAt ?? null,
    }),
    ...statements.flat(),
  ];
}

function ownStatements({ origin, effects }: OwnCommit): Statement[] {
  return effects.flatMap((effect) => ownStatementsFor(effect, { actorId: null, now: origin.now }));
}

/**
 * @returns the ids of the owed messages, in their order.
 * @throws ConstraintError when a guard refused it, `inbox.key` when the event was handled before.
 */
export async function commit(database: Database, decided: Commit | OwnCommit): Promise<number[]> {
  const { now } = decided.origin;
  const before: Statement[] = [
    receive({ key: decided.inboxKey, at: now }),
    ...(decided.chat === null ? ownStatements(decided) : await chatStatements(decided)),
  ];
  const owed = decided.messages.map((message) => oweStatement(message, now, decided.leaseUntil));
  const results = await database.write([...before, ...owed]);
  return owed.map((_, index) => Number(results[before.length + index]?.lastInsertRowid ?? 0));
}
