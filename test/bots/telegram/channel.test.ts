import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Media } from '../../../bots/common/media.ts';
import { type TelegramMessage, telegramChannel } from '../../../bots/telegram/channel.ts';
import { BOLD_END, BOLD_START } from '../../../src/chat/message.ts';
import type { Fitted } from '../../../src/chat/render.ts';
import { type BotApi, type BotApiOptions, startBotApi, type User } from '../../support/bot-api.ts';

let double: BotApi;
let siti: User;
let media: ReturnType<typeof shelf>;
beforeEach(() => start());
afterEach(() => double.close());

async function start(options: BotApiOptions = {}): Promise<void> {
  await double?.close();
  double = await startBotApi(options);
  siti = double.user({ id: 7, phone: '+62812' });
  media = shelf();
}

/** Two photos, and what the channel remembers of them. */
function shelf(): Media & { readonly handles: Map<string, string>; uploads: number } {
  const handles = new Map<string, string>();
  const photos: Record<string, Uint8Array<ArrayBuffer>> = {
    keripik: new Uint8Array([1]),
    tas: new Uint8Array([2]),
  };
  const self = {
    handles,
    uploads: 0,
    handle: async (hash: string) => handles.get(hash) ?? null,
    remember: async (hash: string, handle: string) => void handles.set(hash, handle),
    async bytes(hash: string) {
      self.uploads += 1;
      const bytes = photos[hash];
      return bytes ? { bytes, type: 'image/jpeg' } : null;
    },
  };
  return self;
}

const channel = (timeoutMs = 2_000) =>
  telegramChannel({ token: double.token, apiRoot: double.url, media, timeoutMs });

function fitted(part: Partial<Fitted>): Fitted {
  return { text: '', choices: [], photo: null, inPlace: false, contactButton: null, ...part };
}

function send(part: Partial<Fitted>, replaces?: TelegramMessage['replaces'], chat = '7') {
  return channel().send({ chat, message: fitted(part), replaces: replaces ?? null });
}

async function sentId(part: Partial<Fitted>): Promise<string> {
  const outcome = await send(part);
  return outcome.kind === 'sent' ? (outcome.externalId ?? '') : expect.fail(JSON.stringify(outcome));
}

const YES = { id: 'confirm 5', label: 'Ya' };
const NO = { id: 'show-cart', label: 'Tidak' };

