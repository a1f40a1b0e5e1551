/**
 * `/kantor`: the work of a unit on a PC that several people share. A one-time invitation and a PIN of one's own let in;
 * whether a seat is open the server knows, and nothing that the browser keeps opens a locked one.
 */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { renderReply } from '../../../bots/web/render.ts';
import type { Board, Given } from '../../../db/store/board.ts';
import type { FoundInvitation } from '../../../db/store/invitations.ts';
import type { Seat, Seats } from '../../../db/store/seats.ts';
import { OFFICE_PATH } from '../../chat/links.ts';
import type { Engine } from '../../engine/engine.ts';
import type { Limiter } from '../limiter.ts';
import { link } from '../pages/layout.tsx';
import {
  type Closed,
  choosePinPage,
  closedPage,
  type LockProblem,
  lockPage,
  peoplePage,
  signOutPage,
} from '../pages/office-door.tsx';
import { boardParts, officePage } from '../pages/office-page.tsx';
import { orderListPage } from '../pages/order-list.tsx';
import type { PageInput } from '../pages/words.ts';
import {
  type Desk,
  type DeskDeps,
  isToken,
  keepDesk,
  readDesk,
  seatIn,
  sessionOf,
  TOKEN_HEADER,
} from './desk.ts';
import { hashPin, isPin, problemWithPin } from './pin.ts';

export interface OfficeDeps extends DeskDeps {
  readonly seats: Seats;
  readonly findInvitation: (code: string) => Promise<FoundInvitation | null>;
  /** As it stands; the catalogue is as new as that. null: nobody has written in this chat. */
  readonly board: (external: string) => Promise<Board | null>;
  readonly given: (external: string) => Promise<readonly Given[]>;
  readonly countUnseen: (external: string) => Promise<number>;
  readonly markSeen: (external: string, ids: readonly string[]) => Promise<void>;
  /** The page shows them with what was given before. */
  readonly fetched: (ids: readonly number[]) => Promise<void>;
  readonly engine: Engine;
  readonly limiter: Limiter;
  readonly clientAddress: (c: Context) => string;
  readonly secret: string;
  readonly now: () => number;
  /** After so long without anybody there a seat locks itself. */
  readonly lockMs: number;
  readonly isOutage: (error: unknown) => boolean;
  readonly onOutage: (error: unknown) => void;
}

/** A form, or the ids of a hundred messages. */
const MAX_BODY_BYTES = 16_384;

const CODE = /^inv_[\w-]{6,60}$/;

/** Four wrong PINs are free; the fifth brings a minute, and each after it twice as long, up to an hour. */
const TRIES = { free: 5, waitMs: 60_000, longestMs: 3_600_000 } as const;

/** Who has come, and to which of their seats. */
interface Here {
  readonly desk: Desk;
  readonly seat: Seat;
}

type Answer = Response | Promise<Response>;

