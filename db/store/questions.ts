/** Questions to the staff, their answers, and what was asked for that nobody makes. */
import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { QuestionView } from '../../src/chat/facts.ts';
import type { Effect } from '../../src/shop/effects.ts';
import type { Result, Statement } from '../database.ts';
import { addresses, chats, persons, questions, unmetWishes } from '../schema.ts';
import { compiler, once, query } from '../statement.ts';
import type { Origin } from './origin.ts';
import { closeNotices } from './outbox/marks.ts';
import { languageOf, nameOf } from './people.ts';

export function askStatement(
  effect: Extract<Effect, { kind: 'question' }>,
  { chatId, now }: Origin,
): Statement {
  const { kind: _, ...question } = effect;
  return once(compiler.insert(questions).values({ ...question, chatId, askedAt: now, dueAt: now }));
}

/** NOT NULL refuses the second answer. */
export function answerStatements(
  { question, text, language }: Extract<Effect, { kind: 'answer' }>,
  { actorId, now }: Origin,
): Statement[] {
  const answer = once(
    compiler
      .update(questions)
      .set({
        answer: text,
        answerLanguage: language,
        answeredBy: actorId,
        answeredAt: now,
        open: sql`CASE WHEN ${questions.open} = 1 THEN 0 END`,
        dueAt: null,
      })
      .where(eq(questions.id, question.id)),
  );
  return [answer, closeNotices(question.publicId)];
}

export function countWish(day: string): Statement {
  return once(
    compiler
      .insert(unmetWishes)
      .values({ day, count: 1 })
      .onConflictDoUpdate({ target: unmetWishes.day, set: { count: sql`${unmetWishes.count} + 1` } }),
  );
}

export function questionQuery(which: SQL | undefined) {
  return query(
    compiler
      .select({
        id: questions.id,
        publicId: questions.publicId,
        number: questions.number,
        unitId: questions.unitId,
        productId: questions.productId,
        subject: questions.subject,
        open: questions.open,
        answer: questions.answer,
        answerLanguage: questions.answerLanguage,
        answeredAt: questions.answeredAt,
        answeredBy: nameOf(questions.answeredBy),
        chatId: chats.id,
        channel: chats.channel,
        external: chats.external,
        language: languageOf(persons),
      })
      .from(questions)
      .innerJoin(chats, eq(chats.id, questions.chatId))
      .innerJoin(addresses, eq(addresses.id, chats.addressId))
      .innerJoin(persons, eq(persons.id, addresses.personId))
      .where(which),
  );
}

export const questionByPublicId = questionQuery(eq(questions.publicId, sql.placeholder('publicId')));
export const questionsByIds = questionQuery(
  sql`${questions.id} IN (SELECT value FROM json_each(${sql.placeholder('ids')}))`,
);
export const openQuestionsOfChat = questionQuery(
  and(eq(questions.chatId, sql.placeholder('chatId')), eq(questions.open, 1)),
);

export function readQuestions(result: Result | undefined): QuestionView[] {
  return questionByPublicId
    .rows(result)
    .map(({ chatId, channel, external, language, open, ...question }) => ({
      ...question,
      open: open === 1,
      visitor: { chatId, channel, external, language },
    }));
}

/** The smallest number, from 1, that no open question has. */
export const freeNumber = query(
  compiler
    .select({ number: sql<number>`min(candidate)` })
    .from(sql`(SELECT 1 AS candidate UNION SELECT number + 1 FROM ${questions} WHERE open = 1)`)
    .where(sql`candidate NOT IN (SELECT number FROM ${questions} WHERE open = 1)`),
);
