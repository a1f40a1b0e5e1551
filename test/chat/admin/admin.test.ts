import { describe, expect, it } from 'vitest';
import { adminAnswerNeeds, answerAdmin } from '../../../src/chat/admin/answers.ts';
import { adminFlow } from '../../../src/chat/admin/flow.ts';
import type { Asked } from '../../../src/chat/conversation.ts';
import type { Scene, Turn } from '../../../src/chat/flow.ts';
import { MAX_CHOICE_BYTES } from '../../../src/chat/message.ts';
import {
  admin,
  choicesOf,
  effectsOf,
  keeper,
  NOW,
  orderView,
  partView,
  pavingPart,
  type SceneSeed,
  scene,
  staffOf,
  textOf,
} from '../../support/factories.ts';

const asAdmin = (seed: SceneSeed = {}): Scene => scene({ roles: [admin], ...seed });

function answer(from: Scene, asked: Asked, text: string): Turn {
  const turn = answerAdmin(from, asked, text);
  if (!turn) throw new Error('it was not answered');
  return turn;
}

describe('what only an admin may do', () => {
  const presses: ((from: Scene) => Turn)[] = [
    (from) => adminFlow['admin-menu'].turn(from, { do: 'admin-menu' }),
    (from) => adminFlow['all-orders'].turn(from, { do: 'all-orders' }),
    (from) => adminFlow['invite-role'].turn(from, { do: 'invite-role' }),
    (from) => adminFlow['invite-unit'].turn(from, { do: 'invite-unit', role: 'staff' }),
    (from) => adminFlow.invite.turn(from, { do: 'invite', role: 'admin', unit: 0 }),
    (from) => adminFlow['pick-product'].turn(from, { do: 'pick-product', purpose: 'price' }),
    (from) => adminFlow['pick-variant'].turn(from, { do: 'pick-variant', purpose: 'price', product: 2 }),
    (from) => adminFlow['ask-stock'].turn(from, { do: 'ask-stock', variant: 10 }),
    (from) => adminFlow['ask-price'].turn(from, { do: 'ask-price', variant: 10 }),
    (from) => adminFlow['ask-mode'].turn(from, { do: 'ask-mode', product: 1 }),
    (from) => adminFlow['set-mode'].turn(from, { do: 'set-mode', product: 1, mode: 'display' }),
    (from) => adminFlow['pick-place'].turn(from, { do: 'pick-place' }),
    (from) => adminFlow['ask-hours'].turn(from, { do: 'ask-hours', place: 1 }),
    (from) => adminFlow['ask-stage'].turn(from, { do: 'ask-stage' }),
    (from) => adminFlow['set-stage'].turn(from, { do: 'set-stage', stage: 'selling' }),
    (from) => adminFlow['whatsapp-page'].turn(from, { do: 'whatsapp-page' }),
    (from) => answer(from, { what: 'price', variant: 10 }, '15rb'),
    (from) => answer(from, { what: 'invite-name', role: 'admin', unit: 0 }, 'Bu Sari'),
  ];

  it('is refused kindly to everybody else, without effect and without a question', () => {
    for (const roles of [[], [staffOf(1)], [keeper]]) {
      for (const press of presses) {
        const turn = press(scene({ roles, facts: { stock: new Map([[10, { onHand: 5, allocated: 0 }]]) } }));
        expect(textOf(turn)).toBe(scene().say('not-yours'));
        expect(turn.effects).toBeUndefined();
        expect(turn.conversation?.asked ?? null).toBeNull();
      }
    }
  });

  it('is reached from the menu', () => {
    expect(choicesOf(adminFlow['admin-menu'].turn(asAdmin(), { do: 'admin-menu' }))).toEqual([
      'all-orders',
      'products',
      'our-stand',
      'pick-product stock',
      'pick-product price',
      'pick-product mode',
      'pick-place',
      'days-off',
      'pick-wait',
      'ask-stage',
      'invite-role',
      'phone-views',
    ]);
  });
});

