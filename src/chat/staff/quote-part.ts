/** The unit names a price first: amount, day, and how long it holds; then the visitor decides. */
import { addDays, endOfDay, wallClock } from '../../shop/calendar.ts';
import type { Fulfilment } from '../../shop/fulfilment.ts';
import type { OrderView } from '../facts.ts';
import { type Flow, reply, type Scene, type Turn } from '../flow.ts';
import { readAmount } from '../understand/amounts.ts';
import { isNeverMind } from '../understand/never-mind.ts';
import { capital, choice, dayText } from '../wording.ts';
import { notNow } from './answer-part.ts';
import {
  cardTurn,
  isLaidAside,
  itemsText,
  partNeeds,
  pickedAction,
  stepTurn,
  whileItCan,
} from './part-work.ts';
import { dayProblem, offeredDays, readReadyDay } from './ready-days.ts';
import { tellQuoted } from './tell.ts';

const MAX_AMOUNT = 1e10;
const MAX_VALID_DAYS = 60;

/** In this order, so that "3" means the same as a number of days and as a place in a numbered list. */
const VALID_DAYS_OFFERED = [7, 14, 3];

/* ── the questions ───────────────────────────────────────────────────────────────────────────────── */

function askAmount(scene: Scene, order: OrderView, part: Fulfilment, preface?: string): Turn {
  const question = scene.say('staff-ask-amount', { code: order.code, items: itemsText(scene, part) });
  return {
    ...reply([preface, question].filter(Boolean).join('\n\n'), { choices: [notNow(scene, part)] }),
    conversation: { asked: { what: 'quote-amount', part: part.publicId } },
  };
}

function askDay(scene: Scene, part: Fulfilment, amount: number, preface?: string): Turn {
  const it = part.publicId;
  return {
    ...reply([preface, scene.say('staff-ask-quote-day', { amount })].filter(Boolean).join('\n\n'), {
      choices: [
        ...offeredDays(scene, part).map((day) =>
          choice(capital(dayText(scene, day)), { do: 'quote-day', part: it, day }),
        ),
        notNow(scene, part),
      ],
    }),
    conversation: { asked: { what: 'quote-day', part: it, amount } },
  };
}

function askValid(scene: Scene, part: Fulfilment, amount: number, day: string, preface?: string): Turn {
  const it = part.publicId;
  const question = scene.say('staff-ask-valid', { amount, day: dayText(scene, day) });
  return {
    ...reply([preface, question].filter(Boolean).join('\n\n'), {
      choices: [
        ...VALID_DAYS_OFFERED.map((days) =>
          choice(scene.say('staff-valid-days', { days }), { do: 'quote-valid', part: it, days }),
        ),
        notNow(scene, part),
      ],
    }),
    conversation: { asked: { what: 'quote-valid', part: it, amount, day } },
  };
}

/* ── the answers ─────────────────────────────────────────────────────────────────────────────────── */

function takeDay(scene: Scene, part: Fulfilment, amount: number, day: string): Turn {
  const problem = dayProblem(scene, part, day);
  return problem ? askDay(scene, part, amount, problem) : askValid(scene, part, amount, day);
}

function sendQuote(
  scene: Scene,
  order: OrderView,
  part: Fulfilment,
  quote: { readonly amount: number; readonly day: string; readonly days: number },
): Turn {
  const { amount, day, days } = quote;
  if (!Number.isInteger(days) || days < 1 || days > MAX_VALID_DAYS) {
    return askValid(scene, part, amount, day, scene.say('staff-valid-unclear', { max: MAX_VALID_DAYS }));
  }
  const { timeZone } = scene.snapshot.stand;
  const validDay = addDays(wallClock(scene.now, timeZone).day, days);
  return stepTurn(scene, order, part, {
    to: 'quoted',
    change: { quoteAmount: amount, readyDay: day, quoteValidUntil: endOfDay(validDay, timeZone) },
    did: scene.say('staff-did-quote', { code: order.code, amount, until: dayText(scene, validDay) }),
    effects: (after) => [tellQuoted(scene, order, after, { amount, day, validDay })],
  });
}

/** The amount that was given a moment ago for this very part; null where the questions have to start over. */
function givenAmount(scene: Scene, part: string): number | null {
  const { asked } = scene.conversation;
  const given = asked?.what === 'quote-day' || asked?.what === 'quote-valid';
  return given && asked.part === part ? asked.amount : null;
}

