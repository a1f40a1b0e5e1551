/** Time, as it is passed in by the entries. */
export interface Clock {
  /** UTC milliseconds. */
  now(): number;
  /** @returns takes it back. */
  after(ms: number, run: () => void): () => void;
}

export interface Alarm {
  /** Rings then, or earlier if it was set so before; at Infinity not at all. */
  at(time: number): void;
}

/** Node counts in 32 bits: a longer wait would be none. */
const LONGEST_MS = 60 * 60_000;

/** One timer for everything that has to wait: whoever hears it looks what is due and sets it anew. */
export function startAlarm(clock: Clock, ring: () => void): Alarm {
  let set: { readonly time: number; readonly cancel: () => void } | null = null;
  return {
    at(time) {
      if (set && set.time <= time && time < Number.POSITIVE_INFINITY) return;
      set?.cancel();
      set = null;
      if (time === Number.POSITIVE_INFINITY) return;
      const wait = Math.min(LONGEST_MS, Math.max(0, time - clock.now()));
      const cancel = clock.after(wait, () => {
        set = null;
        ring();
      });
      set = { time, cancel };
    },
  };
}