describe('all orders', () => {
  it('shows each open order with all its parts, and leads to the slip', () => {
    const orders = [
      orderView([partView(), pavingPart()]),
      orderView([partView({ state: 'collected' })], { code: 'ACD-EFH' }),
    ];
    const turn = adminFlow['all-orders'].turn(asAdmin({ facts: { orders } }), { do: 'all-orders' });
    expect(choicesOf(turn)).toEqual(['show-slip R4K-7NP', 'admin-menu']);
    expect(textOf(turn)).toContain('Lapas Perempuan');
    expect(textOf(turn)).toContain('Paving Block');
  });
});

describe('inviting', () => {
  it('asks for a unit for staff only, and every choice fits a button', () => {
    const roles = adminFlow['invite-role'].turn(asAdmin(), { do: 'invite-role' });
    expect(choicesOf(roles)).toContain('invite-unit staff');
    expect(choicesOf(roles)).toContain('invite keeper 0');
    const units = adminFlow['invite-unit'].turn(asAdmin(), { do: 'invite-unit', role: 'staff' });
    expect(choicesOf(units)).toContain('invite staff 2');
    for (const id of [...choicesOf(roles), ...choicesOf(units)]) {
      expect(id.length).toBeLessThanOrEqual(MAX_CHOICE_BYTES);
    }
  });

  it('asks for the name, and for the unit again where there is no such unit', () => {
    const asked = adminFlow.invite.turn(asAdmin(), { do: 'invite', role: 'staff', unit: 2 });
    expect(asked.conversation?.asked).toEqual({ what: 'invite-name', role: 'staff', unit: 2 });
    const forged = adminFlow.invite.turn(asAdmin(), { do: 'invite', role: 'staff', unit: 99 });
    expect(choicesOf(forged)).toContain('invite staff 1');
  });

  it('makes a code for two days, with a link for each channel, and records it without a name', () => {
    const turn = answer(asAdmin(), { what: 'invite-name', role: 'staff', unit: 2 }, ' Bu  Rina ');
    const [invitation] = effectsOf(turn, 'invitation');
    expect(invitation).toMatchObject({
      role: 'staff',
      unitId: 2,
      name: 'Bu Rina',
      expiresAt: NOW + 48 * 3_600_000,
    });
    expect(invitation?.code).toMatch(/^inv_[A-Za-z0-9_-]{16,60}$/);
    expect(textOf(turn)).toContain(`https://t.me/gerai_bot?start=${invitation?.code}`);
    expect(textOf(turn)).toMatch(new RegExp(`https://gerai\\.example/\\S*#start=${invitation?.code}$`, 'm'));
    expect(effectsOf(turn, 'audit')).toEqual([
      { kind: 'audit', what: 'invite', subject: 'unit 2', before: null, after: 'staff' },
    ]);
  });

  it('gives the bare code where no channel has a link', () => {
    const from = asAdmin({ reach: { web: null, telegram: null, whatsapp: null } });
    const turn = answer(from, { what: 'invite-name', role: 'keeper', unit: 0 }, 'Pak Budi');
    const [invitation] = effectsOf(turn, 'invitation');
    expect(invitation?.unitId).toBeNull();
    expect(textOf(turn)).toContain(invitation?.code);
  });

  it('asks again for a name that is none', () => {
    const asked = { what: 'invite-name', role: 'keeper', unit: 0 } as const;
    const turn = answer(asAdmin(), asked, '???');
    expect(turn.effects).toBeUndefined();
    expect(turn.conversation?.asked).toEqual(asked);
  });
});

