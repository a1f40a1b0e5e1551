/** The units' staff, with their shifts and their habits. */
import type { Person, StandChannel } from '../test/support/stand.ts';
import type { Doing } from './agenda.ts';
import {
  between,
  chance,
  DAY,
  HOUR,
  MINUTE,
  news,
  OFFICE_DAYS,
  offers,
  SECOND,
  type Shift,
  untilWork,
  type World,
} from './world.ts';

/** `late`: looks rarely. `twice`: presses everything twice. `leaves`: is never seen again after the first week. */
export type Habit = 'prompt' | 'late' | 'twice' | 'leaves';

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
    // Each unit has other gaps: somewhere whoever works on an afternoon looks rarely, or has left.
    const habit = HABITS[(index + Math.floor(index / 4)) % HABITS.length] ?? 'prompt';
    if (shift) world.agenda.add(from + index * MINUTE, worksAtUnit(world, person, shift, habit));
  }
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

/** How many parts somebody looks at in one go, and how often they do what is next at once. */
const PACE: Readonly<Record<Habit, { readonly parts: number; readonly does: number }>> = {
  prompt: { parts: 6, does: 0.8 },
  late: { parts: 3, does: 0.4 },
  twice: { parts: 6, does: 0.7 },
  leaves: { parts: 4, does: 0.6 },
};

/** Answers what was asked, and goes through what is open, one part after the other. */
async function* looksAfter(world: World, person: Person, habit: Habit): Doing {
  yield* answers(world, person);
  await person.chooses('open-parts');
  yield 10 * SECOND;
  for (const part of offers(person, 'show-part').slice(0, PACE[habit].parts)) {
    await person.chooses(part);
    yield between(world.random, 5 * SECOND, MINUTE);
    yield* decides(world, person, habit);
    yield between(world.random, 5 * SECOND, MINUTE);
  }
}

async function* answers({ random }: World, person: Person): Doing {
  const [question] = offers(person, 'answer-question');
  if (question === undefined || chance(random, 0.3)) return;
  await person.chooses(question);
  yield MINUTE;
  await person.says('Bisa, nanti kami siapkan di gerai');
  yield 10 * SECOND;
  const [keep] = offers(person, 'keep-answer');
  if (keep !== undefined && chance(random, 0.5)) await person.chooses(keep);
  yield 10 * SECOND;
}

/** What somebody makes of the card in front of them. */
async function* decides({ random }: World, person: Person, habit: Habit): Doing {
  const [reject] = offers(person, 'ask-reject');
  const [accept] = offers(person, 'accept');
  const [propose] = offers(person, 'propose');
  const [next] = offers(person, ...WORK);
  if (reject !== undefined && chance(random, 0.06)) {
    await person.chooses(reject);
    yield 20 * SECOND;
    const [why] = offers(person, 'reject');
    if (why !== undefined) await person.chooses(why);
    return;
  }
  if (accept !== undefined && chance(random, 0.2)) await person.says('bisa 1 aja');
  else if (propose !== undefined && chance(random, 0.12)) await person.chooses(propose);
  else if (next === undefined || !chance(random, PACE[habit].does)) return;
  else if (habit === 'twice') await Promise.all([person.chooses(next), person.chooses(next)]);
  else await person.chooses(next);
  yield 20 * SECOND;
  yield* names(person);
}

/** The price, the day, the number, how long a quote is good for: what is asked on the way. */
async function* names(person: Person): Doing {
  for (let steps = 0; steps < 4; steps += 1) {
    const heard = await news(person);
    const [next] = offers(person, 'accept-for', 'quote-day', 'quote-valid', 'propose-line', 'propose-on');
    if (/Berapa harga seluruhnya/.test(heard)) await person.says('450rb');
    else if (/Bisanya berapa/.test(heard)) await person.says('1');
    else if (next !== undefined) await person.chooses(next);
    else return;
    yield 20 * SECOND;
  }
}
