import { describe, expect, test } from 'vitest';
import type { SendOutcome } from '../../src/chat/channel.ts';
import { RATE_PLANS } from '../../src/delivery/rate-plan.ts';
import { addChat, addChats, openFile, START, select, startWorld } from './world.ts';

const tooMany = (seconds: number): SendOutcome => ({
  kind: 'retry',
  afterMs: seconds * 1_000,
  scope: 'chat',
  reason: 'Too Many Requests',
});
const REFUSED: SendOutcome = { kind: 'retry', afterMs: null, scope: 'bot', reason: 'ECONNREFUSED' };

async function worldOf(chats: number) {
  const database = await openFile();
  await addChats(database, chats);
  return startWorld(database, { random: () => 0 });
}

describe('a 429', () => {
  test('pauses its chat for as long as it says and leaves the others alone', async () => {
    const { say, sender, pass } = await worldOf(2);
    sender.tell('a1', tooMany(30));
    await say({ text: 'a1' }, { text: 'a2' });
    await pass(10_000);
    await say({ text: 'b1', chatId: 2 });
    await pass(19_900);
    expect(sender.texts()).toEqual(['a1', 'b1']);
    await pass(2_000);
    expect(sender.texts()).toEqual(['a1', 'b1', 'a1', 'a2']);
  });

  test('is no attempt of the message: it is sent however often it had to wait', async () => {
    const { say, sender, pass, database } = await worldOf(1);
    sender.tell('a1', ...Array.from({ length: 10 }, () => tooMany(5)));
    await say({ text: 'a1' });
    await pass(120_000);
    expect(sender.calls).toHaveLength(11);
    expect(await select(database, 'SELECT state, attempts FROM outbox')).toEqual([
      { state: 'sent', attempts: 0 },
    ]);
  });

  test('from a second chat within the pause stops the whole bot until both are over', async () => {
    const { say, sender, pass } = await worldOf(3);
    sender.tell('a1', tooMany(30));
    sender.tell('b1', tooMany(10));
    await say({ text: 'a1' });
    await say({ text: 'b1', chatId: 2 });
    await say({ text: 'c1', chatId: 3 });
    await pass(29_900);
    expect(sender.texts()).toEqual(['a1', 'b1']);
    await pass(2_000);
    expect(sender.texts().slice(2).sort()).toEqual(['a1', 'b1', 'c1']);
  });

  test('from a second chat after the pause is that chat alone', async () => {
    const { say, sender, pass } = await worldOf(3);
    sender.tell('a1', tooMany(5));
    sender.tell('b1', tooMany(30));
    await say({ text: 'a1' });
    await pass(7_000);
    await say({ text: 'b1', chatId: 2 });
    await say({ text: 'c1', chatId: 3 });
    await pass(100);
    expect(sender.texts()).toEqual(['a1', 'a1', 'b1', 'c1']);
  });

  test('for the whole bot halves what goes at once afterwards', async () => {
    const { say, sender, pass } = await worldOf(100);
    sender.tell('a1', tooMany(2));
    sender.tell('b1', tooMany(2));
    await say({ text: 'a1' }, { text: 'b1', chatId: 2 });
    await say(...Array.from({ length: 90 }, (_, n) => ({ text: `${n}`, chatId: 3 + n })));
    await pass(60_000);
    const times = sender.calls.slice(2).map(({ at }) => at);
    const most = Math.max(
      ...times.map((from) => times.filter((at) => at >= from && at < from + 1_000).length),
    );
    expect(times).toHaveLength(92);
    expect(most).toBeLessThanOrEqual(20);
  });
});

