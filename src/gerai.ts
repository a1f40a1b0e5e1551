/** The stand put together: the same on Node and on Workers, which differ only in what they pass in. */
import type { Hono } from 'hono';
import { TELEGRAM } from '../bots/telegram/capabilities.ts';
import { WEB } from '../bots/web/capabilities.ts';
import { WHATSAPP_CLOUD } from '../bots/whatsapp-cloud/capabilities.ts';
import { type Database, StorageError } from '../db/database.ts';
import { loadAccountRows } from '../db/store/account.ts';
import { loadSnapshot } from '../db/store/catalogue.ts';
import { useDataLink } from '../db/store/data-links.ts';
import { type DeadLetter, putAside } from '../db/store/dead-letters.ts';
import { makeDueStore } from '../db/store/due.ts';
import type { Erasure } from '../db/store/erase/erase.ts';
import { loadAvailable, loadFigures, ping } from '../db/store/figures.ts';
import { loadHeld } from '../db/store/held.ts';
import { loadNotices } from '../db/store/mailbox.ts';
import { loadPicture } from '../db/store/media.ts';
import { markPulled } from '../db/store/outbox/lent.ts';
import type { Keeping } from '../db/store/retention.ts';
import { addScans } from '../db/store/scans.ts';
import { seal } from '../db/store/seals.ts';
import { makeStore } from '../db/store/store.ts';
import type { Reachable } from '../db/store/unreached.ts';
import { type AlarmDeps, alarmsOf } from './alarms.ts';
import { type Backups, backupHealth, backupWatch } from './backup-watch.ts';
import { backupAlarmMessage } from './chat/admin/backup.ts';
import type { Advise } from './chat/advice/advice.ts';
import type { Capabilities } from './chat/channel.ts';
import type { Copy } from './chat/copy/copy.ts';
import type { Ids, Reach } from './chat/flow.ts';
import { CHANNELS, type ChannelName, type Inbound } from './chat/message.ts';
import type { Understand } from './chat/understand/understanding.ts';
import type { Clock } from './delivery/clock.ts';
import { type Dispatcher, startDispatcher } from './delivery/dispatcher.ts';
import { type DeliveryEvent, type Log, logEvents } from './delivery/events.ts';
import { makeLending } from './delivery/lending.ts';
import { makeReports, type TakeReports } from './delivery/reports.ts';
import type { Sender } from './delivery/sender.ts';
import { makeCatalogue } from './engine/catalogue.ts';
import { makeDeadlines } from './engine/deadlines.ts';
import { type Committed, type Engine, makeEngine } from './engine/engine.ts';
import { makeHolds } from './engine/holds.ts';
import type { PictureDoors } from './engine/pictures.ts';
import { type Job, type Jobs, startJobs } from './jobs.ts';
import { erasing } from './keeping/erasing.ts';
import { SEALED_AT_ONCE, sealing } from './keeping/sealing.ts';
import { tidying } from './keeping/tidying.ts';
import { makeLanes } from './lanes.ts';
import { lookForLowStock } from './low-stock.ts';
import { type Memory, makeMemory } from './memory.ts';
import { DEFAULT_OFFICE, type OfficeSettings, officeStore, unseenJob } from './office.ts';
import type { Recipient } from './shop/effects.ts';
import { maskIdentityNumbers } from './shop/identity.ts';
import { type AppDeps, makeApp } from './web/app.tsx';
import { type BridgeWatch, bridgeAlarm } from './web/bridge-alarm.ts';
import { type BridgeApiDeps, type BridgeMemory, bridgeState, OUTBOX } from './web/bridge-api.ts';
import { WHATSAPP_WEB } from './web/bridge-render.ts';
import type { ChannelHealth } from './web/health.ts';
import { makeHub } from './web/hub.ts';
import { type Limiter, makeLimiter } from './web/limiter.ts';
import { type OfficeDeps, seatDoor } from './web/office/office.ts';
import type { PairingDeps } from './web/pairing.ts';
import { makePageScans } from './web/scans.ts';
import { bridgeWatch, pairingStore } from './whatsapp-web.ts';

