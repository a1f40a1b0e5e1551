/** What happens to the machine: power cuts in the middle of things, restarts, a day asleep, a clock that is set. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { between, DAY, HOUR, MINUTE, type World } from './world.ts';

type Mishap =
  | { readonly at: number; readonly what: 'cut off' }
  | { readonly at: number; readonly what: 'restart' }
  | { readonly at: number; readonly what: 'sleep'; readonly ms: number }
  | { readonly at: number; readonly what: 'clock'; readonly ms: number };

export interface Machine {
  /** What happens before somebody acts at this time. */
  before(at: number): Promise<void>;
  /** They act; the power may be cut meanwhile. */
  during(deeds: readonly Promise<void>[]): Promise<void>;
  restarts(): number;
  /** Messages that were under way when the power was cut. */
  inDoubt(): number;
}

const SLEEPS_ON = 9;
const CLOCK_IS_SET_ON = 4;
const CLOCK_IS_OFF_BY = 2 * HOUR;

export function planMishaps({ stand, random }: World, from: number, days: number): Machine {
  const plan: Mishap[] = [];
  for (let day = 0; day < days; day += 1) {
    plan.push({ at: from + day * DAY + between(random, 2 * HOUR, 9 * HOUR), what: 'cut off' });
    if (day % 3 === 1) plan.push({ at: from + day * DAY + between(random, HOUR, 9 * HOUR), what: 'restart' });
  }
  plan.push({ at: from + SLEEPS_ON * DAY, what: 'sleep', ms: DAY });
  const wrong = from + CLOCK_IS_SET_ON * DAY + 4 * HOUR;
  plan.push({ at: wrong, what: 'clock', ms: CLOCK_IS_OFF_BY });
  plan.push({ at: wrong + CLOCK_IS_OFF_BY + 40 * MINUTE, what: 'clock', ms: -CLOCK_IS_OFF_BY });
  plan.sort((one, other) => one.at - other.at);
  let restarts = 0;
  let inDoubt = 0;
  let isCut = false;

  async function happens(mishap: Mishap): Promise<void> {
    if (mishap.what === 'cut off') {
      isCut = true;
    } else if (mishap.what === 'restart') {
      restarts += 1;
      inDoubt += await stand.restarts('in order');
    } else if (mishap.what === 'sleep') {
      await stand.passes(mishap.ms);
    } else if (mishap.what === 'clock') {
      await stand.settle();
      stand.clockIsSet(mishap.ms);
    }
  }

  return {
    async before(at) {
      for (let next = plan[0]; next && next.at <= at; next = plan[0]) {
        plan.shift();
        if (next.at > stand.now()) await stand.passes(next.at - stand.now());
        await happens(next);
      }
    },
    async during(deeds) {
      const all = Promise.all(deeds);
      if (isCut) {
        isCut = false;
        for (let turns = between(random, 1, 60); turns > 0; turns -= 1) await nextTurn();
        restarts += 1;
        inDoubt += await stand.restarts('cut off');
      }
      await all;
      await stand.settle();
    },
    restarts: () => restarts,
    inDoubt: () => inDoubt,
  };
}
