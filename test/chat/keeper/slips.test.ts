import { describe, expect, it } from 'vitest';
import type { OrderView, TaskView } from '../../../src/chat/facts.ts';
import { keeperFlow } from '../../../src/chat/keeper/flow.ts';
import { moneyOfParts } from '../../../src/shop/counter.ts';
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
  stockPart,
  textOf,
} from '../../support/factories.ts';

const CODE = 'R4K-7NP';

function at(orders: readonly OrderView[], seed: SceneSeed = {}) {
  return scene({ roles: [keeper], ...seed, facts: { orders } });
}

describe('a slip', () => {
  it('is found by its code however it is written', () => {
    const { view, snapshot } = scene();
    const needs = keeperFlow['show-slip'].needs?.({ do: 'show-slip', code: 'r4k7np' }, view, snapshot);
    expect(needs?.orders).toEqual({ by: 'code', code: CODE });
  });

  it('shows every unit’s part with what the keeper can do about it', () => {
    const order = orderView([stockPart(), partView({ state: 'made' }), pavingPart()]);
    const turn = keeperFlow['show-slip'].turn(at([order]), { do: 'show-slip', code: CODE });
    expect(textOf(turn)).toContain('Siti Aminah');
    expect(choicesOf(turn)).toEqual([
      'collect chips',
      'propose chips 1',
      'ready bags',
      `pay ${CODE} cash`,
      `pay ${CODE} qris`,
    ]);
  });

  it('is for keepers and admins only', () => {
    const order = orderView([stockPart()]);
    for (const roles of [[], [staffOf(1)]]) {
      const from = at([order], { roles });
      for (const turn of [
        keeperFlow['show-slip'].turn(from, { do: 'show-slip', code: CODE }),
        keeperFlow['find-slip'].turn(from, { do: 'find-slip', name: 'Siti' }),
        keeperFlow.pay.turn(from, { do: 'pay', code: CODE, method: 'cash' }),
      ]) {
        expect(textOf(turn)).toBe(from.say('not-yours'));
        expect(turn.effects).toBeUndefined();
      }
    }
    expect(
      choicesOf(
        keeperFlow['show-slip'].turn(at([order], { roles: [admin] }), { do: 'show-slip', code: CODE }),
      ),
    ).toContain('collect chips');
  });

  it('that was used, is closed, unknown or foreign is told apart', () => {
    const show = (orders: readonly OrderView[], code = CODE) =>
      keeperFlow['show-slip'].turn(at(orders), { do: 'show-slip', code });
    const collected = stockPart({ state: 'collected', lastStep: { by: 'Pak Budi', at: NOW } });
    const used = show([orderView([collected])]);
    expect(textOf(used)).toContain('sudah dipakai');
    expect(textOf(used)).toContain('oleh Pak Budi pukul 10.00');
    expect(choicesOf(used)).not.toContain('collect chips');
    const closed = show([orderView([stockPart({ state: 'expired' })])]);
    expect(textOf(closed)).toContain('sudah ditutup');
    expect(choicesOf(closed)).toEqual([]);
    expect(textOf(show([]))).toContain('tidak ada di sini');
    expect(textOf(show([], 'ABCDEFGH'))).toContain('bukan kode dari gerai ini');
  });
});

describe('looking for a name', () => {
  it('opens the only slip, lists several, and says when there is none', () => {
    const find = (orders: readonly OrderView[]) =>
      keeperFlow['find-slip'].turn(at(orders), { do: 'find-slip', name: 'Siti' });
    const other = orderView([partView()], { id: 2, code: 'ACD-EFH', name: 'Siti Nur' });
    expect(choicesOf(find([orderView([stockPart()])]))).toContain('collect chips');
    const several = find([orderView([stockPart()]), other]);
    expect(choicesOf(several)).toEqual([`show-slip ${CODE}`, 'show-slip ACD-EFH']);
    expect(textOf(several)).toMatch(/ACD-EFH · Siti Nur · 2 × Tas/);
    expect(textOf(find([]))).toContain('Tidak ada pesanan berjalan atas nama “Siti”');
  });
});

