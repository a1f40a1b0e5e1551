import { setImmediate as nextTurn } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ConstraintError, type Database, type Statement, StorageError } from '../../db/database.ts';
import { embeddedDatabase } from '../../db/embedded.ts';
import { type WriteQueue, writeQueue } from '../../db/write-queue.ts';
import { resultSet, sql, temporaryFile } from './support.ts';

const gather = () => nextTurn();

/** A queue over a list; `refuse` throws for the groups that cannot be committed. */
function queueOver(refuse: (texts: string[]) => void = () => {}, groupStatements?: number) {
  const commits: string[][] = [];
  const queue = writeQueue({
    async commit(statements) {
      const texts = statements.map((statement) => statement.sql);
      commits.push(texts);
      await nextTurn();
      refuse(texts);
      return texts.map((text) => resultSet(text.length));
    },
    gather,
    ...(groupStatements === undefined ? {} : { groupStatements }),
  });
  return { queue, commits };
}

function writeAll(queue: WriteQueue | Database, decisions: readonly Statement[][]) {
  return Promise.allSettled(decisions.map((decision) => queue.write(decision)));
}

async function notes(): Promise<Database> {
  const database = await embeddedDatabase({ url: `file:${temporaryFile()}` });
  await database.write([sql('CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL)')]);
  return database;
}

async function storedIds(database: Database): Promise<unknown[]> {
  const [result] = await database.read([sql('SELECT id FROM notes ORDER BY rowid')]);
  return result?.rows.map((row) => row.id) ?? [];
}

const insert = (id: number) => sql('INSERT INTO notes VALUES (?, ?)', id, 'text');

test('decisions of one turn are committed together, in the order in which they came', async () => {
  const { queue, commits } = queueOver();
  await writeAll(queue, [[sql('a')], [sql('b'), sql('c')], [sql('d')]]);
  expect(commits).toEqual([['a', 'b', 'c', 'd']]);
});

test('each caller gets the results of its own statements', async () => {
  const { queue } = queueOver();
  const results = await Promise.all([
    queue.write([sql('1')]),
    queue.write([sql('22'), sql('333')]),
    queue.write([]),
  ]);
  expect(results.map((sets) => sets.map((set) => set.rowsAffected))).toEqual([[1], [2, 3], []]);
});

test('what comes while a commit is under way waits for the next one: never two at once', async () => {
  let under = 0;
  let most = 0;
  const queue = writeQueue({
    async commit(statements) {
      under += 1;
      most = Math.max(most, under);
      await nextTurn();
      under -= 1;
      return statements.map(() => resultSet(1));
    },
    gather,
  });
  const writes: Promise<unknown>[] = [];
  for (let turn = 0; turn < 20; turn += 1) {
    writes.push(queue.write([sql('a')]), queue.write([sql('b')]));
    await (turn % 3 === 0 ? nextTurn() : Promise.resolve());
  }
  await Promise.all(writes);
  expect(most).toBe(1);
});

test('a group is bounded, a larger decision is committed alone, and none is split', async () => {
  const { queue, commits } = queueOver(() => {}, 2);
  await writeAll(queue, [[sql('a')], [sql('b')], [sql('c')], [sql('d'), sql('e'), sql('f')], [sql('g')]]);
  expect(commits).toEqual([['a', 'b'], ['c'], ['d', 'e', 'f'], ['g']]);
});

test('a refused decision fails alone, and its neighbours in the group are stored', async () => {
  const database = await notes();
  const outcomes = await writeAll(database, [[insert(1)], [insert(2), insert(1)], [insert(3)]]);
  expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(outcomes[1]).toMatchObject({ reason: new ConstraintError('notes.id') });
  expect(await storedIds(database)).toEqual([1, 3]);
  await database.close();
});

test('a wrong statement fails alone, with the error itself', async () => {
  const database = await notes();
  const outcomes = await writeAll(database, [
    [insert(1)],
    [sql('INSERT INTO nowhere VALUES (1)')],
    [insert(2)],
  ]);
  expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(outcomes[1]).toMatchObject({ reason: { code: 'SQLITE_ERROR' } });
  expect(await storedIds(database)).toEqual([1, 2]);
  await database.close();
});

test('a value that cannot be bound is refused before it joins a group', async () => {
  const { queue, commits } = queueOver();
  const wrong = { sql: 'a', args: { value: Number.NaN } };
  const outcomes = await writeAll(queue, [[wrong], [sql('b')]]);
  expect(outcomes).toMatchObject([
    { status: 'rejected', reason: expect.any(TypeError) },
    { status: 'fulfilled' },
  ]);
  expect(commits).toEqual([['b']]);
});

