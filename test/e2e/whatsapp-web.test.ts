/**
 * A phone is paired and a visitor orders through it: the server as people run it, the bridge that it starts, the real
 * whatsapp-web.js in a real Chromium, and a double of WhatsApp's page (see `whatsapp-page.ts` for what that proves).
 */
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CHROMIUM, launchBrowser, QUICK_CHROMIUM } from '../support/browser.ts';
import { type Part, partsIn, processesIn } from '../support/processes.ts';
import { freePort, removeBundle, type ServerProcess, spawnBridge, startServer } from '../support/server.ts';
import { startWhatsAppPage, type WhatsAppPage } from '../support/whatsapp-page.ts';
import { becomes as becomesAt, SESSION_ON_DISK_MS } from '../support/whatsapp-stand.ts';

const RINA = '628111222333@c.us';
const DEWI = '99887766554433@lid';

let whatsapp: WhatsAppPage;
let folder: string;
const servers: ServerProcess[] = [];
const bridges: ChildProcess[] = [];

beforeEach(async () => {
  whatsapp = await startWhatsAppPage();
  folder = mkdtempSync(join(tmpdir(), 'gerai-whatsapp-'));
});

afterEach(async () => {
  for (const bridge of bridges.splice(0)) bridge.kill('SIGKILL');
  for (const server of servers.splice(0)) await server.kill();
  await nothingRuns();
  await whatsapp.close();
  rmSync(folder, { recursive: true, force: true });
});

afterAll(removeBundle);

const browser = (path = QUICK_CHROMIUM) => ({
  WHATSAPP_WEB_BROWSER: path,
  WHATSAPP_WEB_BROWSER_ARGS: whatsapp.browserArgs,
});

async function start(env: Readonly<Record<string, string>> = { WHATSAPP: 'web', ...browser() }) {
  const server = await startServer({ folder, env });
  servers.push(server);
  return server;
}

const becomes = (at: string, wanted: string, patienceMs?: number) =>
  becomesAt(whatsapp, () => at, wanted, patienceMs);

async function pair(path?: string) {
  const server = await start({ WHATSAPP: 'web', ...browser(path) });
  await becomes(server.at, 'pairing');
  whatsapp.scan();
  await becomes(server.at, 'ready');
  return server;
}

/** A browser of an admin, who has never been here. */
async function openPage(desk: Browser, link: string) {
  const page = await (await desk.newContext({ locale: 'id-ID' })).newPage();
  const hosts = new Set<string>();
  page.on('request', (request) => hosts.add(new URL(request.url()).host));
  await page.goto(link);
  return { page, hosts };
}

const heard = (chat: string, pattern: RegExp) =>
  whatsapp.until(`${pattern} in ${chat}`, () =>
    whatsapp.sent().find((each) => each.chat === chat && pattern.test(each.text)),
  );

const parts = (part: Part) => partsIn(folder, part);
const nothingRuns = () => whatsapp.until('the end of every browser', () => processesIn(folder).length === 0);

