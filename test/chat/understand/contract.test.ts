import { describe, expect, it } from 'vitest';
import { readLine, toContract } from '../../../src/chat/understand/contract.ts';

describe('the outside form', () => {
  it('says Indonesian where the language does not show, and keeps the rest', () => {
    const items = [{ product: 'batako', qty: 2 }];
    expect(
      toContract({
        language: null,
        intent: 'change_order',
        confidence: 0.9,
        items,
        change: 'set',
        code: 'R4K-7NP',
      }),
    ).toEqual({ lang: 'id', intent: 'change_order', confidence: 0.9, items });
  });

  it('wants neither what is taken out nor what stays as it is beside it', () => {
    const taken = { language: 'id', intent: 'change_order', confidence: 0.9 } as const;
    const refused = [{ product: 'tas-sulam-pita', qty: null }];
    const keripik = { product: 'keripik-tempe', qty: null };
    expect(toContract({ ...taken, items: refused, change: 'remove' }).items).toEqual([]);
    expect(toContract({ ...taken, items: [keripik], refused }).items).toEqual([]);
    const given = [{ ...keripik, qty: 2 }];
    expect(toContract({ ...taken, items: given, refused }).items).toEqual(given);
    expect(toContract({ ...taken, items: [keripik], refused, change: 'set' }).items).toEqual([keripik]);
  });

  it('gives the attribute where one is asked about', () => {
    const understood = {
      language: 'en',
      intent: 'ask_spec',
      confidence: 0.9,
      items: [],
      attribute: 'size',
    } as const;
    expect(toContract(understood)).toMatchObject({ lang: 'en', attribute: 'size' });
  });

  it('reads text and state from a line', () => {
    expect(readLine('{"text":"ya","lang":"id","state":"asked_confirm"}')).toEqual({
      text: 'ya',
      state: 'asked_confirm',
    });
    expect(readLine('{"text":"halo","note":"more is ignored"}')).toEqual({ text: 'halo', state: undefined });
  });

  it.each(['{"state":"asked_name"}', '{"text":"a","state":"elsewhere"}', 'no json'])('refuses %s', (line) => {
    expect(() => readLine(line)).toThrow();
  });
});
