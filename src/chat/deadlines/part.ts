/** What a deadline of a part does and says: to its unit, to its visitor, and to those behind them. */
import { wallClock } from '../../shop/calendar.ts';
import { type Deadline, partDeadline, type Told, type WaitingPart } from '../../shop/deadlines.ts';
import type { OwnEffect } from '../../shop/effects.ts';
import { type Fulfilment, isProposed } from '../../shop/fulfilment.ts';
import type { Role } from '../../shop/roles.ts';
import { giveBack } from '../../shop/stock.ts';
import type { OrderView, RoleRecipient } from '../facts.ts';
import type { Choice, Message } from '../message.ts';
import { noticesInGroups } from '../staff/group.ts';
import {
  cardChoices,
  cardText,
  firstName,
  onePerChat,
  staffNews,
  unitRecipients,
} from '../staff/part-card.ts';
import { afterStep, itemsText, stepEffect } from '../staff/part-work.ts';
import { changed, type Telling, tellProposed, tellQuoted, tellVisitor } from '../staff/tell.ts';
import { fillTemplate } from '../templates.ts';
import { choice, type Desk, momentText, placeText, unitName, type Wording, wordingFor } from '../wording.ts';

/** A part at its deadline. */
export interface DuePart {
  readonly order: OrderView;
  readonly part: Fulfilment;
  readonly waiting: WaitingPart;
  readonly deadline: Deadline;
  /** The staff of its unit, the keepers and the admins. */
  readonly recipients: readonly RoleRecipient[];
}

type Notice = Extract<OwnEffect, { kind: 'notice' }>;

export function meetPartDeadline(desk: Desk, due: DuePart): { key: string; effects: OwnEffect[] } {
  const { part, deadline } = due;
  const key = `deadline ${part.publicId} ${part.version} ${deadline.deed}`;
  return { key, effects: noticesInGroups(effectsOf(desk, due)) };
}

function effectsOf(desk: Desk, due: DuePart): OwnEffect[] {
  const { deed } = due.deadline;
  if (deed === 'expire') return expire(desk, due);
  return [toldEffect(due, deed), ...(deed === 'remind' ? remind(desk, due) : escalate(desk, due))];
}

function toldEffect({ part, waiting }: DuePart, told: Told): OwnEffect {
  const { id, publicId, version } = part;
  return { kind: 'told', part: { id, publicId, version }, before: waiting.told, told };
}

/* ── told again ──────────────────────────────────────────────────────────────────────────────────── */

function remind(desk: Desk, due: DuePart): Telling[] {
  switch (due.part.state) {
    case 'new':
      return askUnitAgain(desk, due);
    case 'quoted':
      return [quoteAgain(desk, due)];
    default:
      return [lastCall(desk, due)];
  }
}

function askUnitAgain(desk: Desk, { order, part, recipients }: DuePart): Notice[] {
  return unitRecipients(recipients, part.unitId).map((to) =>
    card(desk, to, order, part, 'reminded', { head: 'card-head-waiting', news: 'news-waiting' }),
  );
}

function quoteAgain(desk: Desk, { order, part }: DuePart): Telling {
  if (isProposed(part)) return tellProposed(desk, order, part, { what: at('reminded', part) });
  const { timeZone } = desk.snapshot.stand;
  const quote = {
    amount: part.quoteAmount ?? 0,
    day: part.readyDay ?? '',
    validDay: wallClock((part.quoteValidUntil ?? desk.now) - 1, timeZone).day,
  };
  return tellQuoted(desk, order, part, quote, { what: at('reminded', part) });
}

/** As it is once they were told: nothing ends sooner than they read. */
function lastCall(desk: Desk, { order, part, waiting }: DuePart): Telling {
  const told = { ...waiting, told: 'remind', toldAt: desk.now } as const;
  const by = partDeadline(desk.snapshot, told, desk.now)?.at ?? desk.now;
  return visitorNews(desk, order, part, 'last-call', (wording, about) => {
    const said = { ...about, place: placeText(wording, part.placeId), by: momentText(wording, by) };
    return {
      text: wording.say(waiting.isPaid ? 'notice-last-call-paid' : 'notice-last-call', said),
      news: wording.say('news-last-call', said),
    };
  });
}

/* ── those behind them ───────────────────────────────────────────────────────────────────────────── */

function escalate(desk: Desk, due: DuePart): Telling[] {
  const { order, part, recipients, waiting } = due;
  if (part.state === 'new') {
    const admins = having(recipients, 'admin', 'keeper').map((to) =>
      card(desk, to, order, part, 'escalated', { head: 'card-head-helpless', news: 'news-helpless' }),
    );
    const told = new Set(admins.map(({ to }) => to.chatId));
    // Slept through: the unit was not told again before.
    const unit = waiting.told === null ? askUnitAgain(desk, due) : [];
    return [...admins, ...unit.filter(({ to }) => !told.has(to.chatId)), late(desk, due)];
  }
  if (part.state === 'quoted') {
    const visitor = waiting.told === null ? [quoteAgain(desk, due)] : [];
    return [...having(recipients, 'admin', 'keeper').map((to) => quoteWaits(desk, due, to)), ...visitor];
  }
  const last = waiting.told === null ? [lastCall(desk, due)] : [];
  return [...having(recipients, 'keeper', 'admin').map((to) => paidWaits(desk, due, to)), ...last];
}