describe('a phone at the stand', () => {
  it('is paired by a code, and visitors are answered through it', async () => {
    // The browser that people have; the other tests use a quicker one where there is one.
    const server = await pair(CHROMIUM);
    expect(server.output()).toContain('Scan this with WhatsApp');
    whatsapp.says(RINA, 'ada apa saja?');
    expect((await heard(RINA, /keripik/i)).text).toMatch(/^\d+\. /m);
    whatsapp.says(DEWI, 'keripik tempe 2');
    await heard(DEWI, /keripik/i);
    expect(whatsapp.typed()).toContain(DEWI);
    const ready = (await (await fetch(`${server.at}/readyz`)).json()) as {
      channels: Record<string, { lastConfirmedSend: string | null }>;
    };
    expect(ready.channels['whatsapp-web']?.lastConfirmedSend).not.toBeNull();
  });

  it("is in the group of a unit's staff, and lets go by what is not for it", async () => {
    const server = await pair();
    const group = '120363041234567890@g.us';
    const member = { author: DEWI, name: 'Wulandari' };
    const says = (text: string, more: object = {}) => whatsapp.says(group, text, { ...member, ...more });
    says('keripik tempe 2');
    const code = /seat=staff#start=(inv_[\w-]+)/.exec(server.output())?.[1] ?? '';
    says(code);
    const { id } = await heard(group, /Grup ini kini tersambung sebagai petugas/);
    expect(whatsapp.typed()).toContain(group);
    says('pesanan berjalan', { quoted: id, quotedBy: RINA });
    says('pesanan berjalan', { quoted: id, quotedBy: '11000000000000@lid' });
    await heard(group, /Tidak ada pesanan yang menunggu/);
    expect(whatsapp.sent().filter(({ chat }) => chat === group)).toHaveLength(2);
    expect(server.output()).not.toMatch(/99887766554433|120363041234567890|keripik tempe 2|Wulandari/);
  });

  it('knows somebody again whose number becomes another kind of id', async () => {
    await pair();
    whatsapp.says('6281355500011@c.us', 'keripik tempe 2');
    await heard('6281355500011@c.us', /2 × Keripik tempe/);
    whatsapp.says('66554433221100@lid', 'gantungan kunci 1');
    const both = await heard('66554433221100@lid', /gantungan kunci/i);
    expect(both.text).toMatch(/2 × Keripik tempe/);
  });

  it('is silent where somebody writes with it, until that person gives the chat back', async () => {
    const server = await pair();
    whatsapp.says(RINA, 'jam buka?');
    await heard(RINA, /08\.00|8\.00|buka/i);
    whatsapp.phoneWrites(RINA, 'Bu, ini saya sendiri ya, Pak Budi.');
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const before = whatsapp.sent().length;
    whatsapp.says(RINA, 'keripik berapa?');
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect(whatsapp.sent()).toHaveLength(before);
    whatsapp.phoneWrites(RINA, '/selesai');
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    whatsapp.says(RINA, 'keripik berapa?');
    await heard(RINA, /Rp15\.000/);
    expect(server.output()).not.toContain('Pak Budi');
  });

  it('brings along nothing that was written to it before it was the stand’s', async () => {
    const anHourAgo = Math.floor(Date.now() / 1_000) - 3_600;
    whatsapp.says(RINA, 'jadi ketemu besok?', { t: anHourAgo });
    await pair();
    whatsapp.says(DEWI, 'jam buka?');
    await heard(DEWI, /./);
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    expect(whatsapp.sent().filter(({ chat }) => chat === RINA)).toEqual([]);
  });

  it('needs no second scan after a restart, and answers what came meanwhile', async () => {
    const first = await pair();
    const codes = whatsapp.codes().length;
    await new Promise((resolve) => setTimeout(resolve, SESSION_ON_DISK_MS));
    expect((await first.stop()).code).toBe(0);
    expect(processesIn(folder)).toEqual([]);
    whatsapp.says(RINA, 'jam buka?');
    // Read, since something was sent to it in the moment in which the bridge ended; and read by a person, later.
    whatsapp.says(DEWI, 'jam buka?');
    const later = '628222333444@c.us';
    whatsapp.says(later, 'jam buka?', { t: Math.floor(Date.now() / 1_000) + 300 });
    for (const chat of [DEWI, later]) whatsapp.hasSeen(chat);
    const second = await start();
    await becomes(second.at, 'ready');
    expect(whatsapp.codes().length).toBe(codes);
    await heard(RINA, /./);
    await heard(DEWI, /./);
    expect(whatsapp.sent().filter(({ chat }) => chat === later)).toEqual([]);
  });

  it('leaves no browser behind when the server is killed', async () => {
    const server = await pair();
    expect(parts('browser')).not.toEqual([]);
    await server.kill();
    await nothingRuns();
  });
});

describe('the page on which the phone is paired', () => {
  const linkOf = (output: string) => /http\S+\/whatsapp#key=[\w-]+/.exec(output)?.[0] ?? '';

  it('shows the code behind a link that opens once, and follows the phone by itself', async () => {
    const server = await start();
    const link = linkOf(server.output());
    const desk = await launchBrowser();
    try {
      const { page, hosts } = await openPage(desk, link);
      await page.getByRole('img', { name: 'Kode QR' }).locator('svg').waitFor();
      expect(page.url()).not.toContain('key');
      whatsapp.scan();
      await page.getByRole('heading', { name: 'WhatsApp tersambung' }).waitFor();
      await page.getByText('+628000000000').waitFor();
      expect(await page.getByRole('img', { name: 'Kode QR' }).count()).toBe(0);
      expect(server.output()).not.toContain('628000000000');
      expect([...hosts]).toEqual([new URL(server.at).host]);
      const used = await openPage(desk, link);
      await used.page.getByRole('heading', { name: 'Tautan ini sudah dipakai' }).waitFor();
    } finally {
      await desk.close();
    }
  });

  it('restarts the client without a scan, and unlinks it so that a code comes', async () => {
    const server = await pair();
    const codes = whatsapp.codes().length;
    const loads = whatsapp.loads();
    // A session that is younger than some seconds may not be on the disk yet.
    await new Promise((resolve) => setTimeout(resolve, 6_000));
    const desk = await launchBrowser();
    try {
      const { page } = await openPage(desk, linkOf(server.output()));
      // By keyboard alone.
      await page.getByRole('button', { name: 'Nyalakan ulang' }).focus();
      await page.keyboard.press('Enter');
      await page.getByText('Permintaan nyalakan ulang sudah diteruskan.').waitFor();
      await whatsapp.until('another page', () => whatsapp.loads() > loads);
      await becomes(server.at, 'ready');
      expect(whatsapp.codes().length).toBe(codes);
      await page.getByRole('link', { name: 'Lepaskan HP' }).press('Enter');
      await page.getByRole('button', { name: 'Ya, lepaskan' }).press('Enter');
      await whatsapp.until('another code', () => whatsapp.codes().length > codes);
      await page.getByRole('img', { name: 'Kode QR' }).locator('svg').waitFor();
    } finally {
      await desk.close();
    }
  });
});

