/** Loading what a meaning asks for, in one batch. */
import { and, asc, desc, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import type {
  OrderQuery,
  OrderView,
  RoleRecipient,
  StoredFacts,
  StoredNeeds,
  TaskView,
  View,
} from '../../src/chat/facts.ts';
import { NO_STORED_FACTS } from '../../src/chat/facts.ts';
import { asItCounts } from '../../src/shop/fulfilment.ts';
import { hasRole } from '../../src/shop/roles.ts';
import type { StockLevel } from '../../src/shop/stock.ts';
import { type Database, type Result, type Statement, valuesOf } from '../database.ts';
import {
  acceptances,
  addresses,
  chats,
  fulfilmentSteps,
  fulfilments,
  interests,
  invitations,
  movements,
  orderLines,
  orders,
  payments,
  persons,
  roles,
  stock,
  tasks,
} from '../schema.ts';
import { compiler, once, query } from '../statement.ts';
import { accountStatements, readAccount } from './account.ts';
import {
  channelsOfPerson,
  connectByAddress,
  connectByHash,
  readAddress,
  readChannels,
  readCode,
} from './connections.ts';
import { entryParts, readEntry, sumMoney } from './counter.ts';
import { hashCode } from './hash-code.ts';
import { languageOf, nameOf } from './people.ts';
import { phoneViewsQuery, readPhoneViews } from './phone-views.ts';
import { freeNumber, openQuestionsOfChat, questionByPublicId, readQuestions } from './questions.ts';
import { readSamples, SAMPLE_STATEMENTS } from './samples.ts';
import { readTalks, talkByPublicId } from './talks.ts';

/** More than anybody reads in a chat; the rest is said to be there. */
const MAX_ORDERS = 200;

/** One question to the database, and what its answer adds to the facts. */
export interface Ask {
  readonly statements: readonly Statement[];
  read(results: readonly Result[]): Partial<StoredFacts>;
}

export async function loadFacts(database: Database, view: View, needs: StoredNeeds): Promise<StoredFacts> {
  const asks = await asksFor(view, needs);
  if (asks.length === 0) return NO_STORED_FACTS;
  const results = await database.read(asks.flatMap((ask) => ask.statements));
  let from = 0;
  let facts: StoredFacts = NO_STORED_FACTS;
  for (const ask of asks) {
    facts = { ...facts, ...ask.read(results.slice(from, from + ask.statements.length)) };
    from += ask.statements.length;
  }
  return facts;
}

async function asksFor(view: View, needs: StoredNeeds): Promise<Ask[]> {
  return [
    ...(needs.stock && needs.stock.length > 0 ? [askStock(needs.stock)] : []),
    ...(needs.orders
      ? [askOrders(whichOrders(needs.orders, view), needs.orders.by === 'open' ? asc(orders.id) : undefined)]
      : []),
    ...(needs.recipients ? [askRecipients(needs.recipients)] : []),
    ...(needs.invitation === undefined ? [] : [askInvitation(await hashCode(needs.invitation))]),
    ...(needs.tasks && hasRole(view.roles, 'keeper', 'admin') ? [askTasks()] : []),
    ...(needs.entry === undefined ? [] : [askEntry(needs.entry)]),
    ...(needs.moneySince === undefined ? [] : [askMoney(needs.moneySince)]),
    ...(needs.moved && needs.moved.length > 0 ? [askMoved(needs.moved)] : []),
    ...(needs.interests ? [askInterests(view.person.id)] : []),
    ...(needs.questions ? [askQuestions(needs.questions, view.chat.id)] : []),
    ...(needs.talk === undefined ? [] : [askTalk(needs.talk)]),
    ...(needs.connect === undefined ? [] : [await askConnect(needs.connect)]),
    ...(needs.channels ? [askChannels(view.person.id)] : []),
    ...(needs.samples && hasRole(view.roles, 'admin') ? [askSamples()] : []),
    ...(needs.account ? [askAccount(view.person.id)] : []),
    ...(needs.phoneViews && hasRole(view.roles, 'admin') ? [askPhoneViews()] : []),
  ];
}

/** A select with typed rows, to be read from its result. */
function select<Row>(builder: {
  prepare(): {
    getQuery(): { sql: string; params: unknown[] };
    mapResult(response: unknown, batch?: boolean): unknown;
  };
  readonly _: { readonly result: Row[] };
  toSQL(): { sql: string; params: unknown[] };
}): { statement: Statement; rows(result: Result | undefined): Row[] } {
  const prepared = builder.prepare();
  return {
    statement: once(builder),
    rows: (result) => (result ? (prepared.mapResult({ rows: valuesOf(result) }, true) as Row[]) : []),
  };
}

const stockQuery = query(
  compiler
    .select({
      variantId: stock.variantId,
      onHand: stock.onHand,
      allocated: stock.allocated,
      lowAt: stock.lowAt,
    })
    .from(stock)
    .where(sql`${stock.variantId} IN (SELECT value FROM json_each(${sql.placeholder('variants')}))`),
);

function askStock(variantIds: readonly number[]): Ask {
  return {
    statements: [stockQuery.with({ variants: JSON.stringify(variantIds) })],
    read: ([result]) => ({
      stock: new Map(
        stockQuery.rows(result).map(({ variantId, ...level }): [number, StockLevel] => [variantId, level]),
      ),
    }),
  };
}

const MOVING = sql`${fulfilments.state} IN ('new', 'quoted', 'accepted', 'made', 'ready')`;

/** Which orders are meant, as a condition on `orders.id`. */
function whichOrders(query: OrderQuery, view: View): SQL | undefined {
  const ofPart = (condition: SQL | undefined) =>
    inArray(orders.id, compiler.select({ id: fulfilments.orderId }).from(fulfilments).where(condition));
  switch (query.by) {
    case 'me':
      return eq(orders.personId, view.person.id);
    case 'code':
      return eq(orders.code, query.code);
    case 'part':
      return ofPart(eq(fulfilments.publicId, query.part));
    case 'name':
      return and(
        sql`(' ' || lower(${orders.name})) LIKE ${likeWord(query.name)} ESCAPE '\\'`,
        ofPart(MOVING),
      );
    case 'open':
      return ofPart(
        and(MOVING, query.units === null ? undefined : inArray(fulfilments.unitId, [...query.units])),
      );
  }
}

/** Any word of the name may be the one that is typed. */
function likeWord(name: string): string {
  return `% ${name
    .trim()
    .toLowerCase()
    .replaceAll(/[\\%_]/g, '\\$&')}%`;
}

/** Orders with parts, lines, the last step of each part and the payments, as four statements. */
export function askOrders(which: SQL | undefined, order = desc(orders.id)): Ask {
  const wanted = compiler
    .select({ id: orders.id })
    .from(orders)
    .where(which)
    .orderBy(order)
    .limit(MAX_ORDERS);
  const heads = select(
    compiler
      .select({
        id: orders.id,
        code: orders.code,
        standId: orders.standId,
        personId: orders.personId,
        chatId: orders.chatId,
        channel: chats.channel,
        external: chats.external,
        heardBy: chats.addressId,
        language: orders.language,
        stage: orders.stage,
        name: orders.name,
        phone: orders.phone,
        createdAt: orders.createdAt,
      })
      .from(orders)
      .innerJoin(chats, eq(chats.id, orders.chatId))
      .where(inArray(orders.id, wanted))
      .orderBy(order),
  );
  const parts = select(
    compiler
      .select()
      .from(fulfilments)
      .where(inArray(fulfilments.orderId, wanted))
      .orderBy(asc(fulfilments.id)),
  );
  const partIds = compiler
    .select({ id: fulfilments.id })
    .from(fulfilments)
    .where(inArray(fulfilments.orderId, wanted));
  const lines = select(
    compiler
      .select()
      .from(orderLines)
      .where(inArray(orderLines.fulfilmentId, partIds))
      .orderBy(asc(orderLines.id)),
  );
  const steps = select(
    compiler
      .select({
        partId: fulfilmentSteps.fulfilmentId,
        at: fulfilmentSteps.at,
        by: nameOf(fulfilmentSteps.actor),
      })
      .from(fulfilmentSteps)
      .innerJoin(
        fulfilments,
        and(
          eq(fulfilments.id, fulfilmentSteps.fulfilmentId),
          eq(fulfilmentSteps.version, sql`${fulfilments.version} - 1`),
        ),
      )
      .where(inArray(fulfilments.orderId, wanted)),
  );
  const paid = select(
    compiler
      .select({
        orderId: payments.orderId,
        status: payments.status,
        method: payments.method,
        at: payments.at,
        by: nameOf(payments.actor),
      })
      .from(payments)
      .where(inArray(payments.orderId, wanted))
      .orderBy(asc(payments.position)),
  );
  return {
    statements: [heads.statement, parts.statement, lines.statement, steps.statement, paid.statement],
    read: ([headRows, partRows, lineRows, stepRows, paidRows]) => {
      const stepsByPart = new Map(steps.rows(stepRows).map(({ partId, at, by }) => [partId, { at, by }]));
      const allLines = lines.rows(lineRows);
      const allParts = parts.rows(partRows).map((part) => ({
        ...part,
        lines: allLines
          .filter((line) => line.fulfilmentId === part.id)
          .map((line) => asItCounts(line, part.state)),
        lastStep: stepsByPart.get(part.id) ?? null,
      }));
      const allPaid = paid.rows(paidRows);
      return {
        orders: heads
          .rows(headRows)
          .map(({ chatId, channel, external, heardBy, language, ...head }): OrderView => {
            const history = allPaid
              .filter((entry) => entry.orderId === head.id)
              .map(({ orderId: _, ...entry }) => entry);
            const last = history.at(-1);
            return {
              ...head,
              visitor: heardBy === null ? null : { chatId, channel, external, language },
              parts: allParts.filter((part) => part.orderId === head.id),
              payment: {
                status: last?.status ?? 'unpaid',
                method: last?.method ?? null,
                history,
              },
            };
          }),
      };
    },
  };
}

export const recipientsQuery = query(
  compiler
    .select({
      chatId: chats.id,
      channel: chats.channel,
      external: chats.external,
      language: languageOf(persons),
      role: roles.role,
      unitId: roles.unitId,
    })
    .from(roles)
    .innerJoin(addresses, eq(addresses.id, roles.addressId))
    .innerJoin(persons, eq(persons.id, addresses.personId))
    .innerJoin(chats, eq(chats.addressId, addresses.id))
    .where(
      and(
        isNull(roles.endedAt),
        isNull(addresses.unreachableAt),
        or(
          and(
            eq(roles.role, 'staff'),
            sql`${roles.unitId} IN (SELECT value FROM json_each(${sql.placeholder('units')}))`,
          ),
          sql`${roles.role} IN (SELECT value FROM json_each(${sql.placeholder('roles')}))`,
        ),
      ),
    ),
);

export function askRecipients(wanted: NonNullable<StoredNeeds['recipients']>): Ask {
  const lists = { units: JSON.stringify(wanted.units), roles: JSON.stringify(wanted.roles) };
  return {
    statements: [recipientsQuery.with(lists)],
    read: ([result]) => ({ recipients: recipientsQuery.rows(result) as RoleRecipient[] }),
  };
}

/** Outside of any conversation. */
export async function loadRecipients(
  database: Database,
  wanted: NonNullable<StoredNeeds['recipients']>,
): Promise<readonly RoleRecipient[]> {
  const { statements, read } = askRecipients(wanted);
  return read(await database.read(statements)).recipients ?? [];
}

function askInvitation(codeHash: string): Ask {
  const query = select(
    compiler
      .select({
        id: invitations.id,
        role: invitations.role,
        unitId: invitations.unitId,
        name: invitations.name,
        expiresAt: invitations.expiresAt,
        acceptedBy: acceptances.addressId,
      })
      .from(invitations)
      .leftJoin(acceptances, eq(acceptances.invitationId, invitations.id))
      .where(eq(invitations.codeHash, codeHash)),
  );
  return {
    statements: [query.statement],
    read: ([result]) => {
      const [row] = query.rows(result);
      if (!row) return { invitation: null };
      const { acceptedBy, ...invitation } = row;
      return { invitation: { ...invitation, accepted: acceptedBy !== null } };
    },
  };
}

function askTasks(): Ask {
  const query = select(
    compiler
      .select({
        id: tasks.id,
        code: orders.code,
        name: orders.name,
        phone: orders.phone,
        parts: sql<string>`(SELECT json_group_array(json_object('unitId', unit_id, 'state', state))
          FROM ${fulfilments} WHERE order_id = ${orders.id})`,
      })
      .from(tasks)
      .innerJoin(orders, eq(orders.id, tasks.orderId))
      .where(isNull(tasks.doneAt))
      .orderBy(asc(tasks.id)),
  );
  return {
    statements: [query.statement],
    read: ([result]) => ({
      tasks: query
        .rows(result)
        .map(({ parts, ...task }) => ({ ...task, parts: JSON.parse(parts) }) as TaskView),
    }),
  };
}

function askEntry(publicId: string): Ask {
  return {
    statements: entryParts(publicId),
    read: (results) => ({ entry: readEntry(results) }),
  };
}

function askMoney(since: number): Ask {
  return {
    statements: [sumMoney.with({ since })],
    read: ([result]) => ({ money: sumMoney.rows(result) }),
  };
}

const movedQuery = query(
  compiler
    .select({ variantId: movements.variantId, last: sql<number>`max(${movements.id})` })
    .from(movements)
    .where(sql`${movements.variantId} IN (SELECT value FROM json_each(${sql.placeholder('variants')}))`)
    .groupBy(movements.variantId),
);

function askMoved(variantIds: readonly number[]): Ask {
  return {
    statements: [movedQuery.with({ variants: JSON.stringify(variantIds) })],
    read: ([result]) => ({
      moved: new Map(movedQuery.rows(result).map(({ variantId, last }) => [variantId, last])),
    }),
  };
}

function askInterests(personId: number): Ask {
  const query = select(
    compiler
      .select({ variantId: interests.variantId, qty: interests.qty })
      .from(interests)
      .where(eq(interests.personId, personId))
      .orderBy(asc(interests.id)),
  );
  return { statements: [query.statement], read: ([result]) => ({ interests: query.rows(result) }) };
}

function askQuestions(which: NonNullable<StoredNeeds['questions']>, chatId: number): Ask {
  if (which !== 'own') {
    return {
      statements: [questionByPublicId.with(which)],
      read: ([result]) => ({ questions: readQuestions(result) }),
    };
  }
  return {
    statements: [openQuestionsOfChat.with({ chatId }), freeNumber.with()],
    read: ([own, free]) => ({
      questions: readQuestions(own),
      nextQuestion: freeNumber.rows(free)[0]?.number ?? 1,
    }),
  };
}

function askTalk(publicId: string): Ask {
  return {
    statements: [talkByPublicId.with({ publicId })],
    read: ([result]) => ({ talk: readTalks(result)[0] ?? null }),
  };
}

async function askConnect(by: NonNullable<StoredNeeds['connect']>): Promise<Ask> {
  if ('code' in by) {
    const codeHash = await hashCode(by.code);
    return {
      statements: [connectByHash.with({ codeHash })],
      read: ([result]) => ({ connect: readCode(result) }),
    };
  }
  return {
    statements: [connectByAddress.with(by)],
    read: ([result]) => ({ connect: readAddress(result) }),
  };
}

function askSamples(): Ask {
  return { statements: SAMPLE_STATEMENTS, read: (results) => ({ samples: readSamples(results) }) };
}

function askChannels(personId: number): Ask {
  return {
    statements: [channelsOfPerson.with({ personId })],
    read: ([result]) => ({ channels: readChannels(result) }),
  };
}

function askAccount(personId: number): Ask {
  return {
    statements: accountStatements(personId),
    read: (results) => ({ account: readAccount(results) }),
  };
}

/** More than an admin reads at once; `gerai export --phone-views` has all of them. */
const SHOWN_VIEWS = 20;

function askPhoneViews(): Ask {
  return {
    statements: [phoneViewsQuery.with({ limit: SHOWN_VIEWS })],
    read: ([result]) => ({ phoneViews: readPhoneViews(result) }),
  };
}
