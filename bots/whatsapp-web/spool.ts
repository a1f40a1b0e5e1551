/**
 * Events that the server has not acknowledged yet, on the disk of the bridge. An event counts when it was synced; it
 * is removed when the server has it. What is lost of a removal only brings an event that the server knows by its id.
 *
 * The file has one line for each event or removal: the CRC-32 of the rest in hex, a space, JSON. A line that was torn
 * by the end of a process or a machine does not match its sum and is left out.
 */
import { chmod, type FileHandle, mkdir, open, readFile, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';

export interface Entry<T> {
  /** Unique; adding what is already there does nothing. */
  readonly id: string;
  readonly value: T;
}

export interface Spool<T> {
  /**
   * Resolves when it is on the disk.
   * @throws SpoolFull, or the error of the file system; then the entry is not kept.
   */
  add(entry: Entry<T>): Promise<void>;
  /** The oldest that were not removed. */
  oldest(count: number): readonly Entry<T>[];
  /** What is not there any more is passed over. */
  remove(ids: readonly string[]): Promise<void>;
  size(): number;
  /** Lines that could not be read when it was opened. */
  readonly damaged: number;
  /** When the last one that had it open wrote to it, UTC milliseconds; null: it is new. */
  readonly lastWritten: number | null;
  /** Waits for what is being written. */
  close(): Promise<void>;
}

/** No more is kept: the server has not taken anything for long. */
export class SpoolFull extends Error {
  override readonly name = 'SpoolFull';
}

export interface SpoolLimits {
  /** Bytes of what waits. */
  readonly bytes: number;
  /** Bytes of what was removed, above which the file is written anew. */
  readonly garbageBytes: number;
}

/** Messages are texts of some hundred bytes: room for tens of thousands. */
const LIMITS: SpoolLimits = { bytes: 16 * 1024 * 1024, garbageBytes: 256 * 1024 };

type Line<T> = { readonly add: Entry<T> } | { readonly gone: readonly string[] };

interface Kept<T> {
  readonly entry: Entry<T>;
  readonly bytes: number;
}

interface Job<T> {
  readonly line: Line<T>;
  readonly settle: (error?: unknown) => void;
}

const NEWLINE = 0x0a;

/** One process at a time may have it open. Readable by its owner only. */
export async function openSpool<T>(file: string, limits: SpoolLimits = LIMITS): Promise<Spool<T>> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const lastWritten = await stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => null,
  );
  const read = await readLines<T>(file);
  const kept = new Map<string, Kept<T>>();
  let keptBytes = 0;
  for (const line of read.lines) apply(line);

  /** null: what the file holds is not known (a write failed), so that it is written anew. */
  let handle: FileHandle | null = null;
  let fileBytes = 0;
  let jobs: Job<T>[] = [];
  let running: Promise<void> | null = null;
  let closed = false;

  function apply(line: Line<T>): void {
    if ('gone' in line) {
      for (const id of line.gone) {
        keptBytes -= kept.get(id)?.bytes ?? 0;
        kept.delete(id);
      }
    } else if (!kept.has(line.add.id)) {
      const { length: bytes } = encode(line);
      kept.set(line.add.id, { entry: line.add, bytes });
      keptBytes += bytes;
    }
  }

  /** Writes what is kept to a new file, which takes the place of the old one as a whole. */
  async function writeAnew(): Promise<void> {
    await handle?.close().catch(() => undefined);
    handle = null;
    const fresh = `${file}.new`;
    const next = await open(fresh, 'w', 0o600);
    try {
      const bytes = Buffer.concat(Array.from(kept.values(), ({ entry }) => encode({ add: entry })));
      await next.writeFile(bytes);
      await next.datasync();
      await rename(fresh, file);
      await syncFolder(file);
      fileBytes = bytes.length;
    } catch (error) {
      await next.close();
      throw error;
    }
    handle = next;
  }

  async function write(lines: readonly Line<T>[]): Promise<void> {
    if (handle === null || fileBytes - keptBytes > limits.garbageBytes) await writeAnew();
    const bytes = Buffer.concat(lines.map(encode));
    try {
      await handle?.writeFile(bytes);
      // After a sync that failed, nobody knows what is on the disk: the same goes for it.
      await handle?.datasync();
    } catch (error) {
      await handle?.close().catch(() => undefined);
      handle = null;
      throw error;
    }
    fileBytes += bytes.length;
  }

  /** What has gathered while the disk was busy is synced together. */
  async function work(): Promise<void> {
    while (jobs.length > 0) {
      const taken = jobs;
      jobs = [];
      const fit = admit(taken);
      try {
        if (fit.length > 0) await write(fit.map(({ line }) => line));
        for (const { line } of fit) apply(line);
        for (const { settle } of fit) settle();
      } catch (error) {
        for (const { settle } of fit) settle(error);
      }
    }
    running = null;
  }

  /** Those that are to be written; the others are settled. */
  function admit(taken: readonly Job<T>[]): Job<T>[] {
    let bytes = keptBytes;
    return taken.filter(({ line, settle }) => {
      if ('gone' in line) return true;
      if (kept.has(line.add.id)) {
        settle();
        return false;
      }
      bytes += encode(line).length;
      if (bytes <= limits.bytes) return true;
      settle(new SpoolFull('The spool is full.'));
      return false;
    });
  }

  function enqueue(line: Line<T>): Promise<void> {
    if (closed) return Promise.reject(new Error('The spool is closed.'));
    return new Promise((resolve, reject) => {
      jobs.push({ line, settle: (error) => (error === undefined ? resolve() : reject(error)) });
      running ??= work();
    });
  }

  await writeAnew();
  return {
    damaged: read.damaged,
    lastWritten,
    add: (entry) => enqueue({ add: entry }),
    oldest: (count) => Array.from(take(kept.values(), count), ({ entry }) => entry),
    async remove(ids) {
      const known = ids.filter((id) => kept.has(id));
      if (known.length > 0) await enqueue({ gone: known });
    },
    size: () => kept.size,
    async close() {
      closed = true;
      await running;
      await handle?.close();
      handle = null;
    },
  };
}

function encode<T>(line: Line<T>): Buffer {
  const json = JSON.stringify(line);
  return Buffer.from(`${crc32(json).toString(16).padStart(8, '0')} ${json}\n`);
}

/** @returns null for what is not a whole line. */
function decode<T>(line: string): Line<T> | null {
  const json = line.slice(9);
  if (line.slice(0, 9) !== `${crc32(json).toString(16).padStart(8, '0')} `) return null;
  return JSON.parse(json);
}

async function readLines<T>(file: string): Promise<{ lines: Line<T>[]; damaged: number }> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  });
  if (bytes.length > 0) await chmod(file, 0o600);
  const whole = bytes.subarray(0, bytes.lastIndexOf(NEWLINE) + 1).toString('utf8');
  const texts = whole.split('\n').slice(0, -1);
  const lines = texts.map((text) => decode<T>(text)).filter((line) => line !== null);
  const torn = bytes.length > 0 && bytes.at(-1) !== NEWLINE ? 1 : 0;
  return { lines, damaged: texts.length - lines.length + torn };
}

/** A new name is on the disk when its folder was synced. */
async function syncFolder(file: string): Promise<void> {
  const folder = await open(dirname(file), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function* take<T>(items: Iterable<T>, count: number): Generator<T> {
  let left = count;
  for (const item of items) {
    if (left <= 0) return;
    left -= 1;
    yield item;
  }
}
