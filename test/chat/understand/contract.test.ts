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
