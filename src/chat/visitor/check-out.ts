/**
 * From the cart to the summary: pick-up, name, phone. What is still missing is derived from the cart itself,
 * so nothing is asked twice and any answer may come in any order.
 */
import { addDays, firstOpenDay, isOpenAt, openDays, wallClock } from '../../shop/calendar.ts';
import {
  type CartBody,
  type CartPart,
  cartItems,
  cartParts,
  type Pickup,
  type SeenVersions,
} from '../../shop/cart.ts';
import { type Snapshot, unitById } from '../../shop/catalogue.ts';
import { normalisePhone } from '../../shop/phone.ts';
import type { Asked } from '../conversation.ts';
import { type Flow, reply, type Scene, type Turn } from '../flow.ts';
import type { Choice } from '../message.ts';
import { readDay, saysWhenReady } from '../understand/days.ts';
import { readName, splitNameAndPhone } from '../understand/names.ts';
import { declines } from '../understand/never-mind.ts';
import { capital, choice, dayText, lineText, placeText, priceText, words } from '../wording.ts';
import { cartMessage, cartTotal, keepCart } from './fill-cart.ts';

export const MAX_NAME_LENGTH = 60;

/** Days offered as choices; any later open day can be typed. */
const DAYS_OFFERED = 4;

/** The furthest day ahead that can be promised. */
const MAX_DAYS_AHEAD = 90;

/** Parts whose pick-up the visitor chooses: for quote goods the unit names the day first. */
function needsPickUp(part: CartPart): boolean {
  return part.mode === 'ready' || part.mode === 'preorder';
}

function missingPickUp(scene: Scene, body: CartBody): CartPart | undefined {
  return cartParts(body, scene.snapshot).find((part) => needsPickUp(part) && !body.pickups[part.key]);
}

/** The longest lead time of the part's products; 0 for stand stock. */
function leadDays(part: CartPart): number {
  if (part.mode === 'ready') return 0;
  return Math.max(...part.items.map((item) => item.product.leadTimeDays ?? 0));
}

/** The first day on which the part can be had. */
function earliestDay(scene: Scene, part: CartPart): string | undefined {
  const { timeZone } = scene.snapshot.stand;
  if (part.mode === 'ready') return firstOpenDay(part.place.hours, scene.now, timeZone);
  const made = addDays(wallClock(scene.now, timeZone).day, leadDays(part));
  return openDays(part.place.hours, made, 1)[0];
}

/** "sekarang" is a choice while the place is open and the goods lie there. */
function canPickUpNow(scene: Scene, part: CartPart): boolean {
  return part.mode === 'ready' && isOpenAt(part.place.hours, scene.now, scene.snapshot.stand.timeZone);
}

function askPickUp(scene: Scene, part: CartPart, preface?: string): Turn {
  const { say } = scene;
  const unit = unitById(scene.snapshot, part.unitId);
  const question = say(part.mode === 'ready' ? 'ask-pick-up' : 'ask-come-back', {
    place: placeText(scene, part.place.id),
    items: part.items
      .map((item) => lineText(scene, { variantId: item.variant.id, qty: item.qty }))
      .join(', '),
    unit: unit ? words(scene, unit.name) : '',
    days: leadDays(part),
  });
  const earliest = earliestDay(scene, part);
  const days = earliest ? openDays(part.place.hours, earliest, DAYS_OFFERED) : [];
  const choices: Choice[] = [
    ...(canPickUpNow(scene, part) ? [choice(say('button-now'), { do: 'pick-up-now', part: part.key })] : []),
    ...days.map((day) => choice(capital(dayText(scene, day)), { do: 'pick-up-on', part: part.key, day })),
    ...(part.mode === 'ready'
      ? []
      : [choice(say('button-when-ready'), { do: 'pick-up-when-ready', part: part.key })]),
  ];
  return {
    ...reply([preface, question].filter(Boolean).join('\n\n'), { choices }),
    conversation: { asked: { what: 'pick-up', part: part.key } },
  };
}

function askName(scene: Scene, preface?: string): Turn {
  const { say, inbound } = scene;
  const shown = cleanName(inbound.displayName ?? '');
  const choices = shown ? [choice(shown, { do: 'use-known-name' })] : [];
  return {
    ...reply([preface, say('ask-name')].filter(Boolean).join('\n\n'), { choices }),
    conversation: { asked: { what: 'name' } },
  };
}

