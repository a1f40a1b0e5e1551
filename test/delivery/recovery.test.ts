import { describe, expect, test } from 'vitest';
import type { SendOutcome } from '../../src/chat/channel.ts';
import { RATE_PLANS } from '../../src/delivery/rate-plan.ts';
import { sql } from '../db/support.ts';
import { addChats, addRow, openFile, START, select, startWorld } from './world.ts';

const NO_LINE: SendOutcome = { kind: 'uncertain', reason: 'socket hang up' };
const MINUTE_MS = 60_000;

async function worldOf(chats: number, options: Parameters<typeof startWorld>[1] = {}) {
  const database = await openFile();
  await addChats(database, chats);
  return startWorld(database, options);
}

/** What a killed process leaves: a lease that is not over yet. */
const left = { state: 'sending', dueAt: START + MINUTE_MS };

describe('after a crash', () => {
  test('notices and young replies that were in hand go again at once', async () => {
    const database = await openFile();
    await addChats(database, 2);
    await addRow(database, { text: 'reply', ...left, createdAt: START - 9 * MINUTE_MS });
    await addRow(database, { text: 'notice', ...left, chatId: 2, kind: 'notice', createdAt: 0 });
    const { sender, settle, states } = await startWorld(database);
    await settle();
    expect(sender.texts().sort()).toEqual(['notice', 'reply']);
    expect(await states()).toEqual({ reply: 'sent', notice: 'sent' });
  });

  test('a reply of more than ten minutes ago does not, and says why', async () => {
    const database = await openFile();
    await addChats(database, 1);
    await addRow(database, { text: 'reply', ...left, createdAt: START - 11 * MINUTE_MS });
    const { sender, pass } = await startWorld(database);
    await pass(MINUTE_MS);
    expect(sender.calls).toEqual([]);
    expect(await select(database, 'SELECT state, error FROM outbox')).toEqual([
      { state: 'failed', error: expect.stringContaining('uncertain') },
    ]);
  });

  test('what is new goes behind what is left', async () => {
    const database = await openFile();
    await addChats(database, 1);
    await addRow(database, { text: 'a1', dueAt: START + 5_000 });
    await addRow(database, { text: 'a2', dueAt: START });
    const { say, sender, pass } = await startWorld(database);
    await say({ text: 'a3' });
    expect(sender.calls).toEqual([]);
    await pass(10_000);
    expect(sender.texts()).toEqual(['a1', 'a2', 'a3']);
  });

  test('a message that every process dies over is given up in the end', async () => {
    const database = await openFile();
    await addChats(database, 1);
    await addRow(database, { text: 'a1', ...left, attempts: 5 });
    await addRow(database, { text: 'a2' });
    const { sender, pass, states } = await startWorld(database);
    await pass(5_000);
    expect(sender.texts()).toEqual(['a2']);
    expect(await states()).toEqual({ a1: 'dead', a2: 'sent' });
  });

  test('a row that was committed and never handed over is found when its lease has ended', async () => {
    const { database, sender, pass } = await worldOf(1);
    await addRow(database, { text: 'lost', ...left });
    await pass(59_000);
    expect(sender.calls).toEqual([]);
    await pass(25_000);
    expect(sender.texts()).toEqual(['lost']);
  });
});

