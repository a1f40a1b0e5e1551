import type { Update } from 'grammy/types';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { telegramApi } from '../../../bots/telegram/api.ts';
import type { PressAnswer } from '../../../bots/telegram/attempts.ts';
import { registerWebhook, telegramWebhook } from '../../../bots/telegram/webhook.ts';
import { type BotApi, startBotApi } from '../../support/bot-api.ts';

const SECRET = 'rahasia-123';
const log = { warn: () => undefined, error: () => undefined };

let double: BotApi;
beforeEach(async () => {
  double = await startBotApi();
});
afterEach(() => double.close());

interface Behaviour {
  readonly handle?: (update: Update) => Promise<PressAnswer | undefined>;
  readonly deadLetter?: (update: Update, error: unknown) => Promise<void>;
  readonly isOutage?: (error: unknown) => boolean;
}

function webhook(behaviour: Behaviour = {}) {
  const nothing = async () => undefined;
  return telegramWebhook({ secret: SECRET, log, handle: nothing, deadLetter: nothing, ...behaviour });
}

function post(
  handler: (request: Request) => Promise<Response>,
  body: string,
  secret: string | null = SECRET,
) {
  const headers = secret === null ? {} : { 'X-Telegram-Bot-Api-Secret-Token': secret };
  return handler(new Request('https://gerai.example/webhooks/telegram', { method: 'POST', headers, body }));
}

it('acknowledges an update after it was handled', async () => {
  const texts: unknown[] = [];
  double.deliverTo(webhook({ handle: async (update) => void texts.push(update.message?.text) }), SECRET);
  await double.user({ id: 7 }).says('halo');
  expect(texts).toEqual(['halo']);
});

it('takes the waiting sign off a button with its own answer, and does not mind when that is too late', async () => {
  const presses: string[] = [];
  const handle = async ({ callback_query: press }: Update) => {
    presses.push(press?.id ?? '');
    return { callback_query_id: press?.id ?? '', text: 'ya' };
  };
  double.deliverTo(webhook({ handle }), SECRET);
  const siti = double.user({ id: 7 });
  const api = telegramApi({ token: double.token, apiRoot: double.url });
  const reply_markup = { inline_keyboard: [[{ text: 'Terima', callback_data: 'accept' }]] };
  await api.sendMessage(7, 'Pesanan baru', { reply_markup });
  await siti.presses('Terima');
  const told = double.log.filter(({ method }) => method === 'answerCallbackQuery');
  expect(told.map(({ params }) => params)).toEqual([{ callback_query_id: presses[0], text: 'ya' }]);

  const late = await post(webhook({ handle }), '{"update_id":1}');
  expect(late.status).toBe(200);
  expect(await late.json()).toEqual({ method: 'answerCallbackQuery', callback_query_id: '', text: 'ya' });
});

it('takes nothing from who does not know the secret', async () => {
  const handled: number[] = [];
  const handler = webhook({ handle: async (update) => void handled.push(update.update_id) });
  for (const secret of [null, '', 'rahasia-124', 'rahasia-12', 'rahasia-1234', 'rahasia-123rahasia-123']) {
    expect((await post(handler, '{"update_id":1}', secret)).status).toBe(401);
  }
  expect((await post(handler, '{"update_id":2}')).status).toBe(200);
  expect(handled).toEqual([2]);
});

it.each(['', 'halo', '[]', '{}', '{"update_id":"1"}', '{"update_id":1,"message":{"text":"halo"}}'])(
  'refuses what is no update: %s',
  async (body) => {
    expect((await post(webhook(), body)).status).toBe(400);
  },
);

it('lets kinds of update through that it does not know', async () => {
  expect((await post(webhook(), '{"update_id":1,"hologram":{"size":3}}')).status).toBe(200);
});

it('lets Telegram come again with an update that failed', async () => {
  let failures = 2;
  const texts: unknown[] = [];
  const handle = async (update: Update): Promise<undefined> => {
    if (failures-- > 0) throw new Error('not now');
    texts.push(update.message?.text);
  };
  double.deliverTo(webhook({ handle }), SECRET);
  const siti = double.user({ id: 7 });
  await Promise.all([siti.says('satu'), siti.says('dua')]);
  expect(texts).toEqual(['satu', 'dua']);
});

it('puts an update aside after three tries, so that the chat goes on', async () => {
  const aside: unknown[] = [];
  const handled: unknown[] = [];
  const handle = async ({ message }: Update): Promise<undefined> => {
    handled.push(message?.text);
    if (message?.text === 'rusak') throw new Error('a bug');
  };
  const deadLetter = async (update: Update, error: unknown) =>
    void aside.push([update.message?.text, String(error)]);
  double.deliverTo(webhook({ handle, deadLetter }), SECRET);
  const siti = double.user({ id: 7 });
  await Promise.all([siti.says('rusak'), siti.says('halo')]);
  expect(handled).toEqual(['rusak', 'rusak', 'rusak', 'halo']);
  expect(aside).toEqual([['rusak', 'Error: a bug']]);
});

it('keeps an update for as long as it can neither be handled nor put aside', async () => {
  const handler = webhook({
    handle: () => Promise.reject(new Error('disk full')),
    deadLetter: () => Promise.reject(new Error('disk full')),
  });
  for (let count = 0; count < 5; count += 1) {
    const response = await post(handler, '{"update_id":1}');
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('2');
  }
});

it('does not put aside what failed in an outage', async () => {
  let isDown = true;
  const aside: unknown[] = [];
  const handler = webhook({
    handle: async () => {
      if (isDown) throw new Error('database away');
    },
    deadLetter: async (update) => void aside.push(update),
    isOutage: () => true,
  });
  for (let count = 0; count < 5; count += 1)
    expect((await post(handler, '{"update_id":1}')).status).toBe(503);
  isDown = false;
  expect((await post(handler, '{"update_id":1}')).status).toBe(200);
  expect(aside).toEqual([]);
});

it('tells Telegram the address, the secret and what it wants to hear', async () => {
  const api = telegramApi({ token: double.token, apiRoot: double.url });
  await registerWebhook(api, 'https://gerai.example/webhooks/telegram', SECRET);
  expect(double.log).toMatchObject([
    {
      method: 'setWebhook',
      params: { url: 'https://gerai.example/webhooks/telegram', secret_token: SECRET },
    },
  ]);
  expect(double.log[0]?.params.allowed_updates).toEqual(
    expect.arrayContaining(['message', 'edited_message', 'callback_query', 'my_chat_member']),
  );
});
