/** The servers that are compared, each with a database and a process of its own. */
import { join } from 'node:path';
import { openDatabase } from '../../db/connect.ts';
import { migrateDatabase } from '../../db/migrate.ts';
import { seedSampleStand } from '../../db/seed/seed.ts';
import { saveInvitation } from '../../db/store/invitations.ts';
import { MIGRATIONS, readPicture } from '../../src/node/files.ts';
import { type BotApi, botApiAt, type SentMessage } from './bot-api.ts';
import { OUT } from './build.ts';
import { openConnection } from './connection.ts';
import type { Contender } from './load.ts';
import { dataFolder, freePort, removeFolder, type ServerProcess, startServer } from './processes.ts';
import { newChat, type Step, updateFor } from './updates.ts';

const TOKEN = '1:bench-bench-bench';
const SECRET = 'bench-bench-bench-bench';
const INVITATION = 'inv_bench_bench_bench_bench';
/** What is asked about and ordered. */
const PRODUCT = 'keripik-tempe';
export const STAFF_CHAT = 9_000_001;

/** Enough for every order of a run. */
const STOCK = 100_000_000;

export const CONTENDERS = ['gerai', 'gerai-singly', 'floor', 'shop-full', 'shop-normal'] as const;
export type ContenderName = (typeof CONTENDERS)[number];

const NAMES: Readonly<Record<ContenderName, string>> = {
  gerai: 'gerai',
  'gerai-singly': 'gerai, committed singly',
  floor: 'floor',
  'shop-full': 'shop, FULL',
  'shop-normal': 'shop, NORMAL',
};

export interface Stage {
  readonly botApi: BotApi;
  readonly contenders: ReadonlyMap<ContenderName, Contender>;
  stop(): Promise<void>;
}

export async function setStage(names: readonly ContenderName[]): Promise<Stage> {
  const folder = dataFolder();
  const stops: (() => Promise<void>)[] = [async () => removeFolder(folder)];
  const port = await freePort();
  const double = await startServer({ script: join(OUT, 'bot-api.js'), folder, port, env: {} });
  stops.unshift(double.stop);
  const botApi = botApiAt(double.url);
  const contenders = new Map<ContenderName, Contender>();
  for (const name of names) {
    const contender = await startContender(name, botApi);
    stops.unshift(contender.stop);
    contenders.set(name, contender);
  }
  return {
    botApi,
    contenders,
    async stop() {
      for (const stop of stops) await stop();
    },
  };
}

async function startContender(
  name: ContenderName,
  botApi: BotApi,
): Promise<Contender & { stop(): Promise<void> }> {
  const folder = dataFolder();
  const url = `file:${join(folder, 'data.db')}`;
  const isOurs = name.startsWith('gerai');
  if (isOurs) await prepareStand(url);
  const port = await freePort();
  const server = await startServer({
    script: join(OUT, `${name.replace(/^shop-.*/, 'shop')}.js`),
    folder,
    port,
    env: {
      DATABASE_URL: url,
      TELEGRAM_BOT_TOKEN: TOKEN,
      TELEGRAM_WEBHOOK_SECRET: SECRET,
      TELEGRAM_API_ROOT: botApi.root,
      TELEGRAM_MODE: 'webhook',
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      SYNCHRONOUS: name === 'shop-normal' ? 'NORMAL' : 'FULL',
      STAFF_CHAT: String(STAFF_CHAT),
    },
  });
  const contender = { name: NAMES[name], server, url: server.url, secret: SECRET };
  if (isOurs) await post(contender, STAFF_CHAT, { text: `/start ${INVITATION}` });
  return { ...contender, stop: () => stopAndClear(server, folder) };
}

async function stopAndClear(server: ServerProcess, folder: string): Promise<void> {
  await server.stop();
  removeFolder(folder);
}

/** The sample stand, with stock that does not run out and an invitation for one member of the unit's staff. */
export async function prepareStand(url: string): Promise<void> {
  await migrateDatabase({ url }, MIGRATIONS);
  const database = await openDatabase({ url });
  const now = Date.now();
  await seedSampleStand(database, now, readPicture);
  await database.write([
    {
      sql: "INSERT INTO movements (variant_id, kind, qty, at) SELECT v.id, 'delivery', ?, ? FROM variants v JOIN products p ON p.id = v.product_id WHERE p.slug = ?",
      args: [STOCK, now, PRODUCT],
    },
  ]);
  const [found] = await database.read([
    { sql: 'SELECT unit_id FROM products WHERE slug = ?', args: [PRODUCT] },
  ]);
  const unitId = Number(found?.rows[0]?.[0]);
  await saveInvitation(database, {
    code: INVITATION,
    role: 'staff',
    unitId,
    name: 'Petugas',
    now,
    expiresAt: now + 3_600_000,
  });
  await database.close();
}

async function post(contender: Contender, chat: number, step: Step): Promise<void> {
  const connection = await openConnection(contender);
  const status = await connection.post(updateFor(chat, step));
  connection.close();
  if (status !== 200) throw new Error(`${contender.name} answered ${status} to ${JSON.stringify(step)}.`);
}

/**
 * Leads one visitor through the steps and looks at what they are sent: buttons of which only the beginning was
 * known come back with their callback data. Where there are keys instead, the first one is pressed.
 */
export async function rehearse(
  contender: Contender,
  botApi: BotApi,
  steps: readonly Step[],
): Promise<{ steps: Step[]; sent: SentMessage[] }> {
  const chat = newChat();
  const sent: SentMessage[] = [];
  const known: Step[] = [];
  for (const step of steps) {
    const actual = 'press' in step ? pressed(sent, chat, step.press) : step;
    await botApi.record();
    await post(contender, chat, actual);
    await botApi.quiet();
    sent.push(...(await botApi.recorded()));
    known.push(actual);
  }
  return { steps: known, sent };
}

function pressed(sent: readonly SentMessage[], chat: number, begins: string): Step {
  const own = sent.filter((message) => message.chat === chat);
  const [key] = own.at(-1)?.keys ?? [];
  if (key !== undefined) return { text: key };
  const found = own.flatMap(({ buttons }) => buttons).findLast((data) => data.startsWith(begins));
  if (found === undefined) throw new Error(`No button was sent whose data begins with "${begins}".`);
  return { press: found };
}
