/** Time that passes only when a test lets it. */
import type { Clock } from '../../../src/delivery/clock.ts';

interface Timer {
  time: number;
  readonly run: () => void;
}

export interface VirtualClock extends Clock {
  /** Goes on to the next timer and lets it ring. */
  ringNext(): void;
  /** As after a sleep: it is that late now, and all timers that came due meanwhile ring. */
  jumpTo(time: number): void;
  /** Somebody or something sets the clock by so much; what waits, waits as long as before. */
  isSet(by: number): void;
}

export function virtualClock(start: number): VirtualClock {
  let time = start;
  const timers = new Set<Timer>();

  function next(until: number): Timer | undefined {
    const due = [...timers].filter((timer) => timer.time <= until);
    return due.sort((one, other) => one.time - other.time)[0];
  }

  function ring(timer: Timer): void {
    timers.delete(timer);
    time = Math.max(time, timer.time);
    timer.run();
  }

  return {
    now: () => time,
    after(ms, run) {
      const timer = { time: time + ms, run };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    ringNext() {
      const timer = next(Number.POSITIVE_INFINITY);
      if (timer) ring(timer);
    },
    jumpTo(to) {
      const due = [...timers].filter((timer) => timer.time <= to);
      time = Math.max(time, to);
      for (const timer of due) if (timers.has(timer)) ring(timer);
    },
    isSet(by) {
      time += by;
      for (const timer of timers) timer.time += by;
    },
  };
}