describe('what the person sees', () => {
  it('is the text with its bold parts; every other character means itself', async () => {
    await send({ text: `${BOLD_START}Keripik <b> & Co${BOLD_END} &lt; Rp 10.000` });
    expect(siti.inbox()).toMatchObject([
      { text: 'Keripik <b> & Co &lt; Rp 10.000', bold: ['Keripik <b> & Co'] },
    ]);
  });

  it('survives marks without a partner', async () => {
    await send({ text: `a${BOLD_END}b${BOLD_START}c${BOLD_START}d` });
    expect(siti.inbox()).toMatchObject([{ text: 'abcd', bold: ['cd'] }]);
  });

  it('has a button for every choice, short ones side by side', async () => {
    const long = { id: 'a 1', label: 'Keripik tempe pedas manis 250 gram' };
    await send({ text: 'Jadi?', choices: [YES, NO, long] });
    expect(siti.inbox()[0]?.buttons.map((button) => button.data)).toEqual(['confirm 5', 'show-cart', 'a 1']);
    const [call] = double.sent(7);
    expect(call?.params.reply_markup).toMatchObject({ inline_keyboard: [[{}, {}], [{}]] });
  });

  it('offers to share a number once, with the choices beside it', async () => {
    await send({ text: 'Nomor Anda?', contactButton: 'Bagikan nomor', choices: [NO] });
    expect(siti.inbox()[0]?.keys).toEqual([
      { label: 'Bagikan nomor', contact: true },
      { label: 'Tidak', contact: false },
    ]);
    expect(double.sent(7)[0]?.params.reply_markup).toMatchObject({ one_time_keyboard: true });
  });

  it('is a photo that is uploaded once and sent by its id from then on', async () => {
    await send({ text: 'Keripik', photo: 'keripik', choices: [YES] });
    await send({ text: 'Keripik', photo: 'keripik' });
    const [first, second] = siti.inbox();
    expect(first).toMatchObject({
      text: 'Keripik',
      photo: media.handles.get('keripik'),
      buttons: [{ label: 'Ya' }],
    });
    expect(second?.photo).toBe(first?.photo);
    expect(media.uploads).toBe(1);
  });

  it('is uploaded again when Telegram has forgotten it', async () => {
    media.handles.set('keripik', 'of-another-token');
    await send({ text: 'Keripik', photo: 'keripik' });
    expect(siti.inbox()).toMatchObject([{ photo: media.handles.get('keripik') }]);
  });

  it('is the text alone where the photo is gone', async () => {
    await send({ text: 'Keripik', photo: 'lost' });
    expect(siti.inbox()).toMatchObject([{ text: 'Keripik', photo: null }]);
  });

  it('is plain text rather than nothing when Telegram finds the message wrong', async () => {
    double.fail({
      method: 'sendMessage',
      how: { status: 400, description: "Bad Request: can't parse entities" },
    });
    await send({ text: `${BOLD_START}Halo${BOLD_END} <3`, choices: [YES] });
    expect(siti.inbox()).toMatchObject([{ text: 'Halo <3', bold: [], buttons: [{ label: 'Ya' }] }]);
  });
});

describe('replacing a message in place', () => {
  it.each<[string, Partial<Fitted>, string | null, Partial<Fitted>]>([
    ['text by text', { text: 'satu' }, null, { text: 'dua', choices: [NO] }],
    ['text by a photo', { text: 'satu' }, null, { text: 'dua', photo: 'tas' }],
    ['a photo by another', { text: 'satu', photo: 'keripik' }, 'keripik', { text: 'dua', photo: 'tas' }],
    [
      'the words under a photo',
      { text: 'satu', photo: 'keripik' },
      'keripik',
      { text: 'dua', photo: 'keripik' },
    ],
  ])('edits %s', async (_, before, photo, after) => {
    const id = await sentId({ choices: [YES], ...before });
    expect(await send({ inPlace: true, ...after }, { id, photo })).toEqual({ kind: 'sent', externalId: id });
    expect(siti.inbox()).toMatchObject([{ id: Number(id), text: 'dua', buttons: after.choices ? [{}] : [] }]);
    expect(siti.inbox()[0]?.photo ?? null).toBe(media.handles.get(after.photo ?? '') ?? null);
  });

  it.each([{ photo: 'keripik' }, {}])(
    'takes the place of a photo with text, knowing %j of it',
    async (known) => {
      const id = await sentId({ text: 'satu', photo: 'keripik' });
      const outcome = await send({ text: 'dua', inPlace: true }, { id, ...known });
      expect(outcome).toMatchObject({ kind: 'sent' });
      expect(siti.inbox()).toMatchObject([{ text: 'dua', photo: null }]);
      expect(siti.inbox()[0]?.id).not.toBe(Number(id));
    },
  );

  it('sends anew where the old message is gone or had a reply keyboard', async () => {
    expect(await send({ text: 'baru', inPlace: true }, { id: '999' })).toMatchObject({ kind: 'sent' });
    const id = await sentId({ text: 'nomor?', contactButton: 'Bagikan' });
    await send({ text: 'terima kasih', inPlace: true }, { id });
    expect(siti.inbox().map((message) => message.text)).toEqual(['baru', 'terima kasih']);
  });

  it('is content when nothing changes, and after a press that came twice', async () => {
    const id = await sentId({ text: 'satu' });
    expect(await send({ text: 'satu', inPlace: true }, { id })).toEqual({ kind: 'sent', externalId: id });
  });

  it('may be repeated after a cut line, because an edit does no harm twice', async () => {
    const id = await sentId({ text: 'satu' });
    double.fail({ method: 'editMessageText', how: 'cut' });
    expect(await send({ text: 'dua', inPlace: true }, { id })).toMatchObject({
      kind: 'retry',
      scope: 'chat',
    });
    expect(await send({ text: 'dua', inPlace: true }, { id })).toEqual({ kind: 'sent', externalId: id });
    expect(siti.inbox().map((message) => message.text)).toEqual(['dua']);
  });
});

