/** Who does what when. Whoever takes part is a generator that says how long they wait after each deed. */

/** Milliseconds until the next deed. */
export type Doing = AsyncGenerator<number, void>;

interface Entry {
  readonly at: number;
  readonly doing: Doing;
}

export interface Agenda {
  add(at: number, doing: Doing): void;
  /** Those who are due first, and all who are within `within` of them; null: nobody is left before `until`. */
  next(within: number, until: number): { readonly at: number; readonly due: readonly Doing[] } | null;
}

export function makeAgenda(): Agenda {
  let entries: Entry[] = [];
  return {
    add(at, doing) {
      const index = entries.findLastIndex((entry) => entry.at <= at);
      entries.splice(index + 1, 0, { at, doing });
    },
    next(within, until) {
      const first = entries[0];
      if (!first || first.at > until) return null;
      const due = entries.filter(({ at }) => at <= first.at + within);
      entries = entries.slice(due.length);
      return { at: first.at, due: due.map(({ doing }) => doing) };
    },
  };
}
