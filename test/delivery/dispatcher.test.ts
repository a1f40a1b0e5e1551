import { expect, test } from 'vitest';
import { addChats, openFile, startWorld } from './world.ts';

test('a message of the fast path is sent once and recorded with the id that the channel gave it', async () => {
  const database = await openFile();
  await addChats(database, 1);
  const { say, sender, states, pass } = await startWorld(database);
  await say({ text: 'halo' });
  await pass(180_000);
  expect(sender.texts()).toEqual(['halo']);
  expect(await states()).toEqual({ halo: 'sent' });
});

test('messages to one chat go in order while those to others go on', async () => {
  const database = await openFile();
  await addChats(database, 2);
  const { say, sender, pass, states } = await startWorld(database);
  sender.tell('a1', { kind: 'retry', afterMs: null, scope: 'chat', reason: 'Bad Gateway' });
  await say({ text: 'a1' }, { text: 'a2' }, { text: 'b1', chatId: 2 });
  await say({ text: 'a3' });
  expect(sender.texts()).toEqual(['a1', 'b1']);
  await pass(5_000);
  expect(sender.texts()).toEqual(['a1', 'b1', 'a1', 'a2', 'a3']);
  expect(await states()).toEqual({ a1: 'sent', a2: 'sent', a3: 'sent', b1: 'sent' });
});
