/** Two addresses become one person's: the codes that show it, and what changes hands. */
import { and, eq, isNull, lt, ne, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { ConnectView } from '../../src/chat/facts.ts';
import type { ChannelName } from '../../src/chat/message.ts';
import type { Effect } from '../../src/shop/effects.ts';
import type { Result, Statement } from '../database.ts';
import {
  addresses,
  carts,
  chats,
  connectCodes,
  dataLinks,
  erasures,
  interests,
  orders,
  persons,
  roles,
} from '../schema.ts';
import { compiler, once, query } from '../statement.ts';
import { hashCode } from './hash-code.ts';
import type { Origin } from './origin.ts';
import { languageOf, personColumns, readPerson } from './people.ts';

/** A code that ran out says so for that long, and is then unknown. */
const KEPT_MS = 86_400_000;

export async function saveConnectCode(
  { code, expiresAt }: Extract<Effect, { kind: 'connect-code' }>,
  { chatId }: Origin,
): Promise<Statement> {
  return once(compiler.insert(connectCodes).values({ codeHash: await hashCode(code), chatId, expiresAt }));
}

/** The person of the event stays, with everything that both have had. */
export function connectStatements(
  effect: Extract<Effect, { kind: 'connect' }>,
  { personId, addressId, chatId, now }: Origin,
): Statement[] {
  const { other } = effect;
  const theirs = other.personId;
  const chatsOfThem = compiler
    .select({ id: chats.id })
    .from(chats)
    .innerJoin(addresses, eq(addresses.id, chats.addressId))
    .where(eq(addresses.personId, theirs));
  return [
    ...(effect.codeId === null ? [] : [useCode(effect.codeId, now)]),
    ...(effect.rolesOf === null ? [] : takeRoles(effect.rolesOf, addressId, now)),
    once(compiler.delete(connectCodes).where(lt(connectCodes.expiresAt, now - KEPT_MS))),
    // What is being decided in the other's chats meanwhile is decided anew.
    once(
      compiler
        .update(chats)
        .set({ version: sql`${chats.version} + 1` })
        .where(and(sql`${chats.id} IN ${chatsOfThem}`, ne(chats.id, chatId))),
    ),
    takeOver(theirs, personId),
    once(compiler.update(orders).set({ personId }).where(eq(orders.personId, theirs))),
    once(compiler.update(interests).set({ personId }).where(eq(interests.personId, theirs))),
    once(compiler.update(addresses).set({ personId }).where(eq(addresses.personId, theirs))),
    ...keepOneCart(effect, personId),
    once(compiler.delete(dataLinks).where(eq(dataLinks.personId, theirs))),
    // Whoever connects two chats goes on with them: a wish of before to be forgotten is over.
    once(compiler.delete(erasures).where(eq(erasures.personId, theirs))),
    // A cart that they have begun since refers to them, which refuses all of this.
    once(compiler.delete(persons).where(eq(persons.id, theirs))),
  ];
}

/** NOT NULL refuses the second use. */
function useCode(id: number, now: number): Statement {
  const expiresAt = sql`CASE WHEN ${connectCodes.usedAt} IS NULL THEN ${connectCodes.expiresAt} END`;
  return once(compiler.update(connectCodes).set({ expiresAt, usedAt: now }).where(eq(connectCodes.id, id)));
}

/** They end at the address that had them, which keeps its name for what was done under it. */
function takeRoles(from: number, to: number, now: number): Statement[] {
  const held = compiler
    .select({
      id: sql<number>`NULL`.as('id'),
      addressId: sql<number>`${to}`.as('address_id'),
      role: roles.role,
      unitId: roles.unitId,
      name: roles.name,
      grantedAt: sql<number>`${now}`.as('granted_at'),
      endedAt: roles.endedAt,
    })
    .from(roles)
    .where(and(eq(roles.addressId, from), isNull(roles.endedAt)));
  return [
    once(compiler.insert(roles).select(held).onConflictDoNothing()),
    once(
      compiler
        .update(roles)
        .set({ endedAt: now })
        .where(and(eq(roles.addressId, from), isNull(roles.endedAt))),
    ),
  ];
}

const theirRow = alias(persons, 'their_row');

/** What the person has not told here, they may have told there. */
function takeOver(theirs: number, own: number): Statement {
  const there = (column: (typeof theirRow)['name' | 'phone' | 'noticeAt' | 'formerly' | 'publicId']) =>
    sql`(SELECT ${column} FROM ${persons} AS ${sql.identifier('their_row')} WHERE ${theirRow.id} = ${theirs})`;
  return once(
    compiler
      .update(persons)
      .set({
        name: sql`coalesce(${persons.name}, ${there(theirRow.name)})`,
        phone: sql`coalesce(${persons.phone}, ${there(theirRow.phone)})`,
        noticeAt: sql`coalesce(${persons.noticeAt}, ${there(theirRow.noticeAt)})`,
        formerly: sql`(SELECT json_group_array(value) FROM (
          SELECT value FROM json_each(${persons.formerly}) UNION SELECT value FROM json_each(${there(theirRow.formerly)})
          UNION SELECT ${there(theirRow.publicId)} AS value))`,
      })
      .where(eq(persons.id, own)),
  );
}

/** Its version is above both: no button of an older summary confirms what is in it now. */
function keepOneCart(effect: Extract<Effect, { kind: 'connect' }>, personId: number): Statement[] {
  const { other, cartVersion: seen, cart: body } = effect;
  const version = Math.max(seen, other.cartVersion) + 1;
  return [
    once(
      compiler
        .delete(carts)
        .where(and(eq(carts.personId, other.personId), eq(carts.version, other.cartVersion))),
    ),
    once(
      compiler
        .insert(carts)
        .values({ personId, version, body })
        .onConflictDoUpdate({
          target: carts.personId,
          set: { version: sql`CASE WHEN ${carts.version} = ${seen} THEN excluded.version END`, body },
        }),
    ),
  ];
}

const whoMayBe = {
  addressId: addresses.id,
  chatId: chats.id,
  channel: chats.channel,
  external: chats.external,
  language: languageOf(persons),
  ...personColumns,
};

export const connectByHash = query(
  compiler
    .select({
      ...whoMayBe,
      codeId: connectCodes.id,
      expiresAt: connectCodes.expiresAt,
      usedAt: connectCodes.usedAt,
    })
    .from(connectCodes)
    .innerJoin(chats, eq(chats.id, connectCodes.chatId))
    .innerJoin(addresses, eq(addresses.id, chats.addressId))
    .innerJoin(persons, eq(persons.id, addresses.personId))
    .leftJoin(carts, eq(carts.personId, persons.id))
    .where(eq(connectCodes.codeHash, sql.placeholder('codeHash'))),
);

export const connectByAddress = query(
  compiler
    .select(whoMayBe)
    .from(addresses)
    .innerJoin(chats, eq(chats.addressId, addresses.id))
    .innerJoin(persons, eq(persons.id, addresses.personId))
    .leftJoin(carts, eq(carts.personId, persons.id))
    .where(
      and(
        eq(addresses.channel, sql.placeholder('channel')),
        eq(addresses.external, sql.placeholder('external')),
      ),
    )
    .limit(1),
);

export function readCode(result: Result | undefined): ConnectView | null {
  const [row] = connectByHash.rows(result);
  if (!row) return null;
  const { codeId: id, expiresAt, usedAt } = row;
  return { ...readWho(row), code: { id, expiresAt, used: usedAt !== null } };
}

export function readAddress(result: Result | undefined): ConnectView | null {
  const [row] = connectByAddress.rows(result);
  return row ? { ...readWho(row), code: null } : null;
}

function readWho(row: ReturnType<typeof connectByAddress.rows>[number]): Omit<ConnectView, 'code'> {
  const { addressId, chatId, channel, external, language } = row;
  return {
    addressId,
    chat: { chatId, channel, external, language },
    ...readPerson(row),
  };
}

export const channelsOfPerson = query(
  compiler
    .selectDistinct({ channel: addresses.channel })
    .from(addresses)
    .where(eq(addresses.personId, sql.placeholder('personId'))),
);

export function readChannels(result: Result | undefined): ChannelName[] {
  return channelsOfPerson.rows(result).map(({ channel }) => channel);
}