describe('when something breaks', () => {
  const answered = async (chat: string) => {
    whatsapp.says(chat, 'jam buka?');
    await heard(chat, /./);
  };

  it.each(['browser', 'bridge'] as const)(
    'comes back by itself after kill -9 of the %s, without a scan',
    async (part) => {
      const server = await pair();
      const codes = whatsapp.codes().length;
      await answered(RINA);
      await new Promise((resolve) => setTimeout(resolve, SESSION_ON_DISK_MS));
      const loads = whatsapp.loads();
      for (const pid of parts(part)) process.kill(pid, 'SIGKILL');
      await whatsapp.until('another page', () => whatsapp.loads() > loads);
      await becomes(server.at, 'ready');
      await answered(DEWI);
      expect(whatsapp.codes().length).toBe(codes);
      expect(whatsapp.sent().filter(({ chat }) => chat === RINA)).toHaveLength(1);
    },
  );

  it('comes back when the page crashes', async () => {
    const server = await pair();
    await new Promise((resolve) => setTimeout(resolve, SESSION_ON_DISK_MS));
    const loads = whatsapp.loads();
    for (const pid of parts('renderer')) process.kill(pid, 'SIGSEGV');
    await whatsapp.until('another page', () => whatsapp.loads() > loads);
    await becomes(server.at, 'ready');
    await answered(RINA);
  });

  it('shows a code again when somebody takes the link off at the phone', async () => {
    const server = await pair();
    const codes = whatsapp.codes().length;
    whatsapp.unlink();
    await whatsapp.until('another code', () => whatsapp.codes().length > codes && whatsapp.isOpen());
    await becomes(server.at, 'pairing');
    expect(server.output()).toContain('"phase":"pairing","reason":"logged-out","failures":0');
    whatsapp.scan();
    await becomes(server.at, 'ready');
    await answered(RINA);
  });

  const AWAY_MS = process.env.ENDURANCE ? 60_000 : 1_000;

  it(`keeps what comes while the server is away for ${AWAY_MS / 1_000} s, and brings it once`, async () => {
    const secret = 'the-secret-of-a-bridge-elsewhere-32+';
    const port = String(await freePort());
    const serverEnv = { WHATSAPP: 'bridge', WHATSAPP_BRIDGE_SECRET: secret, PORT: port };
    const first = await start(serverEnv);
    bridges.push(
      spawnBridge({
        folder,
        env: { GERAI_URL: `http://127.0.0.1:${port}`, WHATSAPP_BRIDGE_SECRET: secret, ...browser() },
      }),
    );
    await becomes(first.at, 'pairing');
    whatsapp.scan();
    await becomes(first.at, 'ready');
    await first.kill();
    whatsapp.says(RINA, 'jam buka?');
    whatsapp.says(DEWI, 'ada apa saja?');
    await new Promise((resolve) => setTimeout(resolve, AWAY_MS));
    const second = await start(serverEnv);
    // The longer it was away, the longer is the pause before the bridge tries again: a minute at most.
    await becomes(second.at, 'ready', 90_000);
    await heard(RINA, /./);
    await heard(DEWI, /keripik/i);
    expect(whatsapp.sent()).toHaveLength(2);
  }, 240_000);

  /** It takes minutes: only in the long runs. */
  it.runIf(process.env.ENDURANCE).each<[string, () => void]>([
    ['acknowledges nothing', () => whatsapp.acks(false)],
    ['has lost its connection', () => whatsapp.state('TIMEOUT')],
  ])(
    'notices within 90 s that a client that seems ready %s',
    async (_, dies) => {
      const server = await pair();
      await new Promise((resolve) => setTimeout(resolve, SESSION_ON_DISK_MS));
      const loads = whatsapp.loads();
      const from = Date.now();
      dies();
      whatsapp.says(RINA, 'jam buka?');
      await whatsapp.until('another page', () => whatsapp.loads() > loads, 120_000);
      expect(Date.now() - from).toBeLessThan(90_000 + 10_000);
      await becomes(server.at, 'ready');
      await heard(RINA, /./);
    },
    240_000,
  );
});
