/** What the visitor and the keepers hear when a part moves, each in their own language. */
import { firstOpenDay, wallClock } from '../../shop/calendar.ts';
import { openingOf, placeById } from '../../shop/catalogue.ts';
import type { Effect } from '../../shop/effects.ts';
import { type Fulfilment, offeredLines } from '../../shop/fulfilment.ts';
import { hasRole } from '../../shop/roles.ts';
import type { OrderView } from '../facts.ts';
import type { Scene } from '../flow.ts';
import type { Message } from '../message.ts';
import { type FilledTemplate, fillTemplate } from '../templates.ts';
import {
  choice,
  type Desk,
  dayText,
  hoursText,
  lineText,
  placeText,
  priceText,
  unitName,
  type Wording,
  wordingFor,
} from '../wording.ts';
import { firstName, onePerChat, staffNews } from './part-card.ts';
import { isPickedUpAtStand, itemsText } from './part-work.ts';

/** What a visitor is told, or what somebody at the stand has to tell them. */
export type Telling = Extract<Effect, { kind: 'notice' | 'task' }>;

export interface About {
  readonly code: string;
  readonly items: string;
  readonly unit: string;
}

/** One notice for each state that a part reaches: the key lets the same fact be told once only. */
export function tellVisitor(
  desk: Desk,
  order: OrderView,
  part: Fulfilment,
  write: (wording: Wording, about: About) => Message,
  what: string = part.state,
): Telling {
  // Somebody at the stand calls them.
  if (order.visitor === null) return { kind: 'task', orderId: order.id };
  const wording = wordingFor(desk, order.visitor.language);
  const unit = unitName(wording, part.unitId);
  return {
    kind: 'notice',
    key: `part ${part.publicId} ${what} visitor`,
    to: order.visitor,
    about: part.publicId,
    message: write(wording, { code: order.code, items: itemsText(wording, part), unit }),
  };
}

export function changed({ language }: Wording, { code, items }: About, news: string): FilledTemplate {
  return fillTemplate('changed', language, { code, items, news }, {});
}

export function tellAccepted(scene: Scene, order: OrderView, part: Fulfilment, day: string): Effect {
  return tellVisitor(scene, order, part, (wording, about) => {
    const where = { ...about, day: dayText(wording, day), place: placeText(wording, part.placeId) };
    return {
      text: wording.say('notice-accepted', where),
      template: changed(wording, about, wording.say('news-accepted', where)),
    };
  });
}

export function tellRejected(scene: Scene, order: OrderView, part: Fulfilment): Effect {
  const note = part.rejectNote;
  return tellVisitor(scene, order, part, (wording, about) => {
    const why = { ...about, ...(note ? { note } : { reason: part.rejectReason ?? 'other' }) };
    return {
      text: wording.say(note ? 'notice-rejected-note' : 'notice-rejected', why),
      template: changed(wording, about, wording.say(note ? 'news-rejected-note' : 'news-rejected', why)),
    };
  });
}

/** The quote as the visitor can take it: its choices hold for the version that the part has now. */
export function tellQuoted(
  desk: Desk,
  order: OrderView,
  part: Fulfilment,
  quote: { readonly amount: number; readonly day: string; readonly validDay: string },
  again?: { readonly what: string },
): Telling {
  const { publicId, version } = part;
  const take = { do: 'take-quote', part: publicId, version } as const;
  const decline = { do: 'decline-quote', part: publicId, version } as const;
  const write = (wording: Wording, about: About): Message => {
    const { say } = wording;
    const { amount } = quote;
    const days = { day: dayText(wording, quote.day), until: dayText(wording, quote.validDay) };
    const { unit } = about;
    return {
      text: [
        ...(again ? [say('notice-quote-waits', { code: about.code })] : []),
        say('notice-quoted', { ...about, ...days, amount }),
      ].join('\n\n'),
      choices: [
        choice(say('button-take-quote', { unit }), take),
        choice(say('button-decline-quote', { unit }), decline),
      ],
      template: fillTemplate(
        'quoted',
        wording.language,
        { ...about, ...days, amount: priceText(wording, { amount, status: 'confirmed' }) },
        { take, decline },
      ),
    };
  };
  return tellVisitor(desk, order, part, write, again?.what);
}

