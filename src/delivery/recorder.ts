/**
 * What happened and is to be written down. While the database is away it is kept here and tried again, so that a
 * message that was sent is not sent once more for want of a note.
 */
import { StorageError } from '../../db/database.ts';
import { backoffMs, STORAGE_BACKOFF } from './backoff.ts';

interface Note {
  /** The rows that it is about. */
  readonly ids: readonly number[];
  /** Can be repeated: an answer that got lost is asked for again. */
  write(): Promise<void>;
  written?(): void;
}

export interface Recorder {
  add(note: Note): void;
  /** Tries again what is due. */
  tick(now: number): void;
  nextAt(): number;
  /** Rows with a note that is not written yet. */
  ids(): number[];
  has(id: number): boolean;
  size(): number;
}

export interface RecorderDeps {
  readonly now: () => number;
  readonly random: () => number;
  readonly onFailure: (error: unknown) => void;
  /** After each try, whether it went well or not. */
  readonly onTried: () => void;
}

interface Entry {
  readonly note: Note;
  failures: number;
  /** Infinity while it is being tried. */
  nextAt: number;
}

export function startRecorder({ now, random, onFailure, onTried }: RecorderDeps): Recorder {
  const entries = new Set<Entry>();
  /** The database is away: one note at a time finds out whether it is back. */
  let outage: { failures: number; until: number; probe: Entry | null } | null = null;

  function failed(entry: Entry, error: unknown): void {
    entry.failures += 1;
    entry.nextAt = now();
    if (!(error instanceof StorageError)) {
      // The database answered. Tried again all the same: forgetting the note could send the message twice.
      entry.nextAt += backoffMs(STORAGE_BACKOFF, entry.failures, random());
      outage = null;
      return;
    }
    if (outage && outage.probe !== entry) return;
    const failures = (outage?.failures ?? 0) + 1;
    outage = { failures, until: now() + backoffMs(STORAGE_BACKOFF, failures, random()), probe: null };
  }

  async function write(entry: Entry): Promise<void> {
    entry.nextAt = Number.POSITIVE_INFINITY;
    try {
      await entry.note.write();
      entries.delete(entry);
      outage = null;
      entry.note.written?.();
    } catch (error) {
      failed(entry, error);
      onFailure(error);
    }
    onTried();
  }

  return {
    add(note) {
      const entry: Entry = { note, failures: 0, nextAt: now() };
      entries.add(entry);
      if (!outage) void write(entry);
    },
    tick(at) {
      if (outage && (outage.probe || outage.until > at)) return;
      const due = [...entries].filter(({ nextAt }) => nextAt <= at);
      const [oldest] = due;
      if (outage && oldest) {
        outage.probe = oldest;
        void write(oldest);
        return;
      }
      for (const entry of due) void write(entry);
    },
    nextAt() {
      const entryAt = Math.min(...Array.from(entries, ({ nextAt }) => nextAt));
      if (!outage) return entryAt;
      return outage.probe ? Number.POSITIVE_INFINITY : Math.max(outage.until, entryAt);
    },
    ids: () => Array.from(entries).flatMap(({ note }) => note.ids),
    has: (id) => Array.from(entries).some(({ note }) => note.ids.includes(id)),
    size: () => entries.size,
  };
}
