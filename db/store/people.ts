/** How people are read: themselves with their cart, their language, and the name that colleagues know. */
import { type SQL, sql } from 'drizzle-orm';
import { alias, type SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { View } from '../../src/chat/facts.ts';
import { type CartBody, EMPTY_CART } from '../../src/shop/cart.ts';
import { addresses, carts, persons, roles, stands } from '../schema.ts';

export const staffPersons = alias(persons, 'staff_persons');

/** What they read in: their own language, or else the stand's. */
export const languageOf = (table: typeof persons | typeof staffPersons) =>
  sql<string>`coalesce(${table.language}, (SELECT ${stands.defaultLanguage} FROM ${stands} LIMIT 1))`;

/** Of whoever has this address, also after their role has ended; of a member of a group as the channel shows them. */
export const nameOf = (address: SQLiteColumn | SQL) =>
  sql<string | null>`coalesce(
    (SELECT ${roles.name} FROM ${roles} WHERE ${roles.addressId} = ${address} ORDER BY ${roles.endedAt} IS NOT NULL, ${roles.id} DESC LIMIT 1),
    (SELECT nullif(named.shown_name, '') FROM ${addresses} named WHERE named.id = ${address}))`;

/** A person with their cart; `persons` and, from the left, `carts` have to be joined. */
export const personColumns = {
  personId: persons.id,
  name: persons.name,
  phone: persons.phone,
  noticeAt: persons.noticeAt,
  cartVersion: carts.version,
  cart: carts.body,
};

interface PersonRow {
  readonly personId: number;
  readonly name: string | null;
  readonly phone: string | null;
  readonly noticeAt: number | null;
  readonly cartVersion: number | null;
  readonly cart: CartBody | null;
}

export function readPerson(row: PersonRow): Pick<View, 'person' | 'cart'> {
  const { personId: id, name, phone, noticeAt, cartVersion, cart } = row;
  return {
    person: { id, name, phone, noticeAt },
    cart: { version: cartVersion ?? 0, body: cart ?? EMPTY_CART },
  };
}
