import { describe, expect, it } from 'vitest';
import type { InvitationView } from '../../../src/chat/facts.ts';
import { staffFlow } from '../../../src/chat/staff/flow.ts';
import {
  choicesOf,
  effectsOf,
  NOW,
  type SceneSeed,
  scene,
  staffOf,
  textOf,
} from '../../support/factories.ts';

const invitation: InvitationView = {
  id: 5,
  role: 'staff',
  unitId: 2,
  name: 'Bu Rina',
  expiresAt: NOW + 1,
  accepted: false,
};

function accept(change: Partial<InvitationView> | null, seed: SceneSeed = {}) {
  const facts = { invitation: change && { ...invitation, ...change } };
  const from = scene({ facts, ...seed });
  return staffFlow['accept-invitation'].turn(from, { do: 'accept-invitation', code: 'inv_x' });
}

describe('an invitation', () => {
  it('is looked up by its code', () => {
    const { view, snapshot } = scene();
    const needs = staffFlow['accept-invitation'].needs;
    expect(needs?.({ do: 'accept-invitation', code: 'inv_x' }, view, snapshot)).toEqual({
      invitation: 'inv_x',
    });
  });

  it('makes its holder staff of the unit, and leaves a trace without a name', () => {
    const turn = accept({});
    expect(effectsOf(turn, 'accept-invitation')).toEqual([
      { kind: 'accept-invitation', invitationId: 5, role: 'staff', unitId: 2, name: 'Bu Rina' },
    ]);
    expect(JSON.stringify(effectsOf(turn, 'audit'))).not.toContain('Rina');
    expect(textOf(turn)).toContain('Lapas Perempuan');
    expect(choicesOf(turn)).toEqual(['open-parts']);
  });

  it('shows keepers and admins where they can begin', () => {
    expect(choicesOf(accept({ role: 'keeper', unitId: null }))).toEqual([
      'open-parts',
      'keeper-tasks',
      'help',
    ]);
    expect(choicesOf(accept({ role: 'admin', unitId: null }))).toContain('admin-menu');
    expect(textOf(accept({ role: 'curator', unitId: null }, { language: 'en' }))).toContain('curator');
  });

  it('that is unknown, used or expired is told apart, and does nothing', () => {
    const texts = [
      accept(null),
      accept({ accepted: true }),
      accept({ expiresAt: NOW - 1 }),
      accept({ accepted: true }, { roles: [staffOf(2)] }),
    ].map((turn) => {
      expect(turn.effects).toBeUndefined();
      return textOf(turn);
    });
    expect(new Set(texts).size).toBe(4);
    expect(texts[3]).toContain('sudah terdaftar sebagai petugas Lapas Perempuan');
  });

  it('still works for somebody who belongs to another unit only', () => {
    expect(effectsOf(accept({}, { roles: [staffOf(1)] }), 'accept-invitation')).toHaveLength(1);
  });
});
