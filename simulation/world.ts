/** What everybody in the simulation shares. */
import { wallClock } from '../src/shop/calendar.ts';
import { HOLIDAYS } from '../src/shop/holidays.ts';
import type { Seeded } from '../test/support/seeded.ts';
import type { Person, Stand } from '../test/support/stand.ts';
import type { Agenda } from './agenda.ts';

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export interface World {
  readonly stand: Stand;
  readonly random: Seeded;
  readonly agenda: Agenda;
  /** Codes of orders whose goods somebody waits for at the counter. */
  readonly queue: string[];
}

export const ZONE = 'Asia/Jakarta';

/** Minutes after midnight. */
export function timeOfDay(at: number): number {
  return wallClock(at, ZONE).minutes;
}

/** 0 is Sunday. */
export function weekday(at: number): number {
  return new Date(`${wallClock(at, ZONE).day}T00:00:00Z`).getUTCDay();
}

export function isHoliday(at: number): boolean {
  return HOLIDAYS.has(wallClock(at, ZONE).day);
}

/** The stand has no hours that day. */
export function isClosed(at: number): boolean {
  return [0, 6].includes(weekday(at)) || isHoliday(at);
}

/** From `least` to `most`. */
export function between({ next }: Seeded, least: number, most: number): number {
  return Math.round(least + next() * (most - least));
}

export interface Shift {
  /** Minutes after midnight. */
  readonly from: number;
  readonly to: number;
  /** Of the week, 0 is Sunday. */
  readonly days: readonly number[];
}

export const OFFICE_DAYS = [1, 2, 3, 4, 5];

/** Milliseconds until somebody with these shifts works; nobody does on a holiday. */
export function untilWork(now: number, { from, to, days }: Shift): number {
  const minutes = timeOfDay(now);
  const works = (at: number) => days.includes(weekday(at)) && !isHoliday(at);
  if (works(now) && minutes >= from && minutes < to) return 0;
  let wait = minutes < from ? (from - minutes) * MINUTE : DAY - (minutes - from) * MINUTE;
  while (!works(now + wait)) wait += DAY;
  return wait;
}

export function chance({ next }: Seeded, of: number): boolean {
  return next() < of;
}

/** What came since the person's last own deed, as one text. */
export async function news(person: Person): Promise<string> {
  return (await person.heard()).map(({ text }) => text).join('\n');
}

/** The newest buttons whose choice begins with one of these. */
export function offers(person: Person, ...actions: readonly string[]): readonly string[] {
  return person
    .offered()
    .map(({ id }) => id)
    .filter((id) => actions.includes(id.split(' ')[0] ?? ''));
}
