/**
 * A phone is paired and a visitor orders through it: the server as people run it, the bridge that it starts, the real
 * whatsapp-web.js in a real Chromium, and a double of WhatsApp's page (see `whatsapp-page.ts` for what that proves).
 */
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { freePort, removeBundle, type ServerProcess, spawnBridge, startServer } from '../support/server.ts';
import { startWhatsAppPage, type WhatsAppPage } from '../support/whatsapp-page.ts';

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
  await whatsapp.until('the end of every browser', () => browsers().length === 0);
  await whatsapp.close();
  rmSync(folder, { recursive: true, force: true });
});

afterAll(removeBundle);

const browser = () => ({
  WHATSAPP_WEB_BROWSER: process.env.CHROMIUM || '/usr/bin/chromium',
  WHATSAPP_WEB_BROWSER_ARGS: whatsapp.browserArgs,
});

async function start(env: Readonly<Record<string, string>> = { WHATSAPP: 'web', ...browser() }) {
  const server = await startServer({ folder, env });
  servers.push(server);
  return server;
}

async function state(at: string): Promise<string | undefined> {
  const body = (await (await fetch(`${at}/readyz`)).json()) as {
    channels: Record<string, { state?: string }>;
  };
  return body.channels['whatsapp-web']?.state;
}

const becomes = (at: string, wanted: string) =>
  whatsapp.until(`the state ${wanted}`, async () => (await state(at)) === wanted);

async function pair() {
  const server = await start();
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

/** Processes whose command line names this test's session, or whatever else it is asked for. */
function processes(named: (command: string) => boolean): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return named(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
      } catch {
        return false;
      }
    })
    .map(Number);
}

const browsers = () => processes((command) => command.includes(`--user-data-dir=${folder}/whatsapp`));
const renderers = () =>
  processes((command) => command.includes('--type=renderer') && command.includes(`${folder}/whatsapp`));
const bridgesOfServer = () => processes((command) => command.includes(`bridge.js\0${folder}/whatsapp`));

describe('a phone at the stand', () => {
  it('is paired by a code, and visitors are answered through it', async () => {
    const server = await pair();
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

  it('knows somebody again whose number becomes another kind of id', async () => {
    await pair();
    whatsapp.says('6281355500011@c.us', 'keripik tempe 2');
    await heard('6281355500011@c.us', /2 × Keripik tempe/);
    whatsapp.says('66554433221100@lid', 'gantungan kunci 1');
    const both = await heard('66554433221100@lid', /gantungan kunci/i);
    expect(both.text).toMatch(/2 × Keripik tempe/);
  });

  it('is silent where somebody writes with it, until that person gives the chat back', async () => {
    await pair();
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
    // A session that is younger than some seconds may not be on the disk yet.
    await new Promise((resolve) => setTimeout(resolve, 6_000));
    expect((await first.stop()).code).toBe(0);
    expect(browsers()).toEqual([]);
    whatsapp.says(RINA, 'jam buka?');
    const second = await start();
    await becomes(second.at, 'ready');
    expect(whatsapp.codes().length).toBe(codes);
    await heard(RINA, /./);
  });

  it('leaves no browser behind when the server is killed', async () => {
    const server = await pair();
    expect(browsers()).not.toEqual([]);
    await server.kill();
    await whatsapp.until('the end of every browser', () => browsers().length === 0);
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

  it.each<[string, () => number[]]>([
    ['the browser', browsers],
    ['the bridge', bridgesOfServer],
  ])('comes back by itself after kill -9 of %s, without a scan', async (_, victims) => {
    const server = await pair();
    const codes = whatsapp.codes().length;
    await answered(RINA);
    await new Promise((resolve) => setTimeout(resolve, 6_000));
    const loads = whatsapp.loads();
    for (const pid of victims()) process.kill(pid, 'SIGKILL');
    await whatsapp.until('another page', () => whatsapp.loads() > loads);
    await becomes(server.at, 'ready');
    await answered(DEWI);
    expect(whatsapp.codes().length).toBe(codes);
    expect(whatsapp.sent().filter(({ chat }) => chat === RINA)).toHaveLength(1);
  });

  it('comes back when the page crashes', async () => {
    const server = await pair();
    await new Promise((resolve) => setTimeout(resolve, 6_000));
    const loads = whatsapp.loads();
    for (const pid of renderers()) process.kill(pid, 'SIGSEGV');
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

  it('says nothing to what a person writes at the phone', async () => {
    const server = await pair();
    whatsapp.phoneWrites(RINA, 'Selamat siang, ini petugas.');
    await whatsapp.until('the note of it', () =>
      server.output().includes('Somebody wrote at the paired phone'),
    );
    await answered(DEWI);
    expect(whatsapp.sent().filter(({ chat }) => chat === RINA)).toEqual([]);
    expect(server.output()).not.toContain('ini petugas');
  });

  it('keeps what comes while the server is away, and brings it once', async () => {
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
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const second = await start(serverEnv);
    await becomes(second.at, 'ready');
    await heard(RINA, /./);
    await heard(DEWI, /keripik/i);
    expect(whatsapp.sent()).toHaveLength(2);
  });

  /** It takes minutes: only in the long runs. */
  it.runIf(process.env.ENDURANCE).each<[string, () => void]>([
    ['acknowledges nothing', () => whatsapp.acks(false)],
    ['has lost its connection', () => whatsapp.state('TIMEOUT')],
  ])(
    'notices within 90 s that a client that seems ready %s',
    async (_, dies) => {
      const server = await pair();
      await new Promise((resolve) => setTimeout(resolve, 6_000));
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
