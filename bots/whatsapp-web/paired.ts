/**
 * Since when the phone is the stand's: what people wrote to it before is nothing to the stand, and a phone that is
 * paired brings weeks of it along.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Paired {
  /** Somebody scanned the code now. */
  now(at: number): void;
  /** Whether a message of this time was meant for the stand. WhatsApp's times are whole seconds. */
  covers(at: number): boolean;
}

/** Kept beside the session, over restarts. Where it is not known, everything older than this start is passed over. */
export function readPaired(folder: string, startedAt: number): Paired {
  const file = join(folder, 'paired-at');
  let since = read(file) ?? startedAt;
  return {
    now(at) {
      since = at;
      writeFileSync(file, `${at}\n`, { mode: 0o600 });
    },
    covers: (at) => at + 1_000 > since,
  };
}

function read(file: string): number | null {
  try {
    const at = Number(readFileSync(file, 'utf8'));
    return Number.isSafeInteger(at) && at > 0 ? at : null;
  } catch {
    return null;
  }
}
