import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Media } from '../../../bots/common/media.ts';
import { whatsappCloudChannel } from '../../../bots/whatsapp-cloud/channel.ts';
import type { Fitted } from '../../../src/chat/render.ts';
import { type GraphApi, startGraphApi } from '../../support/graph-api.ts';
import { freePort } from '../../support/server.ts';

const SITI = '628120000007';
const CHOICES = [{ id: 'help', label: 'Bantuan' }];

let double: GraphApi;
let handles: Map<string, string>;
let now: number;
beforeEach(async () => {
  handles = new Map();
  now = 1_800_000_000_000;
  double = await startGraphApi({ now: () => now });
});
afterEach(() => double.close());

const media: Media = {
  handle: async (hash) => handles.get(hash) ?? null,
  remember: async (hash, handle) => void handles.set(hash, handle),
  bytes: async (hash) => (hash === 'gone' ? null : { bytes: new Uint8Array([1, 2, 3]), type: 'image/png' }),
};

function channel(options: { token?: string; phoneId?: string; apiRoot?: string; timeoutMs?: number } = {}) {
  const { token, phoneId, url: apiRoot } = double;
  return whatsappCloudChannel({
    token,
    phoneId,
    apiRoot,
    timeoutMs: 2_000,
    media,
    now: () => now,
    ...options,
  });
}

function send(part: Partial<Fitted>, options: Parameters<typeof channel>[0] = {}) {
  const message: Fitted = {
    text: '',
    choices: [],
    photo: null,
    inPlace: false,
    contactButton: null,
    ...part,
  };
  return channel(options).send({ chat: SITI, message, reference: '7' });
}

describe('a message', () => {
  it('that Meta takes is sent, under its id and with our reference', async () => {
    const outcome = await send({ text: 'halo' });
    expect(outcome).toEqual({ kind: 'sent', externalId: double.log[0]?.id });
    expect(double.log[0]).toMatchObject({
      to: SITI,
      message: { type: 'text', text: { body: 'halo' }, biz_opaque_callback_data: '7' },
    });
  });

  it('to somebody who hides their number goes to the id that stands for them', async () => {
    const message: Fitted = { text: 'halo', choices: [], photo: null, inPlace: false, contactButton: null };
    const outcome = await channel().send({ chat: 'ID.13491208655302741918', message });
    expect(outcome.kind).toBe('sent');
    expect(double.log[0]?.message).toMatchObject({ recipient: 'ID.13491208655302741918' });
  });

  it('in which something is wrong goes once more in words alone, with the choices as numbers', async () => {
    double.fail({ how: { status: 400, code: 131009 } });
    expect((await send({ text: 'Lanjut?', choices: CHOICES })).kind).toBe('sent');
    expect(double.log.map(({ message }) => message)).toMatchObject([
      { type: 'text', text: { body: 'Lanjut?\n\n1. Bantuan' } },
    ]);
  });

  it('that is wrong in every form is given up', async () => {
    double.fail({ how: { status: 400, code: 100 }, times: 2 });
    expect(await send({ text: 'halo' })).toEqual({ kind: 'rejected', reason: 'HTTP 400 (100)' });
  });
});

describe('a picture', () => {
  it('is uploaded once, and sent by its id from then on', async () => {
    await send({ text: 'satu', photo: 'keripik' });
    await send({ text: 'dua', photo: 'keripik' });
    expect(double.counts.uploads).toBe(1);
    const ids = double.log.map(({ message }) => (message.type === 'image' ? message.image.id : ''));
    expect(new Set(ids).size).toBe(1);
    expect(double.media(ids[0] ?? '')?.bytes).toEqual(new Uint8Array([1, 2, 3]));
  });

  it('is uploaded anew when Meta has dropped it, or will have soon', async () => {
    await send({ text: 'satu', photo: 'keripik' });
    double.forgetMedia();
    expect((await send({ text: 'dua', photo: 'keripik' })).kind).toBe('sent');
    expect(double.counts.uploads).toBe(2);
    now += 29 * 24 * 3_600_000;
    expect((await send({ text: 'tiga', photo: 'keripik' })).kind).toBe('sent');
    expect(double.counts).toEqual({ uploads: 3, refused: 1 });
  });

  it('stands above buttons', async () => {
    await send({ text: 'Keripik', photo: 'keripik', choices: CHOICES });
    expect(double.log[0]?.message).toMatchObject({
      interactive: { type: 'button', header: { type: 'image' }, body: { text: 'Keripik' } },
    });
  });

  it('that is no longer there leaves the words', async () => {
    await send({ text: 'Keripik', photo: 'gone' });
    expect(double.log[0]?.message.type).toBe('text');
  });

  it('that cannot be uploaded now lets the message wait: nothing was sent', async () => {
    double.fail({ path: 'media', how: 'cut' });
    expect(await send({ text: 'Keripik', photo: 'keripik' })).toMatchObject({ kind: 'retry', scope: 'chat' });
    double.fail({ path: 'media', how: { status: 401, code: 190 } });
    expect(await send({ text: 'Keripik', photo: 'keripik' })).toMatchObject({ kind: 'retry', scope: 'bot' });
    expect(double.log).toEqual([]);
  });

  it('that Meta does not take at all leaves the words', async () => {
    double.fail({ path: 'media', how: { status: 400, code: 131053 } });
    expect((await send({ text: 'Keripik', photo: 'keripik' })).kind).toBe('sent');
    expect(double.log[0]?.message.type).toBe('text');
  });
});