describe('how a send ends', () => {
  const hello = { text: 'halo' };

  it('is uncertain when the line is cut or the answer does not come', async () => {
    double.fail({ how: 'cut' });
    expect(await send(hello)).toMatchObject({ kind: 'uncertain' });
    expect(siti.inbox()).toHaveLength(1);
    double.fail({ how: 'hang' });
    const slow = channel(50).send({ chat: '7', message: fitted(hello) });
    expect(await slow).toMatchObject({ kind: 'uncertain' });
  });

  it('is uncertain when something between answers in Telegram’s place', async () => {
    double.fail({ how: { status: 504, description: '', body: '<html>Gateway Timeout</html>' } });
    expect(await send(hello)).toMatchObject({ kind: 'uncertain' });
  });

  it('is to be tried again after an error of Telegram, or when nobody was there', async () => {
    double.fail({ how: '500' });
    expect(await send(hello)).toMatchObject({ kind: 'retry', scope: 'chat', afterMs: null });
    const free = createServer().listen(0);
    const address = free.address();
    const port = typeof address === 'object' ? address?.port : 0;
    await new Promise((resolve) => free.close(resolve));
    const nobody = telegramChannel({ token: double.token, apiRoot: `http://127.0.0.1:${port}`, media });
    const outcome = await nobody.send({ chat: '7', message: fitted(hello) });
    expect(outcome).toMatchObject({ kind: 'retry', scope: 'bot' });
    expect(JSON.stringify(outcome)).not.toContain(double.token);
  });

  it('says how long to wait when Telegram says so', async () => {
    await start({ limits: { perChat: 1, retryAfter: 3 } });
    await send(hello);
    expect(await send(hello)).toMatchObject({ kind: 'retry', afterMs: 3_000, scope: 'chat' });
  });

  it('is unreachable for who blocked the bot, left Telegram or never came', async () => {
    const gone = double.user({ id: 8 });
    gone.deletesAccount();
    void siti.blocks();
    for (const chat of ['7', '8', '9']) {
      expect(await send(hello, null, chat)).toMatchObject({ kind: 'unreachable' });
    }
  });

  it('names the new id of a group that moved', async () => {
    double.migrate(-5, -1_000_000_000_005);
    expect(await send(hello, null, '-5')).toEqual({ kind: 'moved', chat: '-1000000000005' });
  });

  it('is rejected when plain text does not help either', async () => {
    const outcome = await send({ ...hello, choices: [{ id: 'x'.repeat(65), label: 'Ya' }] });
    expect(outcome).toMatchObject({
      kind: 'rejected',
      reason: expect.stringContaining('BUTTON_DATA_INVALID'),
    });
    expect(siti.inbox()).toEqual([]);
  });

  it('waits with the whole bot when the token is wrong', async () => {
    const stranger = telegramChannel({ token: '1:wrong', apiRoot: double.url, media });
    const outcome = await stranger.send({ chat: '7', message: fitted(hello) });
    expect(outcome).toMatchObject({ kind: 'retry', scope: 'bot' });
  });

  it('does not depend on remembering the photo’s id', async () => {
    media.remember = () => Promise.reject(new Error('disk full'));
    expect(await send({ text: 'Keripik', photo: 'keripik' })).toMatchObject({ kind: 'sent' });
  });
});
