/** The chat of the page in a real browser, against a server that answers as the outside contract says. */
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { standPage } from '../../src/web/pages/stand-page.tsx';
import { launchBrowser } from '../support/browser.ts';
import { pageInput } from './page-input.ts';

interface Asked {
  readonly id: string;
  readonly session: string;
  readonly text?: string;
  readonly choice?: string;
  readonly replyTo?: string;
  readonly start?: string;
}
interface Reply {
  readonly id: string;
  readonly text: string;
  readonly choices?: readonly { readonly id: string; readonly label: string }[];
  readonly replaces?: string;
}
/** What the server does with one request: replies, a refusal with its status, or a line that is cut. */
type Answer = readonly Reply[] | { readonly status: number; readonly message: string } | 'cut';

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css',
  js: 'text/javascript',
  svg: 'image/svg+xml',
};

// A browser on a busy machine takes its time.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });
const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 10_000 });

let asked: Asked[];
let answers: (asked: Asked) => Answer | Promise<Answer>;
let resumedFrom: (string | undefined)[];
let listeners: Set<(event: { id: string; data: string }) => Promise<void>>;
let origin: string;
let browser: Browser;
let context: BrowserContext;

const app = new Hono<{ Bindings: HttpBindings }>();
app.get('/', (c) => {
  c.header('content-security-policy', "default-src 'self'");
  return c.html(standPage(pageInput({ language: c.req.query('lang') ?? 'id' })));
});
app.get('/assets/:file', (c) => {
  const file = c.req.param('file');
  const body = readFileSync(new URL(`../../src/web/assets/${file}`, import.meta.url));
  return c.body(body, 200, { 'content-type': TYPES[file.split('.').at(-1) ?? ''] ?? '' });
});
app.get('/media/:hash', (c) =>
  c.body('<svg xmlns="http://www.w3.org/2000/svg"/>', 200, { 'content-type': 'image/svg+xml' }),
);
app.post('/api/chat', async (c) => {
  const request: Asked = await c.req.json();
  asked.push(request);
  const answer = await answers(request);
  if (answer === 'cut') {
    // After the first byte of the answer: before it, the browser itself would ask again.
    c.env.outgoing.writeHead(200, { 'content-type': 'application/json' }).write('{', () => {
      c.env.incoming.socket.destroy();
    });
    return RESPONSE_ALREADY_SENT;
  }
  if ('status' in answer) {
    const body = { error: { code: 'refused', message: answer.message } };
    return Response.json(body, { status: answer.status });
  }
  return c.json({ replies: answer });
});
app.get('/api/chat/events', (c) =>
  streamSSE(c, async (stream) => {
    resumedFrom.push(c.req.query('lastEventId'));
    const listener = (event: { id: string; data: string }) => stream.writeSSE(event);
    listeners.add(listener);
    stream.onAbort(() => void listeners.delete(listener));
    while (!stream.aborted) await stream.sleep(50);
  }),
);
const server = createAdaptorServer({ fetch: app.fetch });

beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  server.close();
});
beforeEach(async () => {
  asked = [];
  resumedFrom = [];
  listeners = new Set();
  answers = ({ id, text }) => [{ id: `reply-${id}`, text: `Jawaban untuk ${text}` }];
  context = await browser.newContext({ locale: 'id-ID', viewport: { width: 1280, height: 800 } });
});
afterEach(() => context.close());

async function open(path = '/'): Promise<Page> {
  const page = await context.newPage();
  await page.goto(origin + path);
  return page;
}

async function write(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox').fill(text);
  await page.keyboard.press('Enter');
}

function transcript(page: Page): Promise<string[]> {
  return page.locator('.log .message:not([hidden]) > .said').allTextContents();
}

/** The transcript without the greeting that the page itself brings. */
async function expectLines(page: Page, lines: readonly string[]): Promise<void> {
  await eventually(async () => (await transcript(page)).slice(1)).toEqual(lines);
}

async function push(id: string, reply: Reply): Promise<void> {
  await eventually(() => listeners.size).toBe(1);
  for (const listener of listeners) await listener({ id, data: JSON.stringify(reply) });
}

