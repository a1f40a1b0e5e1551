import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from '@libsql/client';
import { createClient as createHttpClient } from '@libsql/client/http';
import { createClient as createWebClient } from '@libsql/client/web';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Hrana, startHrana } from './hrana.ts';

let folder: string;
let server: Hrana;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hrana-'));
  server = await startHrana(join(folder, 'test.db'));
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const SCHEMA = [
  'CREATE TABLE inbox (key TEXT PRIMARY KEY, at INTEGER, body BLOB)',
  'CREATE TABLE stock (id INTEGER PRIMARY KEY, on_hand INTEGER CONSTRAINT enough CHECK (on_hand >= 0)) STRICT',
  'CREATE TABLE line (id INTEGER PRIMARY KEY, stock INTEGER NOT NULL REFERENCES stock (id))',
];

async function count(client: Client): Promise<unknown> {
  return (await client.execute('SELECT count(*) FROM inbox')).rows[0]?.[0];
}

describe.each([
  ['web', createWebClient],
  ['http', createHttpClient],
])('through the %s client', (_, createClient) => {
  const insert = { sql: 'INSERT INTO inbox VALUES (?, ?, ?)', args: ['a', 1n, new Uint8Array([1, 2])] };

  it('gives back what was stored', async () => {
    const client = createClient({ url: server.url });
    await client.migrate(SCHEMA);
    const [inserted, read] = await client.batch([insert, 'SELECT * FROM inbox'], 'write');
    expect(inserted?.rowsAffected).toBe(1);
    expect(read?.rows[0]).toEqual({ key: 'a', at: 1, body: new Uint8Array([1, 2]).buffer });
    const update = 'UPDATE inbox SET at = :at RETURNING at';
    expect(await client.execute({ sql: update, args: { at: 5 } })).toMatchObject({
      rowsAffected: 1,
      rows: [{ at: 5 }],
    });
    await client.executeMultiple('DELETE FROM inbox; DELETE FROM stock;');
    expect(await count(client)).toBe(0);
  });

  it('rolls the whole batch back and names the guard as sqld does', async () => {
    const client = createClient({ url: server.url });
    await client.migrate(SCHEMA);
    await client.execute(insert);
    const other = { ...insert, args: ['b', 1n, null] };
    const failures: [string, string][] = [
      ["INSERT INTO inbox (key) VALUES ('a')", 'SQLite error: UNIQUE constraint failed: inbox.key'],
      ['INSERT INTO stock (on_hand) VALUES (-1)', 'SQLite error: CHECK constraint failed: enough'],
      ['INSERT INTO line (stock) VALUES (9)', 'SQLite error: FOREIGN KEY constraint failed'],
    ];
    for (const [sql, message] of failures) {
      const failing = client.batch([other, sql], 'write');
      await expect(failing).rejects.toMatchObject({
        code: 'SQLITE_CONSTRAINT',
        message: expect.stringContaining(message),
      });
    }
    await expect(client.execute('SELECT * FROM nope')).rejects.toMatchObject({ code: 'SQL_INPUT_ERROR' });
    expect(await count(client)).toBe(1);
  });

  it('takes batches that come at once one after another', async () => {
    const client = createClient({ url: server.url });
    await client.migrate(SCHEMA);
    const all = Array.from({ length: 20 }, (_, n) =>
      client.batch([{ ...insert, args: [`k${n}`, n, null] }], 'write'),
    );
    await Promise.all(all);
    expect(await count(client)).toBe(20);
  });
});

describe('failures by order', () => {
  it('cuts the line before or after the commit, or is unavailable', async () => {
    const client = createWebClient({ url: server.url });
    await client.migrate(SCHEMA);
    const write = (key: string) =>
      client.batch([{ sql: 'INSERT INTO inbox (key) VALUES (?)', args: [key] }], 'write');
    server.fail('cut-before', { match: /INSERT/ });
    await expect(write('a')).rejects.toThrow();
    expect(await count(client)).toBe(0);
    server.fail('cut-after', { match: /INSERT/ });
    await expect(write('a')).rejects.toThrow();
    expect(await count(client)).toBe(1);
    server.fail(503);
    await expect(write('b')).rejects.toMatchObject({ code: 'SERVER_ERROR' });
    await write('b');
    expect(await count(client)).toBe(2);
  });
});