export function office(deps: OfficeDeps, pageFor: (c: Context) => PageInput): Hono {
  const app = new Hono();
  const { seats, now } = deps;
  app.use(bodyLimit({ maxSize: MAX_BODY_BYTES, onError: (c) => c.body(null, 413) }));
  app.use(async (c, next) => {
    // Nothing of it comes back with the browser's "back" after somebody has locked it.
    c.header('cache-control', 'no-store');
    await next();
  });
  app.onError((error, c) => {
    if (!deps.isOutage(error)) throw error;
    deps.onOutage(error);
    return closed(c, 'outage');
  });

  const closed = (c: Context, why: Closed) =>
    c.html(closedPage(pageFor(c), why), why === 'outage' ? 503 : 403);
  const go = (c: Context, path: string) => c.redirect(link(pageFor(c), path), 303);
  const pathOf = (seat: Pick<Seat, 'publicId'>) => `${OFFICE_PATH}/${seat.publicId}`;
  const isOpen = (seat: Seat) => (seat.unlockedUntil ?? 0) > now();
  const claimOf = ({ desk, seat }: Here) => ({ deskHash: desk.hash, publicId: seat.publicId });
  const locked = (c: Context) => {
    const message = pageFor(c).t('api-locked');
    return c.json({ error: { code: 'locked', message } }, 403);
  };

  async function here(c: Context, publicId: string | undefined): Promise<Here | null> {
    const desk = await readDesk(c, deps);
    const seat = desk && (await seats.of(desk.hash)).find((each) => each.publicId === publicId);
    return desk && seat ? { desk, seat } : null;
  }

  /** For whoever has the seat on this browser, open or not. */
  const atSeat = (answer: (c: Context, there: Here) => Answer) => async (c: Context) => {
    const there = await here(c, c.req.param('seat'));
    return there ? answer(c, there) : go(c, OFFICE_PATH);
  };

  /** The same for what a form of the page posts: another page cannot. */
  const posted = (answer: (c: Context, there: Here) => Answer) =>
    atSeat(async (c, there) =>
      isToken(there.desk, await field(c, 'token')) ? answer(c, there) : closed(c, 'none'),
    );

  /** For a page of an open seat; a locked one asks for the PIN. */
  const opened = (answer: (c: Context, there: Here) => Answer) =>
    atSeat((c, there) => (isOpen(there.seat) ? answer(c, there) : showLock(c, there, null)));

  /** What a script asks of an open seat. */
  const asked = (answer: (c: Context, there: Here) => Answer) => async (c: Context) => {
    const there = await here(c, c.req.param('seat'));
    return there && isOpen(there.seat) ? answer(c, there) : locked(c);
  };

  /** What a script tells an open seat. */
  const told = (answer: (c: Context, there: Here) => Answer) =>
    asked((c, there) => (isToken(there.desk, c.req.header(TOKEN_HEADER)) ? answer(c, there) : locked(c)));

  /* ── coming in ── */

  async function showPeople(c: Context): Promise<Response> {
    const desk = await readDesk(c, deps);
    const people = desk ? await seats.of(desk.hash) : [];
    if (people.length > 0) await keepDesk(c, deps);
    return c.html(peoplePage({ page: pageFor(c), seats: people, now: now() }));
  }

  async function lookAtInvitation(code: string): Promise<FoundInvitation | Closed> {
    const found = CODE.test(code) ? await deps.findInvitation(code) : null;
    if (!found) return 'unknown';
    if (found.role === 'curator') return 'curator';
    if (found.accepted) return 'used';
    return now() > found.expiresAt ? 'expired' : found;
  }

  /** Only looks: the invitation is used up when a PIN was chosen. */
  async function open(c: Context): Promise<Response> {
    if (!(await mayTry(c))) return c.text(pageFor(c).t('api-too-many'), 429);
    const code = await field(c, 'code');
    const grant = await lookAtInvitation(code);
    if (typeof grant === 'string') return closed(c, grant);
    const { token } = await keepDesk(c, deps);
    return c.html(choosePinPage({ page: pageFor(c), token, code, grant, problem: null }));
  }

  async function begin(c: Context): Promise<Response> {
    const desk = await readDesk(c, deps);
    if (!desk || !isToken(desk, await field(c, 'token'))) return closed(c, 'none');
    if (!(await mayTry(c))) return c.text(pageFor(c).t('api-too-many'), 429);
    const code = await field(c, 'code');
    const grant = await lookAtInvitation(code);
    if (typeof grant === 'string') return closed(c, grant);
    const pin = await field(c, 'pin');
    const problem = problemWithPin(pin, await field(c, 'again'));
    if (problem) {
      return c.html(choosePinPage({ page: pageFor(c), token: desk.token, code, grant, problem }), 422);
    }
    const seat = await accept(c, desk, code, pin);
    if (!seat) return closed(c, 'used');
    await replaceOld(desk, seat);
    await seats.open(claimOf({ desk, seat }), now() + deps.lockMs);
    return go(c, pathOf(seat));
  }

  /**
   * The invitation is accepted in the chat of the seat, as it would be in any other. The seat and its PIN are there before:
   * who is interrupted finds themselves on the list. @returns null: somebody else was quicker.
   */
  async function accept(c: Context, desk: Desk, code: string, pin: string): Promise<Seat | null> {
    const publicId = deps.randomId();
    const external = await deps.keyedHash(sessionOf(publicId));
    const kept = await hashPin(pin, deps.secret);
    await seats.save({ publicId, deskHash: desk.hash, external, pin: kept }, now());
    const outcome = await deps.engine.handle({
      key: `web:${external}:office`,
      channel: 'web',
      chat: external,
      actor: external,
      at: now(),
      locale: pageFor(c).language,
      body: { kind: 'start', payload: code },
    });
    await deps.fetched(outcome.answers.map(({ id }) => id));
    const seat = (await seats.of(desk.hash)).find((each) => each.publicId === publicId);
    if (!seat) await seats.end({ publicId, external }, desk.hash, now(), 'not-invited');
    return seat ?? null;
  }

  /** A new invitation for somebody who has a seat here is how a PIN that was forgotten is chosen anew. */
  async function replaceOld(desk: Desk, fresh: Seat): Promise<void> {
    const isSame = (old: Seat) =>
      old.publicId !== fresh.publicId &&
      old.roles.some((one) =>
        fresh.roles.some(
          ({ role, unitId, name }) => one.role === role && one.unitId === unitId && one.name === name,
        ),
      );
    for (const old of (await seats.of(desk.hash)).filter(isSame)) {
      await seats.end(old, desk.hash, now(), 'replaced');
    }
  }

  async function mayTry(c: Context): Promise<boolean> {
    const address = deps.clientAddress(c);
    return deps.limiter.allow(`office ${address}`, address);
  }

  /* ── locking ── */

  function showLock(c: Context, { desk, seat }: Here, problem: LockProblem | null): Response {
    const status = problem === null ? 200 : problem.kind === 'wrong' ? 403 : 429;
    return c.html(lockPage({ page: pageFor(c), seat, token: desk.token, problem }), status);
  }

  async function unlock(c: Context, there: Here): Promise<Response> {
    if (!(await mayTry(c))) return showLock(c, there, { kind: 'busy' });
    const claim = claimOf(there);
    const counted = await seats.countTry(claim, now(), TRIES);
    if (counted.kind === 'refused') return showWait(c, there);
    if (await isPin(await field(c, 'pin'), counted.pin, deps.secret)) {
      await seats.open(claim, now() + deps.lockMs);
      return go(c, pathOf(there.seat));
    }
    const left = TRIES.free - counted.failures;
    return left > 0 ? showLock(c, there, { kind: 'wrong', left }) : showWait(c, there);
  }

  async function showWait(c: Context, there: Here): Promise<Response> {
    const fresh = (await here(c, there.seat.publicId)) ?? there;
    const waitMs = (fresh.seat.waitUntil ?? 0) - now();
    return showLock(c, fresh, { kind: 'wait', minutes: Math.max(1, Math.ceil(waitMs / 60_000)) });
  }

  async function lock(c: Context, there: Here): Promise<Response> {
    await seats.lock(claimOf(there));
    return go(c, pathOf(there.seat));
  }

  async function signOut(c: Context, { desk, seat }: Here): Promise<Response> {
    await seats.end(seat, desk.hash, now(), 'signed-out');
    return go(c, OFFICE_PATH);
  }

  /* ── at work ── */

  async function showOffice(c: Context, { desk, seat }: Here): Promise<Response> {
    const board = await deps.board(seat.external);
    if (!board) return go(c, OFFICE_PATH);
    const leftMs = (seat.unlockedUntil ?? 0) - now();
    const { token } = desk;
    return c.html(officePage({ page: pageFor(c), seat, board, token, idleMs: deps.lockMs, leftMs }));
  }

  async function showBoard(c: Context, { seat }: Here): Promise<Response> {
    const board = await deps.board(seat.external);
    return board ? c.html(boardParts({ page: pageFor(c), board })) : locked(c);
  }

  async function showGiven(c: Context, { seat }: Here): Promise<Response> {
    const given = await deps.given(seat.external);
    await deps.fetched(given.map(({ id }) => id));
    return c.json({
      given: given
        .filter(({ message }) => message.text !== '' || message.photo !== null)
        .map(({ publicId, message, replaces, at, unseen }) => ({
          ...renderReply(publicId, message, replaces),
          at,
          unseen,
        })),
    });
  }

  async function somebodyIsThere(c: Context, there: Here): Promise<Response> {
    const until = now() + deps.lockMs;
    return (await seats.extend(claimOf(there), now(), until)) ? c.json({ left: deps.lockMs }) : locked(c);
  }

  async function haveSeen(c: Context, { seat }: Here): Promise<Response> {
    const body: unknown = await c.req.json().catch(() => null);
    await deps.markSeen(seat.external, readIds(body));
    return c.json({});
  }

  app.get('/', showPeople);
  app.post('/masuk', open);
  app.post('/mulai', begin);
  app.get('/:seat', opened(showOffice));
  app.post('/:seat/buka', posted(unlock));
  app.post('/:seat/kunci', posted(lock));
  app.get(
    '/:seat/keluar',
    opened((c, { desk, seat }) => c.html(signOutPage({ page: pageFor(c), seat, token: desk.token }))),
  );
  app.post(
    '/:seat/keluar',
    posted((c, there) => (isOpen(there.seat) ? signOut(c, there) : go(c, pathOf(there.seat)))),
  );
  app.get('/:seat/papan', asked(showBoard));
  app.get('/:seat/obrolan', asked(showGiven));
  app.post('/:seat/aktif', told(somebodyIsThere));
  app.post('/:seat/terlihat', told(haveSeen));
  // Says how many, and not what: a locked PC rings, too.
  app.get(
    '/:seat/kabar',
    atSeat(async (c, { seat }) => c.json({ unseen: await deps.countUnseen(seat.external) })),
  );
  return app;
}