describe('a channel that is away', () => {
  test('is asked less and less often, and no message is given up for it', async () => {
    const { say, sender, pass, database } = await worldOf(1);
    sender.tell('a1', ...Array.from({ length: 8 }, () => REFUSED));
    await say({ text: 'a1' });
    await pass(200_000);
    const asked = sender.calls.map(({ at }) => at);
    const waits = asked.slice(1).map((at, index) => at - (asked[index] ?? 0));
    expect(waits).toEqual([800, 1_600, 3_200, 6_400, 12_800, 25_600, 48_000, 48_000]);
    expect(await select(database, 'SELECT state, attempts FROM outbox')).toEqual([
      { state: 'sent', attempts: 0 },
    ]);
  });

  test('is asked as soon as the first time when it was back in between', async () => {
    const { say, sender, pass } = await worldOf(1);
    sender.tell('a1', REFUSED, REFUSED, REFUSED);
    await say({ text: 'a1' });
    await pass(10_000);
    sender.tell('a2', REFUSED);
    await say({ text: 'a2' });
    await pass(10_000);
    const [first = 0, second] = sender.calls.filter(({ text }) => text === 'a2').map(({ at }) => at);
    expect(second).toBe(first + 800);
  });

  test('was away once, however many messages were under way when it went', async () => {
    const { say, sender, pass } = await worldOf(8);
    const texts = Array.from({ length: 8 }, (_, n) => `${n}`);
    for (const text of texts) sender.tell(text, REFUSED);
    await say(...texts.map((text, n) => ({ text, chatId: 1 + n })));
    await pass(1_000);
    expect(sender.calls).toHaveLength(16);
  });

  test('gets nothing from the others while one has found it away', async () => {
    const { say, sender, pass } = await worldOf(3);
    sender.tell('a1', REFUSED);
    await say({ text: 'a1' });
    await say({ text: 'b1', chatId: 2 }, { text: 'b2', chatId: 2 });
    expect(sender.texts()).toEqual(['a1']);
    await pass(3_000);
    expect(sender.texts()).toEqual(['a1', 'a1', 'b1', 'b2']);
  });

  test('for more than a day makes a message too old to be sent', async () => {
    const database = await openFile();
    await addChats(database, 1);
    const { say, sender, pass, states, clock } = await startWorld(database);
    sender.tell('a1', { ...REFUSED, afterMs: 3_600_000 });
    await say({ text: 'a1', createdAt: clock.now() - 24 * 3_600_000 });
    await pass(1_000);
    expect(await states()).toEqual({ a1: 'dead' });
  });
});

describe('the pace', () => {
  test('of one chat does not slow down another', async () => {
    const { say, sender, pass } = await worldOf(2);
    await say(...['a1', 'a2', 'a3', 'a4', 'a5'].map((text) => ({ text })));
    await say({ text: 'b1', chatId: 2 });
    expect(sender.texts()).toEqual(['a1', 'a2', 'a3', 'b1']);
    await pass(1_000);
    expect(sender.texts()).toEqual(['a1', 'a2', 'a3', 'b1', 'a4']);
    await pass(1_000);
    expect(sender.texts().at(-1)).toBe('a5');
  });

  test('over all is kept by one alarm, without looking again and again', async () => {
    const { say, sender, pass, clock } = await worldOf(61);
    await say(...Array.from({ length: 61 }, (_, n) => ({ text: `${n}`, chatId: 1 + n })));
    expect(sender.calls).toHaveLength(30);
    expect(clock.timers.size).toBe(1);
    await pass(1_000);
    expect(sender.calls).toHaveLength(60);
    await pass(1_000);
    expect(sender.calls).toHaveLength(61);
  });

  test('of a group is that of the group', async () => {
    const database = await openFile();
    await addChat(database, { person: 1, channel: 'telegram', external: '-100' });
    const { say, sender, pass } = await startWorld(database);
    await say(...Array.from({ length: 25 }, (_, n) => ({ text: `${n}` })));
    await pass(59_000);
    expect(sender.calls).toHaveLength(20);
    await pass(10_000);
    expect(sender.calls).toHaveLength(25);
    expect(sender.calls[20]?.at).toBeGreaterThanOrEqual(60_000);
  });

  test('of a plan that is passed in is the one that is kept', async () => {
    const database = await openFile();
    await addChats(database, 2);
    const slow = { ...RATE_PLANS.telegram, slots: { count: 1, restMs: 10_000 } };
    const plans = { ...RATE_PLANS, telegram: slow as NonNullable<typeof RATE_PLANS.telegram> };
    const { say, sender, pass, clock } = await startWorld(database, { plans });
    await say({ text: 'a1' }, { text: 'b1', chatId: 2 });
    await pass(9_900);
    expect(sender.texts()).toEqual(['a1']);
    await pass(200);
    expect(sender.calls[1]).toMatchObject({ text: 'b1', at: 10_000 });
    expect(clock.now()).toBeGreaterThan(START);
  });
});
