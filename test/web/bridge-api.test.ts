/** The routes of the WhatsApp bridge, with the whole stand behind them. */
import { describe, expect, it, vi } from 'vitest';
import { StorageError } from '../../db/database.ts';
import { LENT_MS } from '../../src/delivery/lending.ts';
import { type BridgeDouble, bridgeDouble, type SignOptions } from '../support/bridge.ts';
import { openStand, type Stand } from '../support/stand.ts';

const RINA = '628111@c.us';
const DEWI = '9912345@lid';
const EVENTS = '/bridge/whatsapp/events';

async function open(): Promise<{ stand: Stand; bridge: BridgeDouble }> {
  const stand = await openStand();
  const fetch = (path: string, init: RequestInit) =>
    stand.gerai.app.request(`https://gerai.example${path}`, init);
  return { stand, bridge: bridgeDouble(fetch, stand.now) };
}

const texts = (messages: readonly { readonly text: string }[]) => messages.map(({ text }) => text).join('\n');

describe('who may talk with the bridge routes', () => {
  it('nobody without the signature of this very request', async () => {
    const { stand, bridge } = await open();
    const event = { kind: 'own', id: '1', chat: RINA, at: stand.now(), givesBack: false };
    const body = { events: [event] };
    const status = async (options: SignOptions) =>
      (await bridge.request('POST', EVENTS, body, options)).status;
    expect(await status({})).toBe(200);
    expect(await status({ secret: 'another secret' })).toBe(401);
    expect(await status({ signature: '00' })).toBe(401);
    expect(await status({ at: stand.now() - 61_000 })).toBe(401);
    expect((await stand.gerai.app.request('/bridge/whatsapp/outbox?wait=0')).status).toBe(401);
    expect((await stand.gerai.app.request('/bridge/whatsapp/media/x')).status).toBe(401);
  });

  it('learns when it is the clock that is wrong', async () => {
    const { stand, bridge } = await open();
    const late = await bridge.request('GET', '/bridge/whatsapp/outbox?wait=0', undefined, {
      at: stand.now() + 61_000,
    });
    expect(await late.json()).toEqual({ error: { code: 'clock' } });
  });

  it.each([
    ['no JSON', 'x'.repeat(20)],
    ['no events', {}],
    ['an empty list', { events: [] }],
  ])('is told what is malformed: %s', async (_, body) => {
    const { bridge } = await open();
    expect((await bridge.request('POST', EVENTS, body)).status).toBe(400);
  });

  it('sends no more than a megabyte', async () => {
    const { bridge } = await open();
    const response = await bridge.request('POST', EVENTS, { events: ['x'.repeat(1_100_000)] });
    expect(response.status).toBe(413);
  });
});

describe('a visitor on WhatsApp', () => {
  it('fills a cart, and is offered what comes next as numbers', async () => {
    const { stand, bridge } = await open();
    await bridge.hears(RINA, 'halo, keripik tempe 2');
    const first = await bridge.sendsAll();
    expect(texts(first)).toMatch(/\d\. /);
    expect(first.every(({ chat }) => chat === RINA)).toBe(true);
    expect(await stand.count("SELECT count(*) FROM outbox WHERE state <> 'sent'")).toBe(0);
    const [{ version } = { version: 0 }] = await stand.rows<{ version: number }>('SELECT version FROM carts');
    expect(version).toBeGreaterThan(0);
  });

  it('keeps the id that came, be it a number or not', async () => {
    const { bridge } = await open();
    await bridge.hears(DEWI, 'ada apa saja?');
    expect((await bridge.sendsAll()).map(({ chat }) => chat)).toContain(DEWI);
  });

  it('is answered once to what comes twice', async () => {
    const { stand, bridge } = await open();
    expect(await bridge.hears(RINA, 'ada apa saja?', { id: 'same' })).toEqual({
      accepted: ['same'],
      refused: [],
    });
    const before = await stand.count('SELECT count(*) FROM outbox');
    expect(await bridge.hears(RINA, 'ada apa saja?', { id: 'same' })).toEqual({
      accepted: ['same'],
      refused: [],
    });
    expect(await stand.count('SELECT count(*) FROM outbox')).toBe(before);
  });

  it('chooses from the message that they quote', async () => {
    const { bridge } = await open();
    await bridge.hears(RINA, 'ada apa saja?');
    const [list] = await bridge.sendsAll();
    await bridge.hears(RINA, 'jam buka?');
    await bridge.sendsAll();
    await bridge.hears(RINA, '1', { replyTo: `true_${list?.id}` });
    expect(texts(await bridge.sendsAll())).toMatch(/keripik tempe/i);
  });

  it('is told of a voice note that nobody can hear it', async () => {
    const { stand, bridge } = await open();
    const at = stand.now();
    await bridge.tells({
      kind: 'message',
      id: 'v',
      chat: RINA,
      at,
      body: { kind: 'unsupported', what: 'voice' },
    });
    expect(await bridge.sendsAll()).not.toEqual([]);
  });
});

