/**
 * The list of erased people that lies beside the backups, as lines of JSON: opaque ids and times. A backup of before
 * knows them again when it is restored, until the list is gone through. Node only: it is a file.
 */
import { access, mkdir, open, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import type { Database } from './database.ts';
import { type Erasure, eraseAgain } from './store/erase/erase.ts';

const line = z.object({ person: z.number(), publicIds: z.array(z.string()), at: z.number() });

const NAME = 'erasures.jsonl';

/** Beside an embedded database. */
export function erasuresFile(databaseFile: string): string {
  return join(dirname(databaseFile), NAME);
}

/** Resolves when the line is on the disk. */
export async function recordErasure(file: string, erasure: Erasure): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await append(file, [JSON.stringify(erasure)]);
}

/**
 * Takes the lines along that the list beside the backups lacks. Lines are only ever added to it: one that was written
 * meanwhile stays, and so do those of a machine that is lost, whose backups may still be there. Where there is no folder,
 * there is no backup in it that knows anybody.
 */
export async function carryErasures(file: string, folder: string): Promise<void> {
  const isThere = await access(folder).then(
    () => true,
    () => false,
  );
  if (!isThere) return;
  const there = join(folder, NAME);
  const known = new Set(await linesOf(there));
  const lacking = (await linesOf(file)).filter((each) => isWhole(each) && !known.has(each));
  if (lacking.length > 0) await append(there, lacking);
}

/** A line that was torn by a crash stays one by itself: its erasure was not committed. */
async function append(file: string, lines: readonly string[]): Promise<void> {
  const handle = await open(file, 'a', 0o600);
  try {
    await handle.write(lines.map((each) => `\n${each}\n`).join(''));
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const isWhole = (line: string) => line.endsWith('}');

/** None where there is no list. */
async function linesOf(file: string): Promise<string[]> {
  try {
    return (await readFile(file, 'utf8')).split('\n').map((each) => each.trimEnd());
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
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
  const lines = await linesOf(file);
  return lines.flatMap((text, index) => (isWhole(text) ? [readLine(text, index + 1, file)] : []));
}

function readLine(text: string, number: number, file: string): Erasure {
  try {
    return line.parse(JSON.parse(text));
  } catch {
    throw new Error(`Line ${number} of ${file} is no erasure. Mend or remove it, and try again.`);
  }
}