export function answerQuoteAmount(scene: Scene, publicId: string, text: string): Turn {
  return whileItCan(scene, publicId, 'quote', (order, part) => {
    if (isLaidAside(scene, part, text)) return cardTurn(scene, order, part);
    const again = (sentence: string) => askAmount(scene, order, part, scene.say(sentence));
    // The visitor is quoted one sum for all of it.
    if (/\b(?:per|each)\b|[/@]/i.test(text)) return again('staff-amount-total');
    const amount = readAmount(text);
    if (amount === null) return again('staff-amount-unclear');
    if (amount <= 0) return again('staff-amount-positive');
    return amount > MAX_AMOUNT ? again('staff-amount-absurd') : askDay(scene, part, amount);
  });
}

export function answerQuoteDay(scene: Scene, publicId: string, amount: number, text: string): Turn {
  return whileItCan(scene, publicId, 'quote', (order, part) => {
    if (isLaidAside(scene, part, text)) return cardTurn(scene, order, part);
    const picked = pickedAction(scene, part, text);
    if (picked?.do === 'quote-day') return takeDay(scene, part, amount, picked.day);
    const read = readReadyDay(scene, part, text);
    return 'day' in read
      ? askValid(scene, part, amount, read.day)
      : askDay(scene, part, amount, read.problem);
  });
}

/**
 * "2" under a numbered list is its second choice. Under buttons it may be that or two days: it is asked which, and to
 * that question the number is a place in its list.
 */
export function answerQuoteValid(
  scene: Scene,
  publicId: string,
  given: { readonly amount: number; readonly day: string },
  text: string,
): Turn {
  return whileItCan(scene, publicId, 'quote', (order, part) => {
    const typed = readDays(text);
    const picked = pickedAction(scene, part, text);
    const inFirstList = !scene.numbered && scene.conversation.offered.length > VALID_DAYS_OFFERED.length;
    const pickedDays = picked?.do === 'quote-valid' ? picked.days : undefined;
    if (isNeverMind(text)) return cardTurn(scene, order, part);
    if (picked && typed !== null && pickedDays !== typed && inFirstList)
      return askWhichDays(scene, part, given, typed, pickedDays);
    if (picked?.do === 'show-part') return cardTurn(scene, order, part);
    return sendQuote(scene, order, part, { ...given, days: pickedDays ?? typed ?? Number.NaN });
  });
}

/** "7", "7 hari", "2 minggu"; null where it is no number. */
function readDays(text: string): number | null {
  const [, number, week] = /^[^\d-]*(\d{1,3})\s*(minggu|mgg|weeks?)?\D*$/i.exec(text) ?? [];
  return number === undefined ? null : Number(number) * (week ? 7 : 1);
}

function askWhichDays(
  scene: Scene,
  part: Fulfilment,
  given: { readonly amount: number; readonly day: string },
  typed: number,
  listed: number | undefined,
): Turn {
  const daysChoice = (days: number) =>
    choice(scene.say('staff-valid-days', { days }), { do: 'quote-valid', part: part.publicId, days });
  return {
    ...reply(scene.say('staff-valid-which', { days: typed }), {
      choices: [daysChoice(typed), listed === undefined ? notNow(scene, part) : daysChoice(listed)],
    }),
    conversation: { asked: { what: 'quote-valid', part: part.publicId, ...given } },
  };
}

export const quotePartFlow: Flow<'quote' | 'quote-day' | 'quote-valid'> = {
  quote: {
    needs: partNeeds,
    turn: (scene, { part }) =>
      whileItCan(scene, part, 'quote', (order, found) => askAmount(scene, order, found)),
  },
  'quote-day': {
    needs: partNeeds,
    turn: (scene, { part, day }) =>
      whileItCan(scene, part, 'quote', (order, found) => {
        const amount = givenAmount(scene, part);
        if (amount === null) return askAmount(scene, order, found, scene.say('staff-quote-restart'));
        return takeDay(scene, found, amount, day);
      }),
  },
  'quote-valid': {
    needs: partNeeds,
    turn: (scene, { part, days }) =>
      whileItCan(scene, part, 'quote', (order, found) => {
        const { asked } = scene.conversation;
        if (asked?.what !== 'quote-valid' || asked.part !== part) {
          return askAmount(scene, order, found, scene.say('staff-quote-restart'));
        }
        return sendQuote(scene, order, found, { amount: asked.amount, day: asked.day, days });
      }),
  },
};
