/** Secrets and random ids on Node. */
import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ids } from '../chat/flow.ts';
import { orderCode } from '../shop/code.ts';

/** The session secret beside an embedded database: made once, readable by its owner only. */
export function keptSecret(folder: string): string {
  const file = join(folder, 'session-secret');
  if (!existsSync(file)) {
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  }
  return readFileSync(file, 'utf8').trim();
}

export function keyedHash(secret: string, text: string): string {
  return createHmac('sha256', secret).update(text).digest('hex').slice(0, 40);
}

/** Ids derived from the event and the attempt: the same attempt, made again, gives the same ids. */
export function derivedIds(secret: string): (inboxKey: string, attempt: number) => Ids {
  return (inboxKey, attempt) => {
    let count = 0;
    const next = () => {
      count += 1;
      return createHmac('sha256', secret).update(`${inboxKey} ${attempt} ${count}`).digest();
    };
    return {
      code: () => orderCode(next()),
      opaque: () => next().toString('base64url').slice(0, 12).replaceAll('-', '_'),
    };
  };
}

/** `inv_` and 24 characters that fit a start payload. */
export function invitationCode(): string {
  return `inv_${randomBytes(18).toString('base64url')}`;
}

export function randomToken(): string {
  return randomBytes(24).toString('base64url');
}
