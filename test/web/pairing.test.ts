/** The page of the paired phone over HTTP, with the whole stand behind it. */
import { describe, expect, it, vi } from 'vitest';
import { StorageError } from '../../db/database.ts';
import { makeCopy } from '../../src/chat/copy/copy.ts';
import { readCopy } from '../../src/node/files.ts';
import { firstPairingLink } from '../../src/node/first-links.ts';
import type { BridgeEvent } from '../../src/wire/bridge.ts';
import { type BridgeDouble, bridgeDouble } from '../support/bridge.ts';
import type { Person } from '../support/stand/person.ts';
import { openStand, type Stand } from '../support/stand.ts';

const copy = makeCopy(readCopy());
const say = copy.in('id');

interface Phone {
  readonly stand: Stand;
  readonly bridge: BridgeDouble;
  readonly admin: Person;
  /** An admin asks for a link in the chat. @returns the key in it */
  key(): Promise<string>;
  /** @returns the answer, and what the browser would send from then on. */
  opens(key: string): Promise<{ response: Response; cookie: string }>;
  get(path: string, cookie?: string): Promise<Response>;
  post(path: string, fields: Record<string, string>, cookie?: string): Promise<Response>;
  /** The token in the forms of the page. */
  token(cookie: string): Promise<string>;
  tells(event: { readonly kind: 'state' | 'qr' } & Record<string, unknown>): Promise<void>;
}

async function open(): Promise<Phone> {
  const stand = await openStand();
  const admin = await stand.admin('telegram');
  const request = async (path: string, init: RequestInit = {}) =>
    stand.gerai.app.request(`https://gerai.example${path}`, init);
  const bridge = bridgeDouble(request, stand.now);
  const get = (path: string, cookie = '') => request(path, { headers: { cookie } });
  const post = (path: string, fields: Record<string, string>, cookie = '') =>
    request(path, { method: 'POST', body: new URLSearchParams(fields), headers: { cookie } });
  let events = 0;
  return {
    stand,
    bridge,
    admin,
    get,
    post,
    async key() {
      await admin.says('/whatsapp');
      const { text } = await admin.hears('/whatsapp#key=');
      return /#key=([\w-]+)/.exec(text)?.[1] ?? '';
    },
    async opens(key) {
      const response = await post('/whatsapp/open', { key });
      return { response, cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '' };
    },
    async token(cookie) {
      const page = await (await get('/whatsapp', cookie)).text();
      return /name="token" value="([^"]+)"/.exec(page)?.[1] ?? '';
    },
    async tells(event) {
      events += 1;
      const whole = { id: `told-${events}`, at: stand.now() + events, ...event };
      await bridge.tells(whole as unknown as BridgeEvent);
    },
  };
}

const pairing = { kind: 'state', phase: 'pairing', reason: 'unlinked', failures: 0 } as const;
const ready = {
  kind: 'state',
  phase: 'ready',
  reason: 'linked',
  failures: 0,
  phone: '628119998877',
} as const;

