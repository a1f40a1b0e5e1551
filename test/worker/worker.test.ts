/** The whole stand in workerd: what is not proven here is what Cloudflare, Turso and Telegram themselves do. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrateDatabase } from '../../db/migrate.ts';
import { seedSampleStand } from '../../db/seed/seed.ts';
import { TEMPLATE_NAMES } from '../../src/chat/templates.ts';
import { whatsappTemplates } from '../../src/commands/whatsapp-templates.ts';
import { MIGRATIONS, readPicture } from '../../src/node/files.ts';
import { chatWith, prepareOnWeb } from '../durability/in-process.ts';
import { order, PATIENCE_MS, prepareOrder, SLIP, until } from '../durability/support.ts';
import type { User } from '../support/bot-api.ts';
import { startWorld, type World } from './support.ts';
import { onCloudApi, onTelegram, type Visitor } from './visitors.ts';

/** The supplier of the paving blocks and the tempe crisps. */
const UNIT = 'lapas-kelas-1-tangerang';

/** Reads along from early on: its stream ends while the rest is tested. */
const LISTENER = 'session-of-one-who-listens';
let events: ReturnType<typeof listen> | null = null;

let world: World;
let staff: User;

const get = (path: string) => fetch(`${world.url}${path}`);
const chat = (session: string, body: object) =>
  chatWith((request) => fetch(request), world.url, session, body);

async function count(sql: string): Promise<number> {
  const [row] = await world.select(`SELECT count(*) AS n FROM ${sql}`);
  return Number(row?.n);
}

/** How many requests to the database server this takes, with what happens after the answer. */
async function requests(deed: () => Promise<unknown>): Promise<number> {
  const before = world.hrana.requests.count;
  await deed();
  let seen = -1;
  while (seen !== world.hrana.requests.count) {
    seen = world.hrana.requests.count;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  return seen - before;
}

/** The stream that is open meanwhile looks into the database, too: now and then one more is counted. */
async function fewest(deed: (time: number) => Promise<unknown>): Promise<number> {
  const counts: number[] = [];
  for (const time of [1, 2, 3]) counts.push(await requests(() => deed(time)));
  return Math.min(...counts);
}

function listen(session: string) {
  let text = '';
  const read = async () => {
    const { body } = await get(`/api/chat/events?session=${session}`);
    const decoder = new TextDecoder();
    for await (const chunk of body ?? []) text += decoder.decode(chunk, { stream: true });
  };
  return { from: Date.now(), text: () => text, ended: read() };
}

/** One more notice for this chat, worded like its newest message, as another request would have left it. */
async function oweAgain(chat: string, row: { key: string; state: string; dueAt: number }): Promise<void> {
  const sql = `INSERT INTO outbox (key, public_id, chat_id, kind, message, state, due_at, attempts, created_at)
               SELECT ?, ?, chat_id, 'notice', message, ?, ?, 0, ? FROM outbox
               WHERE chat_id = (SELECT id FROM chats WHERE ${chat}) ORDER BY id DESC LIMIT 1`;
  const args = [row.key, `public-${row.key}`, row.state, row.dueAt, row.dueAt];
  await world.database.write([{ sql, args }]);
}

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.close());

describe('a database of another version', () => {
  test('is not served, and the sentence says what to do', async () => {
    const refused = await get('/');
    expect(refused.status).toBe(503);
    expect(await refused.text()).toMatch(/lacks 0000_stand.*migrate/);
    expect((await get('/readyz')).status).toBe(503);
    expect(await chat(LISTENER, { text: 'halo' })).toMatchObject({
      status: 503,
      text: expect.stringContaining('migrate'),
    });
    expect((await get('/healthz')).status).toBe(200);
  });

  test('is served as soon as it has been migrated and has a stand', async () => {
    await migrateDatabase({ url: world.hrana.url }, MIGRATIONS);
    await seedSampleStand(world.database, Date.now(), readPicture);
    expect((await get('/readyz')).status).toBe(200);
  });
});