export interface GeraiDeps {
  readonly database: Database;
  readonly copy: Copy;
  readonly understand: Understand;
  /** A language model of the office's choosing; left out: none is asked. */
  readonly advise?: Advise | undefined;
  readonly assets: AppDeps['assets'];
  readonly clock: Clock;
  readonly log: Log;
  readonly random: () => number;
  readonly ids: (inboxKey: string, attempt: number) => Ids;
  readonly randomId: () => string;
  readonly hashSession: (session: string) => Promise<string>;
  readonly clientAddress: AppDeps['chat']['clientAddress'];
  /** How fast the public chat may be talked to; the usual limits where it is left out. */
  readonly limiter?: Limiter;
  readonly reach: () => Reach;
  readonly senders: Partial<Record<ChannelName, Sender>>;
  /** Where channels keep the pictures that people send them. */
  readonly pictures?: PictureDoors;
  readonly telegramWebhook: ((engine: Engine) => AppDeps['telegramWebhook']) | null;
  readonly whatsappWebhook?: ((door: WhatsappDoor) => AppDeps['whatsappWebhook']) | null;
  /** The secret that the bridge to a paired phone has; null: there is no bridge. */
  readonly bridgeSecret?: string | null;
  /** Signs the cookie of the page of the paired phone. */
  readonly sessionSecret: string;
  readonly cli: AppDeps['cli'];
  /** Several processes write to the database: streams look for themselves that often. */
  readonly pollMs: number | null;
  /** Streams end after this long, and the page comes again. Without it they go on. */
  readonly streamMs?: number;
  /** Where this lives for one request only, what outlives it. */
  readonly memory?: Memory;
  /**
   * Whether to look for what others left behind: messages that are due, fragments whose process is gone. What lives
   * for one request leaves that to another.
   */
  readonly takesOver?: boolean;
  /** How long names and carts are kept; as the settings have it by themselves where it is left out. */
  readonly keeping?: Keeping;
  /** Keeps the list of erased people beside the backups, where there is a place for it. */
  readonly recordErasure?: ((erasure: Erasure) => Promise<void>) | undefined;
  /** The usual ones where it is left out. */
  readonly office?: OfficeSettings;
  /** What this kind of machine can do beside the stand's own jobs. */
  readonly jobs?: readonly Job[];
  /** Where this kind of machine makes any. */
  readonly backups?: Backups | undefined;
}

/** What a channel needs that hears later how its messages fared. */
export interface WhatsappDoor {
  readonly engine: Engine;
  readonly takeReports: TakeReports;
}

export interface Gerai {
  readonly app: Hono;
  readonly engine: Engine;
  readonly dispatcher: Dispatcher;
  readonly jobs: Jobs;
  /** Where it can be reached now. */
  reach(): Reach;
  /**
   * Tells the admins when the paired phone does not work; null: there is none. For the one process that the bridge talks
   * to: another would not know that it is there.
   */
  readonly bridgeWatch: BridgeWatch | null;
  /** Resolves when nothing is in hand any more: no fragment waits, and every message sent has its outcome recorded. */
  settled(): Promise<void>;
  /** Streams of the web chat end, so that their connections can be closed; the page comes again. */
  endStreams(): void;
  /** Waits for what is in hand, and then closes the database. */
  close(): Promise<void>;
}

/** Channels that are not there yet have the abilities of the plainest one. */
const CAPABILITIES: Readonly<Record<ChannelName, Capabilities>> = {
  telegram: TELEGRAM,
  web: WEB,
  'whatsapp-web': WHATSAPP_WEB,
  'whatsapp-cloud': WHATSAPP_CLOUD,
};

/** As the settings have it by themselves. */
const KEEPING: Keeping = { namesDays: 90, cartsDays: 30 };

export function isOutage(error: unknown): boolean {
  return error instanceof StorageError;
}

