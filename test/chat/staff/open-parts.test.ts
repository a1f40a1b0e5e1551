import { describe, expect, it } from 'vitest';
import { staffFlow } from '../../../src/chat/staff/flow.ts';
import {
  choicesOf,
  keeper,
  NOW,
  orderView,
  partView,
  pavingPart,
  scene,
  staffOf,
  textOf,
} from '../../support/factories.ts';

const open = { do: 'open-parts' } as const;
const list = staffFlow['open-parts'];

describe('what is open', () => {
  it('is loaded for the units of a staff member, for all units for a keeper, and not at all for a visitor', () => {
    const needs = (roles: Parameters<typeof scene>[0]) => {
      const from = scene(roles);
      return list.needs?.(open, from.view, from.snapshot);
    };
    expect(needs({ roles: [staffOf(1), staffOf(2)] })?.orders).toEqual({ by: 'open', units: [1, 2] });
    expect(needs({ roles: [staffOf(1), keeper] })?.orders).toEqual({ by: 'open', units: null });
    expect(needs({ roles: [] })).toEqual({});
  });

  it('shows of an order of two units only one’s own part', () => {
    const orders = [orderView([partView(), pavingPart()])];
    const turn = list.turn(scene({ roles: [staffOf(1)], facts: { orders } }), open);
    expect(choicesOf(turn)).toEqual(['show-part paving']);
    expect(textOf(turn)).toContain('Paving Block');
    expect(textOf(turn)).not.toContain('Tas');
    const both = list.turn(scene({ roles: [keeper], facts: { orders } }), open);
    expect(choicesOf(both)).toEqual(['show-part bags', 'show-part paving']);
    expect(textOf(both)).toContain('Lapas Perempuan');
  });

  it('is grouped by state, oldest first, without what ended', () => {
    const order = (publicId: string, state: 'new' | 'accepted' | 'collected', age: number) =>
      orderView([partView({ publicId, state })], { createdAt: NOW - age });
    const orders = [
      order('young', 'new', 1),
      order('busy', 'accepted', 9),
      order('over', 'collected', 8),
      order('old', 'new', 5),
    ];
    const turn = list.turn(scene({ roles: [staffOf(2)], facts: { orders } }), open);
    expect(choicesOf(turn)).toEqual(['show-part old', 'show-part young', 'show-part busy']);
    expect(textOf(turn).indexOf('Menunggu jawaban')).toBeLessThan(textOf(turn).indexOf('Sedang dibuat'));
  });

  it('shows a dozen and says how many more there are', () => {
    const orders = Array.from({ length: 15 }, (_, index) => orderView([partView({ publicId: `p${index}` })]));
    const turn = list.turn(scene({ roles: [staffOf(2)], facts: { orders } }), open);
    expect(choicesOf(turn)).toHaveLength(12);
    expect(textOf(turn)).toContain('Masih ada 3 lagi');
  });

  it('is said to be nothing where nothing is', () => {
    const turn = list.turn(scene({ roles: [staffOf(2)] }), open);
    expect(textOf(turn)).toContain('Tidak ada pesanan yang menunggu');
  });

  it('shows staff a first name and the code, never a phone number unasked', () => {
    const facts = { orders: [orderView([partView()], { phone: '+6281234567890' })] };
    const from = scene({ roles: [staffOf(2)], facts });
    const shown =
      textOf(list.turn(from, open)) +
      textOf(staffFlow['show-part'].turn(from, { do: 'show-part', part: 'bags' }));
    expect(shown).toContain('Siti');
    expect(shown).not.toContain('Aminah');
    expect(shown).not.toContain('812');
  });
});