describe('pages', () => {
  test('show the stand, its products and their pictures', async () => {
    const page = await (await get('/')).text();
    expect(page).toContain('Keripik tempe');
    expect((await get('/p/keripik-tempe')).status).toBe(200);
    expect((await get('/p/no-such-thing')).status).toBe(404);
    const picture = await get(/\/media\/[0-9a-f]{64}/.exec(page)?.[0] ?? 'none');
    expect(picture.headers.get('content-type')).toBe('image/png');
  });

  test('find their files', async () => {
    for (const [name, type] of [
      ['app.css', 'text/css'],
      ['chat.js', 'text/javascript'],
      ['page.js', 'text/javascript'],
      ['icon.svg', 'image/svg+xml'],
    ]) {
      const file = await get(`/assets/${name}`);
      expect([name, file.status, file.headers.get('content-type')?.split(';')[0]]).toEqual([name, 200, type]);
    }
    expect(await (await get('/assets/chat.js')).text()).toContain('import');
  });
});

describe('the stream of the web chat', () => {
  test('brings what another request owes', async () => {
    await chat(LISTENER, { text: 'halo' });
    events = listen(LISTENER);
    await oweAgain(`channel = 'web'`, { key: 'late', state: 'pending', dueAt: Date.now() });
    await until(() => /^id: public-late$/m.test(events?.text() ?? ''), 'the notice comes');
  });
});

describe('on Telegram', () => {
  test('cron tells Telegram where to post, once', async () => {
    expect(await world.cron()).toBe('ok');
    expect(await world.cron()).toBe('ok');
    const calls = world.telegram.log.filter(({ method }) => method === 'setWebhook');
    expect(calls).toHaveLength(1);
    expect(String(calls[0]?.params.url)).toMatch(
      /^http:\/\/127\.0\.0\.1:\d+\/webhooks\/telegram\?v=[0-9a-f]{16}$/,
    );
    expect(world.telegram.commands('id').length).toBeGreaterThan(0);
  });

  test('a visitor orders, and the staff hear of it', async () => {
    staff = world.telegram.user({ id: 501, firstName: 'Rina', languageCode: 'id' });
    await staff.opens(await world.invitation(UNIT, 'Bu Rina'));
    await staff.hears('Bu Rina', PATIENCE_MS);
    const visitor = world.telegram.user({ id: 601, firstName: 'Budi', languageCode: 'id' });
    const code = await order(visitor, 'keripik tempe 2', 'Budi');
    expect((await staff.hears(code, PATIENCE_MS)).text).toContain('Budi');
    await until(async () => (await count(`outbox WHERE state <> 'sent'`)) === 0, 'all is sent and recorded');
  });

  test('the same update twice is one order', async () => {
    const before = await count('inbox');
    const update = {
      update_id: 77_000_001,
      message: {
        message_id: 9_001,
        date: Math.floor(Date.now() / 1_000),
        chat: { id: 601, type: 'private' as const, first_name: 'Budi' },
        from: { id: 601, is_bot: false, first_name: 'Budi' },
        text: 'berapa harga batako?',
      },
    };
    expect(await world.telegram.raw(update, 5)).toEqual([200, 200, 200, 200, 200]);
    expect(await count('inbox')).toBe(before + 1);
    expect(await count('orders')).toBe(1);
  });

  test('whoever lacks the secret is turned away', async () => {
    const response = await fetch(`${world.url}/webhooks/telegram`, { method: 'POST', body: '{}' });
    expect(response.status).toBe(401);
  });

  test('an update takes few requests to the database', async () => {
    const visitor = world.telegram.user({ id: 601, firstName: 'Budi', languageCode: 'id' });
    const taken = await fewest(() => visitor.says('jam buka gerai?'));
    // To load the chat with the version of the catalogue, to commit, and to record that the answer was sent.
    expect(taken).toBe(3);
  });

  test('a fragment is read after the answer to its request', async () => {
    const visitor = world.telegram.user({ id: 602, firstName: 'Sari', languageCode: 'id' });
    await visitor.says('saya mau');
    expect(await count('chats WHERE held_until IS NOT NULL')).toBe(1);
    await until(async () => (await count('chats WHERE held_until IS NOT NULL')) === 0, 'it is read');
    await visitor.hears(/./s, PATIENCE_MS);
  });

  test('cron sends what a request left behind', async () => {
    const left = { key: 'left', state: 'sending', dueAt: Date.now() - 1_000 };
    await oweAgain(`channel = 'telegram' AND external = '601'`, left);
    expect(await world.cron()).toBe('ok');
    expect(await world.select(`SELECT state FROM outbox WHERE key = 'left'`)).toEqual([{ state: 'sent' }]);
  });
});