export async function makeGerai(deps: GeraiDeps): Promise<Gerai> {
  const {
    database,
    clock,
    log,
    memory = makeMemory(),
    takesOver = true,
    office: settings = DEFAULT_OFFICE,
  } = deps;
  const limiter = deps.limiter ?? makeLimiter();
  const lanes = makeLanes();
  const hub = makeHub();
  const bridgeHub = makeHub();
  const heard = channelHealth(memory.channels, pushChannels(deps.senders));
  memory.bridge.listeningSince ??= clock.now();
  const catalogue = await makeCatalogue(async () => {
    memory.snapshot = await loadSnapshot(database);
    return memory.snapshot;
  }, memory.snapshot);
  const logDelivery = logEvents(log);
  const onOutage = (error: unknown) => log.error({ err: error }, 'Nothing can be stored now.');
  const { bridgeSecret = null } = deps;
  const reachable: Reachable = {
    ...reachableBy(deps.senders),
    ...(bridgeSecret === null ? {} : { 'whatsapp-web': WHATSAPP_WEB }),
  };
  /** A paired phone tells its number by itself. */
  function reach(): Reach {
    const known = deps.reach();
    const whatsapp = known.whatsapp ?? memory.bridge.status?.phone ?? null;
    return { ...known, whatsapp, pairing: bridgeSecret !== null };
  }

  const onEvent = (event: DeliveryEvent) => {
    if (event.kind === 'sent') heard.sent(event.channel, clock.now());
    logDelivery(event);
  };
  const dispatcher = await startDispatcher({
    database,
    senders: deps.senders,
    clock,
    random: deps.random,
    polls: takesOver,
    reachable,
    onEvent,
  });
  const takeReports = makeReports({
    database,
    reachable,
    now: clock.now,
    random: deps.random,
    onEvent: logDelivery,
    onDue: () => dispatcher.poke(),
  });
  const engine = makeEngine({
    store: makeStore(database),
    catalogue,
    copy: deps.copy,
    understand: deps.understand,
    ...(deps.advise ? { advise: deps.advise } : {}),
    ...(deps.pictures ? { pictures: deps.pictures } : {}),
    onUnusable: (why) => log.info({ why }, 'What the language model said was not shown.'),
    lanes,
    capabilities: CAPABILITIES,
    reach,
    now: clock.now,
    ids: deps.ids,
    onCommitted: (committed) => afterCommit(committed),
  });
  const holds = makeHolds(clock, engine.handle);

  /** One after another; while one waits, another would see nothing else. */
  let looksSoon = false;
  function lookAtStock(): void {
    if (looksSoon) return;
    looksSoon = true;
    const { copy, randomId } = deps;
    const watch = { database, copy, catalogue, capabilities: CAPABILITIES, now: clock.now, randomId, onOwed };
    lanes
      .run('low stock', () => {
        looksSoon = false;
        return lookForLowStock(watch);
      })
      .catch(onOutage);
  }

  function afterCommit({ inbound, owed, heldUntil, movesStock }: Committed): void {
    if (inbound) heard.inbound(inbound.channel, clock.now());
    dispatcher.dispatch(owed.filter((each) => CAPABILITIES[each.channel].delivery === 'push'));
    for (const each of owed) if (each.channel === 'web' && each.kind === 'notice') hub.wake(each.external);
    if (owed.some((each) => each.channel === 'whatsapp-web')) bridgeHub.wake(OUTBOX);
    if (inbound && heldUntil !== null) {
      holds.hold({ channel: inbound.channel, external: inbound.chat, key: inbound.key, until: heldUntil });
    }
    if (movesStock) lookAtStock();
  }

  if (takesOver) for (const held of await loadHeld(database)) holds.hold(held);
  if (takesOver) lookAtStock();

  const deadlines = makeDeadlines({
    store: makeDueStore(database),
    door: engine,
    catalogue,
    copy: deps.copy,
  });
  const unseen = unseenJob({
    database,
    copy: deps.copy,
    catalogue,
    capabilities: CAPABILITIES,
    isReached: (channel) => channel === 'web' || reachable[channel] !== undefined,
    seenMs: settings.seenMs,
    randomId: deps.randomId,
    onOwed,
  });
  const alarmDeps: AlarmDeps = {
    database,
    copy: deps.copy,
    catalogue,
    capabilities: CAPABILITIES,
    isSentTo: (channel) => reachable[channel] !== undefined,
    now: clock.now,
    randomId: deps.randomId,
    onOwed,
  };
  const { backups } = deps;
  // After the jobs that make backups: what failed just now is told at once.
  const watches = backups ? [backupWatch(backups, alarmsOf(alarmDeps, 'backup', backupAlarmMessage))] : [];

  const jobs = startJobs({
    jobs: takesOver
      ? [
          deadlines,
          unseen,
          erasing({ database, record: deps.recordErasure }),
          tidying(database, deps.keeping ?? KEEPING),
          sealing(database),
          ...(deps.jobs ?? []),
          ...watches,
        ]
      : [],
    database,
    clock,
    log,
    holder: crypto.randomUUID(),
  });

  function bridge(secret: string): BridgeApiDeps {
    return {
      secret,
      engine,
      lending: makeLending({
        database,
        channel: 'whatsapp-web',
        now: clock.now,
        random: deps.random,
        reachable,
        onEvent,
      }),
      media: (hash) => loadPicture(database, hash),
      hub: bridgeHub,
      memory: memory.bridge,
      now: clock.now,
      isOutage,
      onOutage,
      apology: ({ locale }) => deps.copy.in(languageFor(locale))('storage-down-kept'),
      deadLetter: (inbound, error) => putAside(database, letterOf(inbound, error, clock.now())),
      log,
    };
  }

  function languageFor(locale: string | undefined) {
    return deps.copy.fitting(locale) ?? catalogue.current().stand.defaultLanguage;
  }

  function onOwed(to: readonly Recipient[]): void {
    dispatcher.poke();
    for (const each of to) if (each.channel === 'web') hub.wake(each.external);
    if (to.some(({ channel }) => channel === 'whatsapp-web')) bridgeHub.wake(OUTBOX);
  }

  function pairing(): PairingDeps {
    return {
      ...pairingStore(database, clock.now),
      secret: deps.sessionSecret,
      memory: memory.bridge,
      health: () => memory.channels.get('whatsapp-web'),
      now: clock.now,
      randomId: deps.randomId,
      isSecure: () => deps.reach().web?.startsWith('https:') ?? false,
      wakeBridge: () => bridgeHub.wake(OUTBOX),
      isOutage,
      onOutage,
    };
  }

  const scans = makePageScans({ add: (counted) => addScans(database, counted), clock });

  const office: OfficeDeps = {
    ...officeStore(database, catalogue, clock.now),
    engine,
    limiter,
    clientAddress: deps.clientAddress,
    secret: deps.sessionSecret,
    keyedHash: deps.hashSession,
    randomId: deps.randomId,
    isSecure: () => deps.reach().web?.startsWith('https:') ?? false,
    now: clock.now,
    lockMs: settings.lockMs,
    isOutage,
    onOutage,
  };

  const app = makeApp({
    catalogue,
    scans,
    copy: deps.copy,
    now: clock.now,
    async stock() {
      const { available, catalogueVersion } = await loadAvailable(database);
      await catalogue.atLeast(catalogueVersion);
      return available;
    },
    media: (hash) => loadPicture(database, hash),
    assets: deps.assets,
    reach,
    chat: {
      engine,
      holds,
      hub,
      mailbox: {
        notices: (chat, after) => loadNotices(database, 'web', chat, after),
        fetched: (ids) => markPulled(database, ids, clock.now()),
      },
      limiter,
      seats: seatDoor(office),
      copy: deps.copy,
      defaultLanguage: () => catalogue.current().stand.defaultLanguage,
      hashSession: deps.hashSession,
      now: clock.now,
      randomId: deps.randomId,
      pollMs: deps.pollMs,
      streamMs: deps.streamMs ?? null,
      clientAddress: deps.clientAddress,
      isOutage,
      onOutage,
    },
    health: {
      pingDatabase: () => ping(database),
      channels: () =>
        bridgeSecret === null ? heard.read() : withBridge(heard.read(), memory.bridge, clock.now()),
      figures: () => loadFigures(database),
      backup: () => (backups ? backupHealth(backups, clock.now()) : null),
      now: clock.now,
    },
    ownData: {
      async take(key) {
        const person = await useDataLink(database, key, clock.now());
        return person === null ? null : loadAccountRows(database, person);
      },
    },
    telegramWebhook: deps.telegramWebhook?.(engine) ?? null,
    whatsappWebhook: deps.whatsappWebhook?.({ engine, takeReports }) ?? null,
    bridge: bridgeSecret === null ? null : bridge(bridgeSecret),
    pairing: bridgeSecret === null ? null : pairing(),
    office,
    cli: deps.cli,
    onRequest: (entry) => log.info(entry, 'request'),
    onError: (error) => log.error({ err: error }, 'A request failed.'),
  });

  return {
    app,
    engine,
    dispatcher,
    jobs,
    reach,
    bridgeWatch: bridgeSecret === null ? null : bridgeWatch(alarmDeps, memory.bridge),
    async settled() {
      await jobs.idle();
      await holds.idle();
      await lanes.idle();
      await dispatcher.idle();
      await scans.flush();
    },
    endStreams() {
      hub.close();
      bridgeHub.close();
    },
    async close() {
      await jobs.stop();
      if (takesOver) await seal(database, SEALED_AT_ONCE).catch(onOutage);
      await lanes.idle();
      await dispatcher.stop();
      await scans.close();
      await database.close();
    },
  };
}

