/** Time in which somebody is there to answer: opening hours, and nothing else. */
import { addDays, hoursOn, type Opening, startOfDay, wallClock } from './calendar.ts';
import { openingOf, placeById, type Snapshot, type WeeklyHours } from './catalogue.ts';

export const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** Longer than anybody closes. */
const MAX_DAYS = 400;

/** Where no hours are known: those of an office. */
const OFFICE_HOURS: WeeklyHours = Array.from({ length: 7 }, (_, day) =>
  day < 5 ? [{ from: 8 * 60, to: 15 * 60 }] : [],
);

/**
 * The instant after so much working time: always one at which it is open. What is used up at closing time goes on at the
 * next opening, so that adding twice is adding the sum. A place that does not open within a year counts every hour.
 *
 * @param ms at least 0; with 0 it is the next moment at which it is open.
 */
export function addWorking(opening: Opening, from: number, ms: number): number {
  let left = ms;
  const { day: first } = wallClock(from, opening.timeZone);
  for (let ahead = 0; ahead < MAX_DAYS; ahead += 1) {
    const day = addDays(first, ahead);
    for (const span of hoursOn(opening, day)) {
      const midnight = startOfDay(day, opening.timeZone);
      const start = Math.max(from, midnight + span.from * MINUTE_MS);
      const length = midnight + span.to * MINUTE_MS - start;
      if (length <= 0) continue;
      if (left < length) return start + left;
      left -= length;
    }
  }
  return from + ms;
}

/** The next moment at which it is open; now, while it is. */
export function nextOpening(opening: Opening, from: number): number {
  return addWorking(opening, from, 0);
}

/** When somebody is there for what is picked up at the place: at the stand where it has no hours of its own. */
export function workingTimeAt(snapshot: Snapshot, placeId: number): Opening {
  const hours = [placeId, snapshot.stand.placeId]
    .map((each) => placeById(snapshot, each)?.hours)
    .find((each) => each?.some((spans) => spans.length > 0));
  return openingOf(snapshot, { hours: hours ?? OFFICE_HOURS });
}
