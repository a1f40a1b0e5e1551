/**
 * The whole stand in one process, wired as the entries do it, with doubles on the other side of each channel, a clock that
 * goes on only where something waits for it, and people who talk with it.
 */
import { onTestFinished } from 'vitest';
import { openDatabase } from '../../db/connect.ts';
import type { Database } from '../../db/database.ts';
import { fileUrl } from '../../db/database-url.ts';

import type { Backups } from '../../src/backup-watch.ts';
import type { Advise } from '../../src/chat/advice/advice.ts';

import { makeCopy } from '../../src/chat/copy/copy.ts';
import { invite } from '../../src/commands/invite.ts';
import { type Gerai, makeGerai } from '../../src/gerai.ts';
import { type Memory, makeMemory } from '../../src/memory.ts';
import { readAssets, readCopy } from '../../src/node/files.ts';
import { derivedIds, keyedHash } from '../../src/node/secrets.ts';
import { readUnderstand } from '../../src/node/understand.ts';
import type { Role } from '../../src/shop/roles.ts';
import type { BotApi } from './bot-api.ts';
import { BRIDGE_SECRET, bridgeDouble } from './bridge.ts';
import type { GraphApi, GraphApiOptions } from './graph-api.ts';
import { startHrana } from './hrana.ts';
import { seeded } from './seeded.ts';
import { virtualClock } from './stand/clock.ts';
import { telegramDevice } from './stand/devices/telegram.ts';
import { webDevice } from './stand/devices/web.ts';
import { whatsappCloudDevice } from './stand/devices/whatsapp-cloud.ts';
import { type PairedPhone, pairedPhone } from './stand/devices/whatsapp-web.ts';
import { openFile } from './stand/file.ts';
import { introduce, openTelegram, openWhatsappCloud, silent } from './stand/lines.ts';
import { type Device, makePerson, type Person, type StandChannel } from './stand/person.ts';
import { isHolding, watched, watchIdle, watchWork } from './stand/work.ts';

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
  backups,
}: StandOptions = {}): Promise<Stand> {
  const clock = virtualClock(inJakarta(now));
  const work = watchWork();
  const { file, remove } = await openFile();
  const hrana = kind === 'hrana' ? await startHrana(file) : null;
  const database = watched(await openDatabase({ url: hrana?.url ?? fileUrl(file) }), work);
  const copy = makeCopy(readCopy());
  const { api, telegram, sender } = await openTelegram(database, copy, clock, work);
  const whatsapp = await openWhatsappCloud(database, copy, clock, work, window);
  const memory = makeMemory();
  const reach = () => ({
    web: 'https://gerai.example',
    telegram: telegram.name(),
    whatsapp: number,
  });
  let ids = 0;
  const gerai = await makeGerai({
    database,
    copy,
    understand,
    advise,
    backups,
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
  const request = async (path: string, init: RequestInit) =>
    gerai.app.request(`https://gerai.example${path}`, init);
  /** Fetches what is owed once somebody writes to it: tests of the bridge's routes fetch themselves. */
  let paired: PairedPhone | null = null;

  async function quiet(): Promise<void> {
    await work.quiet();
    await paired?.sendsAll();
    await work.quiet();
  }

  async function settle(): Promise<void> {
    await quiet();
    for (let rings = 0; rings < MAX_RINGS; rings += 1) {
      if ((await isIdle()) && !(await isHolding(database))) return;
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
      'whatsapp-web': () => {
        paired ??= pairedPhone(bridgeDouble(request, clock.now), clock.now);
        return paired.device(`62813${String(number).padStart(8, '0')}@c.us`, name);
      },
      'whatsapp-cloud': () =>
        whatsappCloudDevice(
          whatsapp.api,
          whatsapp.api.person(`62812${String(number).padStart(8, '0')}`, { name }),
        ),
      web: () =>
        webDevice(
          { request, quiet: work.quiet, isHolding: () => isHolding(database) },
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

  function inGroup({ name, telegram: user }: Person, group: number): Person {
    if (!user) throw new Error(`${name} has no Telegram.`);
    return makePerson('telegram', name, telegramDevice(api, user.inGroup(group)), { settle, goesOn });
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
