/** The Worker in workerd, on loopback and without an account, with doubles of the database server, of Telegram and of WhatsApp. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unstable_startWorker } from 'wrangler';
import { openDatabase } from '../../db/connect.ts';
import type { Database } from '../../db/database.ts';
import { invite } from '../../src/commands/invite.ts';
import { type BotApi, startBotApi } from '../support/bot-api.ts';
import { type GraphApi, startGraphApi } from '../support/graph-api.ts';
import { type Hrana, startHrana } from '../support/hrana.ts';
import { freePort } from '../support/server.ts';

const CONFIG = fileURLToPath(new URL('../../wrangler.toml', import.meta.url));

export interface World {
  /** Where the Worker listens. */
  readonly url: string;
  readonly hrana: Hrana;
  readonly telegram: BotApi;
  readonly whatsapp: GraphApi;
  /** The same database, from outside. */
  readonly database: Database;
  /** What cron does each minute. */
  cron(): Promise<string>;
  select(sql: string): Promise<Record<string, unknown>[]>;
  invitation(unit: string, name: string): Promise<string>;
  close(): Promise<void>;
}

type Closing = () => Promise<void> | void;

/** The database is empty: it has no table yet. */
export async function startWorld(): Promise<World> {
  const closings: Closing[] = [];
  const close = async () => {
    for (const closing of closings.splice(0).reverse()) await closing();
  };
  try {
    return await start(closings, close);
  } catch (error) {
    await close();
    throw error;
  }
}

async function start(closings: Closing[], close: () => Promise<void>): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'gerai-worker-'));
  closings.push(() => rmSync(folder, { recursive: true, force: true }));
  const hrana = await startHrana(join(folder, 'gerai.db'));
  closings.push(() => hrana.close());
  const telegram = await startBotApi({ resendMs: 100 });
  closings.push(() => telegram.close());
  const whatsapp = await startGraphApi();
  closings.push(() => whatsapp.close());
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const worker = await startWorker(port, {
    PUBLIC_URL: url,
    DATABASE_URL: hrana.url,
    SESSION_SECRET: 'the-session-secret-of-the-worker-test',
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_WEBHOOK_SECRET: 'the-webhook-secret-of-the-worker-test',
    TELEGRAM_API_ROOT: telegram.url,
    WHATSAPP: 'cloud',
    WHATSAPP_CLOUD_TOKEN: whatsapp.token,
    WHATSAPP_CLOUD_PHONE_ID: whatsapp.phoneId,
    WHATSAPP_CLOUD_APP_SECRET: whatsapp.appSecret,
    WHATSAPP_CLOUD_VERIFY_TOKEN: whatsapp.verifyToken,
    WHATSAPP_CLOUD_API_ROOT: whatsapp.url,
    WHATSAPP_CLOUD_BUSINESS_ID: whatsapp.businessId,
    LOG_LEVEL: 'silent',
  });
  closings.push(() => worker.dispose());
  whatsapp.deliverTo(async (request) => {
    const { method, headers } = request;
    return fetch(`${url}${new URL(request.url).pathname}`, { method, headers, body: await request.text() });
  });
  const database = await openDatabase({ url: hrana.url });
  closings.push(() => database.close());
  return {
    url,
    hrana,
    telegram,
    whatsapp,
    database,
    cron: async () => (await fetch(`${url}/cdn-cgi/handler/scheduled`)).text(),
    async select(sql) {
      const [result] = await database.read([{ sql, args: [] }]);
      return (result?.rows ?? []).map((row) => ({ ...row }));
    },
    async invitation(unit, name) {
      const context = {
        database,
        reach: () => ({ web: url, telegram: null, whatsapp: null }),
        now: Date.now,
      };
      const output = await invite.run(context, { role: 'staff', unit, name, hours: 1 });
      return /inv_[\w-]{24}/.exec(output)?.[0] ?? '';
    },
    close,
  };
}

async function startWorker(port: number, settings: Readonly<Record<string, string>>) {
  // It would ask Cloudflare where this machine is.
  process.env.CLOUDFLARE_CF_FETCH_ENABLED = 'false';
  const worker = await unstable_startWorker({
    config: CONFIG,
    envFiles: [],
    sendMetrics: false,
    bindings: Object.fromEntries(
      Object.entries(settings).map(([name, value]) => [name, { type: 'plain_text' as const, value }]),
    ),
    dev: {
      server: { hostname: '127.0.0.1', port },
      inspector: false,
      remote: false,
      persist: false,
      watch: false,
      logLevel: 'error',
    },
  });
  await worker.ready;
  return worker;
}
