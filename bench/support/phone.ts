/** A paired phone: the double of WhatsApp's page, and whoever drives it, as processes of their own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { memoryOf, pssOf } from '../../bots/whatsapp-web/browser.ts';
import { BRIDGE_NODE_ARGS } from '../../src/node/bridge.ts';
import { QUICK_CHROMIUM } from '../../test/support/browser.ts';
import { type SentMessage, startWhatsAppPage, type WhatsAppPage } from '../../test/support/whatsapp-page.ts';
import { OUT } from './build.ts';
import { dataFolder, removeFolder } from './processes.ts';

export const BRIDGE_SECRET = 'bench-bench-bench-bench-bench-bench';

const MB = 1024 * 1024;

export interface Phone {
  readonly page: WhatsAppPage;
  /** What the next message in the chat is. */
  next(chat: string): Promise<SentMessage>;
  stop(): Promise<void>;
}

export interface BridgePhone extends Phone {
  /** Of the bridge, and of all that it started. */
  memory(): { readonly bridgeMb: number; readonly browserMb: number };
}

export interface PlainPhone extends Phone {
  /** @returns milliseconds for all of them */
  sends(messages: number): Promise<number>;
}

const driving = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of driving) child.kill('SIGKILL');
});

function drive(
  script: string,
  args: readonly string[],
  cwd: string,
  env: Record<string, string>,
): ChildProcess {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [...BRIDGE_NODE_ARGS, `${OUT}/${script}.js`, ...args], {
    cwd,
    env: { PATH, HOME, LOG_LEVEL: 'error', ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  driving.add(child);
  child.once('exit', () => driving.delete(child));
  return child;
}

async function pair(page: WhatsAppPage): Promise<void> {
  await page.until('a code', () => page.codes().length > 0);
  // The library hears a scan only after it has put its functions into the page.
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  page.scan();
}

async function makePhone(
  start: (page: WhatsAppPage, folder: string) => ChildProcess,
): Promise<{ phone: Phone; child: ChildProcess }> {
  const page = await startWhatsAppPage();
  const folder = dataFolder();
  const waiting = new Map<string, (message: SentMessage) => void>();
  page.onSent((message) => waiting.get(message.chat)?.(message));
  const child = start(page, folder);
  await pair(page);
  const phone: Phone = {
    page,
    next: (chat) => new Promise((resolve) => void waiting.set(chat, resolve)),
    async stop() {
      child.stdin?.end();
      child.kill('SIGTERM');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      await page.close();
      removeFolder(folder);
    },
  };
  return { phone, child };
}

/** @param server where it gets its messages from */
export async function bridgePhone(server: string): Promise<BridgePhone> {
  const { phone, child } = await makePhone((page, folder) =>
    drive('bridge', [folder], folder, {
      GERAI_URL: server,
      WHATSAPP_BRIDGE_SECRET: BRIDGE_SECRET,
      WHATSAPP_WEB_BROWSER: QUICK_CHROMIUM,
      WHATSAPP_WEB_BROWSER_ARGS: page.browserArgs,
    }),
  );
  child.stdout?.resume();
  const pid = child.pid ?? 0;
  return {
    ...phone,
    memory() {
      const all = memoryOf(pid) ?? Number.NaN;
      const bridge = pssOf(pid);
      return { bridgeMb: bridge / MB, browserMb: (all - bridge) / MB };
    },
  };
}

export async function plainPhone(): Promise<PlainPhone> {
  let lines: AsyncIterator<string> | null = null;
  const { phone, child } = await makePhone((page, folder) => {
    const made = drive('plain-client', [folder, QUICK_CHROMIUM, page.browserArgs], folder, {});
    if (made.stdout) lines = createInterface(made.stdout)[Symbol.asyncIterator]();
    return made;
  });
  const line = async () => (await (lines as AsyncIterator<string> | null)?.next())?.value as string;
  await line();
  return {
    ...phone,
    async sends(messages) {
      child.stdin?.write(`${messages}\n`);
      return Number(await line());
    },
  };
}
