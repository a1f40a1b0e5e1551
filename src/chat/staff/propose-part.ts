/** The unit can give only some of it, or on another day; the keeper finds fewer on the shelf. */
import { wallClock } from '../../shop/calendar.ts';
import type { Fulfilment, OrderLine } from '../../shop/fulfilment.ts';
import type { Asked } from '../conversation.ts';
import type { OrderView } from '../facts.ts';
import { type Flow, reply, type Scene, type Turn } from '../flow.ts';
import { isNeverMind } from '../understand/never-mind.ts';
import { readProposal } from '../understand/proposals.ts';
import { capital, choice, dayText, lineText } from '../wording.ts';
import { acceptFor, notNow } from './answer-part.ts';
import {
  asItWasSeen,
  cardTurn,
  isLaidAside,
  mayPropose,
  notYours,
  partNeeds,
  pickedAction,
  whileItCan,
} from './part-work.ts';
import { dayProblem, offeredDays, readReadyDay } from './ready-days.ts';
import { type Proposal, sendProposal } from './send-proposal.ts';

/* ── the questions ───────────────────────────────────────────────────────────────────────────────── */

/** Of which of several. */
function askLine(scene: Scene, order: OrderView, part: Fulfilment): Turn {
  const [only, ...more] = part.lines;
  if (only && more.length === 0) return askHowMany(scene, order, part, only);
  return {
    ...reply(scene.say('staff-ask-proposal-line', { code: order.code }), {
      choices: [
        ...part.lines.map((line) =>
          choice(lineText(scene, line), { do: 'propose-line', part: part.publicId, variant: line.variantId }),
        ),
        notNow(scene, part),
      ],
    }),
    conversation: { asked: null },
  };
}

/** Offers no choices: a bare number is how many, never a place in a list. */
function askHowMany(
  scene: Scene,
  order: OrderView,
  part: Fulfilment,
  line: OrderLine,
  preface?: string,
): Turn {
  const question = scene.say('staff-ask-proposal', {
    code: order.code,
    items: lineText(scene, line),
    from: part.fromStock ? 'stock' : 'made',
  });
  const { publicId, version } = part;
  return {
    ...reply([preface, question].filter(Boolean).join('\n\n')),
    conversation: { asked: { what: 'proposal', part: publicId, version, variant: line.variantId } },
  };
}

function askDay(scene: Scene, part: Fulfilment, line: OrderLine, qty: number, preface?: string): Turn {
  const { publicId, version } = part;
  const { variantId: variant } = line;
  const question = scene.say('staff-ask-proposal-day', { items: lineText(scene, { ...line, qty }) });
  return {
    ...reply([preface, question].filter(Boolean).join('\n\n'), {
      choices: [
        ...offeredDays(scene, part).map((day) =>
          choice(capital(dayText(scene, day)), { do: 'propose-on', part: publicId, variant, qty, day }),
        ),
        notNow(scene, part),
      ],
    }),
    conversation: { asked: { what: 'proposal-day', part: publicId, version, variant, qty } },
  };
}

/* ── the answers ─────────────────────────────────────────────────────────────────────────────────── */

type Asks<W extends Asked['what']> = Extract<Asked, { what: W }>;

export function answerProposal(scene: Scene, asked: Asks<'proposal'>, text: string): Turn {
  return aboutLine(scene, asked, (order, part, line) =>
    isNeverMind(text) ? cardTurn(scene, order, part) : takeWords(scene, order, part, line, text),
  );
}

export function answerProposalDay(scene: Scene, asked: Asks<'proposal-day'>, text: string): Turn {
  return aboutLine(scene, asked, (order, part, line) => {
    if (isLaidAside(scene, part, text)) return cardTurn(scene, order, part);
    const picked = pickedAction(scene, part, text);
    const read = picked?.do === 'propose-on' ? { day: picked.day } : readReadyDay(scene, part, text);
    if ('problem' in read) return askDay(scene, part, line, asked.qty, read.problem);
    return propose(scene, order, part, line, asked.qty, read.day);
  });
}

/** "bisa 8 aja" to a card, or to another question about it. */
export function proposeThis(scene: Scene, order: OrderView, part: Fulfilment, text: string): Turn {
  const [line, ...more] = part.lines;
  return line && more.length === 0 ? takeWords(scene, order, part, line, text) : askLine(scene, order, part);
}

