import { type Client, LibsqlBatchError, LibsqlError, type ResultSet } from '@libsql/client';
import { expect, onTestFinished, test } from 'vitest';
import { ConstraintError, type Database, StorageError } from '../../db/database.ts';
import { openRemote, remoteDatabase } from '../../db/remote.ts';
import { startHrana } from '../support/hrana.ts';
import { resultSet, sql, temporaryFile } from './support.ts';

/** A client whose batches fare as told, in turn; the last way of faring goes on. */
function clientThat(...answers: (() => ResultSet[])[]) {
  const batches: { texts: string[]; mode: string | undefined }[] = [];
  const client = {
    async batch(...[statements, mode]: Parameters<Client['batch']>): Promise<ResultSet[]> {
      const texts = statements.map((each) =>
        typeof each === 'object' && 'sql' in each ? each.sql : String(each),
      );
      batches.push({ texts, mode });
      await new Promise((resolve) => setTimeout(resolve, 1));
      return (answers[batches.length - 1] ?? answers.at(-1) ?? (() => []))();
    },
    close() {},
  };
  return { client, batches };
}
const stored = () => [resultSet(1)];
const fails = (error: Error) => () => {
  throw error;
};
const decision = [sql('INSERT INTO inbox VALUES (1)')];

const INBOX = sql('CREATE TABLE inbox (key TEXT PRIMARY KEY)');
const receive = (key: string) => [sql('INSERT INTO inbox VALUES (?)', key)];

async function server() {
  const hrana = await startHrana(temporaryFile());
  onTestFinished(() => hrana.close());
  const database = (answerMs = 5000) => remoteDatabase(openRemote({ url: hrana.url, answerMs }), [1, 1]);
  await database().write([INBOX]);
  hrana.requests.count = 0;
  return { hrana, database };
}

async function keys(database: Database): Promise<unknown[]> {
  const [result] = await database.read([sql('SELECT key FROM inbox ORDER BY key')]);
  return result?.rows.map((row) => row.key) ?? [];
}

test('on a server too, a refused decision fails alone and its neighbours are stored', async () => {
  const { database } = await server();
  const remote = database();
  await remote.write(receive('b'));
  const outcomes = await Promise.allSettled(['a', 'b', 'c'].map((key) => remote.write(receive(key))));
  expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(outcomes[1]).toMatchObject({ reason: new ConstraintError('inbox.key') });
  expect(await keys(remote)).toEqual(['a', 'b', 'c']);
});

test('a commit whose answer was cut off is reported and not tried again; the inbox key tells that it was done', async () => {
  const { hrana, database } = await server();
  const remote = database();
  hrana.fail('cut-after');
  await expect(remote.write(receive('a'))).rejects.toMatchObject({
    name: 'StorageError',
    problem: 'unreachable',
  });
  expect(hrana.requests.count).toBe(1);
  await expect(remote.write(receive('a'))).rejects.toEqual(new ConstraintError('inbox.key'));
  expect(await keys(remote)).toEqual(['a']);
});

test.each(['cut-before', 503] as const)('after an outage (%s) the next decision is stored', async (how) => {
  const { hrana, database } = await server();
  const remote = database();
  hrana.fail(how, { times: 2 });
  await expect(remote.write(receive('a'))).rejects.toMatchObject({ problem: 'unreachable' });
  await expect(keys(remote)).rejects.toMatchObject({ problem: 'unreachable' });
  await remote.write(receive('a'));
  expect(await keys(remote)).toEqual(['a']);
});

test('a server that never answers does not hold up the queue for good', async () => {
  const { hrana, database } = await server();
  const remote = database(200);
  hrana.fail('hang');
  const [hung, next] = await Promise.allSettled([
    remote.write(receive('a')),
    new Promise((resolve) => setTimeout(resolve, 20)).then(() => remote.write(receive('b'))),
  ]);
  expect(hung).toMatchObject({ reason: { problem: 'unreachable' } });
  expect(next.status).toBe('fulfilled');
  expect(await keys(remote)).toEqual(['b']);
});

test('nobody listening is reported as unreachable', async () => {
  const database = remoteDatabase(openRemote({ url: 'http://127.0.0.1:9' }));
  await expect(database.write(decision)).rejects.toMatchObject({ problem: 'unreachable' });
  await database.close();
});

test('a busy answer means that nothing was written, so it is tried again a few times', async () => {
  const busy = fails(new LibsqlError('SQLite error: database is locked', 'SQLITE_BUSY'));
  const patient = clientThat(busy, busy, stored);
  await remoteDatabase(patient.client, [1, 1]).write(decision);
  expect(patient.batches).toHaveLength(3);

  const hopeless = clientThat(busy);
  await expect(remoteDatabase(hopeless.client, [1, 1]).write(decision)).rejects.toMatchObject({
    problem: 'busy',
  });
  expect(hopeless.batches).toHaveLength(3);
});

test.each([
  ['SQLITE_FULL', 'full'],
  ['SQLITE_IOERR_WRITE', 'io'],
  ['SERVER_ERROR', 'unreachable'],
  ['HRANA_PROTO_ERROR', 'unreachable'],
  ['STREAM_EXPIRED', 'unreachable'],
])('the code %s is the problem %s', async (code, problem) => {
  const { client } = clientThat(fails(new LibsqlError('something', code)));
  await expect(remoteDatabase(client).write(decision)).rejects.toMatchObject({
    name: 'StorageError',
    problem,
  });
});

test('a refused guard is told by its name, and a wrong statement by the error itself', async () => {
  const refused = new LibsqlBatchError(
    'SQLite error: UNIQUE constraint failed: inbox.key',
    0,
    'SQLITE_CONSTRAINT',
  );
  await expect(remoteDatabase(clientThat(fails(refused)).client).write(decision)).rejects.toEqual(
    new ConstraintError('inbox.key'),
  );
  const wrong = new LibsqlBatchError('SQLite error: no such table: inbox', 0, 'SQLITE_UNKNOWN');
  await expect(remoteDatabase(clientThat(fails(wrong)).client).write(decision)).rejects.toBe(wrong);
});

test('decisions that come while a request is under way travel together in the next', async () => {
  const { client, batches } = clientThat(
    () => [resultSet(1)],
    () => [resultSet(2), resultSet(3)],
  );
  const database = remoteDatabase(client);
  const first = database.write([sql('a')]);
  await new Promise((resolve) => setImmediate(resolve));
  const [second, third] = await Promise.all([database.write([sql('b')]), database.write([sql('c')])]);
  await first;
  expect(batches).toEqual([
    { texts: ['a'], mode: 'write' },
    { texts: ['b', 'c'], mode: 'write' },
  ]);
  expect([second[0]?.rowsAffected, third[0]?.rowsAffected]).toEqual([2, 3]);
});

test('a closed database stores nothing and says so', async () => {
  const database = remoteDatabase(clientThat(stored).client);
  await database.close();
  await expect(database.write(decision)).rejects.toBeInstanceOf(StorageError);
  await expect(database.read(decision)).rejects.toBeInstanceOf(StorageError);
});
