import { Api, type GrammyError, HttpError, InputFile } from 'grammy';
import { afterEach, describe, expect, it } from 'vitest';
import { type BotApi, type BotApiOptions, startBotApi } from './bot-api.ts';

let double: BotApi;
afterEach(() => double.close());

async function start(options: BotApiOptions = {}) {
  double = await startBotApi(options);
  const api = new Api(double.token, { apiRoot: double.url });
  const budi = double.user({ id: 7, firstName: 'Budi', languageCode: 'id', phone: '+62811' });
  return { api, budi };
}

function refusal(promise: Promise<unknown>): Promise<GrammyError> {
  return promise.then(
    () => Promise.reject(new Error('It was accepted.')),
    (error) => error,
  );
}

const keyboard = (data: string) => ({
  reply_markup: { inline_keyboard: [[{ text: 'Pesan', callback_data: data }]] },
});

describe('messages', () => {
  it('shows a person what was sent, with bold parts and buttons', async () => {
    const { api, budi } = await start();
    await api.sendMessage(7, 'Harga <b>Rp 10.000</b> &amp; siap', { parse_mode: 'HTML', ...keyboard('a:1') });
    expect(budi.inbox()).toMatchObject([
      { text: 'Harga Rp 10.000 & siap', bold: ['Rp 10.000'], buttons: [{ label: 'Pesan', data: 'a:1' }] },
    ]);
    expect(double.sent(7)).toHaveLength(1);
  });

  it('applies edits and takes deleted messages away', async () => {
    const { api, budi } = await start();
    const one = await api.sendMessage(7, 'satu');
    const two = await api.sendMessage(7, 'dua');
    await api.editMessageText(7, one.message_id, 'satu lagi');
    await api.deleteMessage(7, two.message_id);
    expect(budi.inbox().map((message) => message.text)).toEqual(['satu lagi']);
  });

  it('reuses the id of an uploaded photo and knows no other', async () => {
    const { api, budi } = await start();
    const sent = await api.sendPhoto(7, new InputFile(new Uint8Array([1, 2, 3])), { caption: 'tas' });
    const id = sent.photo.at(-1)?.file_id ?? '';
    await api.sendPhoto(7, id);
    expect(budi.inbox().map((message) => message.photo)).toEqual([id, id]);
    expect(double.file(id)).toEqual(new Uint8Array([1, 2, 3]));
    expect((await refusal(api.sendPhoto(7, 'nobody-s'))).description).toMatch(/wrong file identifier/);
  });

  it('reads form bodies like JSON ones', async () => {
    const { budi } = await start();
    const body = new URLSearchParams({ chat_id: '7', text: 'halo', reply_markup: '{"inline_keyboard":[]}' });
    const response = await fetch(`${double.url}/bot${double.token}/sendMessage`, { method: 'POST', body });
    expect(response.status).toBe(200);
    expect(budi.inbox()[0]?.text).toBe('halo');
  });

  it('sends albums', async () => {
    const { api, budi } = await start();
    const media = [1, 2].map((n) => ({ type: 'photo' as const, media: new InputFile(new Uint8Array([n])) }));
    await api.sendMediaGroup(7, media);
    expect(budi.inbox().every((message) => message.photo !== null)).toBe(true);
  });
});

