/** Work of one lane runs one after another, that of different lanes together. */
export interface Lanes {
  run<T>(lane: string, work: () => Promise<T>): Promise<T>;
  /** Resolves when nothing is running or waiting. */
  idle(): Promise<void>;
}

export function makeLanes(): Lanes {
  const tails = new Map<string, Promise<unknown>>();
  return {
    run(lane, work) {
      const before = tails.get(lane) ?? Promise.resolve();
      const result = before.then(work, work);
      const tail = result.then(
        () => undefined,
        () => undefined,
      );
      tails.set(lane, tail);
      tail.then(() => {
        if (tails.get(lane) === tail) tails.delete(lane);
      });
      return result;
    },
    async idle() {
      while (tails.size > 0) await Promise.all(tails.values());
    },
  };
}
