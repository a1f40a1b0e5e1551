import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pack, unpack } from '../../src/chat/actions.ts';
import { anyAction } from './channel.ts';

const bytes = (text: string) => new TextEncoder().encode(text).length;

describe('what a button carries', () => {
  it('means the same when it is pressed, and fits the tightest channel', () => {
    fc.assert(
      fc.property(anyAction, (action) => {
        const packed = pack(action);
        expect(unpack(packed)).toEqual(action);
        expect(bytes(packed)).toBeLessThanOrEqual(64);
      }),
      { numRuns: 2_000, seed: 3 },
    );
  });

  it('is refused where it was cut short, added to, or never was an action', () => {
    fc.assert(
      fc.property(anyAction, (action) => {
        const packed = pack(action);
        expect(unpack(`${packed} 1`)).toBeUndefined();
        expect(unpack(packed.split(' ').slice(0, -1).join(' '))).toBeUndefined();
        expect(unpack(` ${packed}`)).toBeUndefined();
      }),
      { numRuns: 500, seed: 4 },
    );
    for (const forged of [
      'toString',
      'constructor',
      '__proto__',
      'add 1',
      'add x y',
      'add 1 1.5',
      'pay X cheque',
    ])
      expect(unpack(forged)).toBeUndefined();
  });

  it('is never longer than a channel takes: that is found out where it is made', () => {
    expect(() => pack({ do: 'decline-quote', part: 'x'.repeat(40), version: 999_999_999_999 })).toThrow(
      /64 bytes/,
    );
  });
});