function pushChannels(senders: GeraiDeps['senders']): ChannelName[] {
  return CHANNELS.filter((channel) => senders[channel]);
}

/** Channels that somebody sends to. A web page is not among them: whoever has closed it hears nothing. */
function reachableBy(senders: GeraiDeps['senders']): Reachable {
  return Object.fromEntries(pushChannels(senders).map((channel) => [channel, CAPABILITIES[channel]]));
}

type Channels = Partial<Record<ChannelName, ChannelHealth>>;

/** The bridge is a program of its own: that it is not there is worth knowing too. */
function withBridge(channels: Channels, bridge: BridgeMemory, now: number): Channels {
  const { 'whatsapp-web': known = { lastInbound: null, lastConfirmedSend: null } } = channels;
  const about = { state: bridgeState(bridge, now), alarm: bridgeAlarm(bridge, now)?.what ?? null };
  return { ...channels, 'whatsapp-web': { ...known, ...about } };
}

/** An event that no attempt could handle, without what must not be kept. */
function letterOf(inbound: Inbound, error: unknown, at: number): DeadLetter {
  return {
    key: inbound.key,
    channel: inbound.channel,
    event: maskIdentityNumbers(JSON.stringify(inbound)),
    error: error instanceof Error ? error.name : 'unknown',
    at,
  };
}

/** When each channel last heard and last sent, kept in memory: a restart starts anew. */
function channelHealth(channels: Memory['channels'], connected: readonly ChannelName[]) {
  const of = (channel: ChannelName) =>
    channels.get(channel) ?? { lastInbound: null, lastConfirmedSend: null };
  for (const channel of connected) channels.set(channel, of(channel));
  return {
    read: () => Object.fromEntries(channels),
    inbound(channel: ChannelName, at: number) {
      channels.set(channel, { ...of(channel), lastInbound: at });
    },
    sent(channel: ChannelName, at: number) {
      channels.set(channel, { ...of(channel), lastConfirmedSend: at });
    },
  };
}