describe('counting stock', () => {
  const asked = { what: 'stock', variant: 10 } as const;
  const at = (onHand: number, allocated: number) =>
    asAdmin({ facts: { stock: new Map([[10, { onHand, allocated }]]) } });

  it('offers only goods out of stand stock, and the variant where there is a choice', () => {
    const turn = adminFlow['pick-product'].turn(asAdmin(), { do: 'pick-product', purpose: 'stock' });
    expect(choicesOf(turn)).toEqual(['ask-stock 10', 'pick-variant stock 2', 'admin-menu']);
    const variants = adminFlow['pick-variant'].turn(asAdmin(), {
      do: 'pick-variant',
      purpose: 'stock',
      product: 2,
    });
    expect(choicesOf(variants)).toEqual(['ask-stock 20', 'ask-stock 21', 'admin-menu']);
  });

  it('loads the stock, also for the answer', () => {
    const { view, snapshot } = asAdmin();
    expect(adminFlow['ask-stock'].needs?.({ do: 'ask-stock', variant: 10 }, view, snapshot)).toEqual({
      stock: [10],
    });
    expect(adminAnswerNeeds(asked, snapshot)).toEqual({ stock: [10] });
  });

  it('records the difference as a correction, and before and after', () => {
    const turn = answer(at(10, 2), asked, '7 bungkus');
    expect(turn.effects).toEqual([
      { kind: 'movement', variantId: 10, movement: 'correction', qty: -3, orderId: null },
      { kind: 'audit', what: 'stock', subject: 'variant 10', before: '10', after: '7' },
    ]);
    expect(turn.conversation?.asked).toBeNull();
    expect(effectsOf(answer(at(0, 0), asked, '12'), 'movement')[0]?.qty).toBe(12);
  });

  it('does nothing where the count is right', () => {
    expect(answer(at(10, 2), asked, '10').effects).toBeUndefined();
    expect(answer(at(0, 0), asked, 'kosong').effects).toBeUndefined();
  });

  it('never goes below what is promised', () => {
    const turn = answer(at(10, 4), asked, '3');
    expect(turn.effects).toBeUndefined();
    expect(turn.conversation?.asked).toEqual(asked);
    expect(effectsOf(answer(at(10, 4), asked, '4'), 'movement')[0]?.qty).toBe(-6);
  });

  it('asks again for what is no whole count', () => {
    for (const text of ['banyak', '-2', '1,5', '12 atau 13']) {
      const turn = answer(at(10, 0), asked, text);
      expect(turn.effects, text).toBeUndefined();
      expect(turn.conversation?.asked, text).toEqual(asked);
    }
  });

  it('refuses goods that are not in stand stock', () => {
    const turn = adminFlow['ask-stock'].turn(asAdmin(), { do: 'ask-stock', variant: 50 });
    expect(textOf(turn)).toContain('tidak dijual dari stok gerai');
    expect(turn.conversation?.asked).toBeNull();
  });

  it('is laid aside in words', () => {
    const turn = answer(at(10, 0), asked, 'batal');
    expect(turn.conversation?.asked).toBeNull();
    expect(choicesOf(turn)).toContain('invite-role');
  });
});

describe('changing a price', () => {
  const asked = { what: 'price', variant: 10 } as const;

  it('confirms it, and records before and after', () => {
    const turn = answer(asAdmin(), asked, '16rb');
    expect(turn.effects).toEqual([
      { kind: 'price', variantId: 10, productId: 1, price: 16_000, status: 'confirmed' },
      {
        kind: 'audit',
        what: 'price',
        subject: 'variant 10',
        before: '15000 sample',
        after: '16000 confirmed',
      },
    ]);
  });

  it('confirms a sample price of the same amount', () => {
    expect(effectsOf(answer(asAdmin(), asked, '15000'), 'price')[0]?.status).toBe('confirmed');
  });

  it('can say that it is not known', () => {
    for (const text of ['belum tahu', 'unknown']) {
      expect(effectsOf(answer(asAdmin(), asked, text), 'price')).toEqual([
        { kind: 'price', variantId: 10, productId: 1, price: null, status: 'unknown' },
      ]);
    }
    const paving = answer(asAdmin(), { what: 'price', variant: 30 }, 'belum tahu');
    expect(paving.effects).toBeUndefined();
  });

  it('asks again for what is no price', () => {
    for (const text of ['murah', '0', '-15000', '99999999999', '10rb atau 15rb']) {
      const turn = answer(asAdmin(), asked, text);
      expect(turn.effects, text).toBeUndefined();
      expect(turn.conversation?.asked, text).toEqual(asked);
    }
  });
});