function askPhone(scene: Scene, preface?: string): Turn {
  const { say } = scene;
  return {
    ...reply([preface, say('ask-phone')].filter(Boolean).join('\n\n'), {
      choices: [choice(say('button-skip'), { do: 'skip-phone' })],
      contactButton: say('button-share-phone'),
    }),
    conversation: { asked: { what: 'phone' } },
  };
}

/** What the summary is made from: a confirmation holds for these versions only. */
export function seenVersions(snapshot: Snapshot, body: CartBody): SeenVersions {
  const products = cartItems(body, snapshot).map(
    ({ product }) => [String(product.id), product.version] as const,
  );
  return { stand: snapshot.stand.version, products: Object.fromEntries(products) };
}

function pickUpLine(scene: Scene, part: CartPart, pickup: Pickup | undefined): string {
  const place = placeText(scene, part.place.id);
  if (part.mode === 'quote') return scene.say('summary-quote', { place });
  if (pickup?.kind === 'now') return scene.say('pick-up-now-at', { place });
  if (pickup?.kind === 'day') return scene.say('pick-up-on-at', { place, day: dayText(scene, pickup.day) });
  return scene.say('pick-up-later-at', { place });
}

function partSummary(scene: Scene, body: CartBody, part: CartPart): string {
  const unit = unitById(scene.snapshot, part.unitId);
  const lines = part.items.map(({ variant, qty }) => {
    const price =
      variant.price.amount === null
        ? variant.price
        : { ...variant.price, amount: variant.price.amount * qty };
    return `• ${scene.say('line-priced', { line: lineText(scene, { variantId: variant.id, qty }), price: priceText(scene, price) })}`;
  });
  const head = scene.say('part-head', { unit: unit ? words(scene, unit.name) : '' });
  if (scene.snapshot.stand.stage === 'interest') return [head, ...lines].join('\n');
  return [
    head,
    ...lines,
    scene.say('part-where', { where: pickUpLine(scene, part, body.pickups[part.key]) }),
  ].join('\n');
}

/** The summary to read before confirming. `cart` is the version that the cart has once this turn is stored. */
function summary(scene: Scene, body: CartBody, cart: number, preface?: string): Turn {
  const { say, snapshot } = scene;
  const interest = snapshot.stand.stage === 'interest';
  const firstOrder = scene.view.person.noticeAt === null && !interest;
  const text = [
    preface,
    say(interest ? 'summary-head-interest' : 'summary-head'),
    ...cartParts(body, snapshot).map((part) => partSummary(scene, body, part)),
    ...(interest
      ? []
      : [
          [
            cartTotal(scene, body),
            say('summary-name', { name: body.name ?? '', phone: body.phone ?? 'none' }),
          ].join('\n'),
        ]),
    ...(firstOrder ? [say('privacy-notice', { keeper: words(scene, snapshot.stand.dataKeeper) })] : []),
    say(interest ? 'ask-confirm-interest' : 'ask-confirm'),
  ].filter(Boolean);
  const changes = interest
    ? []
    : [
        choice(say('button-change-pick-up'), { do: 'change-pick-up' }),
        choice(say('button-change-name'), { do: 'change-name' }),
        choice(say('button-change-phone'), { do: 'change-phone' }),
      ];
  return {
    ...reply(text.join('\n\n'), {
      choices: [
        choice(say(interest ? 'button-confirm-interest' : 'button-confirm'), { do: 'confirm', cart }),
        choice(say('button-change-cart'), { do: 'show-cart' }),
        ...changes,
        choice(say('button-clear'), { do: 'clear-cart' }),
      ],
    }),
    conversation: { asked: { what: 'confirm', cart } },
  };
}

