/** Two offices and a visitor in a real browser, against the real server: what a page shows, hides, rings and prints. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { environment, removeBundle, type ServerProcess, startServer } from '../support/server.ts';
import { DESKTOP, openTab, PHONE } from '../support/tab.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MEN = 'lapas-kelas-1-tangerang';
const WOMEN = 'lapas-perempuan-2a-tangerang';
/** Long enough for what a test does at once, short enough to be waited for. */
const LOCK_MINUTES = 0.4;
const ANSWER_MS = 30_000;

let folder: string;
let server: ServerProcess & { readonly at: string };
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gerai-office-'));
  const env = { OFFICE_LOCK_MINUTES: String(LOCK_MINUTES) };
  [server, browser] = await Promise.all([startServer({ folder, env }), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
  removeBundle();
});

/** As an admin at the server makes it. */
function invitation(role: string, name: string, unit?: string): string {
  const said = execFileSync(
    join(ROOT, 'node_modules/.bin/tsx'),
    [
      join(ROOT, 'src/cli.ts'),
      ...['invite', '--role', role, '--name', name],
      ...(unit === undefined ? [] : ['--unit', unit]),
    ],
    { cwd: folder, env: environment({ folder }), encoding: 'utf8' },
  );
  const link = /http\S+\/kantor#start=\S+/.exec(said)?.[0];
  if (!link) throw new Error(`No link to the office: ${said}`);
  return link;
}

/** A PC, on which every tone is counted. */
async function pc(): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: DESKTOP, locale: 'id-ID', deviceScaleFactor: 1 });
  context.setDefaultTimeout(ANSWER_MS);
  await context.addInitScript(() => {
    const start = OscillatorNode.prototype.start;
    Object.assign(globalThis, { tones: 0 });
    OscillatorNode.prototype.start = function (...when) {
      Object.assign(globalThis, { tones: Reflect.get(globalThis, 'tones') + 1 });
      return start.apply(this, when);
    };
  });
  return context;
}

const tones = (page: Page) => page.evaluate(() => Number(Reflect.get(globalThis, 'tones')));

async function comes(context: BrowserContext, link: string, pin: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(link);
  await page.getByLabel('PIN baru').fill(pin);
  await page.getByLabel('Sekali lagi').fill(pin);
  await page.getByRole('button', { name: 'Simpan dan masuk' }).click();
  await page.getByText('Tidak ada yang menunggu').waitFor();
  return page;
}

async function unlocks(page: Page, pin: string): Promise<void> {
  await page.getByLabel('PIN Anda').fill(pin);
  await page.getByRole('button', { name: 'Buka', exact: true }).click();
  await page.locator('.board').waitFor();
}

/** Takes the PIN where it is asked for. */
async function isAtWork(page: Page, pin: string): Promise<void> {
  if (await page.getByLabel('PIN Anda').isVisible()) await unlocks(page, pin);
  await page.mouse.move(30, 300);
}

/** Somebody is there until the test ends, without doing anything. */
async function stays(page: Page, pin: string): Promise<void> {
  await isAtWork(page, pin);
  const move = () => page.mouse.move(Math.random() * 50, 300).catch(() => undefined);
  const timer = setInterval(move, 1_000);
  onTestFinished(() => clearInterval(timer));
}

/** What a browser says of a tab that lies behind others. */
async function show(page: Page, state: 'hidden' | 'visible'): Promise<void> {
  await page.evaluate((now) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => now });
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => now === 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);
}

async function order(wish: string, name: string): Promise<string> {
  const visitor = await openTab(browser, `${server.at}/`, PHONE);
  await visitor.says(wish);
  await visitor.hears(/Keranjang/);
  await visitor.presses('Lanjut pesan');
  for (let asked = 0; asked < 4; asked += 1) {
    const question = await visitor.hears(/hari apa\?|Mau diambil kapan\?|atas nama siapa\?/);
    if (/atas nama/.test(question)) break;
    await visitor.presses(/^(Sekarang|Kabari|hari ini|besok|Senin|Selasa|Rabu|Kamis|Jumat)/);
    await visitor.page.waitForTimeout(700);
  }
  await visitor.says(name);
  await visitor.hears(/Nomor HP/);
  await visitor.presses('Lewati');
  await visitor.hears(/Sudah benar/);
  await visitor.presses('Ya, pesan');
  const code = /[A-Z0-9]{3}-[A-Z0-9]{3}/.exec(await visitor.hears(/pesanannya sudah tercatat/))?.[0] ?? '';
  await visitor.page.context().close();
  return code;
}

const waitFor = (page: Page, title: RegExp) =>
  page.waitForFunction((source) => new RegExp(source).test(document.title), title.source);