describe('on WhatsApp', () => {
  const heard = (pattern: RegExp) => () =>
    world.whatsapp
      .person('628120000001')
      .inbox()
      .some(({ text }) => pattern.test(text));

  test('Meta is told that this is the address', async () => {
    const query = (token: string) => `hub.mode=subscribe&hub.challenge=1158&hub.verify_token=${token}`;
    const right = await get(`/webhooks/whatsapp?${query(world.whatsapp.verifyToken)}`);
    expect([right.status, await right.text()]).toEqual([200, '1158']);
    expect((await get(`/webhooks/whatsapp?${query('wrong')}`)).status).toBe(403);
  });

  test('a visitor asks, presses, and sees a picture', async () => {
    const visitor = world.whatsapp.person('628120000001', { name: 'Siti' });
    expect(await visitor.says('keripik tempe')).toBe(200);
    await until(heard(/Keripik tempe · no\. 1/), 'the product is shown');
    expect(visitor.inbox().map(({ photo }) => photo)).toContainEqual(expect.any(String));
    expect(await visitor.presses('Pesan')).toBe(200);
    await until(heard(/Mau berapa/), 'the number is asked for');
  });

  test('an event takes few requests to the database, and is one event however often it comes', async () => {
    const visitor = world.whatsapp.person('628120000002', { name: 'Budi' });
    await requests(() => visitor.says('apa saja produknya?'));
    const message = { from: visitor.id, timestamp: '1', type: 'text', text: { body: 'jam buka gerai?' } };
    const post = (id: number) => world.whatsapp.post({ messages: [{ ...message, id: `wamid.${id}` }] });
    // As on Telegram.
    expect(await fewest(post)).toBe(3);
    const before = await count('inbox');
    expect((await post(1)).status).toBe(200);
    expect(await count('inbox')).toBe(before);
  });

  test('how a message fared is written down', async () => {
    const last = world.whatsapp.log.at(-1);
    expect((await world.whatsapp.report(last?.id ?? '', 'failed', 131026)).status).toBe(200);
    expect(await world.select(`SELECT state FROM outbox WHERE external_id = '${last?.id}'`)).toEqual([
      { state: 'failed' },
    ]);
  });

  test('whoever cannot sign is turned away', async () => {
    expect((await world.whatsapp.postRaw('{}', 'sha256=00')).status).toBe(401);
  });
});

describe.each([
  ['on Telegram', () => onTelegram(world, 701, 'Dewi')],
  ['by the Cloud API', () => onCloudApi(world, '628120000701', 'Dewi')],
] as const)('a visitor %s', (_, come) => {
  let visitor: Visitor;
  const chatOf = () => `(SELECT id FROM chats WHERE external = '${visitor.external}')`;
  const allSent = async () => (await count(`outbox WHERE state <> 'sent' AND chat_id = ${chatOf()}`)) === 0;

  test('is greeted, orders, and has a slip that is one however often the last word comes', async () => {
    visitor = come();
    const before = await count('orders');
    await visitor.says('halo');
    await visitor.hears(/Selamat datang/, PATIENCE_MS);
    await prepareOrder(visitor, 'keripik tempe 2', 'Dewi');
    expect(await visitor.saysAgainAndAgain('Ya, pesan', 4)).toEqual([200, 200, 200, 200]);
    const code = SLIP.exec((await visitor.hears(SLIP, PATIENCE_MS)).text)?.[1] ?? 'none';
    expect((await staff.hears(code, PATIENCE_MS)).text).toContain('Dewi');
    await until(allSent, 'all is sent and recorded');
    expect(await count('orders')).toBe(before + 1);
    expect(visitor.inbox().filter(({ text }) => SLIP.test(text))).toHaveLength(1);
    // Once more, when all of that is long over.
    expect(await visitor.saysAgainAndAgain('Ya, pesan', 1)).toEqual([200]);
    expect(await count('orders')).toBe(before + 1);
    expect(visitor.inbox().filter(({ text }) => SLIP.test(text))).toHaveLength(1);
  });

  test('is answered after their post is, by the request that took it', async () => {
    const newest = async () =>
      (
        await world.select(`SELECT state FROM outbox WHERE chat_id = ${chatOf()} ORDER BY id DESC LIMIT 1`)
      )[0];
    const said = visitor.inbox().length;
    let release: (value?: unknown) => void = () => undefined;
    visitor.holds(
      new Promise((resolve) => {
        release = resolve;
      }),
    );
    await visitor.says('jam buka gerai?');
    // The post is answered, the reply is committed and in hand, and nobody has taken it yet.
    expect(await newest()).toEqual({ state: 'sending' });
    expect(visitor.inbox()).toHaveLength(said);
    release();
    await visitor.hears(/./s, PATIENCE_MS);
    await until(allSent, 'that it was sent is written down, without cron');
    expect(visitor.inbox()).toHaveLength(said + 1);
  });
});

