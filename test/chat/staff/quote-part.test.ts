import { describe, expect, it } from 'vitest';
import type { Asked } from '../../../src/chat/conversation.ts';
import type { Scene, Turn } from '../../../src/chat/flow.ts';
import { answerStaff } from '../../../src/chat/staff/answers.ts';
import { staffFlow } from '../../../src/chat/staff/flow.ts';
import {
  choicesOf,
  effectsOf,
  NOTHING_UNDERSTOOD,
  orderView,
  partView,
  pavingPart,
  type SceneSeed,
  scene,
  staffOf,
  textOf,
} from '../../support/factories.ts';

const THURSDAY = '2026-11-26';
const DAY_ASKED = { what: 'quote-day', part: 'paving', amount: 450_000 } as const;
const VALID_ASKED = { what: 'quote-valid', part: 'paving', amount: 450_000, day: THURSDAY } as const;

function quoting(asked: Asked | null, seed: SceneSeed = {}): Scene {
  return scene({
    roles: [staffOf(1)],
    facts: { orders: [orderView([pavingPart({ version: 6 }), partView()])] },
    ...seed,
    conversation: { asked, ...seed.conversation },
  });
}

function answer(from: Scene, text: string): Turn {
  const turn =
    from.conversation.asked && answerStaff(from, from.conversation.asked, text, NOTHING_UNDERSTOOD);
  if (!turn) throw new Error('it was not answered');
  return turn;
}

describe('quoting a part', () => {
  it('asks for the amount, the day and the validity, one after another', () => {
    const first = staffFlow.quote.turn(quoting(null), { do: 'quote', part: 'paving' });
    expect(first.conversation?.asked).toEqual({ what: 'quote-amount', part: 'paving' });
    const second = answer(quoting({ what: 'quote-amount', part: 'paving' }), 'Rp 450.000');
    expect(second.conversation?.asked).toEqual(DAY_ASKED);
    expect(choicesOf(second)).toContain(`quote-day paving ${THURSDAY}`);
    const third = answer(quoting(DAY_ASKED), 'besok');
    expect(third.conversation?.asked).toEqual(VALID_ASKED);
    expect(choicesOf(third)).toEqual([
      'quote-valid paving 7',
      'quote-valid paving 14',
      'quote-valid paving 3',
      'show-part paving',
    ]);
    for (const turn of [first, second, third]) expect(turn.effects).toBeUndefined();
  });

  it('sends the quote with choices that hold for the version after the step', () => {
    const turn = staffFlow['quote-valid'].turn(quoting(VALID_ASKED), {
      do: 'quote-valid',
      part: 'paving',
      days: 7,
    });
    // The whole of Wednesday, 2 December in Jakarta.
    const validUntil = Date.parse('2026-12-02T16:59:59.999Z');
    expect(effectsOf(turn, 'step')).toEqual([
      {
        kind: 'step',
        part: { id: 2, publicId: 'paving', version: 6 },
        from: 'new',
        to: 'quoted',
        change: { quoteAmount: 450_000, readyDay: THURSDAY, quoteValidUntil: validUntil },
      },
    ]);
    const [notice] = effectsOf(turn, 'notice');
    expect(notice).toMatchObject({ key: 'part paving quoted visitor', to: { chatId: 700 } });
    expect(notice?.message.choices?.map(({ id }) => id)).toEqual([
      'take-quote paving 7',
      'decline-quote paving 7',
    ]);
    expect(notice?.message.text).toContain('Rp450.000');
    expect(notice?.message.text).toMatch(/Valid until: .*(2 December|December 2)/);
    expect(turn.conversation?.asked).toBeNull();
  });

  it('takes the day as a press, and refuses a closed one', () => {
    const press = (day: string) =>
      staffFlow['quote-day'].turn(quoting(DAY_ASKED), { do: 'quote-day', part: 'paving', day });
    expect(press(THURSDAY).conversation?.asked).toEqual(VALID_ASKED);
    expect(press('2026-11-28').conversation?.asked).toEqual(DAY_ASKED);
  });

  it('starts over where the amount was given for another part, or not at all', () => {
    for (const asked of [null, { ...DAY_ASKED, part: 'bags' }] as const) {
      const turn = staffFlow['quote-day'].turn(quoting(asked), {
        do: 'quote-day',
        part: 'paving',
        day: THURSDAY,
      });
      expect(turn.conversation?.asked).toEqual({ what: 'quote-amount', part: 'paving' });
    }
    const late = staffFlow['quote-valid'].turn(quoting(DAY_ASKED), {
      do: 'quote-valid',
      part: 'paving',
      days: 7,
    });
    expect(late.effects).toBeUndefined();
  });

  it('asks again for amounts that are unclear, not positive, absurd, or per piece', () => {
    const from = quoting({ what: 'quote-amount', part: 'paving' });
    for (const text of ['mahal', '0', '-5000', '99999999999', '4500 per buah', '100rb-150rb']) {
      const turn = answer(from, text);
      expect(turn.conversation?.asked, text).toEqual({ what: 'quote-amount', part: 'paving' });
    }
  });

  it('takes a typed validity from 1 to 60 days', () => {
    const days = (text: string) => {
      const change = effectsOf(answer(quoting(VALID_ASKED), text), 'step')[0]?.change;
      return change?.quoteValidUntil === undefined ? null : textOf(answer(quoting(VALID_ASKED), text));
    };
    expect(days('10 hari')).toContain('5 Desember');
    expect(days('2 minggu')).toContain('9 Desember');
    for (const text of ['0', '61', '-3', 'lama']) expect(days(text), text).toBeNull();
  });

  it('asks which is meant where a number is both a place in the list and a number of days', () => {
    const offered = answer(quoting(DAY_ASKED), 'besok').replies[0]?.choices ?? [];
    const from = quoting(VALID_ASKED, { conversation: { offered } });
    const two = answer(from, '2');
    expect(two.effects).toBeUndefined();
    expect(choicesOf(two)).toEqual(['quote-valid paving 2', 'quote-valid paving 14']);
    expect(textOf(answer(from, '3'))).toContain('28 November');
    const chosen = answer(
      quoting(VALID_ASKED, { conversation: { offered: two.replies[0]?.choices ?? [] } }),
      '2',
    );
    expect(textOf(chosen)).toContain('9 Desember');
  });

  it('is not for goods that need no quote', () => {
    const from = quoting(null, { roles: [staffOf(2)] });
    const turn = staffFlow.quote.turn(from, { do: 'quote', part: 'bags' });
    expect(turn.conversation?.asked).toBeNull();
    expect(choicesOf(turn)).toContain('accept bags');
  });

  it('is laid aside by its number in the list, which is not an amount', () => {
    const asked = { what: 'quote-amount', part: 'paving' } as const;
    const offered =
      staffFlow.quote.turn(quoting(null), { do: 'quote', part: 'paving' }).replies[0]?.choices ?? [];
    const turn = answer(quoting(asked, { conversation: { offered } }), '1');
    expect(turn.conversation?.asked).toBeNull();
  });
});