/** `/pesanan`: of the seat that is asked for, or of the one that is open here. */
export function orderList(deps: OfficeDeps, pageFor: (c: Context) => PageInput): Hono {
  const app = new Hono();
  app.onError((error, c) => {
    if (!deps.isOutage(error)) throw error;
    deps.onOutage(error);
    return c.html(closedPage(pageFor(c), 'outage'), 503);
  });
  app.get('/', async (c) => {
    c.header('cache-control', 'no-store');
    const page = pageFor(c);
    const wanted = c.req.query('orang');
    const desk = await readDesk(c, deps);
    const people = desk ? await deps.seats.of(desk.hash) : [];
    const open = people.filter(({ unlockedUntil }) => (unlockedUntil ?? 0) > deps.now());
    const seat = wanted === undefined ? open[0] : open.find(({ publicId }) => publicId === wanted);
    const isUnclear = wanted === undefined && open.length > 1;
    const board = seat && !isUnclear ? await deps.board(seat.external) : null;
    if (seat && board) return c.html(orderListPage({ page, seat, board }));
    const mine = people.find(({ publicId }) => publicId === wanted);
    return c.redirect(link(page, mine ? `${OFFICE_PATH}/${mine.publicId}` : OFFICE_PATH), 303);
  });
  return app;
}

