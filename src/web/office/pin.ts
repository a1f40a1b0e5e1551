/**
 * Personal PINs of the office page. A PIN has few digits, so what is kept of it is salted, slow, and keyed with the
 * stand's secret: whoever has only the database learns nothing. Web Crypto, so that it runs on Workers too.
 */

/** The most that Workers take: https://developers.cloudflare.com/workers/runtime-apis/web-crypto/. */
const ITERATIONS = 100_000;
const SALT_BYTES = 16;
const KEY_BITS = 256;
const SCHEME = 'pbkdf2-sha256';

export type PinProblem = 'not-digits' | 'too-easy' | 'differs';

/** null: it can be taken. */
export function problemWithPin(pin: string, again: string): PinProblem | null {
  if (!/^\d{4,8}$/.test(pin)) return 'not-digits';
  if (isRow(pin)) return 'too-easy';
  return pin === again ? null : 'differs';
}

/** 0000, 1234, 4321. */
function isRow(pin: string): boolean {
  const steps = new Set([...pin.slice(1)].map((digit, index) => Number(digit) - Number(pin[index])));
  const [step = 9] = steps;
  return steps.size === 1 && Math.abs(step) <= 1;
}

export async function hashPin(pin: string, secret: string): Promise<string> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  return [SCHEME, ITERATIONS, hex(salt), hex(await derive(pin, secret, salt, ITERATIONS))].join('$');
}

export async function isPin(pin: string, kept: string, secret: string): Promise<boolean> {
  const [scheme, iterations, salt = '', hash = ''] = kept.split('$');
  if (scheme !== SCHEME) return false;
  const derived = hex(await derive(pin, secret, bytes(salt), Number(iterations)));
  return isSame(derived, hash);
}

async function derive(
  pin: string,
  secret: string,
  salt: Uint8Array<ArrayBuffer>,
  iterations: number,
): Promise<Uint8Array> {
  const encoder = new TextEncoder();
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', encoder.encode(`office pin ${secret}`), hmac, false, [
    'sign',
  ]);
  const keyed = await crypto.subtle.sign('HMAC', key, encoder.encode(pin));
  const material = await crypto.subtle.importKey('raw', keyed, 'PBKDF2', false, ['deriveBits']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  return new Uint8Array(await crypto.subtle.deriveBits(how, material, KEY_BITS));
}

/** In the same time wherever they differ. */
export function isSame(one: string, other: string): boolean {
  let different = one.length ^ other.length;
  for (let index = 0; index < one.length; index += 1)
    different |= one.charCodeAt(index) ^ other.charCodeAt(index);
  return different === 0;
}

function hex(of: Uint8Array): string {
  return Array.from(of, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function bytes(of: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array((of.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)));
}
