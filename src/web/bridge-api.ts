/**
 * `/bridge/whatsapp/…`: the program that drives a paired phone brings what was written there, and fetches what is to
 * be sent. It knows nothing of the stand; here its events become the conversation's, and messages WhatsApp's.
 */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Lent } from '../../db/store/outbox/lent.ts';
import type { Inbound } from '../chat/message.ts';
import type { Lending } from '../delivery/lending.ts';
import type { Engine } from '../engine/engine.ts';
import { withApology } from '../engine/outage.ts';
import {
  type BridgeCommand,
  type BridgeEvent,
  type BridgeMessage,
  bridgeEvent,
  type EventsAnswer,
  eventsRequest,
  type OutageAnswer,
  type OutboxAnswer,
  type Receipt,
  receiptsRequest,
} from '../wire/bridge.ts';
import {
  checkSignature,
  SIGNATURE_HEADER,
  type SigningKey,
  signingKey,
  TIME_HEADER,
} from '../wire/signature.ts';
import type { AppDeps } from './app.tsx';
import { toWhatsApp } from './bridge-render.ts';
import type { Hub } from './hub.ts';

/** The name under which the hub wakes whoever waits for messages. */
export const OUTBOX = 'outbox';

/** A hundred events, each with a text as long as WhatsApp lets it be, would be more: the bridge sends fewer then. */
const MAX_BODY_BYTES = 1024 * 1024;

/** A wait may be this long, so that no proxy ends it before: seconds. */
const MAX_WAIT_S = 30;

/** Messages that one request may borrow. */
const MAX_LENT = 10;

/** Without being woken, the outbox is looked at that often: what is tried again falls due by itself. */
const LOOK_MS = 1_000;

/** An event that the engine fails at is put aside then. */
const MAX_TRIES = 3;

/** What the bridge said of itself last. */
export interface BridgeStatus {
  readonly at: number;
  readonly phase: string;
  readonly reason: string;
  /** What the phone is to scan, while it is to. */
  readonly code: string | null;
  /** The paired number in digits, as far as it is known: for admins, never logged. */
  readonly phone: string | null;
}

/** Kept by the caller where this lives for one request only. */
export interface BridgeMemory {
  /** When the bridge last asked for anything, UTC milliseconds. */
  seenAt: number | null;
  status: BridgeStatus | null;
  /** When this began to listen for it, and when it was last known to be ready. */
  listeningSince: number | null;
  readyAt: number | null;
  /** When a message went unacknowledged after which none was acknowledged. */
  unacknowledgedSince: number | null;
  /** Commands that the bridge has not fetched yet. */
  readonly commands: BridgeCommand[];
  /** When a button was last pressed that sends one, by the command. */
  readonly pressed: Map<BridgeCommand, number>;
  /** How often the engine failed at an event, by its id. */
  readonly failures: Map<string, number>;
  /** Chats that were told of the outage that lasts. */
  readonly told: Set<string>;
}

export function makeBridgeMemory(): BridgeMemory {
  return {
    seenAt: null,
    status: null,
    listeningSince: null,
    readyAt: null,
    unacknowledgedSince: null,
    commands: [],
    pressed: new Map(),
    failures: new Map(),
    told: new Set(),
  };
}

/** It asks every half a minute at least. */
const AWAY_MS = 90_000;

/** What the bridge says that it does, or `away` where nothing was heard of it for long. */
export function bridgeState({ seenAt, status }: BridgeMemory, now: number): string {
  const isAway = seenAt === null || now - seenAt > AWAY_MS;
  return isAway || status === null ? 'away' : status.phase;
}

export interface BridgeApiDeps {
  readonly secret: string;
  readonly engine: Engine;
  readonly lending: Lending;
  readonly media: AppDeps['media'];
  readonly hub: Hub;
  readonly memory: BridgeMemory;
  readonly now: () => number;
  readonly isOutage: (error: unknown) => boolean;
  readonly onOutage: (error: unknown) => void;
  /** In the language of whoever is told. */
  readonly apology: (inbound: Inbound) => string;
  readonly deadLetter: (inbound: Inbound, error: unknown) => Promise<void>;
  readonly log: { error(fields: object, message: string): void; info(fields: object, message: string): void };
}

type Signed = { Variables: { body: unknown } };

export function bridgeApi(deps: BridgeApiDeps): Hono<Signed> {
  const app = new Hono<Signed>();
  const key = signingKey(deps.secret);
  app.use(bodyLimit({ maxSize: MAX_BODY_BYTES, onError: (c) => c.body(null, 413) }));
  app.use(async (c, next) => {
    const refused = await refusal(c, await key, deps.now());
    if (refused) return refused;
    noteSeen(deps.memory, deps.now());
    return next();
  });
  app.post('/events', (c) => takeEvents(c, deps));
  app.get('/outbox', (c) => giveMessages(c, deps));
  app.post('/receipts', (c) => takeReceipts(c, deps));
  app.get('/media/:hash', (c) => giveMedia(c, deps));
  return app;
}