test('shows what is said at once and the answers in the order of the questions', async () => {
  let release = () => {};
  const first = new Promise<void>((resolve) => {
    release = resolve;
  });
  answers = async ({ id, text }) => {
    if (text === 'satu') await first;
    return [{ id: `reply-${id}`, text: `Jawaban untuk ${text}` }];
  };
  const page = await open();
  await write(page, 'satu');
  await write(page, 'dua');
  await expectLines(page, ['satu', 'dua']);
  await eventually(() => page.locator('.typing').isVisible()).toBe(true);
  // The second is sent while the first waits, since the server may read both as one.
  await eventually(() => asked.map(({ text }) => text)).toEqual(['satu', 'dua']);
  await expectLines(page, ['satu', 'dua']);
  release();
  await expectLines(page, ['satu', 'dua', 'Jawaban untuk satu', 'Jawaban untuk dua']);
  await eventually(() => page.locator('.typing').isVisible()).toBe(false);
});

test('asks again under the same id when the line is cut, and shows one answer', async () => {
  answers = ({ id }) => (asked.length === 1 ? 'cut' : [{ id: `reply-${id}`, text: 'Sampai.' }]);
  const page = await open();
  await write(page, 'halo');
  await expectLines(page, ['halo', 'Sampai.']);
  expect(new Set(asked.map(({ id }) => id)).size).toBe(1);
  expect(asked).toHaveLength(2);
});

test('says kindly that something was not sent and sends it again on demand, also after a reload', async () => {
  answers = () => ({ status: 503, message: 'Maaf, gerai sedang terganggu.' });
  const page = await open();
  await write(page, 'halo');
  await eventually(() => page.getByRole('alert').textContent()).toBe('Maaf, gerai sedang terganggu.');
  await page.reload();
  answers = ({ id }) => [{ id: `reply-${id}`, text: 'Sampai.' }];
  await page.getByRole('button', { name: 'Kirim lagi' }).click();
  await expectLines(page, ['halo', 'Sampai.']);
  expect(await page.getByRole('alert').count()).toBe(0);
  expect(asked[0]?.id).toBe(asked[1]?.id);
});

test('offers no repetition of what will be refused again', async () => {
  answers = () => ({ status: 413, message: 'Maaf, pesannya terlalu panjang.' });
  const page = await open();
  await write(page, 'panjang');
  await eventually(() => page.getByRole('alert').textContent()).toBe('Maaf, pesannya terlalu panjang.');
  expect(await page.getByRole('button', { name: 'Kirim lagi' }).count()).toBe(0);
});

test('a press names its message; what it changes is changed in place and keeps the focus', async () => {
  const choices = [
    { id: 'less', label: 'Kurangi' },
    { id: 'more', label: 'Tambah' },
  ];
  answers = ({ choice, replyTo }) => {
    if (!choice) return [{ id: 'cart-1', text: '1 bungkus', choices }];
    return [
      { id: `cart-${asked.length}`, text: `${asked.length} bungkus`, choices, replaces: replyTo ?? '' },
    ];
  };
  const page = await open();
  await write(page, 'keripik');
  await expectLines(page, ['keripik', '1 bungkus']);
  await page.getByRole('button', { name: 'Tambah' }).press('Enter');
  await expectLines(page, ['keripik', '2 bungkus']);
  await page.keyboard.press('Enter');
  await expectLines(page, ['keripik', '3 bungkus']);
  expect(asked.slice(1).map(({ choice, replyTo }) => [choice, replyTo])).toEqual([
    ['more', 'cart-1'],
    ['more', 'cart-2'],
  ]);
  await push('1', { id: 'cart-1', text: '1 bungkus' });
  await push('2', { id: 'news', text: 'Kabar baru.' });
  await expectLines(page, ['keripik', '3 bungkus', 'Kabar baru.']);
});

test('a press that is answered with something new shows what was chosen', async () => {
  answers = ({ choice }) =>
    choice
      ? [{ id: 'slip', text: 'Dicatat.' }]
      : [{ id: 'ask', text: 'Pesan?', choices: [{ id: 'yes', label: 'Ya, pesan' }] }];
  const page = await open();
  await write(page, 'keripik');
  await page.getByRole('button', { name: 'Ya, pesan' }).click();
  await expectLines(page, ['keripik', 'Pesan?', 'Ya, pesan', 'Dicatat.']);
});

test('an invitation in the address is used once, then it is nowhere in the browser', async () => {
  for (const address of ['/?start=RAHASIA1&lang=id', '/?lang=id#start=RAHASIA2']) {
    const page = await open(address);
    await eventually(() => asked.length).toBe(1);
    expect(asked[0]?.start).toMatch(/^RAHASIA/);
    expect(page.url()).not.toContain('RAHASIA');
    const stored = await page.evaluate(() => JSON.stringify({ ...localStorage }));
    expect(stored).not.toContain('RAHASIA');
    await page.reload();
    await eventually(() => page.getByRole('textbox').isVisible()).toBe(true);
    expect(asked).toHaveLength(1);
    asked = [];
  }
});