function late(desk: Desk, { order, part }: DuePart): Telling {
  return visitorNews(desk, order, part, 'late', ({ say }, about) => ({
    text: say('notice-late', about),
    news: say('news-late', about),
  }));
}

function quoteWaits(desk: Desk, { order, part }: DuePart, to: RoleRecipient): Notice {
  return staffNotice(desk, order, part, to, 'escalated', (wording, about) => {
    const until = momentText(wording, part.quoteValidUntil ?? desk.now);
    return {
      text: wording.say('quote-unanswered', { ...about, until }),
      news: wording.say('news-quote-waits', { until }),
    };
  });
}

function paidWaits(desk: Desk, { order, part }: DuePart, to: RoleRecipient): Notice {
  return staffNotice(desk, order, part, to, 'escalated', (wording, about) => ({
    text: wording.say('paid-uncollected', about),
    news: wording.say('news-paid-waits'),
  }));
}

/* ── the end ─────────────────────────────────────────────────────────────────────────────────────── */

function expire(desk: Desk, { order, part, recipients }: DuePart): OwnEffect[] {
  const after = afterStep(part, 'expired');
  const kept = part.state === 'ready' ? having(recipients, 'keeper', 'admin') : [];
  const told = onePerChat([...unitRecipients(recipients, part.unitId), ...kept]);
  return [
    stepEffect(part, 'expired'),
    ...giveBack(part),
    tellVisitor(desk, order, after, (wording, about) => ({
      text: wording.say('notice-expired', { ...about, was: part.state }),
      choices: [choice(wording.say('button-order-again'), { do: 'order-again', code: order.code })],
      template: fillTemplate('expired', wording.language, { code: about.code, items: about.items }, {}),
    })),
    ...told.map((to) =>
      staffNotice(desk, order, part, to, 'expired', (wording, about) => {
        const how = { was: part.state, goods: part.fromStock ? 'stock' : 'made' };
        const place = placeText(wording, part.placeId);
        return {
          text: wording.say('unit-expired', { ...about, ...how, place }),
          news: wording.say('news-expired', how),
        };
      }),
    ),
  ];
}

/* ── notices ─────────────────────────────────────────────────────────────────────────────────────── */

/** Each version of a part is told of anew. */
function at(what: string, { version }: Fulfilment): string {
  return `${what}.${version}`;
}

/** The first of these roles that anybody has. */
function having(recipients: readonly RoleRecipient[], ...roles: readonly Role[]): RoleRecipient[] {
  for (const role of roles) {
    const found = onePerChat(recipients.filter((each) => each.role === role));
    if (found.length > 0) return found;
  }
  return [];
}

function visitorNews(
  desk: Desk,
  order: OrderView,
  part: Fulfilment,
  what: string,
  write: (
    wording: Wording,
    about: { code: string; items: string; unit: string },
  ) => { text: string; news: string },
): Telling {
  const message = (wording: Wording, about: Parameters<typeof write>[1]): Message => {
    const { text, news } = write(wording, { ...about });
    const mine = choice(wording.say('button-my-order'), { do: 'show-order', code: order.code });
    return { text, choices: [mine], template: changed(wording, about, news) };
  };
  return tellVisitor(desk, order, part, message, at(what, part));
}

interface AboutPart {
  readonly [name: string]: string;
  readonly code: string;
  readonly name: string;
  readonly items: string;
  readonly unit: string;
}

function aboutPart(wording: Wording, order: OrderView, part: Fulfilment): AboutPart {
  return {
    code: order.code,
    name: firstName(order.name),
    items: itemsText(wording, part),
    unit: unitName(wording, part.unitId),
  };
}

/** For those who work on it: the card is a press away. */
function staffNotice(
  desk: Desk,
  order: OrderView,
  part: Fulfilment,
  to: RoleRecipient,
  what: string,
  write: (wording: Wording, about: AboutPart) => { text: string; news: string },
): Notice {
  const wording = wordingFor(desk, to.language);
  const about = aboutPart(wording, order, part);
  const { text, news } = write(wording, about);
  const see: Choice = choice(wording.say('button-see-order', { code: order.code }), {
    do: 'show-part',
    part: part.publicId,
  });
  return {
    kind: 'notice',
    key: `part ${part.publicId} ${at(what, part)} ${to.chatId}`,
    to,
    about: part.publicId,
    message: { text, choices: [see], template: staffNews(wording, { ...about, news }, part) },
  };
}

/** The card itself, with what can be done. */
function card(
  desk: Desk,
  to: RoleRecipient,
  order: OrderView,
  part: Fulfilment,
  what: string,
  { head, news }: { readonly head: string; readonly news: string },
): Notice {
  const wording = wordingFor(desk, to.language);
  const about = aboutPart(wording, order, part);
  return {
    kind: 'notice',
    key: `part ${part.publicId} ${at(what, part)} ${to.chatId}`,
    to,
    about: part.publicId,
    message: {
      text: cardText(wording, order, part, head),
      choices: cardChoices(wording, order, part),
      template: staffNews(wording, { ...about, news: wording.say(news, about) }, part),
    },
  };
}
