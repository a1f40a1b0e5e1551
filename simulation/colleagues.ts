/** The units' staff and the keepers of the stand, with their shifts and their habits. */
import type { Person, StandChannel } from '../test/support/stand.ts';
import type { Doing } from './agenda.ts';
import {
  between,
  chance,
  DAY,
  HOUR,
  isWeekend,
  MINUTE,
  news,
  offers,
  SECOND,
  timeOfDay,
  type World,
  weekday,
} from './world.ts';

/** `late`: looks rarely. `twice`: presses everything twice. `leaves`: is never seen again after the first week. */
export type Habit = 'prompt' | 'late' | 'twice' | 'leaves';

export interface Shift {
  /** Minutes after midnight. */
  readonly from: number;
  readonly to: number;
  /** Of the week, 0 is Sunday. */
  readonly days: readonly number[];
}

const OFFICE_DAYS = [1, 2, 3, 4, 5];
const SHIFTS: readonly Shift[] = [
  { from: 7 * 60 + 30, to: 12 * 60, days: OFFICE_DAYS },
  { from: 11 * 60, to: 16 * 60, days: OFFICE_DAYS },
  { from: 8 * 60, to: 15 * 60, days: [1, 3, 5] },
  { from: 8 * 60, to: 15 * 60, days: [2, 4] },
];
const HABITS: readonly Habit[] = ['prompt', 'late', 'twice', 'leaves'];
const UNITS = ['lapas-kelas-1-tangerang', 'lapas-perempuan-2a-tangerang', 'rutan-kelas-1-tangerang'] as const;
const STAFF_NAMES = [
  'Bu Rina',
  'Pak Dedi',
  'Bu Wati',
  'Pak Agus',
  'Bu Lilis',
  'Pak Hadi',
  'Bu Ningsih',
  'Pak Tri',
  'Bu Ratna',
  'Pak Eko',
  'Bu Yuni',
  'Pak Slamet',
] as const;

const A_WEEK = 7 * DAY;

/** Twelve of them, four of each unit. */
export async function employStaff(world: World, from: number): Promise<void> {
  for (const [index, name] of STAFF_NAMES.entries()) {
    const channel: StandChannel = index % 3 === 0 ? 'web' : 'telegram';
    const unit = UNITS[Math.floor(index / 4)] ?? UNITS[0];
    const person = await world.stand.staffOf(unit, channel, name);
    const shift = SHIFTS[index % SHIFTS.length];
    const habit = HABITS[index % HABITS.length] ?? 'prompt';
    if (shift) world.agenda.add(from + index * MINUTE, worksAtUnit(world, person, shift, habit));
  }
}

function untilWork(now: number, { from, to, days }: Shift): number {
  const minutes = timeOfDay(now);
  if (days.includes(weekday(now)) && minutes >= from && minutes < to) return 0;
  let wait = minutes < from ? (from - minutes) * MINUTE : DAY - (minutes - from) * MINUTE;
  while (!days.includes(weekday(now + wait))) wait += DAY;
  return wait;
}

async function* worksAtUnit(world: World, person: Person, shift: Shift, habit: Habit): Doing {
  const { stand, random } = world;
  const since = stand.now();
  for (;;) {
    const wait = untilWork(stand.now(), shift);
    if (wait > 0) yield wait;
    if (habit === 'leaves' && stand.now() - since > A_WEEK) return;
    yield* looksAfter(world, person, habit);
    yield habit === 'late' ? between(random, 2 * HOUR, 5 * HOUR) : between(random, 15 * MINUTE, HOUR);
  }
}

const WORK = ['accept', 'accept-for', 'quote', 'made', 'ready'];

/** Goes through what is open, one part after the other. */
async function* looksAfter({ random }: World, person: Person, habit: Habit): Doing {
  await person.chooses('open-parts');
  yield 10 * SECOND;
  const parts = offers(person, 'show-part');
  for (const part of parts.slice(0, 6)) {
    await person.chooses(part);
    yield between(random, 5 * SECOND, MINUTE);
    const [reject] = offers(person, 'ask-reject');
    const [next] = offers(person, ...WORK);
    if (reject !== undefined && chance(random, 0.06)) {
      await person.chooses(reject);
      yield 20 * SECOND;
      const [why] = offers(person, 'reject');
      if (why !== undefined) await person.chooses(why);
    } else if (next !== undefined && chance(random, 0.8)) {
      if (habit === 'twice') await Promise.all([person.chooses(next), person.chooses(next)]);
      else await person.chooses(next);
      yield 20 * SECOND;
      yield* names(person);
    }
    yield between(random, 5 * SECOND, MINUTE);
  }
}

/** The price, the day, how long a quote is good for: what is asked on the way. */
async function* names(person: Person): Doing {
  for (let steps = 0; steps < 4; steps += 1) {
    const heard = await news(person);
    const [next] = offers(person, 'accept-for', 'quote-day', 'quote-valid');
    if (/Berapa harga seluruhnya/.test(heard)) await person.says('450rb');
    else if (next !== undefined) await person.chooses(next);
    else return;
    yield 20 * SECOND;
  }
}

/* ── the counter ── */

const COUNTER: Shift = { from: 8 * 60, to: 15 * 60 + 30, days: OFFICE_DAYS };

export async function employKeepers(world: World, from: number): Promise<void> {
  for (const [index, name] of ['Pak Budi', 'Bu Endang'].entries()) {
    const person = await world.stand.keeper(index === 0 ? 'telegram' : 'web', name);
    world.agenda.add(from + 30 * MINUTE, keepsTheStand(world, person));
  }
}

async function* keepsTheStand(world: World, person: Person): Doing {
  const { stand, random, queue } = world;
  for (;;) {
    const wait = untilWork(stand.now(), COUNTER);
    if (wait > 0) yield wait;
    if (chance(random, 0.3)) yield* takesIn(world, person);
    for (let code = queue.shift(); code !== undefined; code = queue.shift())
      yield* handsOver(world, person, code);
    yield between(random, 10 * MINUTE, 40 * MINUTE);
  }
}

/** What a unit brought or finished is put where it is picked up. */
async function* takesIn(world: World, person: Person): Doing {
  if (isWeekend(world.stand.now())) return;
  await person.chooses('open-parts');
  yield 10 * SECOND;
  for (const part of offers(person, 'show-part').slice(0, 5)) {
    await person.chooses(part);
    yield 10 * SECOND;
    const [ready] = offers(person, 'ready');
    if (ready !== undefined) await person.chooses(ready);
    yield 10 * SECOND;
  }
}

async function* handsOver({ random }: World, person: Person, code: string): Doing {
  await person.says(code);
  yield 10 * SECOND;
  const [pay] = offers(person, 'pay').filter((id) => !id.endsWith('unpaid'));
  if (pay !== undefined && chance(random, 0.9)) {
    await person.chooses(pay);
    yield 10 * SECOND;
  }
  for (let parts = 0; parts < 3; parts += 1) {
    const [collect] = offers(person, 'collect');
    if (collect === undefined) return;
    if (chance(random, 0.1)) await Promise.all([person.chooses(collect), person.chooses(collect)]);
    else await person.chooses(collect);
    yield 10 * SECOND;
  }
}
