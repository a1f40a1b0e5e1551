import type { Update } from 'grammy/types';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { telegramApi } from '../../../bots/telegram/api.ts';
import type { PressAnswer } from '../../../bots/telegram/attempts.ts';
import { publishCommands } from '../../../bots/telegram/commands.ts';
import { pollUpdates } from '../../../bots/telegram/polling.ts';
import { type BotApi, startBotApi } from '../../support/bot-api.ts';

let double: BotApi;
let stop: AbortController;
let polling: Promise<void>;
let complaints: string[];

beforeEach(async () => {
  double = await startBotApi();
  stop = new AbortController();
  polling = Promise.resolve();
  complaints = [];
});
afterEach(async () => {
  stop.abort();
  await polling;
  await double.close();
});

interface Behaviour {
  readonly handle: (update: Update) => Promise<PressAnswer | undefined>;
  readonly deadLetter?: (update: Update) => Promise<void>;
}

function poll(behaviour: Behaviour): void {
  const note = (_: object, message: string) => void complaints.push(message);
  const api = telegramApi({ token: double.token, apiRoot: double.url });
  const log = { warn: note, error: note };
  const deadLetter = async () => undefined;
  polling = pollUpdates({
    api,
    signal: stop.signal,
    waitSeconds: 5,
    pauseMs: 5,
    log,
    deadLetter,
    ...behaviour,
  });
}

const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

it('handles chats side by side and each in order', async () => {
  const done: string[] = [];
  const people = [1, 2].map((id) => double.user({ id }));
  const said = people.flatMap((person) => [person.says(`${person.id}a`), person.says(`${person.id}b`)]);
  poll({
    async handle({ message }) {
      // Whoever came first takes longest.
      await later(message?.text === '1a' ? 60 : 5);
      done.push(message?.text ?? '');
    },
  });
  await Promise.all(said);
  expect(done).toEqual(['2a', '2b', '1a', '1b']);
});

it('takes the waiting sign off a pressed button', async () => {
  const siti = double.user({ id: 7 });
  const api = telegramApi({ token: double.token, apiRoot: double.url });
  const reply_markup = { inline_keyboard: [[{ text: 'Terima', callback_data: 'accept' }]] };
  await api.sendMessage(7, 'Pesanan baru', { reply_markup });
  poll({ handle: async ({ callback_query: press }) => press && { callback_query_id: press.id, text: 'ya' } });
  await siti.presses('Terima');
  const told = double.log.filter(({ method }) => method === 'answerCallbackQuery');
  expect(told.map(({ params }) => params.text)).toEqual(['ya']);
});

it('confirms nothing before all of it is handled', async () => {
  let release = () => {};
  const held = new Promise<undefined>((resolve) => {
    release = () => resolve(undefined);
  });
  const siti = double.user({ id: 7 });
  let isConfirmed = false;
  const said = siti.says('halo').then(() => {
    isConfirmed = true;
  });
  poll({ handle: () => held });
  await later(60);
  expect(isConfirmed).toBe(false);
  release();
  await said;
});

it('takes a failed update again, before what came after it in the chat', async () => {
  let failures = 2;
  const done: string[] = [];
  const siti = double.user({ id: 7 });
  const said = [siti.says('satu'), siti.says('dua')];
  poll({
    async handle({ message }) {
      if (message?.text === 'satu' && failures-- > 0) throw new Error('not now');
      done.push(message?.text ?? '');
    },
  });
  await Promise.all(said);
  expect(done).toEqual(['satu', 'dua']);
});

it('puts an update aside after three tries', async () => {
  const aside: unknown[] = [];
  const siti = double.user({ id: 7 });
  poll({
    handle: () => Promise.reject(new Error('a bug')),
    deadLetter: async (update) => void aside.push(update.message?.text),
  });
  await siti.says('rusak');
  expect(aside).toEqual(['rusak']);
});

it('goes on after errors of Telegram, and says what is wrong', async () => {
  double.fail({ method: 'getUpdates', how: '500' });
  double.fail({ method: 'getUpdates', how: 'cut' });
  double.fail({
    method: 'getUpdates',
    how: { status: 409, description: 'Conflict: terminated by other getUpdates' },
  });
  const siti = double.user({ id: 7 });
  poll({ handle: async () => undefined });
  await siti.says('halo');
  expect(complaints).toEqual([
    expect.stringContaining('no updates'),
    expect.stringContaining('no updates'),
    expect.stringContaining('Another program'),
  ]);
});

it('takes over from a webhook that was set before', async () => {
  await telegramApi({ token: double.token, apiRoot: double.url }).setWebhook('http://127.0.0.1:9/old');
  poll({ handle: async () => undefined });
  await double.user({ id: 7 }).says('halo');
});

it('stops at once while it waits', async () => {
  poll({ handle: async () => undefined });
  await double.user({ id: 7 }).says('halo');
  stop.abort();
  const before = performance.now();
  await polling;
  expect(performance.now() - before).toBeLessThan(1_000);
});

it('finishes and confirms what is in hand before it stops', async () => {
  const done: unknown[] = [];
  poll({
    async handle({ message }) {
      stop.abort();
      await later(30);
      done.push(message?.text);
    },
  });
  void double.user({ id: 7 }).says('halo');
  await polling;
  expect(done).toEqual(['halo']);
  const api = telegramApi({ token: double.token, apiRoot: double.url });
  expect((await api.getWebhookInfo()).pending_update_count).toBe(0);
});

it('publishes commands in each language', async () => {
  const api = telegramApi({ token: double.token, apiRoot: double.url });
  const id = [{ command: 'produk', description: 'Lihat produk' }];
  const en = [{ command: 'products', description: 'See the products' }];
  const unlink = [{ command: 'lepas', description: 'Putus sambungan grup ini' }];
  await publishCommands(api, { everywhere: { id, en }, inGroups: { id: unlink } }, 'id');
  expect([double.commands(), double.commands('id'), double.commands('en')]).toEqual([id, id, en]);
  expect([double.commands('all_group_chats'), double.commands('all_group_chats id')]).toEqual([
    unlink,
    unlink,
  ]);
});
