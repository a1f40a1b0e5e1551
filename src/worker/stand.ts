/** The stand for one request, over a connection of its own: a Worker may not share one between requests. */
import type { Database } from '../../db/database.ts';
import { pendingMigrations } from '../../db/journal.ts';
import { openRemote, remoteDatabase } from '../../db/remote.ts';
import { makeAdviser } from '../advice/adviser.ts';
import { keepingOf } from '../config.ts';
import type { Clock } from '../delivery/clock.ts';
import { type Gerai, makeGerai } from '../gerai.ts';
import { telegramLine } from '../telegram.ts';
import { whatsappCloudLine } from '../whatsapp-cloud.ts';
import { ASSETS, JOURNAL } from './files.ts';
import type { Isolate } from './isolate.ts';
import { keyedHash, randomIds, randomToken } from './secrets.ts';
import { learnName } from './telegram.ts';

/** A stream looks that often for notices that another request committed. */
const POLL_MS = 2_000;

/** A stream ends before the platform ends it; the page's EventSource comes again with the last id that it saw. */
const STREAM_MS = 25_000;

const clock: Clock = {
  now: Date.now,
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** The database is older than this code, which would write to it what it does not understand. */
export class OldSchema extends Error {
  override readonly name = 'OldSchema';
  constructor(pending: readonly string[]) {
    super(`The database lacks ${pending.join(', ')}. Run \`npm run -s gerai -- migrate\` against it.`);
  }
}

export interface StandOptions {
  readonly database: Database;
  /** The address from outside, without a trailing slash; null where nobody asked from there. */
  readonly web: string | null;
  readonly background: (work: Promise<unknown>) => void;
  /** Whether to send what is due and read the fragments that others left behind. */
  readonly takesOver: boolean;
}

export function openDatabase({ config }: Isolate): Database {
  return remoteDatabase(openRemote({ url: config.DATABASE_URL, authToken: config.DATABASE_AUTH_TOKEN }));
}

/** @throws OldSchema, or StorageError when the database is away. Asked once per isolate, if the answer is good. */
export async function requireSchema(isolate: Isolate, database: Database): Promise<void> {
  if (isolate.schemaIsCurrent) return;
  const pending = await pendingMigrations(database, JOURNAL);
  if (pending.length > 0) throw new OldSchema(pending);
  isolate.schemaIsCurrent = true;
}

/** @throws OldSchema, StorageError */
export async function openStand(isolate: Isolate, options: StandOptions): Promise<Gerai> {
  const { config, secret, copy, understand, log, memory } = isolate;
  const { database, background } = options;
  await Promise.all([requireSchema(isolate, database), learnName(isolate)]);
  const { TELEGRAM_BOT_TOKEN: token } = config;
  const line = { database, copy, log, now: clock.now, background, memory };
  const telegram = token ? telegramLine({ ...line, config, token }) : null;
  const whatsapp = config.whatsappCloud && whatsappCloudLine({ ...line, settings: config.whatsappCloud });
  return makeGerai({
    database,
    copy,
    understand,
    advise: config.languageModel
      ? makeAdviser({ model: config.languageModel, log, now: clock.now, circuit: memory.circuit })
      : undefined,
    assets: ASSETS,
    clock,
    log,
    random: Math.random,
    ids: randomIds,
    randomId: randomToken,
    hashSession: (session) => keyedHash(secret, session),
    clientAddress: (c) => c.req.header('cf-connecting-ip') ?? 'unknown',
    limiter: isolate.limiter(),
    reach: () => ({ web: options.web, telegram: isolate.botName, whatsapp: config.whatsappNumber }),
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
    sessionSecret: secret,
    office: config.office,
    bridgeSecret: config.WHATSAPP === 'bridge' ? (config.WHATSAPP_BRIDGE_SECRET ?? null) : null,
    cli: null,
    pollMs: POLL_MS,
    streamMs: STREAM_MS,
    memory,
    keeping: keepingOf(config),
    takesOver: options.takesOver,
  });
}
