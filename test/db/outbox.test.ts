import { beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../db/database.ts';
import { claimLease, releaseLease } from '../../db/store/lease.ts';
import { recover, takeDue, watchOver } from '../../db/store/outbox/due.ts';
import { markPulled } from '../../db/store/outbox/lent.ts';
import { giveBackStatement, type Mark, markStatement } from '../../db/store/outbox/marks.ts';
import type { ChannelName } from '../../src/chat/message.ts';
import {
  addChats,
  addRow,
  openFile,
  type Row,
  START,
  select,
  states,
  watchDatabase,
} from '../delivery/world.ts';

let database: Database;
beforeEach(async () => {
  database = await openFile();
  await addChats(database, 3);
});

const LEASE = START + 60_000;
const channels: readonly ChannelName[] = ['telegram'];

async function take(options: { now?: number; limit?: number } = {}): Promise<string[]> {
  const rows = await takeDue(database, { channels, now: START, limit: 100, leaseUntil: LEASE, ...options });
  return rows.map(({ message }) => message.text);
}

async function add(...rows: Row[]): Promise<number[]> {
  const ids: number[] = [];
  for (const row of rows) ids.push((await addRow(database, row)).id);
  return ids;
}

const mark = (id: number, how: Mark) => database.write([markStatement(id, how)]);

describe('taking what is due', () => {
  test('gives all that a sender needs, and leases the row', async () => {
    await add({ text: 'a1', chatId: 2, kind: 'notice', key: 'k', attempts: 2, createdAt: 7 });
    const rows = await takeDue(database, { channels, now: START, limit: 1, leaseUntil: LEASE });
    expect(rows).toEqual([
      {
        id: 1,
        key: 'k',
        chatId: 2,
        channel: 'telegram',
        external: 'person 2',
        kind: 'notice',
        message: { text: 'a1', choices: [], photo: null, inPlace: false, contactButton: null },
        replaces: null,
        attempts: 2,
        createdAt: 7,
      },
    ]);
    expect(await select(database, 'SELECT state, due_at FROM outbox')).toEqual([
      { state: 'sending', due_at: LEASE },
    ]);
  });

  test('takes the oldest of each chat and no more than it is asked for, the oldest first', async () => {
    await add({ text: 'c1', chatId: 3 }, { text: 'a1' }, { text: 'a2' }, { text: 'b1', chatId: 2 });
    expect(await take({ limit: 2 })).toEqual(['c1', 'a1']);
    expect(await take()).toEqual(['b1']);
  });

  test('never takes a row while an older one of its chat waits or is under way', async () => {
    const [first = 0] = await add({ text: 'a1', dueAt: START + 5_000 }, { text: 'a2' });
    expect(await take()).toEqual([]);
    expect(await take({ now: START + 5_000 })).toEqual(['a1']);
    expect(await take({ now: START + 5_000 })).toEqual([]);
    await mark(first, { state: 'sent', externalId: null, sentAt: START });
    expect(await take({ now: START + 5_000 })).toEqual(['a2']);
  });

  test.each(['sent', 'failed', 'dead', 'uncertain'])('passes over an older row that is %s', async (state) => {
    await add({ text: 'a1', state }, { text: 'a2' });
    expect(await take()).toEqual(['a2']);
  });

  test('leaves other channels alone', async () => {
    await addChats(database, 1, 'web');
    await add({ text: 'page', chatId: 4 });
    expect(await take()).toEqual([]);
  });

  test('gives a row to one of two that ask at once', async () => {
    await add({ text: 'a1' });
    expect((await Promise.all([take(), take()])).flat()).toEqual(['a1']);
  });

  test('goes through the open rows only, however many were sent', async () => {
    const written: string[] = [];
    const spy: Database = {
      ...database,
      async write(statements) {
        written.push(...statements.map(({ sql }) => sql));
        return database.write(statements);
      },
    };
    await takeDue(spy, { channels, now: START, limit: 1, leaseUntil: LEASE });
    await recover(spy, channels, START);
    for (const sql of written) {
      const [plan] = await database.read([{ sql: `EXPLAIN QUERY PLAN ${sql}`, args: [] }]);
      const steps = plan?.rows.map((row) => String(row.detail)).join('\n') ?? '';
      expect(steps).toContain('USING INDEX outbox_due');
      expect(steps).not.toMatch(/SCAN outbox$|SCAN (o|c|chats)$|outbox_by_chat/m);
    }
  });
});

describe('an outcome', () => {
  test('that the message was sent stands, whatever is said of it later', async () => {
    const [id = 0] = await add({ text: 'a1', state: 'sending' });
    await mark(id, { state: 'sent', externalId: '9', sentAt: 5 });
    await mark(id, { state: 'dead', attempts: 6, error: 'no' });
    await database.write([giveBackStatement([id], 0)]);
    expect(await select(database, 'SELECT state, external_id, sent_at, error FROM outbox')).toEqual([
      { state: 'sent', external_id: '9', sent_at: 5, error: null },
    ]);
  });

  test('that it is to be tried again keeps when, how often it was tried, and why', async () => {
    const [id = 0] = await add({ text: 'a1', state: 'sending' });
    await mark(id, { state: 'pending', dueAt: START + 9, attempts: 3, error: 'Bad Gateway' });
    expect(await select(database, 'SELECT state, due_at, attempts, error FROM outbox')).toEqual([
      { state: 'pending', due_at: START + 9, attempts: 3, error: 'Bad Gateway' },
    ]);
  });

  test('that it was not tried changes nothing but when it is due', async () => {
    const ids = await add({ text: 'a1', state: 'sending', attempts: 2 }, { text: 'a2', state: 'sending' });
    await database.write([giveBackStatement(ids, START + 9)]);
    expect(await select(database, 'SELECT state, due_at, attempts FROM outbox')).toEqual([
      { state: 'pending', due_at: START + 9, attempts: 2 },
      { state: 'pending', due_at: START + 9, attempts: 0 },
    ]);
  });
});

describe('recovering', () => {
  const left: Row[] = [
    { text: 'young', state: 'sending', dueAt: LEASE },
    { text: 'old', state: 'sending', dueAt: LEASE, createdAt: START - 600_000 },
    { text: 'notice', state: 'sending', dueAt: LEASE, kind: 'notice', createdAt: 0 },
    { text: 'in doubt', state: 'uncertain', dueAt: START - 1, kind: 'notice' },
    { text: 'waits', dueAt: START + 70 },
    { text: 'done', state: 'sent' },
  ];

  test('an embedded file takes everything that was in hand at once', async () => {
    await add(...left);
    const waiting = await recover(database, channels, START);
    expect(await states(database)).toEqual({
      young: 'pending',
      old: 'failed',
      notice: 'pending',
      'in doubt': 'pending',
      waits: 'pending',
      done: 'sent',
    });
    expect(waiting.map(({ id, dueAt }) => [id, dueAt]).sort()).toEqual([
      [1, START],
      [3, START],
      [4, START],
      [5, START + 70],
    ]);
    const counted = await select(database, `SELECT attempts FROM outbox WHERE id IN (1, 5) ORDER BY id`);
    expect(counted).toEqual([{ attempts: 1 }, { attempts: 0 }]);
  });

  test('a server waits until the lease has ended', async () => {
    await add(...left);
    const remote = watchDatabase(database, 'remote');
    await recover(remote, channels, START);
    expect(await states(database)).toMatchObject({
      young: 'sending',
      notice: 'sending',
      'in doubt': 'pending',
    });
    await recover(remote, channels, LEASE);
    expect(await states(database)).toMatchObject({ young: 'pending', old: 'failed', notice: 'pending' });
  });

  test('leaves what another program sends alone', async () => {
    await addChats(database, 1, 'whatsapp-web');
    await add({ text: 'bridge', chatId: 4, state: 'sending' });
    await recover(database, channels, START);
    expect(await states(database)).toEqual({ bridge: 'sending' });
  });

  test('passes over what is in hand here, although its lease was about to end', async () => {
    const [mine = 0] = await add(
      { text: 'mine', state: 'sending', dueAt: START - 1 },
      { text: 'theirs', state: 'sending', dueAt: START - 1, chatId: 2 },
    );
    await watchOver(database, { inHand: [mine], away: [], channels, now: START, leaseUntil: LEASE });
    expect(await select(database, 'SELECT state, due_at FROM outbox')).toEqual([
      { state: 'sending', due_at: LEASE },
      { state: 'pending', due_at: START },
    ]);
  });

  test('tells which of the rows that were given back are still to be sent', async () => {
    const ids = await add(
      { text: 'waits' },
      { text: 'sent', state: 'sent' },
      { text: 'elsewhere', state: 'sending', dueAt: LEASE },
    );
    const open = await watchOver(database, {
      inHand: [],
      away: [...ids, 99],
      channels: [],
      now: START,
      leaseUntil: LEASE,
    });
    expect(open.sort()).toEqual([ids[0], ids[2]]);
  });
});

test('what was fetched is sent, once', async () => {
  const [id = 0] = await add({ text: 'a1' });
  await markPulled(database, [id], 5);
  await markPulled(database, [id], 6);
  await markPulled(database, [], 7);
  expect(await select(database, 'SELECT state, sent_at FROM outbox')).toEqual([
    { state: 'sent', sent_at: 5 },
  ]);
});

describe('a lease', () => {
  const ask = (holder: string, now: number) =>
    claimLease(database, { name: 'dispatcher', holder, now, until: now + 30_000 });

  test('has one holder, who may renew it', async () => {
    expect(await ask('one', 0)).toBe(true);
    expect(await ask('two', 10_000)).toBe(false);
    expect(await ask('one', 20_000)).toBe(true);
    expect(await ask('two', 40_000)).toBe(false);
  });

  test('is free when it has ended or was given back by its holder', async () => {
    await ask('one', 0);
    expect(await ask('two', 30_000)).toBe(true);
    await releaseLease(database, 'dispatcher', 'one');
    expect(await ask('one', 30_001)).toBe(false);
    await releaseLease(database, 'dispatcher', 'two');
    expect(await ask('one', 30_002)).toBe(true);
  });

  test('goes to one of many that ask at once', async () => {
    const won = await Promise.all(Array.from({ length: 10 }, (_, n) => ask(`${n}`, 0)));
    expect(won.filter(Boolean)).toHaveLength(1);
  });
});
