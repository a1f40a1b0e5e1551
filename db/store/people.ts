/** How people are read beside what they did: their language, and the name that colleagues know. */
import { type SQL, sql } from 'drizzle-orm';
import { alias, type SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { addresses, persons, roles, stands } from '../schema.ts';

export const staffPersons = alias(persons, 'staff_persons');

/** What they read in: their own language, or else the stand's. */
export const languageOf = (table: typeof persons | typeof staffPersons) =>
  sql<string>`coalesce(${table.language}, (SELECT ${stands.defaultLanguage} FROM ${stands} LIMIT 1))`;

/** Of whoever has this address, also after their role has ended; of a member of a group as the channel shows them. */
export const nameOf = (address: SQLiteColumn | SQL) =>
  sql<string | null>`coalesce(
    (SELECT ${roles.name} FROM ${roles} WHERE ${roles.addressId} = ${address} ORDER BY ${roles.endedAt} IS NOT NULL, ${roles.id} DESC LIMIT 1),
    (SELECT nullif(named.shown_name, '') FROM ${addresses} named WHERE named.id = ${address}))`;