function noteSeen(memory: BridgeMemory, now: number): void {
  memory.seenAt = now;
  if (memory.status?.phase === 'ready') memory.readyAt = now;
}

/** Only with the secret; says no more than whether it is the clock. */
async function refusal(c: Context<Signed>, key: SigningKey, now: number): Promise<Response | null> {
  const { pathname, search } = new URL(c.req.url);
  const body = new Uint8Array(await c.req.arrayBuffer());
  const request = {
    method: c.req.method,
    path: pathname + search,
    at: Number(c.req.header(TIME_HEADER)),
    body,
  };
  const verdict = await checkSignature(key, request, c.req.header(SIGNATURE_HEADER) ?? '', now);
  if (verdict !== 'right')
    return c.json({ error: { code: verdict === 'time' ? 'clock' : 'signature' } }, 401);
  if (body.length > 0) c.set('body', parsed(body));
  return null;
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}

function malformed(c: Context<Signed>): Response {
  return c.json({ error: { code: 'malformed' } }, 400);
}

/* ── events ── */

async function takeEvents(c: Context<Signed>, deps: BridgeApiDeps): Promise<Response> {
  const request = eventsRequest.safeParse(c.get('body'));
  if (!request.success) return malformed(c);
  const apologies: { chat: string; text: string }[] = [];
  const engine = withApology(deps.engine, {
    isOutage: deps.isOutage,
    apologise: (inbound) => void apologies.push({ chat: inbound.chat, text: deps.apology(inbound) }),
    told: deps.memory.told,
  });
  const events = request.data.events.map((each) => ({ each, event: bridgeEvent.safeParse(each) }));
  const refused = events.flatMap(({ each, event }) => (event.success ? [] : idsOf(each)));
  const understood = events.flatMap(({ event }) => (event.success ? [event.data] : []));
  const deleted = new Set(understood.flatMap(deletedBy));
  // Chats are handled together, the events of one in their order: the engine sees to that.
  const taken = await Promise.all(
    understood.map((event) => deleted.has(event.id) || take(deps, engine, event)),
  );
  const accepted = understood.filter((_, index) => taken[index]).map(({ id }) => id);
  if (accepted.length + refused.length === 0) {
    c.header('retry-after', '2');
    return c.json({ apologies } satisfies OutageAnswer, 503);
  }
  return c.json({ accepted, refused } satisfies EventsAnswer);
}

/** What was taken back while it waited for the server is not read at all. */
function deletedBy(event: BridgeEvent): string[] {
  return event.kind === 'message' && event.body.kind === 'deleted' ? [event.body.of] : [];
}

function idsOf(event: unknown): string[] {
  const named = typeof event === 'object' && event !== null && 'id' in event ? event.id : null;
  return typeof named === 'string' ? [named] : [];
}

/** @returns whether it needs not come again. */
async function take(deps: BridgeApiDeps, engine: Engine, event: BridgeEvent): Promise<boolean> {
  switch (event.kind) {
    case 'message':
      return handle(deps, engine, event.id, toInbound(event));
    case 'same':
      return handle(deps, engine, event.id, inboundOf(event, { kind: 'same-person', also: event.also }));
    case 'left':
      return handle(deps, engine, event.id, inboundOf(event, { kind: 'reachable', reachable: false }));
    case 'own':
      return handle(deps, engine, event.id, inboundOf(event, { kind: 'own', givesBack: event.givesBack }));
    case 'state':
    case 'qr':
      remember(deps.memory, event);
      noteSeen(deps.memory, deps.now());
      return true;
  }
}

export function toInbound(event: Extract<BridgeEvent, { kind: 'message' }>): Inbound {
  const { body } = event;
  if (body.kind === 'deleted') return inboundOf(event, { kind: 'deleted', message: keyOf(body.of) });
  // A field that is there and undefined is another thing to the conversation than one that is not there.
  return inboundOf(event, JSON.parse(JSON.stringify(body)));
}

type ChatEvent = Extract<BridgeEvent, { chat: string }>;

function keyOf(id: string): string {
  return `whatsapp-web:${id}`;
}

function inboundOf(event: ChatEvent, body: Inbound['body']): Inbound {
  const { id, chat, at } = event;
  const name = event.kind === 'message' ? event.name : undefined;
  const author = 'author' in event ? event.author : undefined;
  return {
    key: keyOf(id),
    channel: 'whatsapp-web',
    chat,
    actor: author ?? chat,
    at,
    ...(name === undefined ? {} : { displayName: name }),
    body,
  };
}