describe('refusals', () => {
  it.each([
    ['callback data over 64 bytes', 'halo', keyboard('é'.repeat(33)), /BUTTON_DATA_INVALID/],
    ['empty callback data', 'halo', keyboard(''), /Text buttons are unallowed/],
    ['a text of 4,097 characters', 'a'.repeat(4_097), {}, /message is too long/],
    ['an empty text', ' \n', {}, /text must be non-empty/],
    [
      'an unclosed tag',
      '<b>halo',
      { parse_mode: 'HTML' as const },
      /can't parse entities: Can't find end tag/,
    ],
    [
      'an unknown tag',
      '1 <kg>',
      { parse_mode: 'HTML' as const },
      /Unsupported start tag "kg" at byte offset 2/,
    ],
  ])('refuses %s', async (_, text, other, expected) => {
    const { api } = await start();
    expect((await refusal(api.sendMessage(7, text, other))).description).toMatch(expected);
    expect(double.log).toEqual([]);
  });

  it('counts length after entities are parsed, and captions to 1,024', async () => {
    const { api } = await start();
    await api.sendMessage(7, `<b>${'a'.repeat(4_096)}</b>`, { parse_mode: 'HTML' });
    const photo = new InputFile(new Uint8Array([1]));
    expect((await refusal(api.sendPhoto(7, photo, { caption: 'a'.repeat(1_025) }))).description).toMatch(
      /too long/,
    );
  });

  it('knows who cannot be written to', async () => {
    const { api, budi } = await start();
    double.user({ id: 8, stranger: true });
    double.migrate(-5, -1_000_000_000_005);
    void budi.blocks();
    expect(await refusal(api.sendMessage(7, 'halo'))).toMatchObject({
      error_code: 403,
      description: /blocked/,
    });
    expect(await refusal(api.sendMessage(8, 'halo'))).toMatchObject({ error_code: 403 });
    expect(await refusal(api.sendMessage(9, 'halo'))).toMatchObject({
      error_code: 400,
      description: /chat not found/,
    });
    const moved = await refusal(api.sendMessage(-5, 'halo'));
    expect(moved.parameters.migrate_to_chat_id).toBe(-1_000_000_000_005);
  });

  it('knows what cannot be edited', async () => {
    const { api } = await start();
    const text = await api.sendMessage(7, 'halo', keyboard('a'));
    const photo = await api.sendPhoto(7, new InputFile(new Uint8Array([1])));
    const keys = { reply_markup: { keyboard: [[{ text: 'Ya' }]] } };
    const withKeys = await api.sendMessage(7, 'halo', keys);
    const edits: [number, RegExp][] = [
      [photo.message_id, /there is no text in the message/],
      [withKeys.message_id, /message can't be edited/],
      [999, /message to edit not found/],
    ];
    for (const [id, expected] of edits) {
      expect((await refusal(api.editMessageText(7, id, 'baru'))).description).toMatch(expected);
    }
    const same = refusal(api.editMessageText(7, text.message_id, 'halo', keyboard('a')));
    expect((await same).description).toMatch(/message is not modified/);
  });

  it('holds senders to the limits', async () => {
    const { api } = await start({ anyChat: true, limits: { overall: 2, perChat: 1 } });
    await api.sendMessage(1, 'a');
    expect(await refusal(api.sendMessage(1, 'a'))).toMatchObject({
      error_code: 429,
      parameters: { retry_after: 1 },
    });
    await api.sendMessage(2, 'a');
    expect((await refusal(api.sendMessage(3, 'a'))).error_code).toBe(429);
    expect(double.counts).toEqual({ accepted: 2, refused: 2, tooMany: 2 });
  });
});

describe('failures by order', () => {
  it('delivers a message and cuts the line', async () => {
    const { api, budi } = await start();
    double.fail({ method: 'sendMessage', how: 'cut' });
    expect(await refusal(api.sendMessage(7, 'halo'))).toBeInstanceOf(HttpError);
    expect(budi.inbox()).toHaveLength(1);
    await api.sendMessage(7, 'lagi');
  });

  it('never answers, or answers what it was told', async () => {
    const { api, budi } = await start();
    double.fail({ chat: 7, how: 'hang' });
    expect(await refusal(api.sendMessage(7, 'halo', {}, AbortSignal.timeout(50) as never))).toBeInstanceOf(
      HttpError,
    );
    double.fail({ times: 2, how: { status: 418, description: 'Teapot' } });
    expect((await refusal(api.sendMessage(7, 'a'))).error_code).toBe(418);
    expect((await refusal(api.getMe())).description).toBe('Teapot');
    expect(budi.inbox()).toEqual([]);
  });
});

describe('updates', () => {
  it('hands updates to a long poll until they are confirmed', async () => {
    const { api, budi } = await start();
    const waiting = api.getUpdates({ timeout: 5 });
    const said = budi.says('halo');
    const [update] = await waiting;
    expect(update?.message).toMatchObject({
      text: 'halo',
      chat: { id: 7, type: 'private' },
      from: { language_code: 'id' },
    });
    expect(await api.getUpdates()).toHaveLength(1);
    expect(await api.getUpdates({ offset: (update?.update_id ?? 0) + 1 })).toEqual([]);
    expect(await said).toBe(update?.update_id);
  });

  it('ends the first of two pollers with 409, and refuses polling beside a webhook', async () => {
    const { api } = await start();
    const first = refusal(api.getUpdates({ timeout: 5 }));
    await new Promise((resolve) => setTimeout(resolve, 50));
    const second = refusal(api.getUpdates({ timeout: 5 }));
    expect((await first).error_code).toBe(409);
    await api.setWebhook('http://127.0.0.1:9/hook');
    expect((await second).error_code).toBe(409);
    expect((await refusal(api.getUpdates())).error_code).toBe(409);
    expect((await api.getWebhookInfo()).url).toBe('http://127.0.0.1:9/hook');
  });

  it('repeats a failed delivery, in order within a chat, with the secret', async () => {
    const { budi } = await start();
    const seen: string[] = [];
    let failures = 3;
    double.deliverTo(async (request) => {
      expect(request.headers.get('x-telegram-bot-api-secret-token')).toBe('s3cret');
      const update = await request.json();
      seen.push(update.message.text);
      return new Response(null, { status: failures-- > 0 ? 503 : 200 });
    }, 's3cret');
    await Promise.all([budi.says('satu'), budi.says('dua')]);
    expect(seen).toEqual(['satu', 'satu', 'satu', 'satu', 'dua']);
  });

  it('posts one update many times at once', async () => {
    await start();
    double.deliverTo(async () => new Response(null, { status: 204 }));
    expect(await double.raw({ update_id: 1 }, 3)).toEqual([204, 204, 204]);
  });
});

describe('a person', () => {
  it('presses a button, opens a link, shares a number, blocks', async () => {
    const { api, budi } = await start();
    const sent = await api.sendMessage(7, 'Mau?', keyboard('order:1'));
    const contactKey = { text: 'Bagikan nomor', request_contact: true };
    await api.sendMessage(7, 'Nomor?', { reply_markup: { keyboard: [[contactKey]] } });
    void budi.presses('Pesan');
    void budi.opens('keripik-tempe');
    void budi.presses('Bagikan nomor');
    void budi.blocks();
    const [press, start_, contact, block] = await api.getUpdates();
    expect(press?.callback_query).toMatchObject({
      data: 'order:1',
      message: { message_id: sent.message_id },
    });
    expect(start_?.message?.text).toBe('/start keripik-tempe');
    expect(contact?.message?.contact).toMatchObject({ phone_number: '+62811', user_id: 7 });
    expect(block?.my_chat_member?.new_chat_member.status).toBe('kicked');
    await api.answerCallbackQuery(press?.callback_query?.id ?? '');
    expect((await refusal(api.answerCallbackQuery('gone'))).description).toMatch(/query is too old/);
    expect(() => budi.presses('Batal')).toThrow(/No button "Batal"/);
  });

  it('hears only what comes after the last thing done', async () => {
    const { api, budi } = await start();
    await api.sendMessage(7, 'Halo, selamat datang');
    void budi.says('harga?');
    setTimeout(() => void api.sendMessage(7, 'Halo lagi'), 20);
    expect((await budi.hears(/^Halo/)).text).toBe('Halo lagi');
    await expect(budi.hears('Rp', 30)).rejects.toThrow(/Halo lagi/);
  });
});
