/** What somebody in an office sees of the work: read with their roles, as the chat reads it. */
import { and, asc, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { OrderView, QuestionView, TalkView, TaskView, View } from '../../src/chat/facts.ts';
import { visibleUnits } from '../../src/chat/staff/open-parts.ts';
import type { Answer } from '../../src/engine/store.ts';
import type { Database } from '../database.ts';
import { chats, outbox, questions, talks } from '../schema.ts';
import { compiler, query } from '../statement.ts';
import { loadFacts } from './facts.ts';
import { questionQuery, readQuestions } from './questions.ts';
import { seenStatement } from './seats.ts';
import { readTalks, talkQuery } from './talks.ts';
import { loadView } from './view.ts';

export interface Board {
  readonly view: View;
  readonly catalogueVersion: number;
  readonly orders: readonly OrderView[];
  /** Open ones, oldest first. */
  readonly questions: readonly QuestionView[];
  /** Those that this chat has taken, or was told of while nobody has. */
  readonly talks: readonly TalkView[];
  readonly tasks: readonly TaskView[];
}

/** A message that the chat was given. */
export interface Given extends Answer {
  readonly at: number;
  /** A notice that nobody has seen yet. */
  readonly unseen: boolean;
}

/** As much as the page keeps. */
const GIVEN = 100;

const openQuestions = questionQuery(
  and(
    eq(questions.open, 1),
    sql`(${sql.placeholder('units')} IS NULL OR ${questions.unitId} IN (SELECT value FROM json_each(${sql.placeholder('units')})))`,
  ),
);

const chat = sql<number>`(SELECT ${chats.id} FROM ${chats} WHERE ${chats.channel} = 'web' AND ${chats.external} = ${sql.placeholder('external')})`;

const talksForChat = talkQuery(
  sql`(${talks.staffChatId} = ${chat} OR (${talks.staffChatId} IS NULL AND ${talks.chatId} <> ${chat} AND EXISTS
    (SELECT 1 FROM outbox told WHERE told.chat_id = ${chat} AND told.about = ${talks.publicId})))`,
);

/** null: nobody has written in this chat yet. */
export async function loadBoard(database: Database, external: string, now: number): Promise<Board | null> {
  const { view, catalogueVersion } = await loadView(database, {
    key: 'board',
    channel: 'web',
    chat: external,
    actor: external,
    at: now,
    body: { kind: 'unsupported', what: 'other' },
  });
  if (!view) return null;
  const units = visibleUnits(view.roles);
  const [facts, [questionRows, talkRows]] = await Promise.all([
    loadFacts(database, view, { orders: { by: 'open', units }, tasks: true }),
    database.read([
      openQuestions.with({ units: units === null ? null : JSON.stringify(units) }),
      talksForChat.with({ external }),
    ]),
  ]);
  return {
    view,
    catalogueVersion,
    orders: facts.orders,
    tasks: facts.tasks,
    questions: readQuestions(questionRows).toSorted((one, other) => one.id - other.id),
    talks: readTalks(talkRows),
  };
}

/* ── what the chat was given ── */

const givenQuery = query(
  compiler
    .select({
      id: outbox.id,
      publicId: outbox.publicId,
      message: outbox.message,
      replaces: outbox.replaces,
      at: outbox.createdAt,
      kind: outbox.kind,
      seenAt: outbox.seenAt,
    })
    .from(outbox)
    .where(and(eq(outbox.chatId, chat), isNotNull(outbox.publicId)))
    .orderBy(desc(outbox.id))
    .limit(GIVEN),
);

const unseenQuery = query(
  compiler
    .select({ count: sql<number>`count(*)` })
    .from(outbox)
    .where(and(eq(outbox.chatId, chat), eq(outbox.kind, 'notice'), isNull(outbox.seenAt)))
    .orderBy(asc(outbox.chatId)),
);

/** The newest, oldest first. */
export async function loadGiven(database: Database, external: string): Promise<Given[]> {
  const [rows] = await database.read([givenQuery.with({ external })]);
  return givenQuery
    .rows(rows)
    .map(({ kind, seenAt, ...row }) => ({
      ...row,
      publicId: row.publicId ?? '',
      unseen: kind === 'notice' && seenAt === null,
    }))
    .reverse();
}

export async function countUnseen(database: Database, external: string): Promise<number> {
  const [rows] = await database.read([unseenQuery.with({ external })]);
  return unseenQuery.rows(rows)[0]?.count ?? 0;
}

export async function markSeen(
  database: Database,
  external: string,
  ids: readonly string[],
  now: number,
): Promise<void> {
  if (ids.length > 0) await database.write([seenStatement(external, ids, now)]);
}
