/**
 * The whole stand in one process, wired as the entries do it, with Telegram's double on the other side, a clock that
 * goes on only where something waits for it, and people who talk with it.
 */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { openDatabase } from '../../db/connect.ts';
import type { Database } from '../../db/database.ts';
import { fileUrl } from '../../db/database-url.ts';
import { migrateDatabase } from '../../db/migrate.ts';
import { seedSampleStand } from '../../db/seed/seed.ts';
import type { Advise } from '../../src/chat/advice/advice.ts';
import { makeCopy } from '../../src/chat/copy/copy.ts';
import { invite } from '../../src/commands/invite.ts';
import { parseConfig } from '../../src/config.ts';
import type { Sender } from '../../src/delivery/sender.ts';
import { type Gerai, makeGerai } from '../../src/gerai.ts';
import { type Memory, makeMemory } from '../../src/memory.ts';
import { MIGRATIONS, readAssets, readCopy, readPicture } from '../../src/node/files.ts';
import { derivedIds, keyedHash } from '../../src/node/secrets.ts';
import { makeTelegram, type Telegram } from '../../src/node/telegram.ts';
import { readUnderstand } from '../../src/node/understand.ts';
import type { Role } from '../../src/shop/roles.ts';
import { type WhatsappCloudLine, whatsappCloudLine } from '../../src/whatsapp-cloud.ts';
import { type BotApi, startBotApi } from './bot-api.ts';
import { BRIDGE_SECRET } from './bridge.ts';
import { type GraphApi, type GraphApiOptions, startGraphApi } from './graph-api.ts';
import { startHrana } from './hrana.ts';
import { seeded } from './seeded.ts';
import { type VirtualClock, virtualClock } from './stand/clock.ts';
import { telegramDevice, webDevice, whatsappDevice } from './stand/devices.ts';
import { type Device, makePerson, type Person, type StandChannel } from './stand/person.ts';

export type { Heard, Person, StandChannel } from './stand/person.ts';

/** For `describe.each`: one script, all channels. */
export const STAND_CHANNELS = [
  'telegram',
  'web',
  'whatsapp-cloud',
] as const satisfies readonly StandChannel[];

/** WhatsApp does not say what language somebody has: they have to show it, or to choose. */
export function tellsLanguage(channel: StandChannel): boolean {
  return channel !== 'whatsapp-cloud';
}

/** A Wednesday morning while the sample stand is open. */
const OPEN_DAY = '2026-11-25T10:00';

/** Read once: every stand understands alike. */
const understand = readUnderstand();

const SECRET = 'the-secret-of-the-stand-in-tests-32+';
const WEBHOOK_SECRET = 'the-webhook-secret-in-tests';

/** Turns of the event loop without any work in hand after which the stand counts as quiet. */
const QUIET_TURNS = 4;
/** A limit for hangs. */
const HANG_MS = 20_000;
/** More rings than anything that was begun could wait for. */
const MAX_RINGS = 400;

export interface StandOptions {
  /** Wall clock in Jakarta, `YYYY-MM-DDTHH:mm`. */
  readonly now?: string;
  /** `hrana`: over the network, as a server or a Worker with a remote database does. */
  readonly database?: 'file' | 'hrana';
  readonly seed?: number;
  /** What WhatsApp does with messages to those who have not written for a day. */
  readonly window?: NonNullable<GraphApiOptions['window']>;
  /** A language model, or a double of one; there is none without it. */
  readonly advise?: Advise;
}

export interface VisitorOptions {
  /** What the channel says of their language. */
  readonly language?: string;
  readonly phone?: string;
}

