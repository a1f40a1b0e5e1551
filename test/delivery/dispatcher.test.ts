import { describe, expect, test } from 'vitest';
import type { SendOutcome } from '../../src/chat/channel.ts';
import { addChats, addRow, openFile, START, select, startWorld } from './world.ts';

const BAD_GATEWAY: SendOutcome = { kind: 'retry', afterMs: null, scope: 'chat', reason: 'Bad Gateway' };

async function worldOf(chats: number) {
  const database = await openFile();
  await addChats(database, chats);
  return startWorld(database);
}

describe('a message of the fast path', () => {
  test('is sent once and recorded with the id that the channel gave it', async () => {
    const { say, sender, database, pass } = await worldOf(1);
    await say({ text: 'halo' });
    await pass(180_000);
    expect(sender.texts()).toEqual(['halo']);
    expect(await select(database, 'SELECT state, external_id, sent_at > 0 AS timed FROM outbox')).toEqual([
      { state: 'sent', external_id: 'id of halo', timed: 1 },
    ]);
  });

  test('of a channel that fetches its messages is left where it is', async () => {
    const database = await openFile();
    await addChats(database, 1, 'web');
    const { say, dispatcher, sender, pass, states } = await startWorld(database);
    await say({ text: 'halo', state: 'pending' });
    dispatcher.poke();
    await pass(100_000);
    expect(sender.calls).toEqual([]);
    expect(await states()).toEqual({ halo: 'pending' });
  });
});

describe('a chat that a person has taken', () => {
  test('hears nothing more of what the bot had meant to say, but what is owed about an order', async () => {
    const { say, sender, database, pass, states } = await worldOf(2);
    sender.tell('early reply', BAD_GATEWAY);
    sender.tell('early notice', BAD_GATEWAY);
    sender.tell('reply elsewhere', BAD_GATEWAY);
    await say({ text: 'early reply' }, { text: 'reply elsewhere', chatId: 2 });
    await say({ text: 'early notice', kind: 'notice' });
    await database.write([
      {
        sql: `INSERT INTO talks (public_id, chat_id, reason, asked_at, staff_chat_id, taken_at, until)
              VALUES ('t', 1, 'asked', ?, 2, ?, ?)`,
        args: [START, START + 500, START + 3_600_000],
      },
    ]);
    await pass(60_000);
    expect(await states()).toEqual({
      'early reply': 'failed',
      'early notice': 'sent',
      'reply elsewhere': 'sent',
    });
    expect(sender.texts().filter((text) => text === 'early reply')).toHaveLength(1);
    await say({ text: 'said in it' });
    await pass(5_000);
    expect((await states())['said in it']).toBe('sent');
  });
});

