/** What a confirmation writes. It is the busiest of all decisions: its statements are compiled once. */
import { eq, sql } from 'drizzle-orm';
import { newConversation } from '../../src/chat/conversation.ts';
import type { Effect, NewPart, OrderGuards } from '../../src/shop/effects.ts';
import type { Statement } from '../database.ts';
import {
  chats,
  fulfilmentSteps,
  fulfilments,
  orderLines,
  orders,
  persons,
  products,
  stands,
  stock,
} from '../schema.ts';
import { command, compiler, once } from '../statement.ts';
import type { Origin } from './origin.ts';

const value = sql.placeholder;

/** A column that becomes NULL, and so refuses the batch, where the version is not the expected one. */
function sameVersion(column: typeof products.version | typeof stands.version) {
  return sql`CASE WHEN ${column} = ${value('version')} THEN ${column} END`;
}

const guardStand = command(
  compiler
    .update(stands)
    .set({ version: sameVersion(stands.version) })
    .where(eq(stands.id, value('id'))),
);

const guardProduct = command(
  compiler
    .update(products)
    .set({ version: sameVersion(products.version) })
    .where(eq(products.id, value('id'))),
);

export function guardStatements({ stand, products: seen }: OrderGuards): Statement[] {
  return [guardStand({ ...stand }), ...seen.map((product) => guardProduct({ ...product }))];
}

export const allocate = command(
  compiler
    .update(stock)
    .set({ allocated: sql`${stock.allocated} + ${value('qty')}` })
    .where(eq(stock.variantId, value('variantId'))),
);

const addOrder = command(
  compiler.insert(orders).values({
    code: value('code'),
    standId: value('standId'),
    personId: value('personId'),
    chatId: value('chatId'),
    language: value('language'),
    stage: value('stage'),
    name: value('name'),
    phone: value('phone'),
    createdAt: value('createdAt'),
  }),
);

const orderId = sql<number>`(SELECT ${orders.id} FROM ${orders} WHERE ${orders.code} = ${value('code')})`;

const addPart = command(
  compiler.insert(fulfilments).values({
    publicId: value('publicId'),
    orderId,
    unitId: value('unitId'),
    placeId: value('placeId'),
    state: value('state'),
    fromStock: value('fromStock'),
    quoteFirst: value('quoteFirst'),
    pickupDay: value('pickupDay'),
    pickupNow: value('pickupNow'),
    updatedAt: value('updatedAt'),
    dueAt: value('updatedAt'),
  }),
);

const partId = sql<number>`(SELECT ${fulfilments.id} FROM ${fulfilments} WHERE ${fulfilments.publicId} = ${value('part')})`;

const addLine = command(
  compiler.insert(orderLines).values({
    fulfilmentId: partId,
    productId: value('productId'),
    variantId: value('variantId'),
    unitId: value('unitId'),
    mode: value('mode'),
    qty: value('qty'),
    price: value('price'),
    priceStatus: value('priceStatus'),
  }),
);

const addFirstStep = command(
  compiler.insert(fulfilmentSteps).values({
    fulfilmentId: partId,
    version: 0,
    to: value('to'),
    actor: value('actor'),
    at: value('at'),
  }),
);

/** They never wrote: a person, and a chat that is nobody's and that no channel can open. */
function guestStatements(
  { guest: publicId = '', name, phone, language }: NewOrder,
  { now: createdAt }: Origin,
): Statement[] {
  const conversation = newConversation(language);
  return [
    once(compiler.insert(persons).values({ publicId, name, phone, language, createdAt })),
    once(compiler.insert(chats).values({ channel: 'web', external: chatOfGuest(publicId), conversation })),
  ];
}

/** Sessions are hashes, and so never this. */
const chatOfGuest = (publicId: string) => `counter ${publicId}`;

const addOrderOf = (
  { guest = '', code, stage, language, name, phone, guards }: NewOrder,
  createdAt: number,
) =>
  once(
    compiler.insert(orders).values({
      code,
      standId: guards.stand.id,
      personId: sql<number>`(SELECT id FROM persons WHERE public_id = ${guest})`,
      chatId: sql<number>`(SELECT id FROM chats WHERE external = ${chatOfGuest(guest)} AND channel = 'web')`,
      language,
      stage,
      name,
      phone,
      createdAt,
    }),
  );

type NewOrder = Extract<Effect, { kind: 'order' }>;

export function orderStatements(effect: NewOrder, origin: Origin): Statement[] {
  const { code, stage, language, name, phone, parts, guards } = effect;
  const { personId, chatId, now: createdAt } = origin;
  const standId = guards.stand.id;
  return [
    ...guardStatements(guards),
    ...(effect.guest === undefined
      ? [addOrder({ code, standId, personId, chatId, language, stage, name, phone, createdAt })]
      : [...guestStatements(effect, origin), addOrderOf(effect, createdAt)]),
    ...parts.flatMap((part) => partStatements(code, part, origin)),
  ];
}

function partStatements(code: string, newPart: NewPart, { actorId, now }: Origin): Statement[] {
  const { lines, ...columns } = newPart;
  const { publicId: part, unitId, state: to, fromStock } = newPart;
  return [
    addPart({ ...columns, code, updatedAt: now }),
    ...lines.map((line) => addLine({ ...line, unitId, part })),
    addFirstStep({ part, to, actor: actorId, at: now }),
    ...(fromStock ? lines.map(({ variantId, qty }) => allocate({ variantId, qty })) : []),
  ];
}
