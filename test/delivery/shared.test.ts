/** Several processes on one database. A file stands in for the server: the statements are the same. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../db/database.ts';
import {
  addChats,
  addRow,
  type FakeClock,
  fakeClock,
  openFile,
  pass,
  START,
  startWorld,
  watchDatabase,
} from './world.ts';

let file: Database;
let clock: FakeClock;
beforeEach(async () => {
  file = await openFile();
  clock = fakeClock();
  await addChats(file, 3);
});

const process = (holder: string) => startWorld(watchDatabase(file, 'remote'), { clock, holder });

describe('of several processes', () => {
  test('one looks for rows, and each sends what it committed itself', async () => {
    const [one, two] = [await process('one'), await process('two')];
    await one.pass(2_000);
    await addRow(file, { text: 'from the table' });
    await two.say({ text: 'from two', chatId: 2 });
    await two.pass(5_000);
    expect(one.sender.texts()).toEqual(['from the table']);
    expect(two.sender.texts()).toEqual(['from two']);
  });

  test('the next one takes over when the first is gone, at once if it said goodbye', async () => {
    const [one, two] = [await process('one'), await process('two')];
    await one.pass(2_000);
    await one.dispatcher.stop();
    await addRow(file, { text: 'a1' });
    await two.pass(12_000);
    expect(two.sender.texts()).toEqual(['a1']);
  });

  test('the next one takes over after the lease of one that died', async () => {
    const one = await process('one');
    await one.pass(1_500);
    one.clock.timers.clear();
    const two = await process('two');
    await addRow(file, { text: 'a1' });
    await pass(two.database, clock, 20_000);
    expect(two.sender.texts()).toEqual([]);
    await pass(two.database, clock, 25_000);
    expect(two.sender.texts()).toEqual(['a1']);
  });

  test('none takes what another has in hand, however long it waits for its turn there', async () => {
    const [one, two] = [await process('one'), await process('two')];
    await one.pass(1_500);
    await two.say(
      ...Array.from({ length: 150 }, (_, n) => ({ text: `${n}`, chatId: 2, kind: 'notice' as const })),
    );
    await two.pass(200_000);
    expect(two.sender.calls).toHaveLength(150);
    expect(one.sender.calls).toEqual([]);
  });

  test('the one that looks sends again what one that died had in hand, when its lease has ended', async () => {
    const one = await process('one');
    await addRow(file, { text: 'a1', kind: 'notice', state: 'sending', dueAt: START + 60_000 });
    await one.pass(59_000);
    expect(one.sender.calls).toEqual([]);
    await one.pass(25_000);
    expect(one.sender.texts()).toEqual(['a1']);
  });

  test('one whose message another has sent after a retry goes on by the fast path', async () => {
    const [one, two] = [await process('one'), await process('two')];
    await one.pass(1_500);
    two.sender.tell('a1', { kind: 'retry', afterMs: null, scope: 'chat', reason: 'Bad Gateway' });
    await two.say({ text: 'a1' });
    await two.pass(30_000);
    expect(one.sender.texts()).toEqual(['a1']);
    await two.say({ text: 'a2' });
    expect(two.sender.texts()).toEqual(['a1', 'a2']);
  });

  test('one that cannot ask whether it still looks for rows does not', async () => {
    const one = await process('one');
    await one.pass(1_500);
    one.database.fail('away');
    const two = await process('two');
    await two.pass(60_000);
    one.database.fail(null);
    await addRow(file, { text: 'a1' });
    await two.pass(5_000);
    expect(two.sender.texts()).toEqual(['a1']);
    expect(one.sender.texts()).toEqual([]);
  });
});