describe('messages that are lent', () => {
  async function owing(count = 1) {
    const { stand, bridge } = await open();
    for (let n = 0; n < count; n += 1) await bridge.hears(`62811${n}@c.us`, 'ada apa saja?');
    await stand.settle();
    return { stand, bridge };
  }

  it('go out one at a time in a chat, and once', async () => {
    const { bridge } = await owing();
    await bridge.hears('628110@c.us', 'jam buka?');
    const [first, ...more] = await bridge.borrows();
    expect(more).toEqual([]);
    expect(await bridge.borrows()).toEqual([]);
    await bridge.receipts({ id: first?.id ?? '', outcome: { kind: 'sent', externalId: 'x' } });
    expect(await bridge.borrows()).toHaveLength(1);
  });

  it('are as many as were asked for', async () => {
    const { bridge } = await owing(5);
    expect(await bridge.borrows(0)).toEqual([]);
    expect(await bridge.borrows(3)).toHaveLength(3);
    expect(await bridge.borrows(3)).toHaveLength(2);
  });

  it('are lent again when nothing is heard of them, and not before', async () => {
    const { stand, bridge } = await owing();
    const [first] = await bridge.borrows();
    await stand.passes(LENT_MS - 1_000);
    expect(await bridge.borrows()).toEqual([]);
    await stand.passes(1_000);
    expect((await bridge.borrows())[0]?.id).toBe(first?.id);
  });

  it('are lent again at once to a bridge that was just started: the last one has them no more', async () => {
    const { stand, bridge } = await owing();
    const [first] = await bridge.borrows();
    await bridge.request('GET', '/bridge/whatsapp/outbox?wait=0&max=0');
    expect(await bridge.borrows()).toEqual([]);
    await bridge.request('GET', '/bridge/whatsapp/outbox?wait=0&max=0&first=1');
    expect((await bridge.borrows())[0]?.id).toBe(first?.id);
    expect(await stand.rows('SELECT attempts FROM outbox')).toEqual([{ attempts: 1 }]);
  });

  it('wait a little when they may have gone out, and come at once when they were not tried', async () => {
    const { stand, bridge } = await owing();
    const [{ id } = { id: '' }] = await bridge.borrows();
    await bridge.receipts({ id, outcome: { kind: 'untried' } });
    await stand.passes(2_000);
    expect((await bridge.borrows())[0]?.id).toBe(id);
    expect(await stand.rows('SELECT attempts FROM outbox')).toEqual([{ attempts: 0 }]);
    await bridge.receipts({ id, outcome: { kind: 'uncertain', reason: 'no ack' } });
    expect(await bridge.borrows()).toEqual([]);
    await stand.passes(5_000);
    expect((await bridge.borrows())[0]?.id).toBe(id);
  });

  it('count as sent when that is heard late, and stay so', async () => {
    const { stand, bridge } = await owing();
    const [{ id } = { id: '' }] = await bridge.borrows();
    await bridge.receipts({ id, outcome: { kind: 'uncertain', reason: 'no ack' } });
    await bridge.receipts({ id, outcome: { kind: 'sent', externalId: 'wa-id' } });
    await bridge.receipts({ id, outcome: { kind: 'uncertain', reason: 'no ack' } });
    expect(await stand.rows('SELECT state, external_id FROM outbox')).toEqual([
      { state: 'sent', external_id: 'wa-id' },
    ]);
  });

  it('close the address that nobody is at', async () => {
    const { stand, bridge } = await owing();
    const [{ id } = { id: '' }] = await bridge.borrows();
    await bridge.receipts({ id, outcome: { kind: 'unreachable', reason: 'not on WhatsApp' } });
    expect(await stand.rows('SELECT state FROM outbox')).toEqual([{ state: 'failed' }]);
    expect(await stand.count('SELECT count(*) FROM addresses WHERE unreachable_at IS NOT NULL')).toBe(1);
  });

  it('are nobody else’s: a receipt cannot name a message of another channel', async () => {
    const { stand, bridge } = await open();
    const visitor = stand.visitorOn('web', 'Web');
    await visitor.says('ada apa saja?');
    const before = await stand.rows('SELECT public_id, state FROM outbox');
    await bridge.receipts(
      ...before.map(({ public_id }) => ({
        id: String(public_id),
        outcome: { kind: 'sent', externalId: 'forged' } as const,
      })),
    );
    expect(await stand.count("SELECT count(*) FROM outbox WHERE external_id = 'forged'")).toBe(0);
  });

  it('wake whoever waits for them', async () => {
    const { bridge } = await open();
    const waiting = bridge.request('GET', '/bridge/whatsapp/outbox?wait=25');
    await bridge.hears(RINA, 'ada apa saja?');
    const { messages } = (await (await waiting).json()) as { messages: unknown[] };
    expect(messages).toHaveLength(1);
  });
});