function takeWords(scene: Scene, order: OrderView, part: Fulfilment, line: OrderLine, text: string): Turn {
  const read = readProposal(text, wallClock(scene.now, scene.snapshot.stand.timeZone).day);
  if (!read) return askHowMany(scene, order, part, line, scene.say('staff-proposal-unclear'));
  return propose(scene, order, part, line, read.qty ?? line.qty, read.day);
}

function propose(
  scene: Scene,
  order: OrderView,
  part: Fulfilment,
  line: OrderLine,
  qty: number,
  named: string | null,
): Turn {
  const again = (sentence: string) =>
    askHowMany(scene, order, part, line, scene.say(sentence, { items: lineText(scene, line) }));
  if (!Number.isInteger(qty) || qty < 0 || qty > line.qty) return again('staff-proposal-more');
  if (qty === 0 && part.lines.every((each) => each === line || each.qty === 0))
    return again('staff-proposal-none');
  const day = part.fromStock ? null : (named ?? part.readyDay);
  if (day === null && !part.fromStock) return askDay(scene, part, line, qty);
  const problem = day !== null && named !== null && dayProblem(scene, part, day);
  if (problem) return askDay(scene, part, line, qty, problem);
  if (qty === line.qty && !isLater(part, day)) return nothingLess(scene, order, part, day);
  const proposal: Proposal = {
    ...(qty === line.qty ? {} : { fewer: { variantId: line.variantId, qty } }),
    ...(day === null ? {} : { day }),
  };
  return sendProposal(scene, order, part, proposal);
}

/** Later than was promised, or else than was wished for. */
function isLater({ readyDay, pickupDay, state }: Fulfilment, day: string | null): boolean {
  const before = state === 'new' ? pickupDay : readyDay;
  return day !== null && before !== null && day > before;
}

/** All of it, and in time: that takes no deciding. */
function nothingLess(scene: Scene, order: OrderView, part: Fulfilment, day: string | null): Turn {
  if (part.state === 'new' && day !== null) return acceptFor(scene, order, part, day);
  return cardTurn(scene, order, part, scene.say('staff-proposal-same'));
}

/* ── who may ─────────────────────────────────────────────────────────────────────────────────────── */

function aboutLine(
  scene: Scene,
  seen: { readonly part: string; readonly version: number; readonly variant: number },
  turn: (order: OrderView, part: Fulfilment, line: OrderLine) => Turn,
): Turn {
  return asItWasSeen(scene, seen, 'propose', (order, part) => {
    const line = part.lines.find(({ variantId }) => variantId === seen.variant);
    return line && mayPropose(scene, part) ? turn(order, part, line) : notYours(scene);
  });
}

/** The same for what a button names: the part as it is now. */
function aboutLineNow(
  scene: Scene,
  { part, variant }: { readonly part: string; readonly variant: number },
  turn: (order: OrderView, part: Fulfilment, line: OrderLine) => Turn,
): Turn {
  return whileItCan(scene, part, 'propose', (order, found) => {
    const line = found.lines.find(({ variantId }) => variantId === variant);
    return line && mayPropose(scene, found) ? turn(order, found, line) : notYours(scene);
  });
}

export const proposePartFlow: Flow<'propose' | 'propose-line' | 'propose-on' | 'propose-this'> = {
  propose: {
    needs: partNeeds,
    turn: (scene, seen) =>
      asItWasSeen(scene, seen, 'propose', (order, part) =>
        mayPropose(scene, part) ? askLine(scene, order, part) : notYours(scene),
      ),
  },
  'propose-line': {
    needs: partNeeds,
    turn: (scene, named) =>
      aboutLineNow(scene, named, (order, part, line) => askHowMany(scene, order, part, line)),
  },
  'propose-on': {
    needs: partNeeds,
    turn: (scene, { qty, day, ...named }) =>
      aboutLineNow(scene, named, (order, part, line) => propose(scene, order, part, line, qty, day)),
  },
  'propose-this': {
    needs: partNeeds,
    turn: (scene, { part, text }) =>
      whileItCan(scene, part, 'propose', (order, found) =>
        mayPropose(scene, found) ? proposeThis(scene, order, found, text) : notYours(scene),
      ),
  },
};
