/** The day that a unit names: offered within the opening hours of the pick-up place, or typed. */
import { addDays, firstOpenDay, hoursOn, openDays, wallClock } from '../../shop/calendar.ts';
import { openingOf, type Place, placeById, productById } from '../../shop/catalogue.ts';
import type { Fulfilment } from '../../shop/fulfilment.ts';
import type { Scene } from '../flow.ts';
import { readDay } from '../understand/days.ts';
import { dayText, placeText } from '../wording.ts';

/** Days offered as choices; any later open day can be typed. */
const DAYS_OFFERED = 5;

/** The furthest day ahead that a unit can promise. */
const MAX_DAYS_AHEAD = 365;

function today(scene: Scene): string {
  return wallClock(scene.now, scene.snapshot.stand.timeZone).day;
}

/** A place by agreement has no hours of its own: any day is as good as another. */
function hasHours(place: Place | undefined): place is Place {
  return place?.hours.some((spans) => spans.length > 0) ?? false;
}

/** Days of making, the longest of the part's products. */
function leadDays(scene: Scene, part: Fulfilment): number {
  const days = part.lines.map((line) => productById(scene.snapshot, line.productId)?.leadTimeDays ?? 0);
  return Math.max(0, ...days);
}

/** The next open days after the time it takes to make it, with the day that the visitor wished for. */
export function offeredDays(scene: Scene, part: Fulfilment): string[] {
  const place = placeById(scene.snapshot, part.placeId);
  const made = addDays(today(scene), leadDays(scene, part));
  const days = hasHours(place)
    ? openDays(openingOf(scene.snapshot, place), later(made, firstOpen(scene, place)), DAYS_OFFERED)
    : Array.from({ length: DAYS_OFFERED }, (_, ahead) => addDays(made, ahead));
  const wish = part.pickupDay;
  const wished = wish && !dayProblem(scene, part, wish) ? [wish] : [];
  return [...new Set([...days, ...wished])].sort();
}

function firstOpen(scene: Scene, place: Place): string {
  return firstOpenDay(openingOf(scene.snapshot, place), scene.now) ?? today(scene);
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}

/** Why the day cannot be promised, as a sentence; null where it can. The unit may be quicker than its lead time. */
export function dayProblem(scene: Scene, part: Fulfilment, day: string): string | null {
  const { say } = scene;
  if (day < today(scene)) return say('staff-day-past');
  if (day > addDays(today(scene), MAX_DAYS_AHEAD)) return say('staff-day-too-far', { days: MAX_DAYS_AHEAD });
  const place = placeById(scene.snapshot, part.placeId);
  if (!hasHours(place)) return null;
  const open = hoursOn(openingOf(scene.snapshot, place), day).length > 0 && day >= firstOpen(scene, place);
  if (open) return null;
  return say('staff-day-closed', { place: placeText(scene, place.id), day: dayText(scene, day) });
}

/** The day of a typed answer, or the sentence that asks for it again. */
export function readReadyDay(
  scene: Scene,
  part: Fulfilment,
  text: string,
): { readonly day: string } | { readonly problem: string } {
  const read = readDay(text, today(scene));
  if (read === null) return { problem: scene.say('staff-day-unclear') };
  const day = read === 'now' ? today(scene) : read;
  const problem = dayProblem(scene, part, day);
  return problem ? { problem } : { day };
}
