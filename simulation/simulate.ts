/** A stand for some days, with everybody who comes, works or is missing there, and with what happens to machines. */
import { seeded } from '../test/support/seeded.ts';
import { openStandUntilClosed } from '../test/support/stand.ts';
import { employAdmin } from './admin.ts';
import { type Doing, makeAgenda } from './agenda.ts';
import { whatIsBroken } from './checks/checks.ts';
import { type DayFigures, figuresByDay } from './figures.ts';
import { employKeepers } from './keepers.ts';
import { planMishaps } from './mishaps.ts';
import { employStaff } from './staff.ts';
import { newVisitor, visit } from './visitors.ts';
import { between, DAY, HOUR, isClosed, MINUTE, type World } from './world.ts';

export interface SimulationOptions {
  readonly days: number;
  readonly seed: number;
  readonly visitorsADay: number;
}

export interface Simulation {
  readonly days: readonly DayFigures[];
  /** Sentences about what does not hold; empty: all does. */
  readonly broken: readonly string[];
  readonly restarts: number;
  /** Messages whose sending was in doubt when the power was cut. */
  readonly inDoubt: number;
}

/** A Monday; the second Friday is Christmas. */
const FIRST_DAY = '2026-12-14';
const OPENS = '06:30';

/** Those who act within so much time act at once. */
const TOGETHER = 20_000;

/** Time in which all that was begun comes to its end, and nobody does anything any more. */
const AFTER = 3 * DAY;

export async function simulate({ days, seed, visitorsADay }: SimulationOptions): Promise<Simulation> {
  const stand = await openStandUntilClosed({ now: `${FIRST_DAY}T${OPENS}`, seed, callsKept: 1_000_000 });
  try {
    const world: World = { stand, random: seeded(seed), agenda: makeAgenda(), queue: [] };
    const from = stand.now();
    const until = from + days * DAY;
    await employAdmin(world, from);
    await employStaff(world, from);
    await employKeepers(world, from);
    for (let day = 0; day < days; day += 1) invite(world, from + day * DAY, visitorsADay);
    const machine = planMishaps(world, from, days);
    for (let next = world.agenda.next(TOGETHER, until); next; next = world.agenda.next(TOGETHER, until)) {
      await machine.before(next.at);
      await waitsUntil(world, next.at);
      await machine.during(next.due.map((doing) => goOn(world, doing)));
    }
    await stand.passes(Math.max(0, until - stand.now()) + AFTER);
    return {
      days: await figuresByDay(stand, FIRST_DAY, days),
      broken: await whatIsBroken(stand, machine.inDoubt()),
      restarts: machine.restarts(),
      inDoubt: machine.inDoubt(),
    };
  } finally {
    await stand.close();
  }
}

/** While the stand is open; few when it is closed. */
function invite(world: World, morning: number, visitorsADay: number): void {
  const { random, agenda } = world;
  const count = isClosed(morning) ? Math.ceil(visitorsADay / 10) : visitorsADay;
  for (let visitors = 0; visitors < count; visitors += 1) {
    const at = morning + between(random, 80 * MINUTE, 9 * HOUR);
    agenda.add(at, visit(world, newVisitor(world)));
  }
}

async function waitsUntil({ stand }: World, at: number): Promise<void> {
  if (at > stand.now()) await stand.passes(at - stand.now());
}

async function goOn({ stand, agenda }: World, doing: Doing): Promise<void> {
  const { value, done } = await doing.next();
  if (!done) agenda.add(stand.now() + value, doing);
}
