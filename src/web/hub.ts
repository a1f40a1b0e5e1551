/** Wakes the streams of a chat when something was committed for it. The database says what. */
export interface Hub {
  wake(chat: string): void;
  /** Resolves at the next wake of the chat, or after this long. */
  next(chat: string, withinMs: number): Promise<void>;
  /** Wakes every stream, and none sleeps any more: they end. */
  close(): void;
  isClosed(): boolean;
}

export function makeHub(): Hub {
  const sleepers = new Map<string, Set<() => void>>();
  let closed = false;
  function wake(chat: string): void {
    const set = sleepers.get(chat);
    sleepers.delete(chat);
    for (const resume of set ?? []) resume();
  }
  return {
    wake,
    close() {
      closed = true;
      for (const chat of [...sleepers.keys()]) wake(chat);
    },
    isClosed: () => closed,
    next(chat, withinMs) {
      if (closed) return Promise.resolve();
      return new Promise((resolve) => {
        const set = sleepers.get(chat) ?? new Set();
        sleepers.set(chat, set);
        const resume = () => {
          clearTimeout(timer);
          set.delete(resume);
          if (set.size === 0 && sleepers.get(chat) === set) sleepers.delete(chat);
          resolve();
        };
        const timer = setTimeout(resume, withinMs);
        set.add(resume);
      });
    },
  };
}
