/**
 * Makes one backup: a copy of the database of one moment, the secret beside it, and a manifest, in one file that is there
 * as a whole or not at all. Runs in a process of its own beside the server (see `process.ts`): nothing here waits for the
 * server, and nothing there for this.
 */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { type FileHandle, mkdtemp, open, rename, rm, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { constants, createGzip } from 'node:zlib';
import { copyFile as copyDatabase, damageOf, type Survey, surveyFile } from '../../../db/copy.ts';
import { databaseFile, isEmbedded } from '../../../db/database-url.ts';
import { carryErasures } from '../../../db/erasures.ts';
import type { Journal } from '../../../db/journal.ts';
import { copyRemote } from '../../../db/remote-copy.ts';
import { CommandError } from '../../commands/command.ts';
import { backupName, draftName, dropDeadDrafts, dropOld, type Kind, makeFolder } from './kept.ts';
import { DATABASE_PART, MANIFEST_PART, type Manifest, SECRET_PART } from './manifest.ts';
import { problemOf } from './problem.ts';
import { seal } from './seal.ts';
import { type Entry, writeTar } from './tar.ts';

export interface BackupOptions {
  readonly database: { readonly url: string; readonly authToken?: string | undefined };
  /** Made where it is not there. */
  readonly folder: string;
  readonly kind: Kind;
  /** The office's passphrase; null: it is not encrypted. */
  readonly key: string | null;
  /** So many of each kind stay in the folder. */
  readonly keep: number;
  readonly journal: Journal;
  readonly now: () => number;
  /** Breaks it off. */
  readonly signal?: AbortSignal;
}

export interface Made {
  readonly path: string;
  readonly bytes: number;
  readonly manifest: Manifest;
  /** Names of older ones that went. */
  readonly dropped: readonly string[];
}

/** Kept free on the disk of the database, whatever a backup takes: the stand goes on. */
const ROOM_BYTES = 64 * 1024 * 1024;

/** Who was erased is erased again after a restore: the list lies beside the backups, too. */
export const ERASURES = 'erasures.jsonl';

/** @throws CommandError saying what to mend; no half backup is left. */
export async function makeBackup(options: BackupOptions): Promise<Made> {
  try {
    return await make(options);
  } catch (error) {
    throw problemOf(error);
  }
}

async function make(options: BackupOptions): Promise<Made> {
  const { folder, now, keep } = options;
  const at = now();
  const file = fileOf(options);
  await makeFolder(folder);
  // A copy that is not encrypted yet stays on the disk where the database lies that is not encrypted either.
  const beside = file === null ? folder : dirname(file);
  for (const each of new Set([folder, beside])) await dropDeadDrafts(each, at);
  if (file !== null) await requireRoom(file, beside);
  const work = await mkdtemp(join(beside, `.gerai-${process.pid}-`).concat('draft-'));
  try {
    const copy = join(work, DATABASE_PART);
    if (file === null) await copyRemote(options.database, copy);
    else copyDatabase(file, copy);
    options.signal?.throwIfAborted();
    const made = await archive(options, copy, file === null ? null : join(beside, SECRET_PART), at);
    if (file !== null) await carryErasures(join(beside, ERASURES), folder);
    return { ...made, dropped: await dropOld(folder, keep) };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** @throws CommandError where the file is not there. null: a remote database. */
function fileOf({ database: { url } }: BackupOptions): string | null {
  if (!isEmbedded(url)) return null;
  const file = databaseFile(url);
  if (!existsSync(file)) throw new CommandError(`There is no database at ${file}: nothing to back up.`);
  return file;
}

async function requireRoom(file: string, folder: string): Promise<void> {
  const { bsize, bavail } = await statfs(folder);
  const { size } = await stat(file);
  if (bsize * bavail >= size + ROOM_BYTES) return;
  const missing = Math.ceil((size + ROOM_BYTES - bsize * bavail) / 1_048_576);
  throw new CommandError(
    `The disk of the database is too full for a copy of it. Make room for ${missing} MB more.`,
  );
}

async function archive(
  { folder, kind, key, journal, signal }: BackupOptions,
  copy: string,
  secret: string | null,
  at: number,
): Promise<Omit<Made, 'dropped'>> {
  const damage = damageOf(copy, 'quick_check');
  if (damage !== null) throw new CommandError(`The database is damaged, and was not backed up: ${damage}`);
  const survey = surveyFile(copy);
  const parts: Manifest['parts'] = {};
  let manifest: Manifest | undefined;

  async function* entries(): AsyncGenerator<Entry> {
    for (const [name, path] of [
      [DATABASE_PART, copy],
      [SECRET_PART, secret],
    ] as const) {
      if (path !== null && existsSync(path)) yield await hashed(name, path, parts);
    }
    manifest = manifestOf(survey, journal, parts, at);
    const body = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
    yield { name: MANIFEST_PART, size: body.byteLength, body: [body] };
  }

  const name = backupName(kind, at, key !== null);
  const path = join(folder, name);
  const bytes = await writeWhole(path, join(folder, draftName(name)), async (write) => {
    const packed = createGzip({ level: constants.Z_BEST_SPEED });
    const files = writeTar(entries(), at);
    await (key === null
      ? pipeline(files, packed, write, { signal })
      : pipeline(files, packed, (source) => sealed(source, key), write, { signal }));
  });
  if (manifest === undefined) throw new Error('The backup has no manifest.');
  return { path, bytes, manifest };
}

/** A file as an entry; its hash is known, and noted, when its body was read to the end. */
async function hashed(name: string, path: string, parts: Manifest['parts']): Promise<Entry> {
  const { size } = await stat(path);
  async function* body() {
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
      hash.update(chunk);
      yield chunk as Uint8Array;
    }
    parts[name] = { bytes: size, sha256: hash.digest('hex') };
  }
  return { name, size, body: body() };
}

function manifestOf(
  { rows, migrations }: Survey,
  journal: Journal,
  parts: Manifest['parts'],
  at: number,
): Manifest {
  const newest = migrations.at(-1);
  return {
    format: 'gerai-backup',
    version: 1,
    at: new Date(at).toISOString(),
    schema: journal.entries.find(({ when }) => when === newest)?.tag ?? String(newest ?? 'none'),
    migrations: [...migrations],
    rows,
    parts,
  };
}

async function* sealed(source: AsyncIterable<Uint8Array>, key: string): AsyncGenerator<Uint8Array> {
  yield* await seal(source, key);
}

type Write = (source: AsyncIterable<Uint8Array>) => Promise<void>;

/** The name appears when all is on the disk. @returns the size in bytes. */
async function writeWhole(
  path: string,
  draft: string,
  fill: (write: Write) => Promise<void>,
): Promise<number> {
  try {
    const handle = await open(draft, 'wx', 0o600);
    let bytes: number;
    let writing: Promise<void> | undefined;
    try {
      await fill((source) => {
        writing = writeAll(handle, source);
        return writing;
      });
      await handle.sync();
      bytes = (await handle.stat()).size;
    } finally {
      await writing?.catch(() => undefined);
      await handle.close();
    }
    await rename(draft, path);
    await syncFolder(dirname(path));
    return bytes;
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** To the disk piece by piece: a server that syncs its decisions to the same disk would wait behind one large sync. */
const SYNC_BYTES = 8 * 1024 * 1024;

async function writeAll(handle: FileHandle, source: AsyncIterable<Uint8Array>): Promise<void> {
  let unsynced = 0;
  for await (const chunk of source) {
    await handle.writeFile(chunk);
    unsynced += chunk.byteLength;
    if (unsynced < SYNC_BYTES) continue;
    await handle.datasync();
    unsynced = 0;
  }
}

export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