describe('messages to one chat', () => {
  test('wait behind one that is tried again, while other chats go on', async () => {
    const { say, sender, pass, states } = await worldOf(2);
    sender.tell('a1', BAD_GATEWAY);
    await say({ text: 'a1' }, { text: 'a2' }, { text: 'b1', chatId: 2 });
    await say({ text: 'a3' });
    expect(sender.texts()).toEqual(['a1', 'b1']);
    await pass(5_000);
    expect(sender.texts()).toEqual(['a1', 'b1', 'a1', 'a2', 'a3']);
    expect(await states()).toEqual({ a1: 'sent', a2: 'sent', a3: 'sent', b1: 'sent' });
  });

  test('keep their order when more of them need a second try', async () => {
    const { say, sender, pass } = await worldOf(1);
    sender.tell('a1', BAD_GATEWAY);
    sender.tell('a2', BAD_GATEWAY, BAD_GATEWAY);
    await say({ text: 'a1' }, { text: 'a2' }, { text: 'a3' });
    await pass(1_500);
    await say({ text: 'a4' });
    await pass(60_000);
    expect(sender.texts()).toEqual(['a1', 'a1', 'a2', 'a2', 'a2', 'a3', 'a4']);
  });

  test('are sent in the order of their rows, in whatever order they were handed over', async () => {
    const { dispatcher, database, sender, pass } = await worldOf(1);
    const lease = { state: 'sending', dueAt: Number.MAX_SAFE_INTEGER };
    const one = await addRow(database, { text: 'a1', ...lease });
    const two = await addRow(database, { text: 'a2', ...lease });
    dispatcher.dispatch([two, one]);
    await pass(5_000);
    expect(sender.texts()).toEqual(['a1', 'a2']);
  });

  test('that were handed over twice are sent once', async () => {
    const { say, dispatcher, sender, pass } = await worldOf(1);
    const rows = await say(...['a1', 'a2', 'a3', 'a4', 'a5'].map((text) => ({ text })));
    dispatcher.dispatch(rows.slice(3));
    await pass(10_000);
    expect(sender.texts()).toEqual(['a1', 'a2', 'a3', 'a4', 'a5']);
  });

  test('go one at a time', async () => {
    const { say, sender, pass } = await worldOf(1);
    let finish: (outcome: SendOutcome) => void = () => {};
    sender.tell('a1', () => new Promise((resolve) => (finish = resolve)));
    await say({ text: 'a1' });
    await say({ text: 'a2' });
    await pass(5_000);
    expect(sender.texts()).toEqual(['a1']);
    finish({ kind: 'sent', externalId: '1' });
    await pass(0);
    expect(sender.texts()).toEqual(['a1', 'a2']);
  });
});

describe('a message that keeps failing', () => {
  const always = Array.from({ length: 20 }, () => BAD_GATEWAY);

  test('is tried six times, at growing intervals, and then given up', async () => {
    const { say, sender, pass, database } = await worldOf(1);
    sender.tell('a1', ...always);
    await say({ text: 'a1' });
    await pass(400_000);
    const times = sender.calls.map(({ at }) => at);
    const waits = times.slice(1).map((at, index) => at - (times[index] ?? 0));
    expect(waits).toEqual([1_000, 4_000, 16_000, 64_000, 256_000]);
    expect(await select(database, 'SELECT state, attempts, error FROM outbox')).toEqual([
      { state: 'dead', attempts: 6, error: 'Bad Gateway' },
    ]);
  });

  test('holds up its chat for no longer than that', async () => {
    const { say, sender, pass, states } = await worldOf(1);
    sender.tell('a1', ...always);
    await say({ text: 'a1' }, { text: 'a2' });
    await pass(400_000);
    expect(await states()).toEqual({ a1: 'dead', a2: 'sent' });
    await say({ text: 'a3' });
    expect(sender.texts().slice(-2)).toEqual(['a2', 'a3']);
  });

  test('is spread by the random number, so that what failed together does not come back together', async () => {
    const database = await openFile();
    await addChats(database, 2);
    const numbers = [0, 1];
    const { say, sender, pass } = await startWorld(database, { random: () => numbers.shift() ?? 0.5 });
    sender.tell('a1', BAD_GATEWAY);
    sender.tell('b1', BAD_GATEWAY);
    await say({ text: 'a1' }, { text: 'b1', chatId: 2 });
    await pass(5_000);
    const [, , first, second] = sender.calls.map(({ at }) => at);
    expect(first).not.toBe(second);
  });

  test('is not tried again when the channel finds it wrong, and its text is told to nobody', async () => {
    const { say, sender, pass, states, events } = await worldOf(1);
    sender.tell('rahasia', { kind: 'rejected', reason: 'Bad Request: wrong' });
    await say({ text: 'rahasia' }, { text: 'a2' });
    await pass(60_000);
    expect(sender.texts()).toEqual(['rahasia', 'a2']);
    expect(await states()).toEqual({ rahasia: 'failed', a2: 'sent' });
    expect(events).toContainEqual(expect.objectContaining({ kind: 'over', reason: 'Bad Request: wrong' }));
    expect(JSON.stringify(events)).not.toContain('rahasia');
  });
});

