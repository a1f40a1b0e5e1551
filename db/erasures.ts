/**
 * The list of erased people that lies beside the backups, as lines of JSON: opaque ids and times. A backup of before
 * knows them again when it is restored, until the list is gone through. Node only: it is a file.
 */
import { createReadStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import * as z from 'zod';
import type { Database } from './database.ts';
import { type Erasure, eraseAgain } from './store/erase/erase.ts';

const line = z.object({ person: z.number(), publicIds: z.array(z.string()), at: z.number() });

/** Beside an embedded database. */
export function erasuresFile(databaseFile: string): string {
  return join(dirname(databaseFile), 'erasures.jsonl');
}

/** Resolves when the line is on the disk. */
export async function recordErasure(file: string, erasure: Erasure): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const handle = await open(file, 'a', 0o600);
  try {
    // A line that was torn by a crash stays one by itself: its erasure was not committed.
    await handle.write(`\n${JSON.stringify(erasure)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Erases anew everybody of the list whom the database knows; to be called before a restored database is served.
 *
 * @returns the number of people erased anew; 0 where there is no list.
 * @throws Error where a line cannot be read: somebody might be left.
 */
export async function replayErasures(database: Database, file: string): Promise<number> {
  return eraseAgain(database, await readErasures(file));
}

async function readErasures(file: string): Promise<Erasure[]> {
  const list: Erasure[] = [];
  const lines = createInterface({
    input: createReadStream(file, 'utf8'),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  let number = 0;
  try {
    for await (const text of lines) {
      number += 1;
      if (text.trimEnd().endsWith('}')) list.push(readLine(text, number, file));
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
  return list;
}

function readLine(text: string, number: number, file: string): Erasure {
  try {
    return line.parse(JSON.parse(text));
  } catch {
    throw new Error(`Line ${number} of ${file} is no erasure. Mend or remove it, and try again.`);
  }
}
