/**
 * Days and opening hours. A day is `YYYY-MM-DD` in the stand's time zone; an instant is UTC milliseconds.
 */
import type { Span, WeeklyHours } from './catalogue.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(timeZone, format);
  }
  return format;
}

/** The wall clock at an instant: the day and the minutes after midnight. */
export function wallClock(at: number, timeZone: string): { day: string; minutes: number } {
  const parts = new Map(
    formatFor(timeZone)
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  );
  return {
    day: `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`,
    minutes: Number(parts.get('hour')) * 60 + Number(parts.get('minute')),
  };
}

/**
 * The instant at which the day began on the wall clock. For zones without daylight saving, as all of Indonesia's are:
 * every day is as long as another.
 */
export function startOfDay(day: string, timeZone: string): number {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const shown = wallClock(midnight, timeZone);
  const offset = Date.parse(`${shown.day}T00:00:00Z`) + shown.minutes * 60_000 - midnight;
  return midnight - offset;
}

/** The last moment of the day on the wall clock. */
export function endOfDay(day: string, timeZone: string): number {
  return startOfDay(addDays(day, 1), timeZone) - 1;
}

/** True for an existing day in the form `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(text);
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** 0 is Monday, 6 is Sunday. */
export function weekday(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** Noon of a day as an instant that formats as that day when shown in UTC. */
export function dayForDisplay(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}

/** When a place is open. */
export interface Opening {
  readonly hours: WeeklyHours;
  /** Days on which all is closed, whatever the week says. */
  isClosed(day: string): boolean;
  readonly timeZone: string;
}

export function hoursOn(opening: Opening, day: string): readonly Span[] {
  return opening.isClosed(day) ? [] : (opening.hours[weekday(day)] ?? []);
}

export function isOpenAt(opening: Opening, at: number): boolean {
  const { day, minutes } = wallClock(at, opening.timeZone);
  return hoursOn(opening, day).some((span) => span.from <= minutes && minutes < span.to);
}

/** Since when a place is open without a break, as an instant; null: it is closed. */
export function openedAt(opening: Opening, at: number): number | null {
  const { day, minutes } = wallClock(at, opening.timeZone);
  const span = hoursOn(opening, day).find(({ from, to }) => from <= minutes && minutes < to);
  if (!span) return null;
  return at - (at % MINUTE_MS) - (minutes - span.from) * MINUTE_MS;
}

/** The next `count` days from `from` on with any opening hours; looks at most 60 days ahead. */
export function openDays(opening: Opening, from: string, count: number): string[] {
  const days: string[] = [];
  for (let ahead = 0; ahead < 60 && days.length < count; ahead += 1) {
    const day = addDays(from, ahead);
    if (hoursOn(opening, day).length > 0) days.push(day);
  }
  return days;
}

/** The first day from the instant on at which the place opens or is still open. */
export function firstOpenDay(opening: Opening, at: number): string | undefined {
  const { day, minutes } = wallClock(at, opening.timeZone);
  const openToday = hoursOn(opening, day).some((span) => minutes < span.to);
  return openToday ? day : openDays(opening, addDays(day, 1), 1)[0];
}