test('decisions in one group build on each other', async () => {
  const database = await notes();
  const rename = sql("UPDATE notes SET text = text || '!' WHERE id = 1");
  await writeAll(database, [[insert(1)], [rename], [rename]]);
  const [result] = await database.read([sql('SELECT text FROM notes')]);
  expect(result?.rows[0]?.text).toBe('text!!');
  await database.close();
});

test('every decision fares as if it had been written by itself, in order', async () => {
  const keys = fc.array(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 3 }), {
    maxLength: 12,
  });
  /** Stores all keys or none, and refuses a key that is there. */
  const tableOf = (stored: Set<string>) => (texts: readonly string[]) => {
    if (new Set(texts).size < texts.length || texts.some((text) => stored.has(text))) {
      throw new ConstraintError('inbox.key');
    }
    for (const text of texts) {
      stored.add(text);
    }
  };
  await fc.assert(
    fc.asyncProperty(keys, fc.integer({ min: 1, max: 8 }), async (decisions, groupStatements) => {
      const together = new Set<string>();
      const { queue } = queueOver(tableOf(together), groupStatements);
      const outcomes = await writeAll(
        queue,
        decisions.map((ids) => ids.map((id) => sql(String(id)))),
      );
      const alone = new Set<string>();
      const expected = decisions.map((ids) => {
        try {
          tableOf(alone)(ids.map(String));
          return 'fulfilled';
        } catch {
          return 'rejected';
        }
      });
      expect(outcomes.map((outcome) => outcome.status)).toEqual(expected);
      expect([...together]).toEqual([...alone]);
    }),
  );
});

test('when nothing can be stored, the whole group hears so, and the next group is tried', async () => {
  let full = true;
  const { queue, commits } = queueOver(() => {
    if (full) {
      throw new StorageError('full');
    }
  });
  const outcomes = await writeAll(queue, [[sql('a')], [sql('b')]]);
  expect(outcomes).toMatchObject([{ reason: { problem: 'full' } }, { reason: { problem: 'full' } }]);
  full = false;
  await queue.write([sql('c')]);
  expect(commits).toEqual([['a', 'b'], ['c']]);
});

test('when the disk fails while a group is written one by one, the rest is reported and not tried', async () => {
  const { queue, commits } = queueOver((texts) => {
    if (texts.length > 1) {
      throw new ConstraintError('inbox.key');
    }
    if (texts[0] === 'b') {
      throw new StorageError('io');
    }
  });
  const outcomes = await writeAll(queue, [[sql('a')], [sql('b')], [sql('c')]]);
  expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'rejected']);
  expect(outcomes[2]).toMatchObject({ reason: { problem: 'io' } });
  expect(commits).toEqual([['a', 'b', 'c'], ['a'], ['b']]);
});

test('closing writes what waits and refuses what comes later', async () => {
  const database = await notes();
  const waiting = database.write([insert(1)]);
  const closing = database.close();
  await expect(database.write([insert(2)])).rejects.toMatchObject({ problem: 'unreachable' });
  await closing;
  await expect(waiting).resolves.toHaveLength(1);
  await expect(database.read([sql('SELECT 1')])).rejects.toBeInstanceOf(StorageError);
});

describe('what is patient', () => {
  test('is written with the next decision', async () => {
    const { queue, commits } = queueOver();
    const patient = [queue.write([sql('a')], { patient: true }), queue.write([sql('b')], { patient: true })];
    await new Promise((resolve) => setImmediate(resolve));
    expect(commits).toEqual([]);
    await Promise.all([...patient, queue.write([sql('c')])]);
    expect(commits).toEqual([['a', 'b', 'c']]);
  });

  test('is written by itself when no decision comes', async () => {
    const { queue, commits } = queueOver();
    await Promise.all([
      queue.write([sql('a')], { patient: true }),
      queue.write([sql('b')], { patient: true }),
    ]);
    expect(commits).toEqual([['a', 'b']]);
  });

  test('begins no commit right after another', async () => {
    const { queue, commits } = queueOver();
    let patient: Promise<unknown> = Promise.resolve();
    await queue.write([sql('a')]).then(() => {
      patient = queue.write([sql('b')], { patient: true });
    });
    await Promise.all([patient, queue.write([sql('c')])]);
    expect(commits).toEqual([['a'], ['b', 'c']]);
  });

  test('is written when the queue closes', async () => {
    const { queue, commits } = queueOver();
    const patient = queue.write([sql('a')], { patient: true });
    await queue.close();
    await patient;
    expect(commits).toEqual([['a']]);
  });
});
