/** The dispatcher with the real Telegram channel against the double of its Bot API, in real time. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { telegramChannel } from '../../bots/telegram/channel.ts';
import type { Database } from '../../db/database.ts';
import type { Clock } from '../../src/delivery/clock.ts';
import { type Dispatcher, startDispatcher } from '../../src/delivery/dispatcher.ts';
import type { Owed, Sender } from '../../src/delivery/sender.ts';
import { type BotApi, type BotApiOptions, startBotApi } from '../support/bot-api.ts';
import { addChat, addRow, openFile, select, states } from './world.ts';

const clock: Clock = {
  now: Date.now,
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

let database: Database;
let double: BotApi;
let dispatcher: Dispatcher;

async function start(options: BotApiOptions = {}): Promise<void> {
  await double?.close();
  double = await startBotApi({ anyChat: true, ...options });
  const media = { handle: async () => null, remember: async () => undefined, bytes: async () => null };
  const channel = telegramChannel({ token: double.token, apiRoot: double.url, media, timeoutMs: 1_000 });
  const sender: Sender = { send: ({ external, message }) => channel.send({ chat: external, message }) };
  dispatcher = await startDispatcher({ database, senders: { telegram: sender }, clock });
}

async function commit(chatId: number, ...texts: string[]): Promise<Owed[]> {
  const owed: Owed[] = [];
  for (const text of texts) {
    const now = clock.now();
    owed.push(
      await addRow(database, { text, chatId, state: 'sending', dueAt: now + 60_000, createdAt: now }),
    );
  }
  return owed;
}

const textsTo = (chat: number) => double.sent(chat).map(({ params }) => params.text);

beforeEach(async () => {
  database = await openFile();
  for (let n = 1; n <= 8; n += 1)
    await addChat(database, { person: n, channel: 'telegram', external: `${100 + n}` });
});
afterEach(async () => {
  await dispatcher.stop();
  await double.close();
});

async function until(done: () => Promise<boolean>): Promise<void> {
  while (!(await done())) await new Promise((resolve) => setTimeout(resolve, 20));
}

const allSent = async () => Object.values(await states(database)).every((state) => state === 'sent');

test('messages arrive in order under the limits that Telegram publishes, without one 429', async () => {
  await start({ limits: { overall: 30, perChat: 3, kind: 'window' } });
  const rows = await Promise.all(
    Array.from({ length: 8 }, (_, n) => commit(1 + n, ...[1, 2, 3].map((m) => `${n} ${m}`))),
  );
  dispatcher.dispatch(rows.flat());
  await dispatcher.idle();
  for (let n = 0; n < 8; n += 1) expect(textsTo(101 + n)).toEqual([`${n} 1`, `${n} 2`, `${n} 3`]);
  expect(double.counts.tooMany).toBe(0);
  const ids = await select(database, 'SELECT count(DISTINCT external_id) AS ids FROM outbox');
  expect(ids).toEqual([{ ids: 24 }]);
});

test('a server error is tried again, and what comes behind it waits', async () => {
  await start();
  double.fail({ chat: 101, how: '500' });
  dispatcher.dispatch([...(await commit(1, 'a1', 'a2')), ...(await commit(2, 'b1'))]);
  await until(allSent);
  expect(textsTo(101)).toEqual(['a1', 'a2']);
  expect(textsTo(102)).toEqual(['b1']);
});

test('a 429 is waited for', async () => {
  await start({ limits: { perChat: 1, kind: 'window' } });
  dispatcher.dispatch(await commit(1, 'a1', 'a2'));
  await until(allSent);
  expect(textsTo(101)).toEqual(['a1', 'a2']);
});

test('a group that became a supergroup is followed', async () => {
  await start();
  await addChat(database, { person: 9, channel: 'telegram', external: '-5' });
  double.group(-5, 'Lapas');
  double.migrate(-5, -1005);
  dispatcher.dispatch(await commit(9, 'baru'));
  await until(allSent);
  expect(textsTo(-1005)).toEqual(['baru']);
  expect(await select(database, 'SELECT external FROM chats WHERE id = 9')).toEqual([{ external: '-1005' }]);
});