describe('a send of which nobody knows whether it arrived', () => {
  test.each(['notice', 'reply'] as const)('is made again, three times in all (%s)', async (kind) => {
    const { say, sender, pass, states } = await worldOf(1);
    sender.tell('a1', NO_LINE, NO_LINE, NO_LINE, NO_LINE);
    await say({ text: 'a1', kind });
    await pass(10 * MINUTE_MS);
    expect(sender.calls).toHaveLength(3);
    expect(await states()).toEqual({ a1: 'dead' });
  });

  test('is not made again for a reply that has become old', async () => {
    const { say, sender, pass, states } = await worldOf(1);
    sender.tell('a1', NO_LINE);
    await say({ text: 'a1', createdAt: START - 10 * MINUTE_MS });
    await pass(2 * MINUTE_MS);
    expect(sender.calls).toHaveLength(1);
    expect(await states()).toEqual({ a1: 'failed' });
  });

  test('outlasts, for a notice, a line that is dead for two minutes', async () => {
    const { say, sender, pass, states } = await worldOf(1);
    sender.tell('a1', NO_LINE, NO_LINE);
    await say({ text: 'a1', kind: 'notice' });
    await pass(2 * MINUTE_MS);
    expect(sender.calls).toHaveLength(2);
    await pass(MINUTE_MS);
    expect(await states()).toEqual({ a1: 'sent' });
  });

  test('is one that throws', async () => {
    const { say, sender, pass, states, database } = await worldOf(1);
    sender.tell('a1', () => Promise.reject(new TypeError('a1 is not iterable')));
    await say({ text: 'a1' }, { text: 'a2' });
    expect(await select(database, 'SELECT error FROM outbox WHERE id = 1')).toEqual([
      { error: 'uncertain: TypeError' },
    ]);
    await pass(5_000);
    expect(await states()).toEqual({ a1: 'sent', a2: 'sent' });
  });
});

describe('a sender that hangs', () => {
  test('holds up its chat until the time limit and nobody else', async () => {
    const { say, sender, pass } = await worldOf(2, { sendLimitMs: 20_000 });
    sender.tell('a1', 'hang');
    await say({ text: 'a1' }, { text: 'a2' }, { text: 'b1', chatId: 2 });
    await pass(19_000);
    expect(sender.texts()).toEqual(['a1', 'b1']);
    await pass(5_000);
    expect(sender.texts()).toEqual(['a1', 'b1', 'a1', 'a2']);
  });

  test('does not use up the places of the channel', async () => {
    const { say, sender, pass } = await worldOf(31, { sendLimitMs: 20_000 });
    const texts = Array.from({ length: 30 }, (_, n) => `hangs ${n}`);
    for (const text of texts) sender.tell(text, 'hang');
    await say(...texts.map((text, n) => ({ text, chatId: 1 + n })), { text: 'last', chatId: 31 });
    expect(sender.texts()).not.toContain('last');
    await pass(25_000);
    expect(sender.texts()).toContain('last');
  });

  test('and answers after all that it was sent spares the second copy', async () => {
    const { say, sender, pass, settle, database } = await worldOf(1, { sendLimitMs: 20_000 });
    let answer: (outcome: SendOutcome) => void = () => {};
    sender.tell('a1', () => new Promise((resolve) => (answer = resolve)));
    await say({ text: 'a1', kind: 'notice' });
    await pass(21_000);
    answer({ kind: 'sent', externalId: '77' });
    await settle();
    expect(await select(database, 'SELECT state, external_id FROM outbox')).toEqual([
      { state: 'sent', external_id: '77' },
    ]);
    await say({ text: 'a2' });
    expect(sender.texts()).toEqual(['a1', 'a2']);
    await pass(2 * MINUTE_MS);
    expect(sender.texts()).toEqual(['a1', 'a2']);
  });
});

test('a late answer also spares a second copy that is waiting for its turn', async () => {
  const plan = RATE_PLANS.telegram ?? expect.fail('Telegram has a plan.');
  const plans = { ...RATE_PLANS, telegram: { ...plan, slots: { count: 1, restMs: 1_000 } } };
  const { say, sender, pass, states } = await worldOf(2, { plans, sendLimitMs: 20_000 });
  let answer: (outcome: SendOutcome) => void = () => {};
  sender.tell('a1', () => new Promise((resolve) => (answer = resolve)));
  sender.tell('b1', 'hang');
  await say({ text: 'a1' }, { text: 'b1', chatId: 2 });
  await pass(30_000);
  expect(await states()).toEqual({ a1: 'sending', b1: 'sending' });
  answer({ kind: 'sent', externalId: '77' });
  await pass(MINUTE_MS);
  expect(sender.texts()).toEqual(['a1', 'b1', 'b1']);
});