/** The next question that the cart still needs, or the summary; stores the cart as it stands now. */
export function goOn(scene: Scene, body: CartBody, preface?: string): Turn {
  if (cartItems(body, scene.snapshot).length === 0) {
    return { replies: [cartMessage(scene, body, preface)], conversation: { asked: null } };
  }
  const known: CartBody = {
    ...body,
    name: body.name ?? scene.view.person.name,
    phone: body.phone ?? scene.view.person.phone,
  };
  const question = scene.snapshot.stand.stage === 'interest' ? null : openQuestion(scene, known, preface);
  if (question) {
    const kept = { ...known, summary: null };
    return unchanged(scene.view.cart.body, kept)
      ? question
      : { ...question, effects: [keepCart(scene.view, kept).effect] };
  }
  const { effect, version } = keepCart(scene.view, {
    ...known,
    summary: seenVersions(scene.snapshot, known),
  });
  return { ...summary(scene, known, version, preface), effects: [effect] };
}

function openQuestion(scene: Scene, body: CartBody, preface?: string): Turn | null {
  const part = missingPickUp(scene, body);
  if (part) return askPickUp(scene, part, preface);
  if (body.name === null) return askName(scene, preface);
  if (body.phone === null && !body.phoneAnswered) return askPhone(scene, preface);
  return null;
}

function unchanged(before: CartBody, after: CartBody): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}

/** The question of the way to the confirmation that is open, asked again after something in between. */
export function askOnceMore(scene: Scene, asked: Asked): Turn | null {
  const body = scene.view.cart.body;
  if (asked.what === 'pick-up') {
    const part = cartParts(body, scene.snapshot).find((each) => each.key === asked.part);
    return part ? askPickUp(scene, part) : null;
  }
  if (asked.what === 'name') return askName(scene);
  if (asked.what === 'phone') return askPhone(scene);
  return null;
}

function choosePickUp(scene: Scene, key: string, pickup: Pickup): Turn {
  const body = scene.view.cart.body;
  const part = cartParts(body, scene.snapshot).find((each) => each.key === key);
  if (!part) return goOn(scene, body);
  const problem = pickUpProblem(scene, part, pickup);
  if (problem) return askPickUp(scene, part, problem);
  return goOn(scene, { ...body, pickups: { ...body.pickups, [key]: pickup } });
}

function pickUpProblem(scene: Scene, part: CartPart, pickup: Pickup): string | null {
  const { say } = scene;
  const place = placeText(scene, part.place.id);
  if (pickup.kind === 'now') return canPickUpNow(scene, part) ? null : say('pick-up-not-now', { place });
  if (pickup.kind === 'when-ready') return part.mode === 'ready' ? say('pick-up-day-needed') : null;
  const today = wallClock(scene.now, scene.snapshot.stand.timeZone).day;
  if (pickup.day < today) return say('pick-up-past');
  if (pickup.day > addDays(today, MAX_DAYS_AHEAD)) return say('pick-up-too-far', { days: MAX_DAYS_AHEAD });
  const earliest = earliestDay(scene, part);
  if (!earliest || pickup.day < earliest) {
    return say('pick-up-too-early', { day: earliest ? dayText(scene, earliest) : '' });
  }
  const open = openDays(part.place.hours, pickup.day, 1)[0] === pickup.day;
  return open ? null : say('pick-up-closed', { place, day: dayText(scene, pickup.day) });
}

