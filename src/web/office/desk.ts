/**
 * The browser of an office, which several people share. Its cookie says which browser it is, and opens nothing by
 * itself: each person there has a seat, which their PIN opens for as long as somebody is at it.
 */
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { isSame } from './pin.ts';

/** The prefix, which browsers take by https only, keeps other hosts of the domain from setting it. */
const COOKIE = 'gerai-kantor';
const SECURE_COOKIE = `__Host-${COOKIE}`;
/** The longest that browsers keep one. */
const COOKIE_S = 400 * 24 * 3_600;

/** How the chat of a seat is named in the API of the chat. The name is no secret, and opens nothing. */
const SESSION = 'office-seat-';

/** Where a script of the page shows that it is one. */
export const TOKEN_HEADER = 'x-kantor';

export interface DeskDeps {
  readonly randomId: () => string;
  /** Whether the stand is reached by https, be it through a proxy. */
  readonly isSecure: () => boolean;
  /** A keyed hash. */
  readonly keyedHash: (text: string) => Promise<string>;
  /** What is kept of the cookie. */
  readonly hash: (text: string) => Promise<string>;
}

export interface Desk {
  readonly hash: string;
  /** In every form of the page, and with every request of its scripts: another page cannot know it. */
  readonly token: string;
}

/** null: this browser has never been at the page. */
export async function readDesk(c: Context, deps: DeskDeps): Promise<Desk | null> {
  const key = keyOf(c, deps);
  return key === null ? null : deskOf(key, deps);
}

function isSecure(c: Context, deps: DeskDeps): boolean {
  return deps.isSecure() || new URL(c.req.url).protocol === 'https:';
}

function keyOf(c: Context, deps: DeskDeps): string | null {
  const key = getCookie(c, isSecure(c, deps) ? SECURE_COOKIE : COOKIE) ?? '';
  return /^[\w-]{16,128}$/.test(key) ? key : null;
}

async function deskOf(key: string, { hash, keyedHash }: DeskDeps): Promise<Desk> {
  return { hash: await hash(key), token: await keyedHash(`office form ${key}`) };
}

/**
 * Gives the browser a cookie, or the one that it has for longer. `Strict`: it goes with no request from another site; the
 * scripts of the page come from it.
 */
export async function keepDesk(c: Context, deps: DeskDeps): Promise<Desk> {
  const secure = isSecure(c, deps);
  const key = keyOf(c, deps) ?? `${deps.randomId()}${deps.randomId()}`;
  setCookie(c, secure ? SECURE_COOKIE : COOKIE, key, {
    path: '/',
    httpOnly: true,
    sameSite: 'Strict',
    secure,
    maxAge: COOKIE_S,
  });
  return deskOf(key, deps);
}

export function isToken(desk: Desk, given: string | undefined): boolean {
  return given !== undefined && isSame(desk.token, given);
}

export function sessionOf(seat: string): string {
  return `${SESSION}${seat}`;
}

/** The seat whose chat this is; null: no seat's. */
export function seatIn(session: string): string | null {
  return session.startsWith(SESSION) ? session.slice(SESSION.length) : null;
}