describe('pictures', () => {
  it('are fetched by their hash', async () => {
    const { stand, bridge } = await open();
    const [{ hash } = { hash: '' }] = await stand.rows<{ hash: string }>('SELECT hash FROM media LIMIT 1');
    const response = await bridge.request('GET', `/bridge/whatsapp/media/${hash}`);
    expect(response.headers.get('content-type')).toMatch(/^image\//);
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(100);
    expect((await bridge.request('GET', `/bridge/whatsapp/media/${'0'.repeat(64)}`)).status).toBe(404);
  });
});

describe('what the bridge says of itself', () => {
  it('stands in /readyz, the newest of it', async () => {
    const { stand, bridge } = await open();
    const state = async () => {
      const body = (await (await stand.gerai.app.request('/readyz')).json()) as {
        channels: Record<string, { state?: string }>;
      };
      return body.channels['whatsapp-web']?.state;
    };
    expect(await state()).toBe('away');
    const at = stand.now();
    await bridge.tells({ kind: 'state', id: 's2', at, phase: 'ready', reason: 'linked', failures: 0 });
    await bridge.tells({ kind: 'qr', id: 's1', at: at - 1, code: 'an older code' });
    expect(await state()).toBe('ready');
    await stand.passes(120_000);
    expect(await state()).toBe('away');
  });

  it('may be something that only a newer server understands', async () => {
    const { stand, bridge } = await open();
    const own = { kind: 'own', id: 'known', chat: RINA, at: stand.now(), givesBack: false };
    const response = await bridge.request('POST', EVENTS, { events: [{ kind: 'dance', id: 'new' }, own] });
    expect(await response.json()).toEqual({ accepted: ['known'], refused: ['new'] });
  });
});

describe('a person at the paired phone', () => {
  const owned = (stand: Stand) =>
    stand.count(`SELECT count(*) FROM talks WHERE ended_at IS NULL AND until > ${stand.now()}`);

  async function writes(stand: Stand, bridge: BridgeDouble, givesBack = false, at = stand.now()) {
    const id = `own ${at} ${givesBack}`;
    await bridge.tells({ kind: 'own', id, chat: RINA, at, givesBack });
  }

  it('has the chat, and the bot is silent until it is given back', async () => {
    const { stand, bridge } = await open();
    await bridge.hears(RINA, 'keripik tempe 2');
    await bridge.sendsAll();
    await writes(stand, bridge);
    await bridge.hears(RINA, 'keripik berapa?');
    await bridge.hears(RINA, '1');
    expect(await bridge.sendsAll()).toEqual([]);
    expect(await owned(stand)).toBe(1);
    await stand.passes(1_000);
    await writes(stand, bridge, true);
    await bridge.hears(RINA, 'keripik berapa?');
    expect(texts(await bridge.sendsAll())).toMatch(/Rp15\.000/);
    expect(await owned(stand)).toBe(0);
  });

  it('has it for an hour after their last word', async () => {
    const { stand, bridge } = await open();
    await writes(stand, bridge);
    await stand.passes(50 * 60_000);
    await writes(stand, bridge);
    await stand.passes(50 * 60_000);
    await bridge.hears(RINA, 'keripik berapa?');
    expect(await bridge.sendsAll()).toEqual([]);
    await stand.passes(11 * 60_000);
    await bridge.hears(RINA, 'keripik berapa?');
    expect(texts(await bridge.sendsAll())).toMatch(/Rp15\.000/);
  });

  it('wrote too long ago to have it', async () => {
    const { stand, bridge } = await open();
    await writes(stand, bridge, false, stand.now() - 61 * 60_000);
    await bridge.hears(RINA, 'keripik berapa?');
    expect(texts(await bridge.sendsAll())).toMatch(/Rp15\.000/);
  });

  it('also takes what the bot had meant to say and has not said yet', async () => {
    const { stand, bridge } = await open();
    await bridge.hears(RINA, 'keripik berapa?');
    await stand.passes(500);
    await writes(stand, bridge);
    expect(await bridge.sendsAll()).toEqual([]);
  });

  it('answers the wish for a person, and nobody else can take it', async () => {
    const { stand, bridge } = await open();
    const budi = await stand.keeper('telegram', 'Pak Budi');
    await bridge.hears(RINA, 'mau bicara sama petugas');
    await budi.hears(/ingin bicara dengan petugas/);
    await writes(stand, bridge);
    await budi.presses('Balas pengunjung');
    await budi.hears(/sudah selesai|sudah tidak/);
    expect(await stand.count('SELECT count(*) FROM talks WHERE ended_at IS NULL')).toBe(1);
  });
});

describe('a message that was taken back', () => {
  const deletion = (stand: Stand, of: string) =>
    ({
      kind: 'message',
      id: `${of} deleted`,
      chat: RINA,
      at: stand.now(),
      body: { kind: 'deleted', of },
    }) as const;

  it('is not read where it still waited for the rest of its sentence', async () => {
    const { stand, bridge } = await open();
    await bridge.hears(RINA, 'halo');
    await bridge.sendsAll();
    await bridge.hears(RINA, 'keripik 2 sama', { id: 'first' });
    await bridge.tells(deletion(stand, 'first'));
    await stand.passes(5_000);
    expect(await bridge.sendsAll()).toEqual([]);
    expect(await stand.count('SELECT count(*) FROM carts')).toBe(0);
  });

  it('is not read where it comes together with that', async () => {
    const { stand, bridge } = await open();
    const said = {
      kind: 'message',
      id: 'said',
      chat: RINA,
      at: stand.now(),
      body: { kind: 'text', text: 'keripik tempe 2' },
    } as const;
    expect(await bridge.tells(said, deletion(stand, 'said'))).toMatchObject({ refused: [] });
    expect(await stand.count('SELECT count(*) FROM carts')).toBe(0);
  });

  it('has been answered already: nothing more is said', async () => {
    const { stand, bridge } = await open();
    await bridge.hears(RINA, 'keripik tempe 2', { id: 'done' });
    await bridge.sendsAll();
    await bridge.tells(deletion(stand, 'done'));
    expect(await bridge.sendsAll()).toEqual([]);
    expect(await stand.count('SELECT count(*) FROM carts')).toBe(1);
  });
});

describe('somebody with two ids', () => {
  const same = (stand: Stand, chat: string, also: string) =>
    ({ kind: 'same', id: `same ${chat} ${also}`, chat, also, at: stand.now() }) as const;

  it('is one person, with one cart', async () => {
    const { stand, bridge } = await open();
    await bridge.hears(RINA, 'keripik tempe 2');
    await bridge.sendsAll();
    await bridge.tells(same(stand, DEWI, RINA));
    await bridge.hears(DEWI, 'gantungan kunci 1');
    const heard = await bridge.sendsAll();
    expect(texts(heard)).toMatch(/2 × Keripik tempe/);
    expect(heard.map(({ chat }) => chat)).toEqual([DEWI]);
    expect(await stand.count('SELECT count(*) FROM persons')).toBe(1);
    expect(await stand.count('SELECT count(*) FROM carts')).toBe(1);
  });

  it('keeps what was in both carts where it is known too late', async () => {
    const { stand, bridge } = await open();
    await bridge.hears(RINA, 'keripik tempe 2');
    await bridge.hears(DEWI, 'gantungan kunci 1');
    await bridge.sendsAll();
    await bridge.tells(same(stand, DEWI, RINA));
    await bridge.tells(same(stand, DEWI, RINA));
    await bridge.hears(DEWI, 'keranjang');
    expect(texts(await bridge.sendsAll())).toMatch(/gantungan kunci[\s\S]*2 × Keripik tempe/i);
    expect(await stand.count('SELECT count(*) FROM persons')).toBe(1);
  });

  it('has the same work, and what they did keeps their name', async () => {
    const { stand, bridge } = await open();
    const code = await stand.invitation('keeper', 'Bu Rina');
    await bridge.hears(RINA, `/start ${code}`);
    await bridge.sendsAll();
    await bridge.tells(same(stand, DEWI, RINA));
    await bridge.hears(DEWI, '/tugas');
    expect(texts(await bridge.sendsAll())).not.toMatch(/Yang bisa saya bantu/);
    const roles = await stand.rows('SELECT role, name, ended_at IS NULL AS held FROM roles ORDER BY id');
    expect(roles).toEqual([
      { role: 'keeper', name: 'Bu Rina', held: 0 },
      { role: 'keeper', name: 'Bu Rina', held: 1 },
    ]);
  });

  it('whose other id nobody knows is somebody new', async () => {
    const { stand, bridge } = await open();
    await bridge.tells(same(stand, DEWI, RINA));
    await bridge.hears(DEWI, 'keripik tempe 2');
    expect(texts(await bridge.sendsAll())).toMatch(/2 × Keripik tempe/);
  });
});

describe('commands', () => {
  it('are fetched once', async () => {
    const { stand, bridge } = await open();
    stand.memory.bridge.commands.push('restart', 'unlink');
    expect(await bridge.commands()).toEqual(['restart', 'unlink']);
    expect(await bridge.commands()).toEqual([]);
  });
});

describe('when nothing can be stored', () => {
  it('says so with 503, apologises once, and takes the event when it comes again', async () => {
    const { stand, bridge } = await open();
    await bridge.hears(RINA, 'ada apa saja?');
    await bridge.sendsAll();
    const write = vi
      .spyOn(stand.database, 'write')
      .mockRejectedValue(new StorageError('full', new Error('full')));
    const event = {
      kind: 'message',
      id: 'e',
      chat: RINA,
      at: stand.now(),
      body: { kind: 'text', text: 'jam buka?' },
    };
    const [first, second] = [
      await bridge.request('POST', EVENTS, { events: [event] }),
      await bridge.request('POST', EVENTS, { events: [event] }),
    ];
    expect([first.status, second.status]).toEqual([503, 503]);
    expect(await first.json()).toEqual({
      apologies: [{ chat: RINA, text: expect.stringContaining('tidak bisa mencatat') }],
    });
    expect(await second.json()).toEqual({ apologies: [] });
    write.mockRestore();
    expect((await bridge.request('POST', EVENTS, { events: [event] })).status).toBe(200);
    expect(await bridge.sendsAll()).not.toEqual([]);
  });
});
