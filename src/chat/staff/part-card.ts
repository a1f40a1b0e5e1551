/** A part as the unit's staff read it: what is wanted, for when, and what can be done with it now. */
import { canDo, type Fulfilment } from '../../shop/fulfilment.ts';
import type { RoleGrant } from '../../shop/roles.ts';
import type { OrderView, RoleRecipient } from '../facts.ts';
import type { Choice, Message } from '../message.ts';
import { type FilledTemplate, fillTemplate } from '../templates.ts';
import {
  choice,
  type Desk,
  dayText,
  lineText,
  nameOn,
  pickUpText,
  pricedLineText,
  proposalText,
  unitName,
  type Wording,
  wordingFor,
} from '../wording.ts';

/** Staff see a first name and the code, never more of a visitor. */
export function firstName(name: string): string {
  return name.split(' ')[0] ?? name;
}

type CardOrder = Pick<OrderView, 'code' | 'name' | 'phone'>;

export function cardText(wording: Wording, order: CardOrder, part: Fulfilment, headKey: string): string {
  const { say } = wording;
  const wish =
    part.pickupDay && !part.fromStock ? [say('card-wish', { day: dayText(wording, part.pickupDay) })] : [];
  const quote = part.quoteAmount === null ? [] : [say('part-quote', { amount: part.quoteAmount })];
  return [
    say(headKey, {
      code: order.code,
      name: firstName(nameOn(wording, order)),
      unit: unitName(wording, part.unitId),
    }),
    ...part.lines.map((line) => `• ${pricedLineText(wording, line)}`),
    ...quote,
    ...proposalText(wording, part),
    say('part-where', { where: pickUpText(wording, part) }),
    ...wish,
    say('part-status', { status: say('staff-state', { state: part.state }) }),
  ].join('\n');
}

/** What the unit can do with the part as it stands. Stand stock is the keeper's to hand over. */
export function staffChoices(wording: Wording, part: Fulfilment): Choice[] {
  const { say } = wording;
  if (part.fromStock) return [];
  const it = part.publicId;
  return [
    ...(canDo(part, 'accept') ? [choice(say('button-accept'), { do: 'accept', part: it })] : []),
    ...(canDo(part, 'quote') ? [choice(say('button-quote'), { do: 'quote', part: it })] : []),
    ...(canDo(part, 'made') ? [choice(say('button-made'), { do: 'made', part: it })] : []),
    ...(canDo(part, 'ready') ? [choice(say('button-ready'), { do: 'ready', part: it })] : []),
    ...(canDo(part, 'reject')
      ? [choice(say('button-reject'), { do: 'ask-reject', part: it, version: part.version })]
      : []),
  ];
}

export function cardChoices(wording: Wording, order: CardOrder, part: Fulfilment): Choice[] {
  const phone = choice(wording.say('button-show-phone'), { do: 'show-phone', part: part.publicId });
  return [...staffChoices(wording, part), ...(order.phone === null ? [] : [phone])];
}

/** The card of a part in one message, with the choices that fit its state. */
export function partCard(wording: Wording, order: CardOrder, part: Fulfilment): Message {
  return { text: cardText(wording, order, part, 'card-head'), choices: cardChoices(wording, order, part) };
}

/** What staff hear of at the confirmation: stand stock informs, everything else asks. */
export function newPartNotice(desk: Desk, language: string, order: CardOrder, part: Fulfilment): Message {
  const wording = wordingFor(desk, language);
  const head = part.fromStock ? 'card-head-stock' : 'card-head-new';
  return {
    text: cardText(wording, order, part, head),
    choices: cardChoices(wording, order, part),
    template: newPartTemplate(wording, order, part),
  };
}

function newPartTemplate(wording: Wording, order: CardOrder, part: Fulfilment): FilledTemplate {
  const { publicId, version } = part;
  const unit = unitName(wording, part.unitId);
  const about = {
    code: order.code,
    name: firstName(order.name),
    items: part.lines.map((line) => lineText(wording, line)).join(', '),
  };
  if (!canDo(part, 'accept')) {
    const key = part.fromStock ? 'news-from-stock' : 'news-wants-quote';
    return staffNews(wording, { ...about, news: wording.say(key, { unit }) }, part);
  }
  return fillTemplate(
    'staff-order',
    wording.language,
    { ...about, unit },
    {
      accept: { do: 'accept', part: publicId },
      reject: { do: 'ask-reject', part: publicId, version },
      see: { do: 'show-part', part: publicId },
    },
  );
}

/** News of a part, for those who work on it: its card is a press away. */
export function staffNews(
  { language }: Wording,
  about: { readonly code: string; readonly name: string; readonly items: string; readonly news: string },
  { publicId }: Pick<Fulfilment, 'publicId'>,
): FilledTemplate {
  return fillTemplate('staff-news', language, about, { see: { do: 'show-part', part: publicId } });
}

/** The unit's staff; where it has none yet, the keepers and admins, so that nothing waits unheard. */
export function unitRecipients(recipients: readonly RoleRecipient[], unitId: number): RoleRecipient[] {
  const staff = recipients.filter((each) => each.role === 'staff' && each.unitId === unitId);
  const others = recipients.filter((each) => each.role === 'keeper' || each.role === 'admin');
  return onePerChat(staff.length > 0 ? staff : others);
}

/** Somebody with two roles in one chat is told once. */
export function onePerChat<R extends { readonly chatId: number }>(recipients: readonly R[]): R[] {
  return [...new Map(recipients.map((each) => [each.chatId, each])).values()];
}

/** Staff of the unit may move its parts; keepers and admins may stand in. */
export function maySeePart(roles: readonly RoleGrant[], part: Fulfilment): boolean {
  return roles.some(
    (grant) =>
      grant.role === 'admin' ||
      grant.role === 'keeper' ||
      (grant.role === 'staff' && grant.unitId === part.unitId),
  );
}