test('a card starts a talk about its product', async () => {
  const page = await open();
  await page.getByRole('link', { name: 'Tanya soal Keripik Tempe' }).click();
  await eventually(() => asked[0]?.start).toBe('keripik-tempe');
  expect((await transcript(page))[1]).toBe('Saya mau tanya soal Keripik Tempe.');
});

test('two tabs show the same lines once, one of them listens, and a reload goes on where it was', async () => {
  const one = await open();
  const two = await open();
  await write(one, 'halo');
  const lines = ['halo', 'Jawaban untuk halo'];
  await expectLines(two, lines);
  await push('7', { id: 'news', text: 'Pesanan siap diambil.' });
  for (const page of [one, two]) await expectLines(page, [...lines, 'Pesanan siap diambil.']);
  await two.close();
  await push('7', { id: 'news', text: 'Pesanan siap diambil.' });
  await expectLines(one, [...lines, 'Pesanan siap diambil.']);
  await one.reload();
  await eventually(() => resumedFrom.at(-1)).toBe('7');
  await expectLines(one, [...lines, 'Pesanan siap diambil.']);
});

test('what comes from outside is text and nothing else', async () => {
  const text = '<img src=x onerror="document.title=1">\nbaris kedua';
  answers = () => [{ id: 'reply', text, choices: [{ id: 'x', label: '<b>Ya</b>' }] }];
  const page = await open();
  await write(page, '<script>1</script>');
  await expectLines(page, ['<script>1</script>', text]);
  expect(await page.getByRole('button', { name: '<b>Ya</b>' }).count()).toBe(1);
});

test('the history is cleared on demand, and with it who one is', async () => {
  const page = await open();
  await write(page, 'halo');
  await expectLines(page, ['halo', 'Jawaban untuk halo']);
  await page.getByRole('button', { name: 'Hapus riwayat obrolan' }).click();
  await page.getByRole('button', { name: 'Hapus dan mulai sebagai orang baru' }).click();
  await expectLines(page, []);
  await write(page, 'lagi');
  await expectLines(page, ['lagi', 'Jawaban untuk lagi']);
  expect(asked[0]?.session).toMatch(/^[0-9a-f]{32}$/);
  expect(asked[0]?.session).not.toBe(asked[1]?.session);
});

test('on a phone the chat is a sheet: the dock opens it and counts, "back" closes it', async () => {
  const page = await open();
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.getByRole('textbox').isVisible()).toBe(false);
  const dock = page.getByRole('link', { name: 'Tanya atau pesan di sini' });
  await dock.click();
  await write(page, 'halo');
  await expectLines(page, ['halo', 'Jawaban untuk halo']);
  // Behind the sheet nothing can be reached.
  expect(await page.locator('#stall').evaluate((stall: HTMLElement) => stall.inert)).toBe(true);
  await page.goBack();
  expect(await page.getByRole('textbox').isVisible()).toBe(false);
  await push('1', { id: 'news', text: 'Siap.' });
  await eventually(() => page.title()).toMatch(/^\(1\) /);
  expect(await dock.textContent()).toContain('1');
  await dock.click();
  await eventually(() => page.title()).not.toMatch(/^\(/);
  await page.keyboard.press('Escape');
  await eventually(() => page.getByRole('textbox').isVisible()).toBe(false);
});

test('the keyboard alone leads from the top of the page through a talk', async () => {
  answers = () => [{ id: 'reply', text: 'Pilih.', choices: [{ id: 'a', label: 'Yang ini' }] }];
  const page = await open();
  await page.keyboard.press('Tab');
  expect(await page.locator(':focus').textContent()).toBe('Langsung ke obrolan');
  await page.keyboard.press('Enter');
  await page.keyboard.type('baris satu');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('baris dua');
  await page.keyboard.press('Enter');
  await expectLines(page, ['baris satu\nbaris dua', 'Pilih.']);
  for (let steps = 0; steps < 5; steps += 1) {
    await page.keyboard.press('Shift+Tab');
    if ((await page.locator(':focus').textContent()) === 'Yang ini') break;
  }
  expect(await page.locator(':focus').textContent()).toBe('Yang ini');
});

test('the page asks nothing of another host and keeps to its content security policy', async () => {
  const page = await context.newPage();
  const hosts = new Set<string>();
  const complaints: string[] = [];
  page.on('request', (request) => hosts.add(new URL(request.url()).origin));
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(origin);
  await write(page, 'halo');
  await expectLines(page, ['halo', 'Jawaban untuk halo']);
  expect([...hosts]).toEqual([origin]);
  expect(complaints).toEqual([]);
});
