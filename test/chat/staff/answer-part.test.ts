import { describe, expect, it } from 'vitest';
import { unpack } from '../../../src/chat/actions.ts';
import type { RoleRecipient } from '../../../src/chat/facts.ts';
import type { Scene, Turn } from '../../../src/chat/flow.ts';
import { answerStaff, staffAnswerNeeds } from '../../../src/chat/staff/answers.ts';
import { staffFlow } from '../../../src/chat/staff/flow.ts';
import type { Fulfilment } from '../../../src/shop/fulfilment.ts';
import {
  admin,
  choicesOf,
  colleague,
  effectsOf,
  keeper,
  NOTHING_UNDERSTOOD,
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

const FRIDAY = '2026-11-27';
const SATURDAY = '2026-11-28';

function sceneWith(part: Fulfilment, seed: SceneSeed = {}, recipients: RoleRecipient[] = []): Scene {
  return scene({
    roles: [staffOf(2)],
    ...seed,
    facts: { orders: [orderView([part])], recipients, ...seed.facts },
  });
}

function answered(from: Scene, text: string): Turn | null {
  const { asked } = from.conversation;
  if (!asked) throw new Error('nothing is asked');
  return answerStaff(from, asked, text, NOTHING_UNDERSTOOD);
}

describe('accepting a part', () => {
  it('offers open days from the end of the lead time on, and no closed one', () => {
    const turn = staffFlow.accept.turn(sceneWith(partView()), { do: 'accept', part: 'bags' });
    const days = choicesOf(turn).flatMap((id) => {
      const action = unpack(id);
      return action?.do === 'accept-for' ? [action.day] : [];
    });
    expect(days).toEqual(['2026-12-02', '2026-12-03', '2026-12-04', '2026-12-07', '2026-12-08']);
    expect(turn.conversation?.asked).toEqual({ what: 'ready-day', part: 'bags' });
    expect(turn.effects).toBeUndefined();
  });

  it('offers the day that the visitor wished for too', () => {
    const wished = partView({ pickupDay: '2026-12-18' });
    const turn = staffFlow.accept.turn(sceneWith(wished), { do: 'accept', part: 'bags' });
    expect(choicesOf(turn)).toContain('accept-for bags 2026-12-18');
  });

  it('steps to accepted with the day, tells the visitor in their language, and shows the card anew', () => {
    const turn = staffFlow['accept-for'].turn(sceneWith(partView({ version: 4 })), {
      do: 'accept-for',
      part: 'bags',
      day: FRIDAY,
    });
    expect(effectsOf(turn, 'step')).toEqual([
      {
        kind: 'step',
        part: { id: 1, publicId: 'bags', version: 4 },
        from: 'new',
        to: 'accepted',
        change: { readyDay: FRIDAY },
      },
    ]);
    const [notice] = effectsOf(turn, 'notice');
    expect(notice).toMatchObject({ key: 'part bags accepted visitor', about: 'bags', to: { chatId: 700 } });
    expect(notice?.message.text).toContain('Order R4K-7NP is accepted.');
    expect(notice?.message.text).toMatch(/ready: .*27 November|ready: .*November 27/);
    expect(turn.replies).toHaveLength(1);
    expect(turn.replies[0]?.inPlace).toBe(true);
    expect(choicesOf(turn)).toEqual(['made bags', 'ask-reject bags 5', 'propose bags 5']);
  });

  it('asks again for a day on which the place is closed, or that is over', () => {
    for (const day of [SATURDAY, '2026-11-24', '2028-01-03']) {
      const turn = staffFlow['accept-for'].turn(sceneWith(partView()), {
        do: 'accept-for',
        part: 'bags',
        day,
      });
      expect(turn.effects).toBeUndefined();
      expect(turn.conversation?.asked).toEqual({ what: 'ready-day', part: 'bags' });
    }
  });

  it('takes a typed day, quicker than the lead time if the unit says so', () => {
    const asked = { conversation: { asked: { what: 'ready-day', part: 'bags' } } } as const;
    const turn = answered(sceneWith(partView(), asked), 'jumat');
    expect(turn && effectsOf(turn, 'step')[0]?.change).toEqual({ readyDay: FRIDAY });
  });

  it('takes the number of an offered day, asks again for riddles, and lays the question aside', () => {
    const question = staffFlow.accept.turn(sceneWith(partView()), { do: 'accept', part: 'bags' });
    const offered = question.replies[0]?.choices ?? [];
    const from = sceneWith(partView(), {
      conversation: { asked: { what: 'ready-day', part: 'bags' }, offered },
    });
    const second = answered(from, '2');
    expect(second && effectsOf(second, 'step')[0]?.change).toEqual({ readyDay: '2026-12-03' });
    const riddle = answered(from, 'kapan-kapan');
    expect(riddle?.effects).toBeUndefined();
    expect(riddle?.conversation?.asked).toEqual({ what: 'ready-day', part: 'bags' });
    const aside = answered(from, 'nanti aja');
    expect(aside?.effects).toBeUndefined();
    expect(aside?.conversation?.asked).toBeNull();
  });

  it('asks for a price first where the goods need a quote', () => {
    const from = sceneWith(pavingPart(), { roles: [staffOf(1)] });
    const turn = staffFlow['accept-for'].turn(from, { do: 'accept-for', part: 'paving', day: FRIDAY });
    expect(turn.effects).toBeUndefined();
    expect(textOf(turn)).toContain('beri harga dulu');
    expect(choicesOf(turn)).toContain('quote paving');
  });

  it('loads the order of the part for a typed answer', () => {
    expect(staffAnswerNeeds({ what: 'ready-day', part: 'bags' }).orders).toEqual({
      by: 'part',
      part: 'bags',
    });
    expect(staffAnswerNeeds({ what: 'name' })).toEqual({});
  });
});

describe('a press that comes too late', () => {
  const accepted = partView({
    state: 'accepted',
    version: 2,
    lastStep: { by: 'Bu Rina', at: NOW + 32 * 60_000 },
  });

  it('says who was quicker and when, does nothing, and shows the card as it stands', () => {
    const turn = staffFlow.accept.turn(sceneWith(accepted, { now: NOW + 3_600_000 }), {
      do: 'accept',
      part: 'bags',
    });
    expect(textOf(turn)).toContain('Sudah diterima oleh Bu Rina pukul 10.32.');
    expect(turn.effects).toBeUndefined();
    expect(choicesOf(turn)).toEqual(['made bags', 'ask-reject bags 2', 'propose bags 2']);
  });

  it('names the day where it was not today, in the language of the reader', () => {
    const late = sceneWith(accepted, { now: NOW + 86_400_000, language: 'en' });
    const turn = staffFlow.accept.turn(late, { do: 'accept', part: 'bags' });
    expect(textOf(turn)).toMatch(/Bu Rina already accepted it on .*November.* at 10:32\./);
  });

  it('says that it was the visitor who cancelled', () => {
    const cancelled = partView({ state: 'cancelled', lastStep: { by: null, at: NOW } });
    const turn = staffFlow.reject.turn(sceneWith(cancelled), {
      do: 'reject',
      part: 'bags',
      reason: 'capacity',
      version: 1,
    });
    expect(textOf(turn)).toContain('dibatalkan pengunjung pukul 10.00');
    expect(turn.effects).toBeUndefined();
  });

  it('answers a typed day the same way', () => {
    const asked = { conversation: { asked: { what: 'ready-day', part: 'bags' } } } as const;
    const turn = answered(sceneWith(accepted, asked), 'jumat');
    expect(turn?.effects).toBeUndefined();
    expect(turn?.conversation?.asked).toBeNull();
  });
});

describe('a forged press', () => {
  const presses = [
    (from: Scene) => staffFlow['show-part'].turn(from, { do: 'show-part', part: 'bags' }),
    (from: Scene) => staffFlow.accept.turn(from, { do: 'accept', part: 'bags' }),
    (from: Scene) => staffFlow['accept-for'].turn(from, { do: 'accept-for', part: 'bags', day: FRIDAY }),
    (from: Scene) => staffFlow['ask-reject'].turn(from, { do: 'ask-reject', part: 'bags', version: 1 }),
    (from: Scene) =>
      staffFlow.reject.turn(from, { do: 'reject', part: 'bags', reason: 'capacity', version: 1 }),
    (from: Scene) => staffFlow.made.turn(from, { do: 'made', part: 'bags' }),
    (from: Scene) => staffFlow.ready.turn(from, { do: 'ready', part: 'bags' }),
    (from: Scene) => staffFlow.quote.turn(from, { do: 'quote', part: 'bags' }),
    (from: Scene) => staffFlow['quote-valid'].turn(from, { do: 'quote-valid', part: 'bags', days: 7 }),
    (from: Scene) => staffFlow['open-parts'].turn(from, { do: 'open-parts' }),
    (from: Scene) =>
      answerStaff(from, { what: 'reject-note', part: 'bags', version: 1 }, 'alasan', NOTHING_UNDERSTOOD),
  ];

  it('by a visitor is refused kindly and reveals nothing', () => {
    for (const press of presses) {
      const turn = press(sceneWith(partView(), { roles: [] }));
      expect(turn && textOf(turn)).toBe(scene().say('not-yours'));
      expect(turn?.effects).toBeUndefined();
    }
  });

  it('by the staff of another unit is refused just so', () => {
    for (const state of ['new', 'accepted', 'made'] as const) {
      const from = sceneWith(partView({ state }), { roles: [staffOf(1)] });
      for (const press of presses.slice(0, 7)) {
        const turn = press(from);
        expect(turn && textOf(turn)).toBe(from.say('not-yours'));
        expect(turn?.effects).toBeUndefined();
      }
    }
  });
});

describe('rejecting a part', () => {
  it('needs the card as it stands: a colleague may have accepted meanwhile', () => {
    const accepted = partView({
      state: 'accepted',
      version: 2,
      lastStep: { by: 'Bu Rina', at: scene().now },
    });
    const from = sceneWith(accepted, {
      conversation: { asked: { what: 'reject-note', part: 'bags', version: 1 } },
    });
    const late = [
      staffFlow['ask-reject'].turn(from, { do: 'ask-reject', part: 'bags', version: 1 }),
      staffFlow.reject.turn(from, { do: 'reject', part: 'bags', reason: 'sold-out', version: 1 }),
      answered(from, 'Mesin jahit sedang diperbaiki'),
    ];
    for (const turn of late) {
      expect(turn?.effects).toBeUndefined();
      expect(turn && textOf(turn)).toContain('Bu Rina');
      expect(turn && choicesOf(turn)).toContain('ask-reject bags 2');
    }
  });

  it('offers each reason and a way back', () => {
    const turn = staffFlow['ask-reject'].turn(sceneWith(partView()), {
      do: 'ask-reject',
      part: 'bags',
      version: 1,
    });
    expect(choicesOf(turn)).toEqual([
      'reject bags sold-out 1',
      'reject bags materials 1',
      'reject bags capacity 1',
      'reject bags too-many 1',
      'reject bags other 1',
      'show-part bags',
    ]);
  });

  it('tells the visitor the reason in their language', () => {
    const turn = staffFlow.reject.turn(sceneWith(partView()), {
      do: 'reject',
      part: 'bags',
      reason: 'materials',
      version: 1,
    });
    expect(effectsOf(turn, 'step')[0]).toMatchObject({
      to: 'rejected',
      change: { rejectReason: 'materials' },
    });
    expect(effectsOf(turn, 'notice').map(({ key, to }) => [key, to.chatId])).toEqual([
      ['part bags rejected visitor', 700],
    ]);
    expect(effectsOf(turn, 'notice')[0]?.message.text).toContain('materials are not available');
    expect(effectsOf(turn, 'allocate')).toEqual([]);
  });

  it('asks for own words, and passes them on as the unit’s own', () => {
    const asked = staffFlow.reject.turn(sceneWith(partView()), {
      do: 'reject',
      part: 'bags',
      reason: 'other',
      version: 1,
    });
    expect(asked.effects).toBeUndefined();
    expect(asked.conversation?.asked).toEqual({ what: 'reject-note', part: 'bags', version: 1 });
    const from = sceneWith(partView(), {
      conversation: { asked: { what: 'reject-note', part: 'bags', version: 1 } },
    });
    const turn = answered(from, '  Mesin jahit\nsedang diperbaiki ');
    expect(turn && effectsOf(turn, 'step')[0]?.change).toEqual({
      rejectReason: 'other',
      rejectNote: 'Mesin jahit sedang diperbaiki',
    });
    expect(turn && effectsOf(turn, 'notice')[0]?.message.text).toContain(
      "In the unit's own words: “Mesin jahit sedang diperbaiki”",
    );
  });

  it('asks again for words that are too long or say nothing', () => {
    const from = sceneWith(partView(), {
      conversation: { asked: { what: 'reject-note', part: 'bags', version: 1 } },
    });
    for (const text of ['a'.repeat(301), '12', '👍']) {
      const turn = answered(from, text);
      expect(turn?.effects).toBeUndefined();
      expect(turn?.conversation?.asked).toEqual({ what: 'reject-note', part: 'bags', version: 1 });
    }
    expect(answered(from, 'a'.repeat(300))?.effects).toHaveLength(2);
  });

  it('gives promised stand stock back', () => {
    const from = sceneWith(stockPart({ state: 'accepted' }), { roles: [staffOf(1)] });
    const turn = staffFlow.reject.turn(from, { do: 'reject', part: 'chips', reason: 'sold-out', version: 1 });
    expect(effectsOf(turn, 'allocate')).toEqual([
      { kind: 'allocate', variantId: 10, qty: -3 },
      { kind: 'allocate', variantId: 20, qty: -1 },
    ]);
  });
});

describe('goods that are made', () => {
  const people = [
    colleague('keeper', 801, { language: 'en' }),
    colleague('admin', 900),
    colleague('keeper', 802),
  ];

  it('for the stand are announced to each keeper, in their language, with what to press on arrival', () => {
    const turn = staffFlow.made.turn(sceneWith(partView({ state: 'accepted' }), {}, people), {
      do: 'made',
      part: 'bags',
    });
    expect(effectsOf(turn, 'step')[0]).toMatchObject({ from: 'accepted', to: 'made' });
    const notices = effectsOf(turn, 'notice');
    expect(notices.map(({ key }) => key)).toEqual(['part bags made 801', 'part bags made 802']);
    expect(notices[0]?.message.text).toContain('on its way');
    expect(notices[1]?.message.text).toContain('akan diantar');
    expect(notices[0]?.message.choices?.map(({ id }) => id)).toEqual(['ready bags']);
    expect(notices[0]?.message.text).not.toContain('Aminah');
  });

  it('for the stand cannot be called ready by the unit itself', () => {
    const made = partView({ state: 'made' });
    const card = staffFlow['show-part'].turn(sceneWith(made), { do: 'show-part', part: 'bags' });
    expect(choicesOf(card)).toEqual([]);
    const turn = staffFlow.ready.turn(sceneWith(made), { do: 'ready', part: 'bags' });
    expect(turn.effects).toBeUndefined();
    expect(textOf(turn)).toContain('petugas gerai yang memastikannya');
  });

  it('are announced to the admins where there is no keeper, but not to who pressed', () => {
    const from = sceneWith(partView({ state: 'accepted' }), { roles: [admin], chatId: 900 }, [
      colleague('admin', 900),
      colleague('admin', 901),
    ]);
    const turn = staffFlow.made.turn(from, { do: 'made', part: 'bags' });
    expect(effectsOf(turn, 'notice').map(({ to }) => to.chatId)).toEqual([901]);
    expect(choicesOf(turn)).toContain('ready bags');
  });

  it('at the workshop can be confirmed as ready by the unit', () => {
    const paving = pavingPart({ state: 'accepted', readyDay: FRIDAY });
    const from = sceneWith(paving, { roles: [staffOf(1)] }, people);
    const made = staffFlow.made.turn(from, { do: 'made', part: 'paving' });
    expect(effectsOf(made, 'notice')[0]?.message.text).toContain('can be confirmed');
    expect(choicesOf(made)).toEqual(['ready paving']);
  });
});

describe('goods that are ready', () => {
  it('call the visitor with place, time and code, once a keeper confirms them at the stand', () => {
    const from = sceneWith(partView({ state: 'made', version: 3 }), { roles: [keeper] });
    const turn = staffFlow.ready.turn(from, { do: 'ready', part: 'bags' });
    expect(effectsOf(turn, 'step')[0]).toMatchObject({ part: { version: 3 }, from: 'made', to: 'ready' });
    const [notice] = effectsOf(turn, 'notice');
    expect(notice).toMatchObject({ key: 'part bags ready visitor', to: { chatId: 700 } });
    expect(notice?.message.text).toContain('R4K-7NP');
    expect(notice?.message.text).toContain('The stand in the lobby');
    expect(notice?.message.text).toContain('08.00–15.00');
    expect(choicesOf(turn)).toEqual(['collect bags', 'show-slip R4K-7NP']);
  });

  it('are confirmed by the unit’s staff at its own workshop', () => {
    const from = sceneWith(pavingPart({ state: 'made' }), { roles: [staffOf(1)] });
    const turn = staffFlow.ready.turn(from, { do: 'ready', part: 'paving' });
    expect(effectsOf(turn, 'notice').map(({ key }) => key)).toEqual(['part paving ready visitor']);
    expect(choicesOf(turn)).toEqual(['collect paving']);
  });

  it('cannot be called ready before they are made', () => {
    const from = sceneWith(partView(), { roles: [keeper] });
    const turn = staffFlow.ready.turn(from, { do: 'ready', part: 'bags' });
    expect(turn.effects).toBeUndefined();
    expect(textOf(turn)).toContain('belum diterima');
  });
});
