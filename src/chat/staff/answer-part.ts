/** A unit answers for its part: accept with a day, reject with a reason, made, ready. */
import { type Fulfilment, REJECT_REASONS, type RejectReason } from '../../shop/fulfilment.ts';
import { giveBack } from '../../shop/stock.ts';
import type { OrderView } from '../facts.ts';
import { type Flow, reply, type Scene, type Turn } from '../flow.ts';
import { saysFewer } from '../understand/proposals.ts';
import { capital, choice, dayText } from '../wording.ts';
import {
  asItWasSeen,
  cardTurn,
  isLaidAside,
  isPickedUpAtStand,
  itemsText,
  mayHandOver,
  mayPropose,
  partNeeds,
  pickedAction,
  stepTurn,
  whileItCan,
} from './part-work.ts';
import { proposeThis } from './propose-part.ts';
import { dayProblem, offeredDays, readReadyDay } from './ready-days.ts';
import { sendProposal } from './send-proposal.ts';
import { tellAccepted, tellKeepersMade, tellReady, tellRejected } from './tell.ts';

export const MAX_NOTE_LENGTH = 300;

/** Lays the question aside: the card again. */
export function notNow(scene: Scene, part: Fulfilment) {
  return choice(scene.say('staff-button-not-now'), { do: 'show-part', part: part.publicId });
}

/* ── accept ──────────────────────────────────────────────────────────────────────────────────────── */

function askReadyDay(scene: Scene, order: OrderView, part: Fulfilment, preface?: string): Turn {
  const it = part.publicId;
  const question = scene.say('staff-ask-ready-day', { code: order.code, items: itemsText(scene, part) });
  return {
    ...reply([preface, question].filter(Boolean).join('\n\n'), {
      choices: [
        ...offeredDays(scene, part).map((day) =>
          choice(capital(dayText(scene, day)), { do: 'accept-for', part: it, day }),
        ),
        ...(mayPropose(scene, part)
          ? [choice(scene.say('button-propose'), { do: 'propose', part: it, version: part.version })]
          : []),
        notNow(scene, part),
      ],
    }),
    conversation: { asked: { what: 'ready-day', part: it } },
  };
}

/** A later day than was wished for is an offer: its visitor decides. */
export function acceptFor(scene: Scene, order: OrderView, part: Fulfilment, day: string): Turn {
  const problem = dayProblem(scene, part, day);
  if (problem) return askReadyDay(scene, order, part, problem);
  if (part.pickupDay !== null && day > part.pickupDay) return sendProposal(scene, order, part, { day });
  return stepTurn(scene, order, part, {
    to: 'accepted',
    change: { readyDay: day },
    did: scene.say('staff-did-accept', { code: order.code, day: dayText(scene, day) }),
    effects: (after) => [tellAccepted(scene, order, after, day)],
  });
}

/** A typed day. */
export function answerReadyDay(scene: Scene, publicId: string, text: string): Turn {
  return whileItCan(scene, publicId, 'accept', (order, part) => {
    if (isLaidAside(scene, part, text)) return cardTurn(scene, order, part);
    const picked = pickedAction(scene, part, text);
    if (picked?.do === 'accept-for') return acceptFor(scene, order, part, picked.day);
    if (saysFewer(text) && mayPropose(scene, part)) return proposeThis(scene, order, part, text);
    const read = readReadyDay(scene, part, text);
    return 'day' in read
      ? acceptFor(scene, order, part, read.day)
      : askReadyDay(scene, order, part, read.problem);
  });
}

/* ── reject ──────────────────────────────────────────────────────────────────────────────────────── */

function askReason(scene: Scene, order: OrderView, part: Fulfilment): Turn {
  const { publicId: it, version } = part;
  return {
    ...reply(scene.say('staff-ask-reason', { code: order.code, items: itemsText(scene, part) }), {
      choices: [
        ...REJECT_REASONS.map((reason) =>
          choice(scene.say('staff-reason', { reason }), { do: 'reject', part: it, reason, version }),
        ),
        notNow(scene, part),
      ],
    }),
    conversation: { asked: null },
  };
}