describe('a link', () => {
  it('opens the page once, for the browser that used it', async () => {
    const { key, opens, get } = await open();
    const made = await key();
    const { response, cookie } = await opens(made);
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toMatch(/^\/whatsapp\?/);
    expect(response.headers.get('set-cookie')).toMatch(
      /; Path=\/whatsapp; HttpOnly; Secure; SameSite=Strict$/,
    );
    expect(response.headers.get('set-cookie')).toContain('Max-Age=1800');
    expect((await get('/whatsapp', cookie)).status).toBe(200);
    const again = await opens(made);
    expect(again.cookie).toBe('');
    expect(again.response.status).toBe(403);
    expect(await again.response.text()).toContain(say('whatsapp-closed', { why: 'used' }));
  });

  it('opens once also when it is used twice at the same moment', async () => {
    const { key, opens } = await open();
    const made = await key();
    const all = await Promise.all([opens(made), opens(made), opens(made)]);
    expect(all.filter(({ cookie }) => cookie !== '')).toHaveLength(1);
  });

  it('is not used up by programs that look at what it leads to', async () => {
    const { key, get, opens } = await open();
    const made = await key();
    const page = await get('/whatsapp');
    expect(page.status).toBe(403);
    expect(await page.text()).toContain(say('whatsapp-closed', { why: 'none' }));
    expect((await opens(made)).response.status).toBe(303);
  });

  it('leads back to the page while that is open', async () => {
    const { key, opens, post } = await open();
    const made = await key();
    const { cookie } = await opens(made);
    expect((await post('/whatsapp/open', { key: made }, cookie)).status).toBe(303);
  });

  it('is kindly refused when it is too late, or was never made', async () => {
    const { stand, key, opens } = await open();
    const made = await key();
    await stand.passes(30 * 60_000);
    const late = await (await opens(made)).response.text();
    expect(late).toContain(say('whatsapp-closed', { why: 'expired' }));
    expect(late).toContain(say('whatsapp-closed-how'));
    for (const forged of ['x'.repeat(36), '', '../../etc', `${made}x`]) {
      const { response } = await opens(forged);
      expect(response.status).toBe(403);
      expect(await response.text()).toContain(say('whatsapp-closed', { why: 'unknown' }));
    }
  });

  it('is not used up while nothing can be stored', async () => {
    const { stand, key, opens } = await open();
    const made = await key();
    const write = vi.spyOn(stand.database, 'write').mockRejectedValue(new StorageError('full'));
    const { response, cookie } = await opens(made);
    expect(response.status).toBe(503);
    expect(cookie).toBe('');
    expect(await response.text()).toContain(say('whatsapp-closed', { why: 'outage' }));
    write.mockRestore();
    expect((await opens(made)).response.status).toBe(303);
  });

  it('comes from the terminal only while there is no admin, and where a phone is paired', async () => {
    const stand = await openStand();
    const reach = { web: 'https://gerai.example', telegram: null, whatsapp: null };
    const link = (pairing: boolean) => firstPairingLink(stand.database, { ...reach, pairing }, stand.now());
    expect(await link(false)).toBeNull();
    const first = await link(true);
    expect(first).toMatch(/^https:\/\/gerai\.example\/whatsapp#key=[\w-]{32}$/);
    const body = new URLSearchParams({ key: first?.split('=')[1] ?? '' });
    const opened = await stand.gerai.app.request('/whatsapp/open', { method: 'POST', body });
    expect(opened.status).toBe(303);
    await stand.admin('web');
    expect(await link(true)).toBeNull();
  });

  it('is no link where what comes is no form', async () => {
    const { stand } = await open();
    const broken = {
      method: 'POST',
      body: '{',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    };
    expect((await stand.gerai.app.request('/whatsapp/open', broken)).status).toBe(403);
  });

  it('is kept as a hash, with who asked for it', async () => {
    const { stand, key } = await open();
    const made = await key();
    const [row] = await stand.rows<{ keyHash: string; name: string }>(
      'SELECT l.key_hash AS keyHash, r.name FROM pairing_links l JOIN roles r ON r.address_id = l.created_by',
    );
    expect(row?.name).toBe('Bu Sari');
    expect(row?.keyHash).not.toContain(made);
  });
});

describe('whoever has opened the page', () => {
  async function opened() {
    const phone = await open();
    const { cookie } = await phone.opens(await phone.key());
    return { ...phone, cookie };
  }

  it('sees the code, and the next one, and neither once the bridge is away', async () => {
    const { stand, tells, get, cookie } = await opened();
    const now = async () => (await get('/whatsapp/now', cookie)).text();
    await tells(pairing);
    expect(await now()).toContain(say('whatsapp-code-waits'));
    await tells({ kind: 'qr', code: 'the first code' });
    const first = await now();
    expect(first).toContain('<svg');
    expect(first).not.toContain('the first code');
    await tells({ kind: 'qr', code: 'the second code' });
    expect(await now()).not.toBe(first);
    await stand.passes(91_000);
    const away = await now();
    expect(away).not.toContain('<svg');
    expect(away).toContain(say('whatsapp-state', { state: 'away' }));
  });

  it('sees the number, the last message in and the last confirmed send', async () => {
    const { stand, bridge, tells, get, cookie } = await opened();
    await tells(ready);
    await bridge.hears('628111@c.us', 'ada apa saja?');
    await stand.settle();
    await bridge.sendsAll();
    const page = await (await get('/whatsapp', cookie)).text();
    expect(page).toContain(say('whatsapp-state', { state: 'ready' }));
    expect(page).toContain('+628119998877');
    expect(page.match(/<time /g)).toHaveLength(2);
    expect(page).toContain('pukul 10.00');
  });

  it('is told of a phone that was logged out, without its number', async () => {
    const { tells, get, cookie } = await opened();
    await tells(ready);
    await tells({ ...pairing, reason: 'logged-out' });
    const page = await (await get('/whatsapp', cookie)).text();
    expect(page).toContain(say('whatsapp-reason', { reason: 'logged-out' }));
    expect(page).not.toContain('628119998877');
  });

  it.each([
    'restart',
    'unlinked',
    'logged-out',
    'memory',
    'never-ready',
    'stale-code',
    'silence',
    'acks',
    'start-failed',
    'page-closed',
    'page-crashed',
    'browser-gone',
    'disconnected NAVIGATION',
    'disconnected CONFLICT',
    'a reason of a newer bridge',
  ])('reads why it is not connected: %s', async (reason) => {
    const { tells, get, cookie } = await opened();
    await tells({ kind: 'state', phase: 'lost', reason, failures: 1 });
    for (const language of copy.languages) {
      const page = await (await get(`/whatsapp?lang=${language}`, cookie)).text();
      const known = /disconnected|newer/.test(reason) ? 'disconnected' : reason;
      const key = reason === 'disconnected CONFLICT' ? 'conflict' : known;
      const sentence = copy.in(language)('whatsapp-reason', { reason: key });
      expect(page.replaceAll('&#39;', "'")).toContain(sentence);
      expect(page).toContain(copy.in(language)('whatsapp-state', { state: 'lost' }));
    }
  });

  it('has half an hour', async () => {
    const { stand, get, post, token, cookie } = await opened();
    const proof = await token(cookie);
    await stand.passes(30 * 60_000);
    const late = await get('/whatsapp', cookie);
    expect(late.status).toBe(403);
    expect(await late.text()).toContain(say('whatsapp-closed', { why: 'over' }));
    expect((await get('/whatsapp/now', cookie)).status).toBe(403);
    expect((await post('/whatsapp/restart', { token: proof }, cookie)).status).toBe(403);
  });

  it('cannot make the time longer, nor be somebody else', async () => {
    const { get, cookie } = await opened();
    const later = cookie.replace(/=(\d+)\./, (_, until) => `=${Number(until) + 1}.`);
    const another = cookie.replace(/\.(\d+)\./, '.1.');
    for (const forged of [later, another === cookie ? `${cookie}x` : another, 'gerai-whatsapp=9.1.x.y'])
      expect((await get('/whatsapp', forged)).status).toBe(403);
  });

  it('restarts the bridge once however often they press, and it is written down who did', async () => {
    const { stand, bridge, post, token, cookie } = await opened();
    const proof = await token(cookie);
    for (const _ of [1, 2, 3]) {
      const pressed = await post('/whatsapp/restart', { token: proof }, cookie);
      expect(pressed.status).toBe(303);
      expect(pressed.headers.get('location')).toContain('done=restart');
    }
    expect(await bridge.commands()).toEqual(['restart']);
    await post('/whatsapp/restart', { token: proof }, cookie);
    expect(await bridge.commands()).toEqual([]);
    expect(
      await stand.rows(
        "SELECT r.name, a.after FROM audit a JOIN roles r ON r.address_id = a.actor WHERE a.subject = 'bridge'",
      ),
    ).toEqual([{ name: 'Bu Sari', after: 'restart' }]);
    await stand.passes(15_000);
    await post('/whatsapp/restart', { token: proof }, cookie);
    expect(await bridge.commands()).toEqual(['restart']);
  });

  it('is asked once more before the phone is unlinked', async () => {
    const { bridge, get, post, token, cookie } = await opened();
    const sure = await (await get('/whatsapp/unlink', cookie)).text();
    expect(sure).toContain(say('whatsapp-unlink-sure'));
    expect(await bridge.commands()).toEqual([]);
    await post('/whatsapp/unlink', { token: await token(cookie) }, cookie);
    expect(await bridge.commands()).toEqual(['unlink']);
  });
});

describe('whoever has not', () => {
  it('can do nothing, also from another page in the browser of somebody who has', async () => {
    const { stand, bridge, key, opens, post, get, token } = await open();
    const { cookie } = await opens(await key());
    const proof = await token(cookie);
    expect(proof.length).toBeGreaterThan(5);
    for (const what of ['restart', 'unlink']) {
      expect((await post(`/whatsapp/${what}`, { token: proof })).status).toBe(403);
      expect((await post(`/whatsapp/${what}`, {}, cookie)).status).toBe(403);
      expect((await post(`/whatsapp/${what}`, { token: 'guessed' }, cookie)).status).toBe(403);
    }
    for (const path of ['/whatsapp', '/whatsapp/now', '/whatsapp/unlink'])
      expect((await get(path)).status).toBe(403);
    expect(await bridge.commands()).toEqual([]);
    expect(await stand.count("SELECT count(*) FROM audit WHERE subject = 'bridge'")).toBe(0);
  });

  it('gets no link as a visitor or as staff', async () => {
    const { stand } = await open();
    const staff = await stand.staffOf('lapas-kelas-1-tangerang', 'telegram');
    await staff.says('/whatsapp');
    await staff.hears(say('not-yours'));
    const visitor = stand.visitorOn('telegram', 'Siti');
    await visitor.says('/whatsapp');
    await stand.settle();
    expect(await stand.count('SELECT count(*) FROM pairing_links')).toBe(0);
  });
});