describe('two offices on one PC, side by side', () => {
  let context: BrowserContext;
  let men: Page;
  let women: Page;
  const hosts = new Set<string>();

  beforeAll(async () => {
    context = await pc();
    context.on('request', (request) => hosts.add(new URL(request.url()).host));
    men = await comes(context, invitation('staff', 'Pak Joko', MEN), '2580');
    women = await comes(context, invitation('staff', 'Bu Rina', WOMEN), '7410');
  });

  it('each see their own of a shared order, at once, with a tone and a count that falls when it is displayed', async () => {
    await Promise.all([stays(men, '2580'), stays(women, '7410')]);
    await show(women, 'hidden');
    await men.mouse.click(20, 400);
    await women.mouse.click(20, 400);
    const [beforeMen, beforeWomen] = [await tones(men), await tones(women)];
    const code = await order('tas 1 sama batako 100', 'Sari Dewi');
    await men.locator('.board').getByText(code).waitFor();
    await women.locator('.board').getByText(code).waitFor();
    expect(await men.locator('.board').textContent()).not.toContain('Tas sulam');
    expect(await women.locator('.board').textContent()).not.toContain('Batako');
    expect(await men.content()).not.toContain('Dewi');
    expect(await tones(men)).toBe(beforeMen + 2);
    expect(await tones(women)).toBe(beforeWomen + 2);
    // Displayed on the one, behind other windows on the other.
    await waitFor(men, /^Pak Joko/);
    await women.waitForTimeout(2_500);
    expect(await women.title()).toBe('(1) Bu Rina · Kantor');
    await show(women, 'visible');
    await waitFor(women, /^Bu Rina/);
  });

  it('answer on the board with the keyboard alone, and the deed is theirs', async () => {
    await stays(women, '7410');
    const accept = women.locator('.board').getByRole('button', { name: /^Terima:/ });
    await accept.focus();
    await women.keyboard.press('Enter');
    await women.getByRole('log').getByText('Kapan bisa diambil?').last().waitFor();
    // The first day that is offered has the focus.
    await women.waitForFunction(() => document.activeElement?.closest('.choices') !== null);
    await women.keyboard.press('Enter');
    await women
      .getByRole('log')
      .getByText(/diterima. Siap:/)
      .last()
      .waitFor();
    await women.locator('#board-accepted').waitFor();
    await women.locator('.board').getByText('Sudah diterima oleh Bu Rina').waitFor();
  });

  it('prints a list without the names of visitors', async () => {
    await stays(women, '7410');
    await women.getByRole('link', { name: 'Cetak daftar' }).click();
    await women.getByRole('heading', { name: 'Daftar pesanan' }).waitFor();
    await women.emulateMedia({ media: 'print' });
    const text = (await women.locator('body').innerText()).replaceAll(/\s+/g, ' ');
    expect(text).toContain('Lapas Perempuan Kelas IIA Tangerang');
    expect(text).toContain('Tas sulam pita');
    expect(text).not.toMatch(/Sari|Dewi|Cetak/);
    const pdf = await women.pdf({ preferCSSPageSize: true });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    // A4, in points.
    expect(/\/MediaBox \[0 0 59[45](?:\.\d+)? 84[12](?:\.\d+)?\]/.test(pdf.toString('latin1'))).toBe(true);
    await women.emulateMedia({ media: null });
    await women.goBack();
  });

  it('lock themselves when nobody is there, in every tab and over reloads, and ring even so', async () => {
    await isAtWork(men, '2580');
    const second = await context.newPage();
    await second.goto(men.url());
    await second.locator('.board').waitFor();
    await men.getByLabel('PIN Anda').waitFor();
    await second.getByLabel('PIN Anda').waitFor();
    await men.reload();
    for (const page of [men, second]) {
      expect(await page.content()).not.toMatch(/Sari|[A-Z0-9]{3}-[A-Z0-9]{3}|Batako/);
      expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toMatch(
        /Sari|Batako|Pesanan/,
      );
    }
    const at = second.url();
    await men.goBack({ waitUntil: 'load' }).catch(() => null);
    await men.goForward({ waitUntil: 'load' }).catch(() => null);
    expect(await men.locator('body').textContent()).not.toMatch(/Sari|Batako/);
    await men.goto(at);
    await second.close();
    await order('batako 100', 'Tono');
    await waitFor(men, /^\(1\) Pak Joko · terkunci/);
    expect(await men.content()).not.toContain('Tono');
  });

  it('open again with the PIN, and with no other', async () => {
    await men.getByLabel('PIN Anda').fill('7410');
    await men.getByRole('button', { name: 'Buka', exact: true }).click();
    await men.getByRole('alert').getByText('PIN keliru').waitFor();
    await unlocks(men, '2580');
    await men.getByRole('log').getByText('Tono').last().waitFor();
    await waitFor(men, /^Pak Joko/);
  });

  it('leave nothing behind when somebody signs out, and never ask another host', async () => {
    await isAtWork(men, '2580');
    await men.getByRole('link', { name: 'Keluar' }).click();
    await men.getByRole('button', { name: 'Ya, keluar' }).click();
    await men.getByRole('heading', { name: 'Kantor' }).waitFor();
    expect(await men.locator('.people').textContent()).toBe(
      'Bu RinaPetugas Lapas Perempuan Kelas IIA Tangerang'.concat(
        (await men.getByText('sedang terbuka').count()) > 0 ? 'sedang terbuka' : '',
      ),
    );
    expect([...hosts]).toEqual([new URL(server.at).host]);
  });
});