function askNote(scene: Scene, order: OrderView, part: Fulfilment, preface?: string): Turn {
  const question = scene.say('staff-ask-note', { code: order.code, max: MAX_NOTE_LENGTH });
  return {
    ...reply([preface, question].filter(Boolean).join('\n\n'), { choices: [notNow(scene, part)] }),
    conversation: { asked: { what: 'reject-note', part: part.publicId, version: part.version } },
  };
}

function rejectFor(
  scene: Scene,
  order: OrderView,
  part: Fulfilment,
  why: { readonly rejectReason: RejectReason; readonly rejectNote?: string },
): Turn {
  return stepTurn(scene, order, part, {
    to: 'rejected',
    change: why,
    did: scene.say('staff-did-reject', { code: order.code }),
    effects: (after) => [...giveBack(part), tellRejected(scene, order, after)],
  });
}

/** The unit's own words, as the visitor will read them. */
export function answerRejectNote(
  scene: Scene,
  asked: { readonly part: string; readonly version: number },
  text: string,
): Turn {
  return asItWasSeen(scene, asked, 'reject', (order, part) => {
    if (isLaidAside(scene, part, text)) return cardTurn(scene, order, part);
    const note = text.replaceAll(/\s+/g, ' ').trim();
    if (!/\p{L}/u.test(note)) return askNote(scene, order, part, scene.say('staff-note-unclear'));
    if (note.length > MAX_NOTE_LENGTH) return askNote(scene, order, part, scene.say('staff-note-too-long'));
    return rejectFor(scene, order, part, { rejectReason: 'other', rejectNote: note });
  });
}

/* ── made and ready ──────────────────────────────────────────────────────────────────────────────── */

function made(scene: Scene, order: OrderView, part: Fulfilment): Turn {
  const sentence = isPickedUpAtStand(scene, part) ? 'staff-did-make' : 'staff-did-make-there';
  return stepTurn(scene, order, part, {
    to: 'made',
    did: scene.say(sentence, { code: order.code }),
    effects: (after) => tellKeepersMade(scene, order, after),
  });
}

/** Only what lies at the pick-up place calls the visitor, so whoever is there confirms it. */
function ready(scene: Scene, order: OrderView, part: Fulfilment): Turn {
  if (!mayHandOver(scene, part)) return cardTurn(scene, order, part, scene.say('staff-keeper-confirms'));
  return stepTurn(scene, order, part, {
    to: 'ready',
    did: scene.say('staff-did-ready', { code: order.code }),
    effects: (after) => [tellReady(scene, order, after)],
  });
}

export const answerPartFlow: Flow<'accept' | 'accept-for' | 'ask-reject' | 'reject' | 'made' | 'ready'> = {
  accept: {
    needs: partNeeds,
    turn: (scene, { part }) =>
      whileItCan(scene, part, 'accept', (order, found) => askReadyDay(scene, order, found)),
  },
  'accept-for': {
    needs: partNeeds,
    turn: (scene, { part, day }) =>
      whileItCan(scene, part, 'accept', (order, found) => acceptFor(scene, order, found, day)),
  },
  'ask-reject': {
    needs: partNeeds,
    turn: (scene, seen) =>
      asItWasSeen(scene, seen, 'reject', (order, found) => askReason(scene, order, found)),
  },
  reject: {
    needs: partNeeds,
    turn: (scene, { reason, ...seen }) =>
      asItWasSeen(scene, seen, 'reject', (order, found) =>
        reason === 'other'
          ? askNote(scene, order, found)
          : rejectFor(scene, order, found, { rejectReason: reason }),
      ),
  },
  made: {
    needs: partNeeds,
    turn: (scene, { part }) => whileItCan(scene, part, 'made', (order, found) => made(scene, order, found)),
  },
  ready: {
    needs: partNeeds,
    turn: (scene, { part }) => whileItCan(scene, part, 'ready', (order, found) => ready(scene, order, found)),
  },
};
