/** The server on Node: `npm start`. */
import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import { dirname, join } from 'node:path';
import { serve } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Logger } from 'pino';
import { openDatabase } from '../db/connect.ts';
import type { Database } from '../db/database.ts';
import { databaseFile, isEmbedded } from '../db/database-url.ts';
import { pendingMigrations } from '../db/journal.ts';
import { migrateDatabase, readJournal } from '../db/migrate.ts';
import { AlreadyRunning, claim, type Ownership } from '../db/owner.ts';
import { seedSampleStand } from '../db/seed/seed.ts';
import { loadSnapshot } from '../db/store/catalogue.ts';
import { makeAdviser } from './advice/adviser.ts';
import { makeCopy } from './chat/copy/copy.ts';
import type { Reach } from './chat/flow.ts';
import { CommandError } from './commands/command.ts';
import { type Config, ConfigError, keepingOf, parseConfig } from './config.ts';
import { type Gerai, makeGerai } from './gerai.ts';
import { nightlyBackups, updateBackup } from './node/backup/server.ts';
import { startBridgeProcess } from './node/bridge.ts';
import { makeCommandDoor } from './node/command-door.ts';
import { commandMachine } from './node/command-machine.ts';
import { MIGRATIONS, readAssets, readCopy, readPicture } from './node/files.ts';
import { firstLinks, firstPairingLink } from './node/first-links.ts';
import { makeLog } from './node/log.ts';
import { derivedIds, keptSecret, keyedHash, randomToken } from './node/secrets.ts';
import { systemClock } from './node/system-clock.ts';
import { makeTelegram, type Telegram } from './node/telegram.ts';
import { readUnderstand } from './node/understand.ts';
import type { BridgeWatch } from './web/bridge-alarm.ts';
import { whatsappCloudLine } from './whatsapp-cloud.ts';
import { keepTemplatesFresh } from './whatsapp-templates.ts';

/** How long an orderly stop may take before it is broken off. */
const STOP_MS = 12_000;

/** How long it waits for the requests that are being answered. */
const DRAIN_MS = 3_000;

/** Connections that fell idle meanwhile are closed that often. */
const DRAIN_LOOK_MS = 50;

/** The paired phone is looked after that often. */
const WATCH_MS = 15_000;

/** Streams look into a shared database that often. */
const POLL_MS = 2_000;

interface Opened {
  readonly database: Database;
  readonly ownership: Ownership | null;
  readonly secret: string;
}

/** An embedded file is claimed, migrated and, when empty, filled; a remote database only has to be ready. */
async function open(config: Config, log: Logger): Promise<Opened> {
  const { DATABASE_URL: url, DATABASE_AUTH_TOKEN: authToken } = config;
  if (!isEmbedded(url)) {
    const database = await openDatabase({ url, authToken });
    const pending = await pendingMigrations(database, readJournal(MIGRATIONS));
    if (pending.length > 0) {
      throw new ConfigError(
        `The database lacks ${pending.join(', ')}. Run \`npm run -s gerai -- migrate\` first.`,
      );
    }
    return { database, ownership: null, secret: config.SESSION_SECRET ?? '' };
  }
  const file = databaseFile(url);
  const ownership = await claim(file);
  await updateBackup(config, process.env);
  await migrateDatabase({ url }, MIGRATIONS);
  const database = await openDatabase({
    url,
    onReplaced: (error) => log.warn({ err: error }, 'The connection to the database was replaced.'),
  });
  await seedSampleStand(database, Date.now(), readPicture);
  return { database, ownership, secret: config.SESSION_SECRET ?? keptSecret(dirname(file)) };
}

