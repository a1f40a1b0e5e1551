/**
 * `/whatsapp`: the page on which admins look after the paired phone. A one-time link opens it: its key comes by a POST
 * that the page itself makes. So programs that look at links in chats do not use it up, and the cookie, which goes
 * nowhere with a request from another site, goes with every request of this page.
 */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { LinkUse } from '../../db/store/pairing-links.ts';
import { PAIRING_PATH } from '../chat/links.ts';
import { bridgeAlarm } from './bridge-alarm.ts';
import { type BridgeMemory, bridgeState } from './bridge-api.ts';
import type { ChannelHealth } from './health.ts';
import { link } from './pages/layout.tsx';
import {
  type Asked,
  type Closed,
  closedPage,
  type Phone,
  pairingPage,
  phoneNow,
  unlinkPage,
} from './pages/pairing-page.tsx';
import type { PageInput } from './pages/words.ts';
import {
  beginSession,
  type PairingSession,
  readSession,
  SESSION_MS,
  type SessionDeps,
} from './pairing-session.ts';

export interface PairingDeps extends SessionDeps {
  readonly memory: BridgeMemory;
  readonly health: () => ChannelHealth | undefined;
  /** Takes the key for this caller only. @throws StorageError */
  readonly openLink: (key: string) => Promise<LinkUse>;
  /** Writes down who asked for it. @throws StorageError */
  readonly record: (what: Asked, actor: number | null) => Promise<void>;
  /** The bridge, if it waits, hears of a command. */
  readonly wakeBridge: () => void;
  readonly isOutage: (error: unknown) => boolean;
  readonly onOutage: (error: unknown) => void;
}

/** The part of the page that it asks for every two seconds. */
export const PHONE_NOW = `${PAIRING_PATH}/now`;

/** A form with one field. */
const MAX_BODY_BYTES = 4_096;

/** Pressed once more before the bridge has done it, a button does nothing. */
const PRESSED_MS = 15_000;

const KEY = /^[\w-]{20,64}$/;

export function pairing(deps: PairingDeps, pageFor: (c: Context) => PageInput): Hono {
  const app = new Hono();
  app.use(bodyLimit({ maxSize: MAX_BODY_BYTES, onError: (c) => c.body(null, 413) }));
  app.use(async (c, next) => {
    c.header('cache-control', 'no-store');
    await next();
  });

  const closed = (c: Context, why: Closed) =>
    c.html(closedPage({ page: pageFor(c), why, minutes: SESSION_MS / 60_000 }), why === 'outage' ? 503 : 403);

  /** Answers whoever has opened the page, and everybody else that it is closed. */
  const opened =
    (answer: (c: Context, session: PairingSession) => Response | Promise<Response>) => async (c: Context) => {
      const session = await readSession(c, deps);
      if (session === 'over' || session === null) return closed(c, session ?? 'none');
      return answer(c, session);
    };

  async function open(c: Context): Promise<Response> {
    const use = await taken(await field(c, 'key'));
    if (use.kind === 'opened') await beginSession(c, deps, use.createdBy);
    // The same link pressed once more, while the page is open.
    const isOpen = use.kind === 'opened' || isSession(await readSession(c, deps));
    return isOpen ? c.redirect(link(pageFor(c), PAIRING_PATH), 303) : closed(c, use.kind);
  }

  async function taken(key: string): Promise<LinkUse | { kind: 'outage' }> {
    if (!KEY.test(key)) return { kind: 'unknown' };
    try {
      return await deps.openLink(key);
    } catch (error) {
      if (!deps.isOutage(error)) throw error;
      deps.onOutage(error);
      return { kind: 'outage' };
    }
  }

  const command = (what: Asked) =>
    opened(async (c, session) => {
      if ((await field(c, 'token')) !== session.token) return closed(c, 'none');
      if (!(await send(what, session.actor))) return closed(c, 'outage');
      return c.redirect(link(pageFor(c), PAIRING_PATH, { done: what }), 303);
    });

  /** @returns whether it is on its way: false where it could not be written down who wants it. */
  async function send(what: Asked, actor: number | null): Promise<boolean> {
    const { commands, pressed } = deps.memory;
    const before = pressed.get(what) ?? Number.NEGATIVE_INFINITY;
    if (commands.includes(what) || deps.now() - before < PRESSED_MS) return true;
    pressed.set(what, deps.now());
    try {
      await deps.record(what, actor);
    } catch (error) {
      pressed.delete(what);
      if (!deps.isOutage(error)) throw error;
      deps.onOutage(error);
      return false;
    }
    commands.push(what);
    deps.wakeBridge();
    return true;
  }

  app.get(
    '/',
    opened((c, { token }) =>
      c.html(pairingPage({ page: pageFor(c), phone: phone(deps), token, done: asked(c.req.query('done')) })),
    ),
  );
  app.get(
    '/now',
    opened((c) => c.html(phoneNow({ page: pageFor(c), phone: phone(deps) }))),
  );
  app.get(
    '/unlink',
    opened((c, { token }) => c.html(unlinkPage({ page: pageFor(c), token }))),
  );
  app.post('/open', open);
  app.post('/restart', command('restart'));
  app.post('/unlink', command('unlink'));
  return app;
}

/** Of a form; empty where it is not there, or what came is no form. */
async function field(c: Context, name: string): Promise<string> {
  const fields: Record<string, unknown> = await c.req.parseBody().catch(() => ({}));
  const value = fields[name];
  return typeof value === 'string' ? value : '';
}

function isSession(session: PairingSession | 'over' | null): boolean {
  return session !== null && session !== 'over';
}

function asked(given: string | undefined): Asked | null {
  return given === 'restart' || given === 'unlink' ? given : null;
}

function phone({ memory, health, now }: PairingDeps): Phone {
  const { status, seenAt } = memory;
  const { lastInbound = null, lastConfirmedSend = null } = health() ?? {};
  const state = bridgeState(memory, now());
  const alarm = bridgeAlarm(memory, now());
  return {
    state,
    reason: reasonWord(state, status?.reason ?? 'start'),
    // A bridge that is away cannot have renewed it.
    code: state === 'pairing' ? (status?.code ?? null) : null,
    number: status?.phone ?? null,
    seenAt,
    lastInbound,
    lastConfirmedSend,
    unacknowledgedSince: alarm?.what === 'unacknowledged' ? alarm.since : null,
  };
}

/** What goes without saying: it was started, stopped, or is linked. */
const UNSAID = ['start', 'stop', 'linked'];

const REASONS = [
  'restart',
  'unlinked',
  'logged-out',
  'memory',
  'never-ready',
  'stale-code',
  'silence',
  'acks',
  'start-failed',
  'page-closed',
  'page-crashed',
  'browser-gone',
];

/** A reason that is not known, of a newer bridge, ended a connection too. */
function reasonWord(state: string, reason: string): string | null {
  if (state === 'ready' || state === 'away' || UNSAID.includes(reason)) return null;
  if (REASONS.includes(reason)) return reason;
  return reason === 'disconnected CONFLICT' ? 'conflict' : 'disconnected';
}