describe('WhatsApp after a day', () => {
  const approved = () => count(`templates WHERE status = 'APPROVED'`);
  const context = () => ({
    database: world.database,
    reach: () => ({ web: null, telegram: null, whatsapp: null }),
    now: Date.now,
    templates: {
      token: world.whatsapp.token,
      businessId: world.whatsapp.businessId,
      apiRoot: world.whatsapp.url,
    },
  });

  test('cron asks Meta which templates it has approved, and Meta says so by itself, too', async () => {
    await world.database.write([{ sql: 'DELETE FROM templates', args: [] }]);
    await world.cron();
    expect(await count(`templates WHERE status = 'MISSING'`)).toBe(2 * TEMPLATE_NAMES.length);
    await whatsappTemplates.run(context(), { submit: 'true' });
    expect(await approved()).toBe(0);
    await world.whatsapp.review(/./, 'APPROVED');
    expect(await approved()).toBe(2 * TEMPLATE_NAMES.length);
  });

  test('takes a template to the staff, and their press on it', async () => {
    const rina = onCloudApi(world, '628120000801', 'Rina');
    await rina.says(await world.invitation(UNIT, 'Bu Rini'));
    await rina.hears('Bu Rini', PATIENCE_MS);
    await world.database.write([
      { sql: 'UPDATE chats SET heard_at = 1 WHERE external = ?', args: [rina.external] },
    ]);
    const code = await order(onTelegram(world, 603, 'Agus'), 'paving block 50', 'Agus');
    const { text, buttons } = await rina.hears(code, PATIENCE_MS);
    expect(text).toMatch(/^Ada kabar tentang pesanan dengan kode/);
    expect(world.whatsapp.log.at(-1)?.message.type).toBe('template');
    expect(buttons.map(({ label }) => label)).toEqual(['Lihat pesanan']);
    await rina.presses('Lihat pesanan');
    expect((await rina.hears(code, PATIENCE_MS)).buttons.map(({ label }) => label)).toContain('Beri harga');
  });
});

describe('in the web chat', () => {
  const session = 'session-of-a-web-visitor';

  test('a visitor orders, once even when confirmed twice, and the staff hear of it', async () => {
    const before = await count('orders');
    const confirm = await prepareOnWeb(chat, session, 'keripik tempe 1', 'Sari');
    const body = { choice: confirm, id: 'the-one-confirmation' };
    const answers = await Promise.all([chat(session, body), chat(session, body)]);
    const codes = answers.map(({ text }) => SLIP.exec(text)?.[1]);
    expect(codes[0]).toBeDefined();
    expect(codes[1]).toBe(codes[0]);
    expect(await count('orders')).toBe(before + 1);
    expect((await staff.hears(codes[0] ?? '', PATIENCE_MS)).text).toContain('Sari');
  });

  test('a fragment is answered after a moment by itself', async () => {
    const answer = await chat('session-of-a-hesitant-one', { text: 'saya mau' });
    expect(answer.status).toBe(200);
    expect(await count('chats WHERE held_until IS NOT NULL')).toBe(0);
  });

  test('a stream ends by itself', async () => {
    await events?.ended;
    expect(Date.now() - (events?.from ?? 0)).toBeLessThan(PATIENCE_MS);
    expect(await world.select(`SELECT state FROM outbox WHERE key = 'late'`)).toEqual([{ state: 'sent' }]);
  });
});
