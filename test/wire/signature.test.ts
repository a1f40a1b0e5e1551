import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkSignature,
  SIGNATURE_HEADER,
  type SignedRequest,
  signatureHeaders,
  signingKey,
  TIME_HEADER,
  WINDOW_MS,
} from '../../src/wire/signature.ts';

const key = await signingKey('a secret of the bridge');
const NOW = 1_790_000_000_000;
const request: SignedRequest = {
  method: 'POST',
  path: '/bridge/whatsapp/events?x=1',
  at: NOW,
  body: new TextEncoder().encode('{"events":[]}'),
};

async function sign(signed: SignedRequest): Promise<string> {
  return (await signatureHeaders(key, signed))[SIGNATURE_HEADER] ?? '';
}

describe('a signed request', () => {
  it('is right within a minute', async () => {
    const signature = await sign(request);
    for (const drift of [0, WINDOW_MS, -WINDOW_MS]) {
      expect(await checkSignature(key, request, signature, NOW + drift)).toBe('right');
    }
    for (const drift of [WINDOW_MS + 1, -WINDOW_MS - 1]) {
      expect(await checkSignature(key, request, signature, NOW + drift)).toBe('time');
    }
  });

  /** RFC 2104 by another program: printf 'GET\n/x\n7\nhi' | openssl dgst -sha256 -hmac secret */
  it('is what openssl makes of it', async () => {
    const signed = { method: 'GET', path: '/x', at: 7, body: new TextEncoder().encode('hi') };
    expect(await signatureHeaders(await signingKey('secret'), signed)).toEqual({
      [TIME_HEADER]: '7',
      [SIGNATURE_HEADER]: '57ae7247dc070d4c3b86d76c2ea24b2d62b5b7e744e4a0cf2f5787a0506f87f5',
    });
  });

  it('is wrong when anything of it is another', async () => {
    const signature = await sign(request);
    const body = new TextEncoder().encode('{"events":[1]}');
    const others: Partial<SignedRequest>[] = [
      { method: 'GET' },
      { path: '/bridge/whatsapp/events?x=2' },
      { path: '/bridge/whatsapp/events' },
      { at: NOW + 1 },
      { at: Number.NaN },
      { body },
      { body: new Uint8Array() },
    ];
    for (const other of others) {
      expect(await checkSignature(key, { ...request, ...other }, signature, NOW)).toBe('wrong');
    }
    const otherKey = await signingKey('another secret');
    expect(await checkSignature(otherKey, request, signature, NOW)).toBe('wrong');
  });

  it('is wrong with any other signature', async () => {
    const signature = await sign(request);
    for (const forged of [
      '',
      '0'.repeat(64),
      signature.toUpperCase(),
      `${signature}00`,
      signature.slice(2),
    ]) {
      if (forged === signature) continue;
      expect(await checkSignature(key, request, forged, NOW)).toBe('wrong');
    }
  });

  it('moves nothing from one part of it into another', async () => {
    const part = fc.string({ unit: fc.constantFrom('a', '/', '?', '1', '2'), minLength: 1, maxLength: 4 });
    const some = fc.record({ method: part, path: part, at: fc.nat(30), body: part });
    await fc.assert(
      fc.asyncProperty(some, some, async (one, other) => {
        const bytes = (text: string) => new TextEncoder().encode(text);
        const signature = await sign({ ...one, body: bytes(one.body) });
        const same = JSON.stringify(one) === JSON.stringify(other);
        const verdict = await checkSignature(key, { ...other, body: bytes(other.body) }, signature, 0);
        expect(verdict === 'right').toBe(same);
      }),
      { numRuns: 300, seed: 1 },
    );
  });
});
