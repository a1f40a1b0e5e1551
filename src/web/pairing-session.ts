/** Who has opened the page of the paired phone: a signed cookie, good for this page and for a while. */
import type { Context } from 'hono';
import { getSignedCookie, setSignedCookie } from 'hono/cookie';
import { PAIRING_PATH } from '../chat/links.ts';

export const SESSION_MS = 30 * 60_000;

const COOKIE = 'gerai-whatsapp';

export interface PairingSession {
  /** The address of the admin; null: whoever took the link from the terminal. */
  readonly actor: number | null;
  /** In every form of the page: another page cannot know it. */
  readonly token: string;
}

export interface SessionDeps {
  readonly secret: string;
  readonly now: () => number;
  readonly randomId: () => string;
  /** Whether the stand is reached by https, be it through a proxy. */
  readonly isSecure: () => boolean;
}

/** What this secret signs here is nothing to what it signs elsewhere. */
function keyOf({ secret }: SessionDeps): string {
  return `pairing page ${secret}`;
}

export async function beginSession(c: Context, deps: SessionDeps, actor: number | null): Promise<void> {
  const value = `${deps.now() + SESSION_MS}.${actor ?? ''}.${deps.randomId()}`;
  await setSignedCookie(c, COOKIE, value, keyOf(deps), {
    path: PAIRING_PATH,
    httpOnly: true,
    sameSite: 'Strict',
    secure: deps.isSecure() || new URL(c.req.url).protocol === 'https:',
    maxAge: SESSION_MS / 1_000,
  });
}

/** `over`: there was one. null: there is none, or it is forged. */
export async function readSession(c: Context, deps: SessionDeps): Promise<PairingSession | 'over' | null> {
  const value = await getSignedCookie(c, keyOf(deps), COOKIE);
  const parts = typeof value === 'string' ? /^(\d+)\.(\d*)\.([\w-]+)$/.exec(value) : null;
  if (!parts) return null;
  const [, until = '', actor = '', token = ''] = parts;
  if (Number(until) <= deps.now()) return 'over';
  return { actor: actor === '' ? null : Number(actor), token };
}
