/**
 * A phone is paired and a visitor orders through it: the server as people run it, the bridge that it starts, the real
 * whatsapp-web.js in a real Chromium, and a double of WhatsApp's page (see `whatsapp-page.ts` for what that proves).
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { removeBundle, type ServerProcess, startServer } from '../support/server.ts';
import { startWhatsAppPage, type WhatsAppPage } from '../support/whatsapp-page.ts';

const RINA = '628111222333@c.us';
const DEWI = '99887766554433@lid';

let whatsapp: WhatsAppPage;
let folder: string;
const servers: ServerProcess[] = [];

beforeEach(async () => {
  whatsapp = await startWhatsAppPage();
  folder = mkdtempSync(join(tmpdir(), 'gerai-whatsapp-'));
});

afterEach(async () => {
  for (const server of servers.splice(0)) await server.kill();
  await whatsapp.until('the end of every browser', () => browsers().length === 0);
  await whatsapp.close();
  rmSync(folder, { recursive: true, force: true });
});

afterAll(removeBundle);

async function start() {
  const server = await startServer({
    folder,
    env: {
      WHATSAPP: 'web',
      WHATSAPP_WEB_BROWSER: process.env.CHROMIUM || '/usr/bin/chromium',
      WHATSAPP_WEB_BROWSER_ARGS: whatsapp.browserArgs,
      LOG_LEVEL: 'info',
    },
  });
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

const heard = (chat: string, pattern: RegExp) =>
  whatsapp.until(`${pattern} in ${chat}`, () =>
    whatsapp.sent().find((each) => each.chat === chat && pattern.test(each.text)),
  );

/** Processes of browsers that were started for this test. */
function browsers(): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`${folder}/whatsapp`);
      } catch {
        return false;
      }
    });
}

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