/** Where the server can be reached, known once it listens. */
function makeReach(
  config: Config,
  telegram: Telegram | null,
): { read: () => Reach; listens(port: number): void } {
  let web = config.PUBLIC_URL?.replace(/\/$/, '') ?? null;
  return {
    read: () => ({ web, telegram: telegram?.name() ?? null, whatsapp: config.whatsappNumber }),
    listens(port) {
      const host = config.HOST === '0.0.0.0' || config.HOST === '::' ? 'localhost' : config.HOST;
      web ??= `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
    },
  };
}

async function start(config: Config, log: Logger): Promise<void> {
  const { database, ownership, secret } = await open(config, log);
  const copy = makeCopy(readCopy());
  const now = Date.now;
  const { TELEGRAM_BOT_TOKEN: token } = config;
  const telegram = token ? makeTelegram({ config, token, database, copy, log, now }) : null;
  const whatsapp =
    config.whatsappCloud && whatsappCloudLine({ settings: config.whatsappCloud, database, copy, log, now });
  const reach = makeReach(config, telegram);
  const backups = nightlyBackups({ config, database, env: process.env, startedAt: now(), log });
  const cliToken = randomToken();
  const bridgeSecret = bridgeSecretOf(config);
  const machine = commandMachine(config, (error) =>
    log.error({ err: error }, 'The list of erasures beside the backups waits for the next backup.'),
  );
  const gerai: Gerai = await makeGerai({
    database,
    copy,
    understand: readUnderstand(),
    advise: config.languageModel ? makeAdviser({ model: config.languageModel, log, now }) : undefined,
    assets: readAssets(),
    clock: systemClock,
    log,
    random: Math.random,
    ids: derivedIds(secret),
    randomId: randomToken,
    hashSession: async (session) => keyedHash(secret, session),
    clientAddress: (c) => getConnInfo(c).remote.address ?? 'unknown',
    reach: reach.read,
    senders: {
      ...(telegram ? { telegram: telegram.sender } : {}),
      ...(whatsapp ? { 'whatsapp-cloud': whatsapp.sender } : {}),
    },
    pictures: {
      ...(telegram ? { telegram: telegram.fetchPicture } : {}),
      ...(whatsapp ? { 'whatsapp-cloud': whatsapp.fetchPicture } : {}),
    },
    telegramWebhook: telegram?.webhook ?? null,
    whatsappWebhook: whatsapp?.webhook ?? null,
    bridgeSecret,
    sessionSecret: secret,
    cli: makeCommandDoor(cliToken, { database, reach: () => gerai.reach(), now, ...machine }),
    office: config.office,
    pollMs: ownership ? null : POLL_MS,
    keeping: keepingOf(config),
    recordErasure: machine.recordErasure,
    jobs: backups ? [...backups.jobs] : [],
    backups: backups?.state,
  });
  const server = await listen(gerai, config);
  reach.listens(portOf(server));
  await ownership?.publish(`http://127.0.0.1:${portOf(server)}`, cliToken);
  telegram?.start(gerai.engine);
  const settings = config.whatsappCloud;
  const stopAsking = keepTemplatesFresh({ settings, database, copy, log, now }, systemClock);
  const bridge =
    config.WHATSAPP === 'web' && bridgeSecret !== null
      ? startBridgeProcess({
          folder: join(dirname(databaseFile(config.DATABASE_URL)), 'whatsapp'),
          server: loopback(config.HOST, portOf(server)),
          secret: bridgeSecret,
          env: process.env,
          log,
        })
      : null;
  const watching = ownership && gerai.bridgeWatch ? watchBridge(gerai.bridgeWatch, log) : undefined;
  await greet(database, { ...reach.read(), pairing: bridgeSecret !== null });
  stopInOrder(async () => {
    clearInterval(watching);
    stopAsking();
    await Promise.all([telegram?.stop(), bridge?.stop(), backups?.stop()]);
    gerai.endStreams();
    await drain(server);
    await gerai.close();
    await ownership?.release();
  }, log);
}

/** An owner of an embedded file is the only process that a bridge can talk to, so that it knows how that one is. */
function watchBridge(watch: BridgeWatch, log: Logger): NodeJS.Timeout {
  return setInterval(() => {
    watch.look().catch((error) => log.error({ err: error }, 'The state of WhatsApp cannot be told.'));
  }, WATCH_MS);
}

/** A bridge that this server starts is told the secret of this start. */
function bridgeSecretOf(config: Config): string | null {
  if (config.WHATSAPP !== 'web' && config.WHATSAPP !== 'bridge') return null;
  return config.WHATSAPP_BRIDGE_SECRET ?? randomToken();
}

/** The address of a server that listens on this host, from the machine itself. */
function loopback(host: string, port: number): string {
  const reached = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${reached.includes(':') ? `[${reached}]` : reached}:${port}`;
}

function listen(gerai: Gerai, config: Config): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: gerai.app.fetch, hostname: config.HOST, port: config.PORT }) as Server;
    server.once('listening', () => resolve(server));
    server.once('error', reject);
  });
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** What a newcomer reads in the terminal. */
async function greet(database: Database, reach: Reach): Promise<void> {
  const lines = [`Gerai listens. The stand's page: ${reach.web}/`];
  for (const { role, unit, links } of await firstLinks(
    database,
    await loadSnapshot(database),
    reach,
    Date.now(),
  )) {
    const who = unit === null ? role : `${role} of ${unit}`;
    lines.push(`First ${who} (opens once, within 48 hours): ${links.join('  ')}`);
  }
  const pairing = await firstPairingLink(database, reach, Date.now());
  if (pairing !== null)
    lines.push(`To pair the phone for WhatsApp (opens once, within 48 hours): ${pairing}`);
  console.log(lines.join('\n'));
}

/** Takes no more connections, and waits for the answers to the requests that are there. */
async function drain(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
  const looking = setInterval(() => server.closeIdleConnections(), DRAIN_LOOK_MS);
  const limit = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  await closed;
  clearInterval(looking);
  clearTimeout(limit);
}

function stopInOrder(stop: () => Promise<void>, log: Logger): void {
  let stopping = false;
  const onSignal = (signal: NodeJS.Signals) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'Stopping.');
    setTimeout(() => process.exit(1), STOP_MS).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'The stop was not in order.');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}

function explain(error: unknown): string {
  if (error instanceof ConfigError || error instanceof AlreadyRunning || error instanceof CommandError)
    return error.message;
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return 'Another program listens on this port. Set PORT to a free one.';
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

if (existsSync('.env')) process.loadEnvFile('.env');
try {
  const config = parseConfig(process.env);
  await start(config, makeLog(config.LOG_LEVEL));
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}