export interface Stand {
  visitorOn(channel: StandChannel, name: string, options?: VisitorOptions): Person;
  /** Each of these comes by an invitation that is opened in the channel. */
  staffOf(unit: string, channel: StandChannel, name?: string): Promise<Person>;
  keeper(channel: StandChannel, name?: string): Promise<Person>;
  admin(channel: StandChannel, name?: string): Promise<Person>;
  /** An invitation code, as the command line makes it. */
  invitation(role: Role, name: string, unit?: string): Promise<string>;
  rows<T = Record<string, unknown>>(sql: string): Promise<T[]>;
  /** The one figure that the statement asks for. */
  count(sql: string): Promise<number>;
  /** Time passes: until the wall clock in Jakarta shows this, or by so many milliseconds. */
  passesTo(wallClock: string): Promise<void>;
  passes(ms: number): Promise<void>;
  now(): number;
  /** Resolves when everything that follows from what was done has happened. */
  settle(): Promise<void>;
  readonly gerai: Gerai;
  readonly telegram: BotApi;
  readonly whatsapp: GraphApi;
  readonly database: Database;
  readonly memory: Memory;
  close(): Promise<void>;
}

export function inJakarta(wallClock: string): number {
  return Date.parse(`${wallClock}:00+07:00`);
}

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/* ── the database ── */

let template: Promise<string> | null = null;

/** Migrated and seeded once for each process that tests run in. */
async function makeTemplate(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'gerai-template-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'gerai.db');
  await migrateDatabase({ url: fileUrl(file) }, MIGRATIONS);
  const database = await openDatabase({ url: fileUrl(file) });
  await seedSampleStand(database, inJakarta('2026-11-02T08:00'), readPicture);
  await database.close();
  return file;
}

