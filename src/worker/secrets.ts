/** Secrets and random ids by Web Crypto, which Workers have. */
import type { Ids } from '../chat/flow.ts';
import { orderCode } from '../shop/code.ts';

/** The same hash as on Node, so that a session that began there goes on here. */
export async function keyedHash(secret: string, text: string): Promise<string> {
  const encoder = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['sign']);
  const signed = new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(text)));
  return Array.from(signed, (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .slice(0, 40);
}

function randomBytes(count: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(count));
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/**
 * Web Crypto derives only asynchronously, and ids are asked for in the middle of a decision: these are random. That is
 * enough, because the key of the event in the inbox lets only one attempt at it be stored; the ids of the others are
 * never seen by anybody.
 */
export function randomIds(): Ids {
  return {
    code: () => orderCode(randomBytes(6)),
    opaque: () => base64url(randomBytes(9)).replaceAll('-', '_'),
  };
}

export function randomToken(): string {
  return base64url(randomBytes(24));
}
