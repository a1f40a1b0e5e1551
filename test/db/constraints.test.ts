import { LibsqlBatchError, LibsqlError } from '@libsql/client';
import { expect, test } from 'vitest';
import { constraintName } from '../../db/constraints.ts';
import { ConstraintError } from '../../db/database.ts';
import { embeddedDatabase } from '../../db/embedded.ts';
import { sql, temporaryFile } from './support.ts';

const SCHEMA = [
  'CREATE TABLE chats (id INTEGER PRIMARY KEY, version INTEGER NOT NULL)',
  'CREATE TABLE stock (on_hand INTEGER, allocated INTEGER, CONSTRAINT stock_enough CHECK (allocated <= on_hand))',
  'CREATE TABLE inbox (key TEXT PRIMARY KEY)',
  'CREATE TABLE roles (chat INTEGER REFERENCES chats (id), unit INTEGER, step INTEGER)',
  'CREATE UNIQUE INDEX roles_once ON roles (chat, coalesce(unit, 0))',
  'CREATE UNIQUE INDEX roles_steps ON roles (unit, step)',
  'CREATE TABLE audit (what TEXT)',
  "CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit_append_only'); END",
  "INSERT INTO inbox VALUES ('telegram:1')",
  "INSERT INTO audit VALUES ('price')",
  'INSERT INTO chats VALUES (1, 1)',
  'INSERT INTO roles VALUES (1, NULL, 0)',
  'INSERT INTO roles VALUES (NULL, 7, 1)',
];

test.each([
  ['a CHECK', 'INSERT INTO stock VALUES (1, 2)', 'stock_enough'],
  ['a primary key', "INSERT INTO inbox VALUES ('telegram:1')", 'inbox.key'],
  ['a primary key of integers', 'INSERT INTO chats VALUES (1, 1)', 'chats.id'],
  ['a unique index over an expression', 'INSERT INTO roles VALUES (1, 0, 5)', 'roles_once'],
  ['a unique index over two columns', 'INSERT INTO roles VALUES (NULL, 7, 1)', 'roles.unit, roles.step'],
  ['NOT NULL', 'UPDATE chats SET version = CASE WHEN version = 9 THEN 10 END', 'chats.version'],
  ['a foreign key', 'INSERT INTO roles VALUES (99, 1, 9)', 'foreign_key'],
  ['a trigger', "UPDATE audit SET what = 'stock'", 'audit_append_only'],
])('a decision that %s refuses fails by the name of the constraint', async (_, statement, name) => {
  const database = await embeddedDatabase({ url: `file:${temporaryFile()}` });
  await database.write(SCHEMA.map((text) => sql(text)));
  const refused = await database.write([sql(statement)]).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(ConstraintError);
  expect(refused).toMatchObject({ constraint: name });
  await database.close();
});

// How a server words these is a belief from its source and from DESIGN: none can be installed here.
test.each([
  ['SQLite error: CHECK constraint failed: stock_enough', 'SQLITE_CONSTRAINT', 'stock_enough'],
  ['SQLite error: UNIQUE constraint failed: inbox.key', 'SQLITE_CONSTRAINT', 'inbox.key'],
  ["SQLite error: UNIQUE constraint failed: index 'roles_once'", 'SQLITE_CONSTRAINT_UNIQUE', 'roles_once'],
  ['SQLite error: NOT NULL constraint failed: chats.version', 'SQLITE_CONSTRAINT', 'chats.version'],
  ['SQLite error: FOREIGN KEY constraint failed', 'SQLITE_CONSTRAINT', 'foreign_key'],
  ['SQLite error: audit_append_only', 'SQLITE_CONSTRAINT_TRIGGER', 'audit_append_only'],
])('the message of a server, "%s", gives the same name', (message, code, name) => {
  const error = new LibsqlError(message, code);
  expect(constraintName(error)).toBe(name);
  expect(constraintName(new LibsqlBatchError(error.message, 3, code))).toBe(name);
});

test('other errors name no constraint', () => {
  expect(constraintName(new LibsqlError('database is locked', 'SQLITE_BUSY'))).toBeUndefined();
  expect(constraintName(new Error('UNIQUE constraint failed: inbox.key'))).toBeUndefined();
  expect(constraintName('UNIQUE constraint failed: inbox.key')).toBeUndefined();
});