describe('an answer of Meta', () => {
  it.each([
    [400, 130429, { kind: 'retry', scope: 'bot', afterMs: 1_000 }],
    [400, 80007, { kind: 'retry', scope: 'bot', afterMs: 60_000 }],
    [400, 4, { kind: 'retry', scope: 'bot', afterMs: 60_000 }],
    [400, 131048, { kind: 'retry', scope: 'bot', afterMs: 300_000 }],
    [400, 131056, { kind: 'retry', scope: 'chat', afterMs: null }],
    [401, 190, { kind: 'retry', scope: 'bot', afterMs: null }],
    [401, 0, { kind: 'retry', scope: 'bot', afterMs: null }],
    [403, 10, { kind: 'retry', scope: 'bot', afterMs: null }],
    [403, 230, { kind: 'retry', scope: 'bot', afterMs: null }],
    [403, 368, { kind: 'retry', scope: 'bot', afterMs: null }],
    [400, 133010, { kind: 'retry', scope: 'bot', afterMs: null }],
    [500, 131000, { kind: 'retry', scope: 'chat', afterMs: null }],
    [503, 2, { kind: 'retry', scope: 'chat', afterMs: null }],
    [500, 424242, { kind: 'retry', scope: 'chat', afterMs: null }],
    [400, 131047, { kind: 'closed', reason: expect.stringContaining('window closed') }],
    [400, 131026, { kind: 'unreachable' }],
    [400, 131030, { kind: 'rejected' }],
    [400, 424242, { kind: 'rejected' }],
  ])('%i with %i', async (status, code, expected) => {
    double.fail({ how: { status, code }, times: 2 });
    const outcome = await send({ text: 'halo' });
    expect(outcome).toMatchObject(expected);
    expect('reason' in outcome && outcome.reason).toContain(`(${code})`);
    expect(double.log).toEqual([]);
  });

  it.each([
    [502, { kind: 'retry', scope: 'chat' }],
    [429, { kind: 'retry', scope: 'bot', afterMs: 1_000 }],
    [403, { kind: 'retry', scope: 'bot' }],
    [400, { kind: 'rejected' }],
  ])('%i that is not from Graph', async (status, expected) => {
    double.fail({ how: { status, body: '<html>' } });
    expect(await send({ text: 'halo' })).toMatchObject(expected);
  });

  it('says that token or number are wrong, and every message waits', async () => {
    expect(await send({ text: 'halo' }, { token: 'wrong' })).toMatchObject({
      kind: 'retry',
      scope: 'bot',
      reason: 'the access token is wrong or has expired; set a new one (190)',
    });
    expect(await send({ text: 'halo' }, { phoneId: '999' })).toMatchObject({ kind: 'retry', scope: 'bot' });
  });

  it('that does not come leaves it uncertain, and so does one that breaks off', async () => {
    double.fail({ how: 'hang' });
    expect(await send({ text: 'halo' }, { timeoutMs: 50 })).toEqual({
      kind: 'uncertain',
      reason: 'TimeoutError',
    });
    double.fail({ how: 'cut' });
    expect((await send({ text: 'halo' })).kind).toBe('uncertain');
    double.fail({ how: { status: 200, body: '{"messages":[{"id":' } });
    expect((await send({ text: 'halo' })).kind).toBe('uncertain');
    double.fail({ how: { status: 200, body: '{}' } });
    expect((await send({ text: 'halo' })).kind).toBe('uncertain');
    expect(double.log).toHaveLength(1);
  });

  it('that nobody is there to give lets every message wait', async () => {
    const apiRoot = `http://127.0.0.1:${await freePort()}/v25.0`;
    expect(await send({ text: 'halo' }, { apiRoot })).toEqual({
      kind: 'retry',
      afterMs: null,
      scope: 'bot',
      reason: 'not connected',
    });
  });

  it('is told without the words in it, which may quote the token or a number', async () => {
    const server = createServer((_, response) => {
      const error = { message: `Malformed access token EAAx for ${SITI}`, code: 190 };
      response.writeHead(401, { 'content-type': 'application/json' }).end(JSON.stringify({ error }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const outcome = await send({ text: 'halo' }, { apiRoot: `http://127.0.0.1:${port}` });
    expect(JSON.stringify(outcome)).not.toMatch(/EAAx|62812/);
  });
});
