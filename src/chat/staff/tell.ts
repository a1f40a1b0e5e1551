/** What the visitor and the keepers hear when a part moves, each in their own language. */
import { firstOpenDay } from '../../shop/calendar.ts';
import { placeById } from '../../shop/catalogue.ts';
import type { Effect } from '../../shop/effects.ts';
import type { Fulfilment } from '../../shop/fulfilment.ts';
import { hasRole } from '../../shop/roles.ts';
import type { OrderView } from '../facts.ts';
import type { Scene } from '../flow.ts';
import type { Choice } from '../message.ts';
import { choice, dayText, hoursText, placeText, unitName, type Wording, wordingFor } from '../wording.ts';
import { firstName, onePerChat } from './part-card.ts';
import { isPickedUpAtStand, itemsText } from './part-work.ts';

/** One notice for each state that a part reaches: the key lets the same fact be told once only. */
function tellVisitor(
  scene: Scene,
  order: OrderView,
  part: Fulfilment,
  write: (wording: Wording, about: { code: string; items: string; unit: string }) => string,
  choices: (wording: Wording, unit: string) => readonly Choice[] = () => [],
): Effect {
  const wording = wordingFor(scene, order.visitor.language);
  const unit = unitName(wording, part.unitId);
  const offered = choices(wording, unit);
  return {
    kind: 'notice',
    key: `part ${part.publicId} ${part.state} visitor`,
    to: order.visitor,
    about: part.publicId,
    message: {
      text: write(wording, { code: order.code, items: itemsText(wording, part), unit }),
      ...(offered.length > 0 ? { choices: offered } : {}),
    },
  };
}

export function tellAccepted(scene: Scene, order: OrderView, part: Fulfilment, day: string): Effect {
  return tellVisitor(scene, order, part, (wording, about) =>
    wording.say('notice-accepted', {
      ...about,
      day: dayText(wording, day),
      place: placeText(wording, part.placeId),
    }),
  );
}

export function tellRejected(scene: Scene, order: OrderView, part: Fulfilment): Effect {
  return tellVisitor(scene, order, part, ({ say }, about) =>
    part.rejectNote
      ? say('notice-rejected-note', { ...about, note: part.rejectNote })
      : say('notice-rejected', { ...about, reason: part.rejectReason ?? 'other' }),
  );
}

/** The quote as the visitor can take it: its choices hold for the version that the part has now. */
export function tellQuoted(
  scene: Scene,
  order: OrderView,
  part: Fulfilment,
  quote: { readonly amount: number; readonly day: string; readonly validDay: string },
): Effect {
  const { publicId, version } = part;
  return tellVisitor(
    scene,
    order,
    part,
    (wording, about) =>
      wording.say('notice-quoted', {
        ...about,
        amount: quote.amount,
        day: dayText(wording, quote.day),
        until: dayText(wording, quote.validDay),
      }),
    ({ say }, unit) => [
      choice(say('button-take-quote', { unit }), { do: 'take-quote', part: publicId, version }),
      choice(say('button-decline-quote', { unit }), { do: 'decline-quote', part: publicId, version }),
    ],
  );
}

export function tellReady(scene: Scene, order: OrderView, part: Fulfilment): Effect {
  return tellVisitor(scene, order, part, (wording, about) => {
    const place = placeById(scene.snapshot, part.placeId);
    const day = place && firstOpenDay(place.hours, scene.now, scene.snapshot.stand.timeZone);
    const where = { ...about, place: placeText(wording, part.placeId) };
    if (!place || !day) return wording.say('notice-ready-agreed', where);
    return wording.say('notice-ready', {
      ...where,
      day: dayText(wording, day),
      hours: hoursText(wording, place, day),
    });
  });
}

export function tellCollected(scene: Scene, order: OrderView, part: Fulfilment): Effect {
  return tellVisitor(scene, order, part, ({ say }, about) => say('notice-collected', about));
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
      const text = wording.say(atStand ? 'notice-on-its-way' : 'notice-made-there', {
        code: order.code,
        name: firstName(order.name),
        items: itemsText(wording, part),
        unit: unitName(wording, part.unitId),
        place: placeText(wording, part.placeId),
      });
      const label = wording.say(atStand ? 'staff-button-arrived' : 'button-ready');
      return {
        kind: 'notice',
        key: `part ${part.publicId} made ${to.chatId}`,
        to,
        about: part.publicId,
        message: { text, choices: [choice(label, { do: 'ready', part: part.publicId })] },
      };
    });
}