describe('changing mode and stage', () => {
  it('offers the others, sets one, and records it', () => {
    const modes = adminFlow['ask-mode'].turn(asAdmin(), { do: 'ask-mode', product: 6 });
    expect(choicesOf(modes)).toEqual([
      'set-mode 6 ready',
      'set-mode 6 preorder',
      'set-mode 6 quote',
      'admin-menu',
    ]);
    const turn = adminFlow['set-mode'].turn(asAdmin(), { do: 'set-mode', product: 6, mode: 'preorder' });
    expect(turn.effects).toEqual([
      { kind: 'mode', productId: 6, mode: 'preorder' },
      { kind: 'audit', what: 'mode', subject: 'product 6', before: 'display', after: 'preorder' },
    ]);
    const stage = adminFlow['set-stage'].turn(asAdmin(), { do: 'set-stage', stage: 'selling' });
    expect(stage.effects).toEqual([
      { kind: 'stage', standId: 1, stage: 'selling' },
      { kind: 'audit', what: 'stage', subject: 'stand 1', before: 'preorder', after: 'selling' },
    ]);
  });

  it('does nothing on a second press, or for a product that is gone', () => {
    const same = adminFlow['set-mode'].turn(asAdmin(), { do: 'set-mode', product: 6, mode: 'display' });
    const gone = adminFlow['set-mode'].turn(asAdmin(), { do: 'set-mode', product: 99, mode: 'display' });
    const stage = adminFlow['set-stage'].turn(asAdmin(), { do: 'set-stage', stage: 'preorder' });
    for (const turn of [same, gone, stage]) expect(turn.effects).toBeUndefined();
  });
});

describe('changing opening hours', () => {
  const asked = { what: 'hours', place: 1 } as const;

  it('sets what is named, keeps the rest, and shows the week', () => {
    const turn = answer(asAdmin(), asked, 'jumat 08.00-11.30, sabtu 9-12');
    const [hours] = effectsOf(turn, 'hours');
    expect(hours?.hours[4]).toEqual([{ from: 480, to: 690 }]);
    expect(hours?.hours[5]).toEqual([{ from: 540, to: 720 }]);
    expect(hours?.hours[0]).toEqual([{ from: 480, to: 900 }]);
    expect(textOf(turn)).toContain('Jumat: 08.00–11.30');
    expect(textOf(turn)).toContain('Minggu: tutup');
    expect(effectsOf(turn, 'audit')[0]).toMatchObject({ what: 'hours', subject: 'place 1' });
  });

  it('gives an example where it cannot be read, and does nothing where nothing changes', () => {
    const unclear = answer(asAdmin(), asked, 'pagi sampai sore');
    expect(unclear.effects).toBeUndefined();
    expect(unclear.conversation?.asked).toEqual(asked);
    expect(textOf(unclear)).toContain('senin-jumat 08.00-15.00');
    expect(answer(asAdmin(), asked, 'senin-jumat 8-15').effects).toBeUndefined();
  });
});

describe('an answer to somebody else’s question', () => {
  it('is left to its own flow', () => {
    expect(answerAdmin(asAdmin(), { what: 'name' }, 'Siti')).toBeNull();
  });
});

describe('the page of the paired phone', () => {
  const paired = (seed: SceneSeed = {}) =>
    asAdmin({
      reach: { web: 'https://gerai.example', telegram: null, whatsapp: null, pairing: true },
      ...seed,
    });
  const press = (from: Scene) => adminFlow['whatsapp-page'].turn(from, { do: 'whatsapp-page' });

  it('is in the menu only where a phone is paired', () => {
    const menu = (from: Scene) => choicesOf(adminFlow['admin-menu'].turn(from, { do: 'admin-menu' }));
    expect(menu(paired())).toContain('whatsapp-page');
    expect(menu(asAdmin())).not.toContain('whatsapp-page');
  });

  it('opens by a link whose key is kept for half an hour, and whoever asked leaves a trace without it', () => {
    const turn = press(paired());
    const [effect] = effectsOf(turn, 'pairing-link');
    expect(effect?.expiresAt).toBe(NOW + 30 * 60_000);
    expect(effect?.key.length).toBeGreaterThanOrEqual(30);
    expect(textOf(turn)).toContain(`https://gerai.example/whatsapp#key=${effect?.key}`);
    expect(effectsOf(turn, 'audit')).toEqual([
      { kind: 'audit', what: 'whatsapp', subject: 'page', before: null, after: 'link' },
    ]);
  });

  it('is said to be out of use where no phone is paired, or nobody could reach it', () => {
    for (const from of [
      asAdmin(),
      paired({ reach: { web: null, telegram: null, whatsapp: null, pairing: true } }),
    ]) {
      const turn = press(from);
      expect(textOf(turn)).toBe(from.say('admin-whatsapp-off'));
      expect(effectsOf(turn, 'pairing-link')).toEqual([]);
    }
  });
});
