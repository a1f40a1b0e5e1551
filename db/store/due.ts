/** What waits and is due to be looked at, without looking at what is not. */
import { and, asc, eq, inArray, isNotNull, lte, sql } from 'drizzle-orm';
import type { Due, DueStore } from '../../src/engine/deadlines.ts';
import type { Effect } from '../../src/shop/effects.ts';
import type { Database, Statement } from '../database.ts';
import { fulfilments, inbox, orders, payments, questions, versions } from '../schema.ts';
import { command, compiler, once, query } from '../statement.ts';
import { askOrders, askRecipients } from './facts.ts';
import { questionsByIds, readQuestions } from './questions.ts';

/** NOT NULL refuses what has moved, or was told, since it was looked at; afterwards it is looked at again. */
export function tellPart({ part, before, told }: Extract<Effect, { kind: 'told' }>, now: number): Statement {
  const isSeen = and(eq(fulfilments.version, part.version), sql`${fulfilments.told} IS ${before}`);
  return once(
    compiler
      .update(fulfilments)
      .set({ version: sql`CASE WHEN ${isSeen} THEN ${part.version} END`, told, toldAt: now, dueAt: now })
      .where(eq(fulfilments.id, part.id)),
  );
}

export function tellQuestion(
  { question, before, told }: Extract<Effect, { kind: 'question-told' }>,
  now: number,
): Statement {
  const isSeen = and(eq(questions.open, 1), sql`${questions.told} IS ${before}`);
  return once(
    compiler
      .update(questions)
      .set({ open: sql`CASE WHEN ${isSeen} THEN 1 END`, told, toldAt: now, dueAt: now })
      .where(eq(questions.id, question.id)),
  );
}

/** All that waits is looked at again: it may be due at another time now. */
export function lookAgain(): Statement[] {
  return [
    once(compiler.update(fulfilments).set({ dueAt: 0 }).where(isNotNull(fulfilments.dueAt))),
    once(compiler.update(questions).set({ dueAt: 0 }).where(isNotNull(questions.dueAt))),
  ];
}

const duePartsQuery = query(
  compiler
    .select({
      id: fulfilments.id,
      version: fulfilments.version,
      dueAt: sql<number>`${fulfilments.dueAt}`,
      state: fulfilments.state,
      since: fulfilments.updatedAt,
      told: fulfilments.told,
      toldAt: fulfilments.toldAt,
      placeId: fulfilments.placeId,
      pickupDay: fulfilments.pickupDay,
      readyDay: fulfilments.readyDay,
      quoteValidUntil: fulfilments.quoteValidUntil,
      paid: sql<string | null>`(SELECT status FROM ${payments}
        WHERE order_id = fulfilments.order_id ORDER BY position DESC LIMIT 1)`,
    })
    .from(fulfilments)
    .where(lte(fulfilments.dueAt, sql.placeholder('now')))
    .orderBy(asc(fulfilments.dueAt))
    .limit(sql.placeholder('limit')),
);

const dueQuestionsQuery = query(
  compiler
    .select({
      id: questions.id,
      dueAt: sql<number>`${questions.dueAt}`,
      since: questions.askedAt,
      told: questions.told,
      toldAt: questions.toldAt,
      productId: questions.productId,
    })
    .from(questions)
    .where(lte(questions.dueAt, sql.placeholder('now')))
    .orderBy(asc(questions.dueAt))
    .limit(sql.placeholder('limit')),
);

const catalogueVersion = query(
  compiler.select({ value: versions.value }).from(versions).where(eq(versions.name, 'catalogue')),
);

const nextPartQuery = query(
  compiler
    .select({ at: sql<number | null>`min(${fulfilments.dueAt})` })
    .from(fulfilments)
    .where(isNotNull(fulfilments.dueAt)),
);
const nextQuestionQuery = query(
  compiler
    .select({ at: sql<number | null>`min(${questions.dueAt})` })
    .from(questions)
    .where(isNotNull(questions.dueAt)),
);
const newestQuery = query(compiler.select({ at: sql<number | null>`max(${inbox.at})` }).from(inbox));

const lookAtPart = command(
  compiler
    .update(fulfilments)
    .set({ dueAt: sql`${sql.placeholder('at')}` })
    .where(
      and(
        eq(fulfilments.id, sql.placeholder('id')),
        eq(fulfilments.version, sql.placeholder('version')),
        eq(fulfilments.dueAt, sql.placeholder('seen')),
      ),
    ),
);
const lookAtQuestion = command(
  compiler
    .update(questions)
    .set({ dueAt: sql`${sql.placeholder('at')}` })
    .where(and(eq(questions.id, sql.placeholder('id')), eq(questions.dueAt, sql.placeholder('seen')))),
);

export function makeDueStore(database: Database): DueStore {
  return {
    async loadDue(now, limit) {
      const [parts, asked, version] = await database.read([
        duePartsQuery.with({ now, limit }),
        dueQuestionsQuery.with({ now, limit }),
        catalogueVersion.with(),
      ]);
      return {
        due: [
          ...duePartsQuery
            .rows(parts)
            .map(({ paid, ...row }): Due => ({ ...row, what: 'part', isPaid: paid === 'paid' })),
          ...dueQuestionsQuery.rows(asked).map((row): Due => ({ ...row, what: 'question' })),
        ],
        catalogueVersion: catalogueVersion.rows(version)[0]?.value ?? 0,
      };
    },

    async loadCases(due) {
      const idsOf = (what: Due['what']) => due.filter((each) => each.what === what).map(({ id }) => id);
      const parts = compiler
        .select({ id: fulfilments.orderId })
        .from(fulfilments)
        .where(inArray(fulfilments.id, idsOf('part')));
      const ofOrders = askOrders(inArray(orders.id, parts));
      const toTell = askRecipients({ units: [], roles: ['staff', 'keeper', 'admin'] });
      const results = await database.read([
        ...ofOrders.statements,
        ...toTell.statements,
        questionsByIds.with({ ids: JSON.stringify(idsOf('question')) }),
      ]);
      const from = ofOrders.statements.length;
      const { orders: found = [] } = ofOrders.read(results.slice(0, from));
      const { recipients = [] } = toTell.read(results.slice(from));
      return { orders: found, recipients, questions: readQuestions(results.at(-1)) };
    },

    async lookAt(rows) {
      if (rows.length === 0) return;
      await database.write(
        rows.map(({ row, at }) =>
          row.what === 'part'
            ? lookAtPart({ id: row.id, version: row.version, seen: row.dueAt, at })
            : lookAtQuestion({ id: row.id, seen: row.dueAt, at }),
        ),
      );
    },

    async lookAtAll() {
      await database.write(lookAgain());
    },

    async nextAt() {
      const [part, question] = await database.read([nextPartQuery.with(), nextQuestionQuery.with()]);
      const times = [nextPartQuery.rows(part)[0]?.at, nextQuestionQuery.rows(question)[0]?.at];
      return Math.min(...times.map((at) => at ?? Number.POSITIVE_INFINITY));
    },

    async newestTime() {
      const [newest] = await database.read([newestQuery.with()]);
      return newestQuery.rows(newest)[0]?.at ?? 0;
    },
  };
}
