/** The snapshot in memory, replaced as a whole when its version changes. */
import type { Snapshot } from '../shop/catalogue.ts';

export interface Catalogue {
  current(): Snapshot;
  /** The snapshot of at least this version; loads it where the one in memory is older. */
  atLeast(version: number): Promise<Snapshot>;
  reload(): Promise<Snapshot>;
}

/** @param known a snapshot that was loaded before; null: it is loaded now. */
export async function makeCatalogue(
  load: () => Promise<Snapshot>,
  known: Snapshot | null = null,
): Promise<Catalogue> {
  let snapshot = known ?? (await load());
  let loading: Promise<Snapshot> | null = null;
  const reload = () => {
    loading ??= load()
      .then((loaded) => {
        if (loaded.version >= snapshot.version) snapshot = loaded;
        return snapshot;
      })
      .finally(() => {
        loading = null;
      });
    return loading;
  };
  return {
    current: () => snapshot,
    atLeast: async (version) => (snapshot.version >= version ? snapshot : reload()),
    reload,
  };
}