describe('while the database is away', () => {
  test('a message that was sent is not sent again, and is recorded when the database is back', async () => {
    const { say, sender, pass, database, states, dispatcher } = await worldOf(1);
    database.fail('away');
    await say({ text: 'a1' });
    await pass(5 * MINUTE_MS);
    expect(await states()).toEqual({ a1: 'sending' });
    let isIdle = false;
    const idle = dispatcher.idle().then(() => {
      isIdle = true;
    });
    await pass(1_000);
    expect(isIdle).toBe(false);
    database.fail(null);
    await pass(30_000);
    await idle;
    expect(sender.texts()).toEqual(['a1']);
    expect(await states()).toEqual({ a1: 'sent' });
  });

  test('the next messages are sent all the same, and one that has to wait keeps its chat waiting', async () => {
    const { say, sender, pass, database, states } = await worldOf(2);
    sender.tell('b1', { kind: 'retry', afterMs: null, scope: 'chat', reason: 'Bad Gateway' });
    database.fail('away');
    await say({ text: 'a1' }, { text: 'b1', chatId: 2 });
    await say({ text: 'a2' }, { text: 'b2', chatId: 2 });
    await pass(MINUTE_MS);
    expect(sender.texts()).toEqual(['a1', 'b1', 'a2']);
    database.fail(null);
    await pass(30_000);
    expect(sender.texts()).toEqual(['a1', 'b1', 'a2', 'b1', 'b2']);
    expect(new Set(Object.values(await states()))).toEqual(new Set(['sent']));
  });

  test('only for the notes, a message that was sent stays in hand and is not taken again', async () => {
    const { say, sender, pass, database, states } = await worldOf(1);
    database.fail('away', /external_id/);
    await say({ text: 'a1', kind: 'notice' });
    await pass(3 * MINUTE_MS);
    const untouched = [{ state: 'sending', attempts: 0 }];
    expect(await select(database, 'SELECT state, attempts FROM outbox')).toEqual(untouched);
    // What another process would do that believes this one dead.
    await database.write([sql(`UPDATE outbox SET state = 'pending', due_at = 0`)]);
    await pass(30_000);
    database.fail(null);
    await pass(30_000);
    expect(await states()).toEqual({ a1: 'sent' });
    expect(sender.texts()).toEqual(['a1']);
  });

  test('a note that it does not take for another reason holds up no other, and is not forgotten', async () => {
    const { say, sender, pass, database, states } = await worldOf(2);
    database.fail('broken', /id of a1/);
    await say({ text: 'a1' }, { text: 'b1', chatId: 2 });
    await pass(2 * MINUTE_MS);
    expect(await states()).toEqual({ a1: 'sending', b1: 'sent' });
    database.fail(null);
    await pass(15_000);
    expect(await states()).toEqual({ a1: 'sent', b1: 'sent' });
    expect(sender.texts()).toEqual(['a1', 'b1']);
  });

  test('it is asked by one note at a time, less and less often', async () => {
    const { say, pass, database, events } = await worldOf(30, { polls: false });
    database.fail('away');
    await say(...Array.from({ length: 30 }, (_, n) => ({ text: `${n}`, chatId: 1 + n })));
    events.length = 0;
    await pass(300);
    expect(events.filter(({ kind }) => kind === 'storage')).toHaveLength(1);
    await pass(MINUTE_MS);
    const failures = events.filter(({ kind }) => kind === 'storage');
    expect(failures.length).toBeGreaterThan(3);
    expect(failures.length).toBeLessThan(20);
  });

  test('an answer that gets lost does not send anything twice either', async () => {
    const { say, sender, pass, database, states } = await worldOf(2);
    sender.tell('b1', { kind: 'retry', afterMs: null, scope: 'chat', reason: 'Bad Gateway' });
    database.fail('written');
    await say({ text: 'a1' }, { text: 'b1', chatId: 2 }, { text: 'b2', chatId: 2 });
    await pass(10_000);
    database.fail(null);
    await pass(2 * MINUTE_MS);
    expect(sender.texts().filter((text) => text !== 'b1')).toEqual(['a1', 'b2']);
    expect(await states()).toEqual({ a1: 'sent', b1: 'sent', b2: 'sent' });
  });
});
