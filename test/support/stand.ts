/**
 * The whole stand in one process, wired as the entries do it, with doubles on the other side of each channel, a clock that
 * goes on only where something waits for it, and people who talk with it.
 */
import { onTestFinished } from 'vitest';
import type { Database } from '../../db/database.ts';
import { fileUrl } from '../../db/database-url.ts';
import { erasuresFile, recordErasure } from '../../db/erasures.ts';
import type { Erasure } from '../../db/store/erase/erase.ts';
import type { Keeping } from '../../db/store/retention.ts';
import type { Backups } from '../../src/backup-watch.ts';
import type { Advise } from '../../src/chat/advice/advice.ts';
import { makeCopy } from '../../src/chat/copy/copy.ts';
import type { CommandContext } from '../../src/commands/command.ts';
import { invite } from '../../src/commands/invite.ts';
import type { Log } from '../../src/delivery/events.ts';
import { type Gerai, makeGerai } from '../../src/gerai.ts';
import { type Memory, makeMemory } from '../../src/memory.ts';
import { readAssets, readCopy } from '../../src/node/files.ts';
import { derivedIds, keyedHash } from '../../src/node/secrets.ts';
import { readUnderstand } from '../../src/node/understand.ts';
import type { Role } from '../../src/shop/roles.ts';
import { type BotApi, startBotApi } from './bot-api.ts';
import { BRIDGE_SECRET, bridgeDouble } from './bridge.ts';
import { type GraphApi, type GraphApiOptions, startGraphApi } from './graph-api.ts';
import { startHrana } from './hrana.ts';
import { seeded } from './seeded.ts';
import { virtualClock } from './stand/clock.ts';
import { telegramDevice } from './stand/devices/telegram.ts';
import { webDevice } from './stand/devices/web.ts';
import { whatsappCloudDevice } from './stand/devices/whatsapp-cloud.ts';
import { type PairedPhone, pairedPhone } from './stand/devices/whatsapp-web.ts';
import { openFile } from './stand/file.ts';
import { beginLife, PowerCut } from './stand/life.ts';
import { cloudLine, introduce, silent, telegramLine } from './stand/lines.ts';
import { type Device, makePerson, type Person, type StandChannel } from './stand/person.ts';
import { countSending, isHolding, watchIdle, watchWork } from './stand/work.ts';

export type { Heard, Person, StandChannel } from './stand/person.ts';

/** For `describe.each`: one script, all channels. */
export const STAND_CHANNELS = [
  'telegram',
  'web',
  'whatsapp-web',
  'whatsapp-cloud',
] as const satisfies readonly StandChannel[];

/** WhatsApp does not say what language somebody has: they have to show it, or to choose. */
export function tellsLanguage(channel: StandChannel): boolean {
  return channel !== 'whatsapp-cloud' && channel !== 'whatsapp-web';
}

/** Where an event can carry a choice that nobody was offered; a paired phone knows words only. */
export const FORGEABLE_CHANNELS = STAND_CHANNELS.filter((channel) => channel !== 'whatsapp-web');

/** A Wednesday morning while the sample stand is open. */
const OPEN_DAY = '2026-11-25T10:00';

/** Read once: every stand understands alike. */
const understand = readUnderstand();

export const WHATSAPP_NUMBER = '6281234567890';

const SECRET = 'the-secret-of-the-stand-in-tests-32+';

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
  /** The number that is set for WhatsApp; null: none. */
  readonly number?: string | null;
  /** A language model, or a double of one; there is none without it. */
  readonly advise?: Advise;
  /** How many calls the double of Telegram remembers. */
  readonly callsKept?: number;
  /** Hears what the stand logs; nobody does without it. */
  readonly log?: Log;
  readonly keeping?: Keeping;
  /** The backups of the machine, or a double of them; it makes none without it. */
  readonly backups?: Backups;
}

export interface VisitorOptions {
  /** What the channel says of their language. */
  readonly language?: string;
  readonly phone?: string;
}

