/** `POST /api/chat` and `GET /api/chat/events`: the conversation for the stand's page and for other programs. */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { streamSSE } from 'hono/streaming';
import {
  type Arrival,
  type ChatRequest,
  chatRequest,
  parseChatRequest,
  parsePhotoRequest,
  photoRequest,
} from '../../bots/web/parse.ts';
import { renderReply, type WebReply } from '../../bots/web/render.ts';
import type { Copy } from '../chat/copy/copy.ts';
import type { Inbound } from '../chat/message.ts';
import type { Engine, Outcome } from '../engine/engine.ts';
import type { Holds } from '../engine/holds.ts';
import type { Answer } from '../engine/store.ts';
import type { Language } from '../shop/catalogue.ts';
import type { Hub } from './hub.ts';
import type { Limiter } from './limiter.ts';
import type { SeatDoor } from './office/office.ts';
import { chooseLanguage } from './pages/layout.tsx';

/** A photo of a phone's camera fits; the page makes it smaller before it sends it. */
const MAX_BODY_BYTES = 6 * 1024 * 1024;

/** How long a stream sleeps when nothing wakes it; a comment then keeps proxies from closing the line. */
const KEEP_ALIVE_MS = 20_000;

/** What is owed to a chat on this channel. */
export interface Mailbox {
  /** Notices after this reply, oldest first; without one, those that were never fetched. */
  notices(chat: string, afterPublicId: string | null): Promise<readonly Answer[]>;
  fetched(ids: readonly number[]): Promise<void>;
}

export interface ChatApiDeps {
  readonly engine: Engine;
  readonly holds: Holds;
  readonly hub: Hub;
  readonly mailbox: Mailbox;
  readonly limiter: Limiter;
  readonly copy: Copy;
  readonly defaultLanguage: () => Language;
  /** Chats that open only to somebody who has typed their PIN. */
  readonly seats: SeatDoor;
  /** The stored form of a session: a keyed hash. */
  readonly hashSession: (session: string) => Promise<string>;
  readonly now: () => number;
  readonly randomId: () => string;
  /** Another process may write to the same database: look by oneself that often. */
  readonly pollMs: number | null;
  /** A stream ends after this long, and the page comes again; null: it goes on. */
  readonly streamMs: number | null;
  readonly clientAddress: (c: Context) => string;
  readonly isOutage: (error: unknown) => boolean;
  readonly onOutage: (error: unknown) => void;
}

export function chatApi(deps: ChatApiDeps): Hono {
  const app = new Hono();
  app.post(
    '/',
    bodyLimit({ maxSize: MAX_BODY_BYTES, onError: (c) => refuse(c, deps, 413, 'api-too-large') }),
    (c) => answer(c, deps),
  );
  app.get('/events', (c) => stream(c, deps));
  return app;
}

type Refusal = 400 | 403 | 413 | 415 | 429 | 503;

function refuse(c: Context, deps: ChatApiDeps, status: Refusal, key: string): Response {
  const say = deps.copy.in(language(c, deps));
  return c.json({ error: { code: key.replace('api-', ''), message: say(key) } }, status);
}

function language(c: Context, deps: ChatApiDeps): Language {
  return chooseLanguage(
    undefined,
    c.req.header('accept-language'),
    deps.copy.languages,
    deps.defaultLanguage(),
  );
}

async function answer(c: Context, deps: ChatApiDeps): Promise<Response> {
  const received = await receive(c, deps);
  if (received instanceof Response) return received;
  const allowed = await deps.limiter.allow(received.chat, deps.clientAddress(c));
  if (!allowed) return refuse(c, deps, 429, 'api-too-many');
  try {
    const outcome = await settled(deps, received, await deps.engine.handle(received));
    await deps.mailbox.fetched(outcome.answers.map((each) => each.id));
    return c.json({ replies: outcome.answers.map(reply) });
  } catch (error) {
    if (!deps.isOutage(error)) throw error;
    deps.onOutage(error);
    c.header('retry-after', '2');
    return refuse(c, deps, 503, 'storage-down');
  }
}

/** A fragment's answer comes when it is read: with the next one, or after a moment by itself. */
async function settled(deps: ChatApiDeps, inbound: Inbound, outcome: Outcome): Promise<Outcome> {
  const stillHeld = outcome.status === 'repeated' && outcome.answers.length === 0;
  if (outcome.heldUntil === null && !stillHeld) return outcome;
  return (await deps.holds.outcome(inbound.key)) ?? outcome;
}

function reply(each: Answer): WebReply {
  return renderReply(each.publicId, each.message, each.replaces);
}

async function receive(c: Context, deps: ChatApiDeps): Promise<Inbound | Response> {
  const type = c.req.header('content-type') ?? '';
  const isForm = type.startsWith('multipart/form-data');
  if (!isForm && !type.startsWith('application/json')) return refuse(c, deps, 415, 'api-json-only');
  const body: unknown = await (isForm ? c.req.parseBody() : c.req.json()).catch(() => undefined);
  if (isForm) {
    const request = photoRequest.safeParse(body);
    if (!request.success) return refuse(c, deps, 400, 'api-malformed');
    const from = await arrival(c, deps, request.data);
    return from ? parsePhotoRequest(request.data, from) : refuse(c, deps, 403, 'api-locked');
  }
  const request = chatRequest.safeParse(body);
  if (!request.success) return refuse(c, deps, 400, 'api-malformed');
  const from = await arrival(c, deps, request.data);
  return from ? parseChatRequest(request.data, from) : refuse(c, deps, 403, 'api-locked');
}

/** null: the chat is of a seat that is locked, or not of this browser. */
async function arrival(
  c: Context,
  deps: ChatApiDeps,
  { session, locale }: Pick<ChatRequest, 'session' | 'locale'>,
): Promise<Arrival | null> {
  const seat = deps.seats.of(session);
  if (seat !== null && !(await deps.seats.mayWrite(c, seat))) return null;
  return {
    chat: await deps.hashSession(session),
    fallbackId: deps.randomId(),
    now: deps.now(),
    locale: locale ?? language(c, deps),
  };
}

async function stream(c: Context, deps: ChatApiDeps): Promise<Response> {
  const session = c.req.query('session') ?? '';
  if (session.length < 16 || session.length > 128) return refuse(c, deps, 400, 'api-malformed');
  const seat = deps.seats.of(session);
  const mayListen = async () => seat === null || deps.seats.mayListen(c, seat);
  if (!(await mayListen())) return refuse(c, deps, 403, 'api-locked');
  const chat = await deps.hashSession(session);
  if (!(await deps.limiter.allow(chat, deps.clientAddress(c)))) return refuse(c, deps, 429, 'api-too-many');
  let last = c.req.header('last-event-id') ?? c.req.query('lastEventId') ?? null;
  const endsAt = deps.streamMs === null ? Number.POSITIVE_INFINITY : deps.now() + deps.streamMs;
  return streamSSE(c, async (sse) => {
    while (!sse.aborted && !sse.closed && !deps.hub.isClosed() && deps.now() < endsAt) {
      const woken = deps.hub.next(chat, deps.pollMs ?? KEEP_ALIVE_MS);
      // It may have been locked since.
      if (!(await mayListen().catch(() => false))) break;
      const notices = await deps.mailbox.notices(chat, last).catch(() => []);
      for (const each of notices) {
        await sse.writeSSE({ id: each.publicId, data: JSON.stringify(reply(each)) });
        last = each.publicId;
      }
      if (notices.length > 0)
        await deps.mailbox.fetched(notices.map((each) => each.id)).catch(() => undefined);
      else await sse.write(': \n\n');
      await woken;
    }
  });
}