describe('rows that wait in the table', () => {
  test('are found by themselves when they are due', async () => {
    const { database, sender, pass, clock } = await worldOf(1);
    await addRow(database, { text: 'later', dueAt: clock.now() + 10_000 });
    await pass(9_500);
    expect(sender.calls).toEqual([]);
    await pass(2_000);
    expect(sender.texts()).toEqual(['later']);
  });

  test('are looked for at once when somebody says so', async () => {
    const { database, dispatcher, sender, settle, pass } = await worldOf(1);
    await pass(100);
    await addRow(database, { text: 'now' });
    dispatcher.poke();
    await settle();
    expect(sender.texts()).toEqual(['now']);
  });

  test('of many chats are all sent, each chat in order', async () => {
    const database = await openFile();
    await addChats(database, 300);
    const numbers = Array.from({ length: 600 }, (_, n) => n);
    await Promise.all(numbers.map((n) => addRow(database, { text: `${n}`, chatId: 1 + (n % 300) })));
    const { sender, pass, states } = await startWorld(database);
    await pass(60_000);
    expect(sender.calls).toHaveLength(600);
    expect(new Set(Object.values(await states()))).toEqual(new Set(['sent']));
    const places = new Map(sender.texts().map((text, place) => [Number(text), place]));
    for (let n = 0; n < 300; n += 1) expect(places.get(n)).toBeLessThan(places.get(n + 300) ?? 0);
  });

  test('are left there beyond what one process can have in hand', async () => {
    const database = await openFile();
    await addChats(database, 250);
    const numbers = Array.from({ length: 250 }, (_, n) => n);
    await Promise.all(numbers.map((n) => addRow(database, { text: `${n}`, chatId: 1 + n })));
    const { sender, pass, states } = await startWorld(database);
    for (let n = 0; n < 250; n += 1) sender.tell(`${n}`, 'hang');
    await pass(10_000);
    expect(Object.values(await states()).filter((state) => state === 'sending')).toHaveLength(200);
  });

  test('are still there for the next process when a message waits for its next try', async () => {
    const { say, sender, states, dispatcher } = await worldOf(1);
    sender.tell('a1', BAD_GATEWAY);
    await say({ text: 'a1' }, { text: 'a2' });
    await dispatcher.idle();
    expect(await states()).toEqual({ a1: 'pending', a2: 'pending' });
  });
});

describe('an orderly stop', () => {
  test('waits for what is under way and gives back what is not', async () => {
    const { say, sender, states, dispatcher, pass } = await worldOf(1);
    let finish: (outcome: SendOutcome) => void = () => {};
    sender.tell('a1', () => new Promise((resolve) => (finish = resolve)));
    await say({ text: 'a1' }, { text: 'a2' });
    let stopped = false;
    const stop = dispatcher.stop().then(() => {
      stopped = true;
    });
    await say({ text: 'a3' });
    await pass(1_000);
    expect(stopped).toBe(false);
    finish({ kind: 'sent', externalId: '1' });
    await pass(0);
    await stop;
    expect(await states()).toEqual({ a1: 'sent', a2: 'pending', a3: 'pending' });
    await pass(100_000);
    expect(sender.texts()).toEqual(['a1']);
  });

  test('ends although the channel never answers', async () => {
    const { say, sender, dispatcher, pass, clock } = await worldOf(1);
    sender.tell('a1', 'hang');
    await say({ text: 'a1' });
    const stop = dispatcher.stop();
    await pass(10_000);
    await stop;
    expect(clock.timers.size).toBe(0);
  });
});

test('one that has nothing to do and looks for nothing sets no timer', async () => {
  const database = await openFile();
  await addChats(database, 1);
  const { say, clock, sender } = await startWorld(database, { polls: false });
  await say({ text: 'halo' });
  expect(sender.texts()).toEqual(['halo']);
  expect(clock.timers.size).toBe(0);
});

test('idle means that the outcome is in the database', async () => {
  const { dispatcher, database, states } = await worldOf(1);
  const row = await addRow(database, { text: 'halo', state: 'sending' });
  dispatcher.dispatch([row]);
  await dispatcher.idle();
  expect(await states()).toEqual({ halo: 'sent' });
});