/** Who may use the chat of a seat: its own browser, while it is open. */
export interface SeatDoor {
  /** null: this is no session of a seat. */
  readonly of: (session: string) => string | null;
  /** For what is said in it; somebody is there, then. */
  readonly mayWrite: (c: Context, seat: string) => Promise<boolean>;
  readonly mayListen: (c: Context, seat: string) => Promise<boolean>;
}

export function seatDoor(deps: Pick<OfficeDeps, keyof DeskDeps | 'seats' | 'now' | 'lockMs'>): SeatDoor {
  const { seats, now } = deps;
  return {
    of: seatIn,
    async mayWrite(c, publicId) {
      const desk = await readDesk(c, deps);
      if (!desk || !isToken(desk, c.req.header(TOKEN_HEADER))) return false;
      return seats.extend({ deskHash: desk.hash, publicId }, now(), now() + deps.lockMs);
    },
    async mayListen(c, publicId) {
      const desk = await readDesk(c, deps);
      return desk !== null && seats.isOpen({ deskHash: desk.hash, publicId }, now());
    },
  };
}

/** Of a form; empty where it is not there, or what came is no form. */
async function field(c: Context, name: string): Promise<string> {
  const fields: Record<string, unknown> = await c.req.parseBody().catch(() => ({}));
  const value = fields[name];
  return typeof value === 'string' ? value : '';
}

/** As many as a page can show. */
const MAX_SEEN = 200;

function readIds(body: unknown): string[] {
  const ids: unknown = typeof body === 'object' && body !== null && 'ids' in body ? body.ids : [];
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string').slice(0, MAX_SEEN) : [];
}
