import { describe, expect, it } from 'vitest';
import { staffFlow } from '../../../src/chat/staff/flow.ts';
import {
  choicesOf,
  effectsOf,
  orderView,
  partView,
  scene,
  staffOf,
  textOf,
} from '../../support/factories.ts';

const PHONE = '+6281234567890';
const facts = { orders: [orderView([partView()], { phone: PHONE })] };
const press = { do: 'show-phone', part: 'bags' } as const;

describe('a visitor’s phone number', () => {
  it('is shown to the unit’s staff on a tap, and the tap is recorded without the number', () => {
    const from = scene({ roles: [staffOf(2)], facts });
    const card = staffFlow['show-part'].turn(from, { do: 'show-part', part: 'bags' });
    expect(choicesOf(card)).toContain('show-phone bags');
    expect(textOf(card)).not.toContain('812');

    const turn = staffFlow['show-phone'].turn(from, press);
    expect(textOf(turn)).toContain(PHONE);
    expect(effectsOf(turn, 'audit')).toMatchObject([{ what: 'see-phone' }]);
    expect(JSON.stringify(effectsOf(turn, 'audit'))).not.toContain('812');
  });

  it('is shown neither to another unit nor to a visitor who forged the button', () => {
    for (const roles of [[staffOf(1)], []]) {
      const turn = staffFlow['show-phone'].turn(scene({ roles, facts }), press);
      expect(textOf(turn)).not.toContain('812');
      expect(turn.effects ?? []).toEqual([]);
    }
  });

  it('is not offered where none was left', () => {
    const from = scene({ roles: [staffOf(2)], facts: { orders: [orderView([partView()])] } });
    const card = staffFlow['show-part'].turn(from, { do: 'show-part', part: 'bags' });
    expect(choicesOf(card)).not.toContain('show-phone bags');
  });
});
