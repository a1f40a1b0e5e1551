/** When and where each part of a cart is picked up: asked, read, and whether it can be. */
import { addDays, firstOpenDay, isOpenAt, openDays, wallClock } from '../../shop/calendar.ts';
import { type CartBody, type CartPart, cartParts, type Pickup } from '../../shop/cart.ts';
import { openingOf, unitById } from '../../shop/catalogue.ts';
import { reply, type Scene, type Turn } from '../flow.ts';
import type { Choice } from '../message.ts';
import { readDay, saysWhenReady } from '../understand/days.ts';
import { capital, choice, dayText, lineText, placeText, words } from '../wording.ts';

/** Days offered as choices; any later open day can be typed. */
const DAYS_OFFERED = 4;

/** The furthest day ahead that can be promised. */
const MAX_DAYS_AHEAD = 90;

/** Parts whose pick-up the visitor chooses: for quote goods the unit names the day first. */
function needsPickUp(part: CartPart): boolean {
  return part.mode === 'ready' || part.mode === 'preorder';
}

export function missingPickUp(scene: Scene, body: CartBody): CartPart | undefined {
  return cartParts(body, scene.snapshot).find((part) => needsPickUp(part) && !body.pickups[part.key]);
}

/** The longest lead time of the part's products; 0 for stand stock. */
function leadDays(part: CartPart): number {
  if (part.mode === 'ready') return 0;
  return Math.max(...part.items.map((item) => item.product.leadTimeDays ?? 0));
}

/** The first day on which the part can be had. */
function earliestDay(scene: Scene, part: CartPart): string | undefined {
  const opening = openingOf(scene.snapshot, part.place);
  if (part.mode === 'ready') return firstOpenDay(opening, scene.now);
  const made = addDays(wallClock(scene.now, opening.timeZone).day, leadDays(part));
  return openDays(opening, made, 1)[0];
}

/** "sekarang" is a choice while the place is open and the goods lie there. */
function canPickUpNow(scene: Scene, part: CartPart): boolean {
  return part.mode === 'ready' && isOpenAt(openingOf(scene.snapshot, part.place), scene.now);
}

export function askPickUp(scene: Scene, part: CartPart, preface?: string): Turn {
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
  const days = earliest ? openDays(openingOf(scene.snapshot, part.place), earliest, DAYS_OFFERED) : [];
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

export function pickUpLine(scene: Scene, part: CartPart, pickup: Pickup | undefined): string {
  const place = placeText(scene, part.place.id);
  if (part.mode === 'quote') return scene.say('summary-quote', { place });
  if (pickup?.kind === 'now') return scene.say('pick-up-now-at', { place });
  if (pickup?.kind === 'day') return scene.say('pick-up-on-at', { place, day: dayText(scene, pickup.day) });
  return scene.say('pick-up-later-at', { place });
}

export function pickUpProblem(scene: Scene, part: CartPart, pickup: Pickup): string | null {
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
  const open = openDays(openingOf(scene.snapshot, part.place), pickup.day, 1)[0] === pickup.day;
  return open ? null : say('pick-up-closed', { place, day: dayText(scene, pickup.day) });
}

export function readPickUp(scene: Scene, key: string, text: string): Pickup | null {
  const today = wallClock(scene.now, scene.snapshot.stand.timeZone).day;
  const part = cartParts(scene.view.cart.body, scene.snapshot).find((each) => each.key === key);
  const read = readDay(text, today, (part && earliestDay(scene, part)) ?? today);
  if (read === null && saysWhenReady(text)) return { kind: 'when-ready' };
  if (read === 'now') return { kind: 'now' };
  return read ? { kind: 'day', day: read } : null;
}
