/**
 * What goes wrong with a paired phone, one thing at a time, and that the bridge comes back by itself. The bridge runs
 * with short limits, so that what takes it minutes to notice takes seconds; the usual ones are kept in the long runs of
 * `whatsapp-web.test.ts`. Everything is real but WhatsApp: see `whatsapp-page.ts` for what that proves.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CHROMIUM, QUICK_CHROMIUM } from '../support/browser.ts';
import { partsIn, processesIn } from '../support/processes.ts';
import { environment, removeBundle, type ServerProcess, startServer } from '../support/server.ts';
import { startWhatsAppPage, type WhatsAppPage } from '../support/whatsapp-page.ts';
import { becomes, pairWith, SESSION_ON_DISK_MS } from '../support/whatsapp-stand.ts';

const RINA = '628111222333@c.us';
const DEWI = '99887766554433@lid';
const SECRET = 'the-secret-of-a-bridge-elsewhere-32+';
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const IMPATIENT = join(ROOT, 'test/support/impatient-bridge.ts');
const TSX = import.meta.resolve('tsx');

let whatsapp: WhatsAppPage;
let folder: string;
let server: ServerProcess & { readonly at: string };
let bridge: ChildProcess;
let said: string;

async function open(): Promise<void> {
  whatsapp = await startWhatsAppPage();
  folder = mkdtempSync(join(tmpdir(), 'gerai-failures-'));
  server = await startServer({ folder, env: { WHATSAPP: 'bridge', WHATSAPP_BRIDGE_SECRET: SECRET } });
}

/** Nothing is left of the browser, whatever became of it. */
async function close(): Promise<void> {
  bridge.kill('SIGTERM');
  if (bridge.exitCode === null) await once(bridge, 'exit');
  await server.kill();
  expect(processesIn(folder)).toEqual([]);
  await whatsapp.close();
  rmSync(folder, { recursive: true, force: true });
}

afterAll(removeBundle);

function startBridge(browser = QUICK_CHROMIUM): void {
  const env = {
    GERAI_URL: server.at,
    WHATSAPP_BRIDGE_SECRET: SECRET,
    WHATSAPP_WEB_BROWSER: browser,
    // A door for the test, beside the pipe that the bridge uses.
    WHATSAPP_WEB_BROWSER_ARGS: `${whatsapp.browserArgs} --remote-debugging-port=0`,
  };
  const child = spawn(process.execPath, ['--import', TSX, IMPATIENT, join(folder, 'whatsapp')], {
    cwd: folder,
    env: environment({ folder, env }),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  said = '';
  child.stdout.on('data', (chunk) => {
    said += chunk;
  });
  bridge = child;
}

const at = () => server.at;
const to = (chat: string) => whatsapp.sent().filter((each) => each.chat === chat);
const hasSaid = (phase: string, reason: string) =>
  whatsapp.until(`${phase}, ${reason}`, () => said.includes(`"phase":"${phase}","reason":"${reason}"`));

async function answered(chat: string): Promise<void> {
  const before = to(chat).length;
  whatsapp.says(chat, 'jam buka?');
  await whatsapp.until(`an answer in ${chat}`, () => to(chat).length > before);
}

function kill(part: 'browser' | 'renderer', signal: NodeJS.Signals): void {
  const pids = partsIn(folder, part);
  expect(pids).not.toEqual([]);
  for (const pid of pids) process.kill(pid, signal);
}

/** As its user would close a tab. */
async function closePage(): Promise<void> {
  const [port] = readFileSync(join(folder, 'whatsapp/session/DevToolsActivePort'), 'utf8').split('\n');
  const door = `http://127.0.0.1:${port}/json`;
  const pages = (await (await fetch(`${door}/list`)).json()) as { id: string; type: string }[];
  for (const { id, type } of pages) if (type === 'page') await fetch(`${door}/close/${id}`);
}

describe('a phone that was paired long ago', () => {
  beforeAll(async () => {
    await open();
    startBridge();
    await pairWith(whatsapp, at);
    await new Promise((resolve) => setTimeout(resolve, SESSION_ON_DISK_MS));
  });

  beforeEach(() => becomes(whatsapp, at, 'ready'));

  afterAll(close);

  /** The client is given up for this reason; another page comes, and through it an answer, with nothing scanned anew. */
  async function comesBackFrom(reason: string, breaks: () => unknown, mends = () => {}): Promise<void> {
    const [loads, codes] = [whatsapp.loads(), whatsapp.codes().length];
    said = '';
    await breaks();
    await hasSaid('lost', reason);
    mends();
    await whatsapp.until('another page', () => whatsapp.loads() > loads);
    await becomes(whatsapp, at, 'ready');
    await answered(DEWI);
    expect(whatsapp.codes()).toHaveLength(codes);
    expect(partsIn(folder, 'browser')).toHaveLength(1);
  }

  it.each<[string, string, () => unknown]>([
    ['the page closes', 'page-closed', closePage],
    ['the page hangs', 'silence', () => kill('renderer', 'SIGSTOP')],
    ['the page is killed', 'page-crashed', () => kill('renderer', 'SIGKILL')],
    ['the browser is killed', 'browser-gone', () => kill('browser', 'SIGKILL')],
    ['the browser hangs', 'silence', () => kill('browser', 'SIGSTOP')],
    ['WhatsApp’s line is bad for long', 'silence', () => whatsapp.state('TIMEOUT')],
  ])('comes back when %s', (_, reason, breaks) => comesBackFrom(reason, breaks));

  it('comes back when a page never gets ready', async () => {
    await comesBackFrom(
      'never-ready',
      () => {
        whatsapp.syncs(false);
        kill('browser', 'SIGKILL');
      },
      () => whatsapp.syncs(true),
    );
  });

  it('comes back when nothing is acknowledged any more, and what was uncertain goes once more', async () => {
    await comesBackFrom('acks', async () => {
      whatsapp.acks(false);
      await answered(RINA);
    });
    await whatsapp.until('the reply to Rina once more', () => to(RINA).length === 2);
    expect(new Set(to(RINA).map(({ text }) => text)).size).toBe(1);
  });

  it('takes the session over when another window has it', async () => {
    const loads = whatsapp.loads();
    whatsapp.state('CONFLICT');
    await whatsapp.until('the takeover', () => whatsapp.takeovers() === 1);
    await answered(DEWI);
    expect(whatsapp.loads()).toBe(loads);
  });
});

describe('a start', () => {
  beforeEach(open);
  afterEach(close);

  it('is tried again while WhatsApp cannot be reached', async () => {
    whatsapp.away(true);
    startBridge();
    await hasSaid('lost', 'start-failed');
    whatsapp.away(false);
    await pairWith(whatsapp, at);
    await answered(RINA);
    expect(partsIn(folder, 'browser')).toHaveLength(1);
  });

  it('works where a browser that was killed on another host has left its lock', async () => {
    const profile = join(folder, 'whatsapp/session');
    mkdirSync(profile, { recursive: true });
    symlinkSync('another-host-1', join(profile, 'SingletonLock'));
    // The headless shell knows no such lock.
    startBridge(CHROMIUM);
    await becomes(whatsapp, at, 'pairing');
    expect(said).not.toContain('start-failed');
  });
});