async function openFile(): Promise<{ file: string; remove: () => void }> {
  template ??= makeTemplate();
  const folder = mkdtempSync(join(tmpdir(), 'gerai-stand-'));
  const file = join(folder, 'gerai.db');
  const from = await template;
  for (const end of ['', '-wal']) if (existsSync(from + end)) copyFileSync(from + end, file + end);
  return { file, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/* ── what is under way ── */

interface Work {
  begin(): () => void;
  during<T>(work: Promise<T>): Promise<T>;
  /** Resolves when nothing is under way and nothing begins by itself. */
  quiet(): Promise<void>;
}

function watchWork(): Work {
  let count = 0;
  const begin = () => {
    count += 1;
    let over = false;
    return () => {
      if (!over) count -= 1;
      over = true;
    };
  };
  return {
    begin,
    async during(work) {
      const end = begin();
      try {
        return await work;
      } finally {
        end();
      }
    },
    async quiet() {
      const until = Date.now() + HANG_MS;
      for (let turns = 0; turns < QUIET_TURNS; turns = count === 0 ? turns + 1 : 0) {
        await nextTurn();
        if (Date.now() > until)
          throw new Error(`The stand does not come to rest: ${count} things under way.`);
      }
    },
  };
}

function watched(inner: Database, work: Work): Database {
  return {
    ...inner,
    read: (statements) => work.during(inner.read(statements)),
    write: (statements) => work.during(inner.write(statements)),
  };
}

/* ── Telegram ── */

interface TelegramLine {
  readonly api: BotApi;
  readonly telegram: Telegram;
  readonly sender: Sender;
}

async function openTelegram(
  database: Database,
  copy: ReturnType<typeof makeCopy>,
  clock: VirtualClock,
  work: Work,
): Promise<TelegramLine> {
  const api = await startBotApi({ now: clock.now });
  const config = parseConfig({
    TELEGRAM_BOT_TOKEN: api.token,
    TELEGRAM_WEBHOOK_SECRET: WEBHOOK_SECRET,
    TELEGRAM_API_ROOT: api.url,
    TELEGRAM_MODE: 'webhook',
    PUBLIC_URL: 'https://gerai.example',
  });
  const telegram = makeTelegram({ config, token: api.token, database, copy, log: silent, now: clock.now });
  return { api, telegram, sender: { send: (owed) => work.during(telegram.sender.send(owed)) } };
}

/* ── WhatsApp ── */

interface CloudLine {
  readonly api: GraphApi;
  readonly line: WhatsappCloudLine;
  readonly sender: Sender;
}

async function openWhatsapp(
  database: Database,
  copy: ReturnType<typeof makeCopy>,
  clock: VirtualClock,
  work: Work,
  window: NonNullable<GraphApiOptions['window']>,
): Promise<CloudLine> {
  const api = await startGraphApi({ now: clock.now, window });
  const { whatsappCloud: settings } = parseConfig({
    WHATSAPP: 'cloud',
    WHATSAPP_CLOUD_TOKEN: api.token,
    WHATSAPP_CLOUD_PHONE_ID: api.phoneId,
    WHATSAPP_CLOUD_APP_SECRET: api.appSecret,
    WHATSAPP_CLOUD_VERIFY_TOKEN: api.verifyToken,
    WHATSAPP_CLOUD_API_ROOT: api.url,
    WHATSAPP_CLOUD_BUSINESS_ID: api.businessId,
  });
  if (!settings) throw new Error('The settings leave WhatsApp off.');
  const line = whatsappCloudLine({ settings, database, copy, log: silent, now: clock.now });
  return { api, line, sender: { send: (owed) => work.during(line.sender.send(owed)) } };
}

/* ── the stand ── */

/** Closed by itself when the test that opened it ends. */
export async function openStand(options: StandOptions = {}): Promise<Stand> {
  const stand = await openStandUntilClosed(options);
  onTestFinished(stand.close);
  return stand;
}

/** Whoever opens it closes it. */
export async function openStandUntilClosed({
  now = OPEN_DAY,
  database: kind = 'file',
  seed = 1,
  window = 'open',
  advise,
}: StandOptions = {}): Promise<Stand> {
  const clock = virtualClock(inJakarta(now));
  const work = watchWork();
  const { file, remove } = await openFile();
  const hrana = kind === 'hrana' ? await startHrana(file) : null;
  const database = watched(await openDatabase({ url: hrana?.url ?? fileUrl(file) }), work);
  const copy = makeCopy(readCopy());
  const { api, telegram, sender } = await openTelegram(database, copy, clock, work);
  const whatsapp = await openWhatsapp(database, copy, clock, work, window);
  const memory = makeMemory();
  const reach = () => ({ web: 'https://gerai.example', telegram: telegram.name() });
  let ids = 0;
  const gerai = await makeGerai({
    database,
    copy,
    understand,
    advise,
    assets: readAssets(),
    clock,
    log: silent,
    random: seeded(seed).next,
    ids: derivedIds(SECRET),
    randomId: () => {
      ids += 1;
      return `random-${ids}`;
    },
    hashSession: async (session) => keyedHash(SECRET, session),
    clientAddress: (c) => c.req.header('x-forwarded-for') ?? 'unknown',
    // People in tests are quicker than people.
    limiter: { allow: async () => true },
    reach,
    senders: { telegram: sender, 'whatsapp-cloud': whatsapp.sender },
    telegramWebhook: telegram.webhook,
    whatsappWebhook: whatsapp.line.webhook,
    bridgeSecret: BRIDGE_SECRET,
    sessionSecret: SECRET,
    memory,
    cli: null,
    pollMs: null,
  });
  await introduce(telegram, gerai, api, work);
  whatsapp.api.deliverTo((request) => work.during(Promise.resolve(gerai.app.fetch(request))));

  const isIdle = watchIdle(gerai);

  async function settle(): Promise<void> {
    await work.quiet();
    for (let rings = 0; rings < MAX_RINGS; rings += 1) {
      if ((await isIdle()) && !(await isHolding(database))) return;
      clock.ringNext();
      await work.quiet();
    }
    throw new Error('The stand waits for something that does not come.');
  }

  async function goesOn(ms: number): Promise<void> {
    await work.quiet();
    clock.jumpTo(clock.now() + ms);
    await work.quiet();
  }

  async function jumpTo(time: number): Promise<void> {
    await settle();
    clock.jumpTo(time);
    await settle();
  }

  async function rows<T>(sql: string): Promise<T[]> {
    await settle();
    const [result] = await database.read([{ sql, args: [] }]);
    return (result?.rows ?? []).map((row) => ({ ...row }) as unknown as T);
  }

  let people = 0;
  function visitorOn(channel: StandChannel, name: string, { language = 'id', phone }: VisitorOptions = {}) {
    people += 1;
    const number = people;
    const devices: Readonly<Record<StandChannel, () => Device>> = {
      telegram: () =>
        telegramDevice(
          api,
          api.user({
            id: 1_000 + number,
            firstName: name,
            languageCode: language,
            ...(phone === undefined ? {} : { phone }),
          }),
        ),
      'whatsapp-cloud': () =>
        whatsappDevice(
          whatsapp.api,
          whatsapp.api.person(`62812${String(number).padStart(8, '0')}`, { name }),
        ),
      web: () =>
        webDevice(
          {
            request: async (path, init) => gerai.app.request(`https://gerai.example${path}`, init),
            quiet: work.quiet,
            isHolding: () => isHolding(database),
          },
          { session: `session-number-${String(number).padStart(8, '0')}`, locale: language },
        ),
    };
    return makePerson(channel, name, devices[channel](), { settle, goesOn });
  }

  async function invitation(role: Role, name: string, unit?: string): Promise<string> {
    const context = { database, reach, now: clock.now };
    const input = { role, name, hours: 48, ...(unit === undefined ? {} : { unit }) };
    const code = /inv_[\w-]+/.exec(await invite.run(context, input))?.[0];
    if (code === undefined) throw new Error('There is no invitation in what the command says.');
    return code;
  }

  async function colleague(role: Role, channel: StandChannel, name: string, unit?: string) {
    const person = visitorOn(channel, name);
    await person.opens(await invitation(role, name, unit));
    await person.hears(name);
    return person;
  }

  return {
    visitorOn,
    staffOf: (unit, channel, name = 'Bu Rina') => colleague('staff', channel, name, unit),
    keeper: (channel, name = 'Pak Budi') => colleague('keeper', channel, name),
    admin: (channel, name = 'Bu Sari') => colleague('admin', channel, name),
    invitation,
    rows,
    async count(sql) {
      const [row] = await rows(sql);
      return Number(Object.values(row ?? {})[0]);
    },
    passesTo: (wallClock) => jumpTo(inJakarta(wallClock)),
    passes: (ms) => jumpTo(clock.now() + ms),
    now: clock.now,
    settle,
    gerai,
    telegram: api,
    whatsapp: whatsapp.api,
    database,
    memory,
    async close() {
      await work.quiet();
      gerai.endStreams();
      await telegram.stop();
      await gerai.close();
      await api.close();
      await whatsapp.api.close();
      await hrana?.close();
      remove();
    },
  };
}

/** The bot says who it is and where Telegram is to post; from then on Telegram posts straight into the app. */
async function introduce(telegram: Telegram, gerai: Gerai, api: BotApi, work: Work): Promise<void> {
  telegram.start(gerai.engine);
  const until = Date.now() + HANG_MS;
  while (!api.log.some(({ method }) => method.toLowerCase() === 'setwebhook')) {
    if (Date.now() > until) throw new Error('The bot does not tell Telegram where to post.');
    await nextTurn();
  }
  api.deliverTo(async (request) => work.during(Promise.resolve(gerai.app.fetch(request))), WEBHOOK_SECRET);
}

/** Whether nothing waits to be sent, without waiting for it. */
function watchIdle(gerai: Gerai): () => Promise<boolean> {
  let idle: Promise<void> | null = null;
  let reached = false;
  return async () => {
    if (idle === null || reached) {
      reached = false;
      idle = gerai.dispatcher.idle().then(() => {
        reached = true;
      });
    }
    await nextTurn();
    return reached;
  };
}

/** Somebody's fragments wait for the rest of their sentence. */
async function isHolding(database: Database): Promise<boolean> {
  const [result] = await database.read([
    { sql: 'SELECT 1 FROM chats WHERE held_until IS NOT NULL LIMIT 1', args: [] },
  ]);
  return (result?.rows.length ?? 0) > 0;
}