describe('handing over', () => {
  const collect = { do: 'collect', part: 'chips' } as const;

  it('takes stand stock out of what is promised before it leaves the stand', () => {
    const order = orderView([stockPart({ version: 2 }), pavingPart()], { id: 9 });
    const turn = keeperFlow.collect.turn(at([order]), collect);
    expect((turn.effects ?? []).filter(({ kind }) => kind !== 'notice')).toEqual([
      {
        kind: 'step',
        part: { id: 3, publicId: 'chips', version: 2 },
        from: 'ready',
        to: 'collected',
        change: {},
      },
      { kind: 'allocate', variantId: 10, qty: -3 },
      { kind: 'movement', variantId: 10, movement: 'hand-over', qty: -3, orderId: 9 },
      { kind: 'allocate', variantId: 20, qty: -1 },
      { kind: 'movement', variantId: 20, movement: 'hand-over', qty: -1, orderId: 9 },
    ]);
  });

  it('thanks the visitor and shows the slip anew', () => {
    const turn = keeperFlow.collect.turn(at([orderView([stockPart()])]), collect);
    expect(effectsOf(turn, 'notice').map(({ key, to }) => [key, to.chatId])).toEqual([
      ['part chips collected visitor', 700],
    ]);
    expect(effectsOf(turn, 'notice')[0]?.message.text).toContain('Thank you');
    expect(choicesOf(turn)).not.toContain('collect chips');
    expect(turn.replies[0]?.inPlace).toBe(true);
  });

  it('moves no stock for goods that were made for the order', () => {
    const order = orderView([partView({ state: 'ready' })]);
    const turn = keeperFlow.collect.turn(at([order]), { do: 'collect', part: 'bags' });
    expect(effectsOf(turn, 'movement')).toEqual([]);
    expect(effectsOf(turn, 'step')).toHaveLength(1);
  });

  it('happens once: the second press reads who did it', () => {
    const collected = stockPart({ state: 'collected', lastStep: { by: 'Pak Budi', at: NOW } });
    const turn = keeperFlow.collect.turn(at([orderView([collected])]), collect);
    expect(turn.effects).toBeUndefined();
    expect(textOf(turn)).toContain('Sudah diserahkan oleh Pak Budi pukul 10.00.');
  });

  it('is done by the unit’s staff at their workshop, not at the stand', () => {
    const order = orderView([stockPart(), pavingPart({ state: 'ready' })]);
    const from = at([order], { roles: [staffOf(1)] });
    expect(keeperFlow.collect.turn(from, collect).effects).toBeUndefined();
    const turn = keeperFlow.collect.turn(from, { do: 'collect', part: 'paving' });
    expect(effectsOf(turn, 'step')).toHaveLength(1);
    expect(textOf(turn)).not.toContain('Aminah');
    const visitor = keeperFlow.collect.turn(at([order], { roles: [] }), collect);
    expect(textOf(visitor)).toBe(from.say('not-yours'));
  });
});

describe('payment', () => {
  const entered = (status: 'paid' | 'unpaid', method: 'cash' | null) =>
    ({ status, method, at: NOW - 60_000, by: 'Pak Budi' }) as const;
  const undone = [entered('paid', 'cash'), entered('unpaid', null)];
  const paid = {
    status: 'paid',
    method: 'cash',
    history: [...undone, entered('paid', 'cash')],
  } as const;
  const pay = (payment: OrderView['payment'], method: 'cash' | 'qris' | 'unpaid') =>
    keeperFlow.pay.turn(at([orderView([stockPart()], { payment })]), { do: 'pay', code: CODE, method });

  it('is entered after the entries that there are', () => {
    const turn = pay({ status: 'unpaid', method: null, history: undone }, 'qris');
    expect(turn.effects).toEqual([
      {
        kind: 'payment',
        orderId: 1,
        position: 2,
        status: 'paid',
        method: 'qris',
        money: moneyOfParts([stockPart()]),
      },
    ]);
    expect(textOf(turn)).toContain('lunas tunai, Pak Budi');
    expect(textOf(turn)).toContain('dibatalkan, Pak Budi');
    expect(choicesOf(turn)).toContain(`pay ${CODE} unpaid`);
    expect(choicesOf(turn)).not.toContain(`pay ${CODE} cash`);
  });

  it('is undone by a counter-entry', () => {
    expect(pay(paid, 'unpaid').effects).toEqual([
      { kind: 'payment', orderId: 1, position: 3, status: 'unpaid', method: null, money: [] },
    ]);
  });

  it('is not entered twice, nor undone where nothing was paid', () => {
    expect(pay(paid, 'cash').effects).toBeUndefined();
    expect(pay(paid, 'qris').effects).toBeUndefined();
    expect(pay({ status: 'unpaid', method: null, history: [] }, 'unpaid').effects).toBeUndefined();
  });
});

describe('people to call', () => {
  const tasks: TaskView[] = [
    {
      id: 1,
      code: CODE,
      name: 'Siti Aminah',
      phone: '+6281234567890',
      parts: [{ unitId: 2, state: 'ready' }],
    },
    { id: 2, code: 'ACD-EFH', name: 'Joko', phone: null, parts: [] },
  ];
  const at = (seed: SceneSeed = {}) => scene({ roles: [keeper], facts: { tasks }, ...seed });

  it('are listed with code, name and phone, and seeing a number is recorded', () => {
    const turn = keeperFlow['keeper-tasks'].turn(at(), { do: 'keeper-tasks' });
    expect(textOf(turn)).toContain(`${CODE} · Siti Aminah · +6281234567890`);
    expect(choicesOf(turn)).toEqual(['task-done 1', 'task-done 2']);
    expect(effectsOf(turn, 'audit').map(({ what, subject }) => [what, subject])).toEqual([
      ['see-phone', 'task 1'],
    ]);
  });

  it('are ticked off one by one', () => {
    const turn = keeperFlow['task-done'].turn(at(), { do: 'task-done', task: 1 });
    expect(effectsOf(turn, 'task-done')).toEqual([{ kind: 'task-done', taskId: 1 }]);
    expect(choicesOf(turn)).toEqual(['task-done 2']);
    const again = keeperFlow['task-done'].turn(at(), { do: 'task-done', task: 7 });
    expect(effectsOf(again, 'task-done')).toEqual([]);
  });

  it('are nobody else’s business', () => {
    for (const turn of [
      keeperFlow['keeper-tasks'].turn(at({ roles: [staffOf(1)] }), { do: 'keeper-tasks' }),
      keeperFlow['task-done'].turn(at({ roles: [] }), { do: 'task-done', task: 1 }),
    ]) {
      expect(textOf(turn)).toBe(scene().say('not-yours'));
      expect(turn.effects).toBeUndefined();
    }
  });
});