async function handle(deps: BridgeApiDeps, engine: Engine, id: string, inbound: Inbound): Promise<boolean> {
  const { failures } = deps.memory;
  try {
    await engine.handle(inbound);
    failures.delete(id);
    return true;
  } catch (error) {
    if (deps.isOutage(error)) {
      deps.onOutage(error);
      return false;
    }
    const count = (failures.get(id) ?? 0) + 1;
    failures.set(id, count);
    deps.log.error({ err: error, try: count }, 'An event of the WhatsApp bridge failed.');
    if (count < MAX_TRIES) return false;
    return deps.deadLetter(inbound, error).then(
      () => failures.delete(id),
      () => false,
    );
  }
}

/** Events may come late or twice: the newest counts. */
function remember(memory: BridgeMemory, event: Extract<BridgeEvent, { kind: 'state' | 'qr' }>): void {
  const known = memory.status;
  if (known && known.at > event.at) return;
  const { at } = event;
  memory.status =
    event.kind === 'qr'
      ? { at, phase: 'pairing', reason: known?.reason ?? 'unlinked', code: event.code, phone: null }
      : {
          at,
          phase: event.phase,
          reason: event.reason,
          code: event.phase === 'pairing' ? (known?.code ?? null) : null,
          phone: event.phone ?? (event.phase === 'pairing' ? null : (known?.phone ?? null)),
        };
}

/* ── messages ── */

async function giveMessages(c: Context<Signed>, deps: BridgeApiDeps): Promise<Response> {
  const { hub, memory, lending } = deps;
  const most = bounded(c.req.query('max'), MAX_LENT, 4);
  const endsAt = deps.now() + bounded(c.req.query('wait'), MAX_WAIT_S, 0) * 1_000;
  const { signal } = c.req.raw;
  if (c.req.query('first') === '1') await lending.leftBehind().catch(awayFor(deps));
  for (;;) {
    const woken = hub.next(OUTBOX, Math.min(LOOK_MS, Math.max(0, endsAt - deps.now())));
    const rows = most === 0 ? [] : await lending.lend(most).catch(awayFor(deps));
    if (signal.aborted) await lending.giveBack(rows).catch(deps.onOutage);
    const commands = signal.aborted ? [] : memory.commands.splice(0);
    const isOver = rows.length + commands.length > 0 || deps.now() >= endsAt;
    if (isOver || hub.isClosed() || signal.aborted) {
      return c.json({ messages: rows.map(toMessage), commands } satisfies OutboxAnswer);
    }
    await woken;
  }
}

/** While the database is away there is nothing to give, and the bridge asks again. */
function awayFor(deps: BridgeApiDeps): (error: unknown) => Lent[] {
  return (error) => {
    if (!deps.isOutage(error)) throw error;
    deps.onOutage(error);
    return [];
  };
}

function toMessage({ publicId, external, message }: Lent): BridgeMessage {
  return { id: publicId, chat: external, text: toWhatsApp(message), photo: message.photo };
}

function bounded(given: string | undefined, most: number, usual: number): number {
  const value = Number(given ?? usual);
  return Number.isFinite(value) ? Math.min(most, Math.max(0, Math.trunc(value))) : usual;
}

async function takeReceipts(c: Context<Signed>, deps: BridgeApiDeps): Promise<Response> {
  const request = receiptsRequest.safeParse(c.get('body'));
  if (!request.success) return malformed(c);
  const accepted: string[] = [];
  try {
    for (const { id, outcome } of request.data.receipts) {
      await deps.lending.settle(id, outcome);
      noteOutcome(deps.memory, outcome.kind, deps.now());
      accepted.push(id);
    }
  } catch (error) {
    if (!deps.isOutage(error)) throw error;
    deps.onOutage(error);
    if (accepted.length === 0) {
      c.header('retry-after', '2');
      return c.json({ apologies: [] } satisfies OutageAnswer, 503);
    }
  }
  deps.hub.wake(OUTBOX);
  return c.json({ accepted, refused: [] } satisfies EventsAnswer);
}

/** One that was acknowledged shows that those before it only seemed lost. */
function noteOutcome(memory: BridgeMemory, kind: Receipt['outcome']['kind'], now: number): void {
  if (kind === 'sent') memory.unacknowledgedSince = null;
  if (kind === 'uncertain') memory.unacknowledgedSince ??= now;
}

async function giveMedia(c: Context<Signed>, deps: BridgeApiDeps): Promise<Response> {
  const hash = c.req.param('hash') ?? '';
  const found = /^[0-9a-f]{64}$/.test(hash) ? await deps.media(hash) : null;
  if (!found) return c.notFound();
  c.header('content-type', found.type);
  return c.body(found.bytes);
}
