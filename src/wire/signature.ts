/**
 * How the bridge and the server know each other: HMAC-SHA256 with a secret that both have, over method, path with
 * query, time and body. Web Crypto, so that the same code runs on Node and on Workers.
 *
 * A request that is seen on the way and sent once more is not told apart: what is posted is made harmless by the ids
 * in it (an event is handled once, a receipt says the same again), and reading needs TLS in any case.
 */

/** Seconds and clocks differ: a request may be this old, or this far ahead. Milliseconds. */
export const WINDOW_MS = 60_000;

export const TIME_HEADER = 'x-gerai-time';
export const SIGNATURE_HEADER = 'x-gerai-signature';

export interface SignedRequest {
  readonly method: string;
  /** With its query, as it stands in the request line. */
  readonly path: string;
  /** UTC milliseconds. */
  readonly at: number;
  readonly body: Uint8Array;
}

export type SigningKey = CryptoKey;

const HMAC = { name: 'HMAC', hash: 'SHA-256' } as const;

const encoder = new TextEncoder();

export function signingKey(secret: string): Promise<SigningKey> {
  return crypto.subtle.importKey('raw', encoder.encode(secret), HMAC, false, ['sign', 'verify']);
}

/** Neither a method nor a path can contain the line break that ends it. */
function signedBytes({ method, path, at, body }: SignedRequest): Uint8Array<ArrayBuffer> {
  const head = encoder.encode(`${method}\n${path}\n${at}\n`);
  const bytes = new Uint8Array(head.length + body.length);
  bytes.set(head);
  bytes.set(body, head.length);
  return bytes;
}

/** The headers that prove the request, by their names. */
export async function signatureHeaders(
  key: SigningKey,
  request: SignedRequest,
): Promise<Readonly<Record<string, string>>> {
  const signature = new Uint8Array(await crypto.subtle.sign(HMAC, key, signedBytes(request)));
  return { [TIME_HEADER]: String(request.at), [SIGNATURE_HEADER]: toHex(signature) };
}

/** `time`: the two clocks differ too much, or the request is old. */
export type Verdict = 'right' | 'time' | 'wrong';

/** Compares in constant time: `verify` of Web Crypto does. */
export async function checkSignature(
  key: SigningKey,
  request: SignedRequest,
  signature: string,
  now: number,
): Promise<Verdict> {
  const given = fromHex(signature);
  if (given === null || !Number.isSafeInteger(request.at)) return 'wrong';
  if (!(await crypto.subtle.verify(HMAC, key, given, signedBytes(request)))) return 'wrong';
  return Math.abs(now - request.at) <= WINDOW_MS ? 'right' : 'time';
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function fromHex(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[0-9a-f]{64}$/.test(text)) return null;
  return Uint8Array.from({ length: 32 }, (_, index) =>
    Number.parseInt(text.slice(2 * index, 2 * index + 2), 16),
  );
}