/** What can be had instead, with the same choices as a quote. */
export function tellProposed(
  desk: Desk,
  order: OrderView,
  part: Fulfilment,
  again?: { readonly what: string },
): Telling {
  const { publicId, version } = part;
  const validDay = wallClock((part.quoteValidUntil ?? desk.now) - 1, desk.snapshot.stand.timeZone).day;
  const write = (wording: Wording, about: About): Message => {
    const { say } = wording;
    const { unit } = about;
    const lines = part.lines.map((line) => lineText(wording, line)).join(', ');
    const offered = offeredLines(part)
      .map((line) => lineText(wording, line))
      .join(', ');
    const day = part.readyDay === null || part.fromStock ? 'none' : dayText(wording, part.readyDay);
    const said = { ...about, items: lines, offered, day, until: dayText(wording, validDay) };
    return {
      text: [
        ...(again ? [say('notice-quote-waits', { code: about.code })] : []),
        say('notice-proposed', { ...said, from: part.fromStock ? 'stock' : 'made' }),
      ].join('\n\n'),
      choices: [
        choice(say('button-take-proposal', { unit }), { do: 'take-quote', part: publicId, version }),
        choice(say('button-decline-proposal', { unit }), { do: 'decline-quote', part: publicId, version }),
      ],
      template: changed(wording, about, say('news-proposed', said)),
    };
  };
  return tellVisitor(desk, order, part, write, again?.what ?? `${part.state}.${version}`);
}

export function tellReady(scene: Scene, order: OrderView, part: Fulfilment): Effect {
  return tellVisitor(scene, order, part, (wording, about) => {
    const place = placeById(scene.snapshot, part.placeId);
    const day = place && firstOpenDay(openingOf(scene.snapshot, place), scene.now);
    const where = { ...about, place: placeText(wording, part.placeId) };
    const template = (time: string) => fillTemplate('ready', wording.language, { ...where, time }, {});
    if (!place || !day) {
      return {
        text: wording.say('notice-ready-agreed', where),
        template: template(wording.say('template-time-agreed')),
      };
    }
    const when = { day: dayText(wording, day), hours: hoursText(wording, place, day) };
    return {
      text: wording.say('notice-ready', { ...where, ...when }),
      template: template(wording.say('template-time', when)),
    };
  });
}

/** Nobody is called for thanks. */
export function tellCollected(scene: Scene, order: OrderView, part: Fulfilment): Effect[] {
  if (order.visitor === null) return [];
  return [
    tellVisitor(scene, order, part, ({ say }, about) => ({ text: say('notice-collected', { ...about }) })),
  ];
}

/**
 * The keepers hear that goods are made: on their way to the stand, or waiting at the workshop. Where there is
 * no keeper yet, the admins do, and who pressed sees it on the card anyway.
 */
export function tellKeepersMade(scene: Scene, order: OrderView, part: Fulfilment): Effect[] {
  const keepers = scene.facts.recipients.filter(({ role }) => role === 'keeper');
  const told = keepers.length > 0 ? keepers : scene.facts.recipients.filter(({ role }) => role === 'admin');
  const alreadySees = hasRole(scene.view.roles, 'keeper', 'admin') ? scene.view.chat.id : null;
  const atStand = isPickedUpAtStand(scene, part);
  return onePerChat(told)
    .filter(({ chatId }) => chatId !== alreadySees)
    .map((to): Effect => {
      const wording = wordingFor(scene, to.language);
      const about = {
        code: order.code,
        name: firstName(order.name),
        items: itemsText(wording, part),
        unit: unitName(wording, part.unitId),
        place: placeText(wording, part.placeId),
      };
      const text = wording.say(atStand ? 'notice-on-its-way' : 'notice-made-there', about);
      const news = wording.say(atStand ? 'news-on-its-way' : 'news-made-there', about);
      const label = wording.say(atStand ? 'staff-button-arrived' : 'button-ready');
      return {
        kind: 'notice',
        key: `part ${part.publicId} made ${to.chatId}`,
        to,
        about: part.publicId,
        message: {
          text,
          choices: [choice(label, { do: 'ready', part: part.publicId })],
          template: staffNews(wording, { ...about, news }, part),
        },
      };
    });
}