export interface Stand {
  visitorOn(channel: StandChannel, name: string, options?: VisitorOptions): Person;
  /** Whoever this is, in a group on Telegram: what they do and hear is done and heard there. */
  inGroup(person: Person, group: number): Person;
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
  /** The clock is set by so many milliseconds. */
  clockIsSet(by: number): void;
  /** Resolves when everything that follows from what was done has happened. */
  settle(): Promise<void>;
  /**
   * The server ends and is started anew.
   * @returns how many messages were under way when the power was cut: whether they arrived is in doubt
   */
  restarts(end: 'in order' | 'cut off'): Promise<number>;
  readonly gerai: Gerai;
  readonly telegram: BotApi;
  readonly whatsapp: GraphApi;
  readonly database: Database;
  /** The path of the database's file; logs and lists of the stand lie beside it. */
  readonly file: string;
  /** What a command is run with. */
  readonly context: CommandContext;
  readonly memory: Memory;
  close(): Promise<void>;
}

export function inJakarta(wallClock: string): number {
  return Date.parse(`${wallClock}:00+07:00`);
}

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
  number = WHATSAPP_NUMBER,
  advise,
  callsKept,
  log = silent,
  keeping,
  backups,
}: StandOptions = {}): Promise<Stand> {
  const clock = virtualClock(inJakarta(now));
  const work = watchWork();
  const { file, remove } = await openFile();
  const hrana = kind === 'hrana' ? await startHrana(file) : null;
  const copy = makeCopy(readCopy());
  const telegramApi = await startBotApi({
    now: clock.now,
    ...(callsKept === undefined ? {} : { log: callsKept }),
  });
  const graphApi = await startGraphApi({ now: clock.now, window });
  const restarts = new Set<() => void>();
  const record = (erasure: Erasure) => work.during(recordErasure(erasuresFile(file), erasure));
  let ids = 0;

  /** The server starts, with what is on its disk. */
  async function begin() {
    const life = await beginLife(hrana?.url ?? fileUrl(file), clock, work);
    const inDoubt = await countSending(life.database);
    const { telegram, sender } = telegramLine(telegramApi, life, copy, log);
    const whatsapp = cloudLine(graphApi, life, copy, log);
    const memory = makeMemory();
    const reach = () => ({ web: 'https://gerai.example', telegram: telegram.name(), whatsapp: number });
    const gerai = await makeGerai({
      database: life.database,
      copy,
      understand,
      advise,
      backups,
      assets: readAssets(),
      clock: life.clock,
      log,
      ...(keeping ? { keeping } : {}),
      recordErasure: record,
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
      pictures: { telegram: telegram.fetchPicture, 'whatsapp-cloud': whatsapp.line.fetchPicture },
      telegramWebhook: telegram.webhook,
      whatsappWebhook: whatsapp.line.webhook,
      bridgeSecret: BRIDGE_SECRET,
      sessionSecret: SECRET,
      memory,
      cli: null,
      pollMs: null,
    });
    await introduce(telegram, gerai, telegramApi, life);
    graphApi.deliverTo((request) => life.delivery(gerai, request));
    const isIdle = watchIdle(gerai);
    return { life, gerai, memory, telegram, reach, isIdle, inDoubt };
  }

  let server = await begin();
  let restarting: Promise<unknown> = Promise.resolve();

  /** Whoever waits for the server while the power is cut asks the next one. */
  async function insistently<T>(asks: () => Promise<T>): Promise<T> {
    try {
      return await Promise.race([asks(), server.life.cutOff]);
    } catch (error) {
      if (!(error instanceof PowerCut)) throw error;
      await restarting;
      return insistently(asks);
    }
  }

  async function restart(end: 'in order' | 'cut off'): Promise<void> {
    if (end === 'cut off') await server.life.cut();
    else await stop();
    server = await begin();
    for (const hears of restarts) hears();
  }

  const request = (path: string, init: RequestInit) =>
    server.life.request(server.gerai, new Request(`https://gerai.example${path}`, init));
  /** Fetches what is owed once somebody writes to it: tests of the bridge's routes fetch themselves. */
  let paired: PairedPhone | null = null;

  async function quiet(): Promise<void> {
    await work.quiet();
    await insistently(() => server.gerai.jobs.idle());
    await paired?.sendsAll();
    await work.quiet();
  }

  const isSettled = async () => (await server.isIdle()) && !(await isHolding(server.life.database));

  async function settle(): Promise<void> {
    await quiet();
    for (let rings = 0; rings < MAX_RINGS; rings += 1) {
      if (await insistently(isSettled)) return;
      clock.ringNext();
      await quiet();
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
    const [result] = await insistently(() => server.life.database.read([{ sql, args: [] }]));
    return (result?.rows ?? []).map((row) => ({ ...row }) as unknown as T);
  }

  async function stop(): Promise<void> {
    await work.quiet();
    server.gerai.endStreams();
    await server.telegram.stop();
    await server.gerai.close();
  }

  let people = 0;
  function visitorOn(channel: StandChannel, name: string, { language = 'id', phone }: VisitorOptions = {}) {
    people += 1;
    const number = people;
    const devices: Readonly<Record<StandChannel, () => Device>> = {
      telegram: () =>
        telegramDevice(
          telegramApi,
          telegramApi.user({
            id: 1_000 + number,
            firstName: name,
            languageCode: language,
            ...(phone === undefined ? {} : { phone }),
          }),
        ),
      'whatsapp-web': () => {
        paired ??= pairedPhone(bridgeDouble(request, clock.now), clock.now);
        return paired.device(`62813${String(number).padStart(8, '0')}@c.us`, name);
      },
      'whatsapp-cloud': () =>
        whatsappCloudDevice(graphApi, graphApi.person(`62812${String(number).padStart(8, '0')}`, { name })),
      web: () =>
        webDevice(
          {
            request,
            quiet: work.quiet,
            onRestart: (hears) => void restarts.add(hears),
            isHolding: () => insistently(() => isHolding(server.life.database)),
          },
          { session: `session-number-${String(number).padStart(8, '0')}`, locale: language },
        ),
    };
    return makePerson(channel, name, devices[channel](), { settle, goesOn });
  }

  const context = (): CommandContext => ({
    database: server.life.database,
    reach: server.reach,
    now: clock.now,
    recordErasure: record,
  });

  async function invitation(role: Role, name: string, unit?: string): Promise<string> {
    const input = { role, name, hours: 48, ...(unit === undefined ? {} : { unit }) };
    const code = /inv_[\w-]+/.exec(await invite.run(context(), input))?.[0];
    if (code === undefined) throw new Error('There is no invitation in what the command says.');
    return code;
  }

  async function colleague(role: Role, channel: StandChannel, name: string, unit?: string) {
    const person = visitorOn(channel, name);
    await person.opens(await invitation(role, name, unit));
    await person.hears(name);
    return person;
  }

  function inGroup({ name, telegram: user }: Person, group: number): Person {
    if (!user) throw new Error(`${name} has no Telegram.`);
    return makePerson('telegram', name, telegramDevice(telegramApi, user.inGroup(group)), { settle, goesOn });
  }

  return {
    visitorOn,
    inGroup,
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
    clockIsSet: clock.isSet,
    settle,
    async restarts(end) {
      restarting = restart(end);
      await restarting;
      return server.inDoubt;
    },
    get gerai() {
      return server.gerai;
    },
    telegram: telegramApi,
    whatsapp: graphApi,
    get database() {
      return server.life.database;
    },
    file,
    get context() {
      return context();
    },
    get memory() {
      return server.memory;
    },
    async close() {
      await stop();
      await telegramApi.close();
      await graphApi.close();
      await hrana?.close();
      remove();
    },
  };
}