/** A name as it may be kept: one line, no marks, a sensible length; empty where nothing is left. */
export function cleanName(text: string): string {
  const line = text
    .replaceAll(/[\p{C}\p{So}<>{}[\]|\\]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return /\p{L}/u.test(line) && line.length <= MAX_NAME_LENGTH ? line : '';
}

/** The answer to one of the questions of this flow. */
export function answerCheckOut(scene: Scene, asked: Asked, text: string): Turn | null {
  const body = scene.view.cart.body;
  switch (asked.what) {
    case 'pick-up': {
      const pickup = readPickUp(scene, asked.part, text);
      return pickup ? choosePickUp(scene, asked.part, pickup) : null;
    }
    case 'name': {
      const said = splitNameAndPhone(text);
      const name = nameIn(said.name);
      if (!name) return { ...askName(scene, scene.say('name-unclear', { max: MAX_NAME_LENGTH })) };
      return goOn(scene, { ...body, name, ...phoneIn(said.phone) });
    }
    case 'phone':
      return takePhone(scene, text);
    default:
      return null;
  }
}

/** A name that may be kept; empty where there is none. */
function nameIn(text: string): string {
  const name = cleanName(readName(text) ?? '');
  return readDay(name, '2000-01-01') === null ? name : '';
}

function phoneIn(text: string | null): Partial<CartBody> {
  const phone = text === null ? null : normalisePhone(text);
  return phone === null ? {} : { phone, phoneAnswered: true };
}

/** "oke lanjut, atas nama Siti", "…, diambilnya jumat": what was said along with going on is not asked again. */
function withAnswers(scene: Scene, body: CartBody, text: string): CartBody {
  const said = splitNameAndPhone(text);
  const introduced = /(?:atas nama|a\.?n\.?|nama(?:nya|ku)?|name|for)\s+/i.test(said.name);
  const name = introduced ? nameIn(said.name) : '';
  const part = missingPickUp(scene, body);
  const pickup = part && readPickUp(scene, part.key, text);
  const fits = part && pickup && pickUpProblem(scene, part, pickup) === null;
  return {
    ...body,
    ...(name ? { name } : {}),
    ...phoneIn(said.phone),
    ...(fits ? { pickups: { ...body.pickups, [part.key]: pickup } } : {}),
  };
}

function readPickUp(scene: Scene, key: string, text: string): Pickup | null {
  const today = wallClock(scene.now, scene.snapshot.stand.timeZone).day;
  const part = cartParts(scene.view.cart.body, scene.snapshot).find((each) => each.key === key);
  const read = readDay(text, today, (part && earliestDay(scene, part)) ?? today);
  if (read === null && saysWhenReady(text)) return { kind: 'when-ready' };
  if (read === 'now') return { kind: 'now' };
  return read ? { kind: 'day', day: read } : null;
}

function takePhone(scene: Scene, text: string): Turn {
  if (declines(text)) return goOn(scene, { ...scene.view.cart.body, phoneAnswered: true });
  const phone = normalisePhone(text);
  if (!phone) return askPhone(scene, scene.say('phone-unclear'));
  return goOn(scene, { ...scene.view.cart.body, phone, phoneAnswered: true });
}

export const checkOut: Flow<
  | 'checkout'
  | 'pick-up-now'
  | 'pick-up-on'
  | 'pick-up-when-ready'
  | 'change-pick-up'
  | 'change-name'
  | 'change-phone'
  | 'use-known-name'
  | 'skip-phone'
  | 'share-phone'
  | 'why-asked'
  | 'checkout-with'
> = {
  checkout: {
    turn: (scene) => {
      const turn = goOn(scene, scene.view.cart.body);
      return { ...turn, conversation: { ...turn.conversation, waiting: [] } };
    },
  },
  'checkout-with': { turn: (scene, { text }) => goOn(scene, withAnswers(scene, scene.view.cart.body, text)) },
  'pick-up-now': { turn: (scene, { part }) => choosePickUp(scene, part, { kind: 'now' }) },
  'pick-up-on': { turn: (scene, { part, day }) => choosePickUp(scene, part, { kind: 'day', day }) },
  'pick-up-when-ready': { turn: (scene, { part }) => choosePickUp(scene, part, { kind: 'when-ready' }) },
  'change-pick-up': { turn: (scene) => goOn(scene, { ...scene.view.cart.body, pickups: {} }) },
  'change-name': { turn: (scene) => askName(scene) },
  'change-phone': { turn: (scene) => askPhone(scene) },
  'use-known-name': {
    turn: (scene) => {
      const name = cleanName(scene.inbound.displayName ?? '');
      return name ? goOn(scene, { ...scene.view.cart.body, name }) : askName(scene);
    },
  },
  'skip-phone': { turn: (scene) => goOn(scene, { ...scene.view.cart.body, phoneAnswered: true }) },
  'why-asked': {
    turn: (scene, { asked }) => {
      const why = scene.say(asked.what === 'phone' ? 'why-phone' : 'why-name');
      return asked.what === 'phone' ? askPhone(scene, why) : askName(scene, why);
    },
  },
  'share-phone': {
    turn: (scene, { phone }) => {
      if (cartItems(scene.view.cart.body, scene.snapshot).length > 0) return takePhone(scene, phone);
      return reply(scene.say('phone-not-needed'));
    },
  },
};
