/**
 * Puts a backup in the place of the database. All that can fail happens to a copy beside it: proof, migration and the
 * erasures that came after the backup. Then it takes a few renames, and what was there is kept.
 */
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openDatabase } from '../../../db/connect.ts';
import { gatherFile, surveyFile } from '../../../db/copy.ts';
import type { Database } from '../../../db/database.ts';
import { databaseFile, fileUrl, isEmbedded } from '../../../db/database-url.ts';
import type { Journal } from '../../../db/journal.ts';
import { migrateDatabase } from '../../../db/migrate.ts';
import { claim } from '../../../db/owner.ts';
import { fillRemote, NotEmpty, surveyRemote } from '../../../db/remote-copy.ts';
import { CommandError } from '../../commands/command.ts';
import { ERASURES, syncFolder } from './make.ts';
import { type Manifest, SECRET_PART } from './manifest.ts';
import { openBackup } from './open.ts';
import { problemOf } from './problem.ts';

/** Erases again who is on the list. @returns how many that concerned. */
export type ReplayErasures = (database: Database, list: string) => Promise<number>;

export interface RestoreOptions {
  readonly backup: string;
  readonly database: { readonly url: string; readonly authToken?: string | undefined };
  readonly key: string | null;
  readonly journal: Journal;
  /** The folder with the migrations. */
  readonly migrations: string;
  readonly replayErasures: ReplayErasures;
  /** Where a list of erasures may lie: beside the database, and beside backups. */
  readonly erasuresIn: readonly string[];
  readonly now: () => number;
}

export interface Restored {
  readonly manifest: Manifest;
  /** Tags of migrations that the backup lacked. */
  readonly migrated: readonly string[];
  readonly erased: number;
  /** Where the database is that was there before; null: there was none. */
  readonly before: string | null;
  /** The secret is that of the backup now. */
  readonly hasSecret: boolean;
}

/** @throws CommandError, AlreadyRunning: nothing was replaced. */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  try {
    const { url } = options.database;
    return isEmbedded(url) ? await intoFile(options, databaseFile(url)) : await intoServer(options);
  } catch (error) {
    throw problemOf(error);
  }
}

async function intoFile(options: RestoreOptions, file: string): Promise<Restored> {
  const folder = dirname(file);
  await mkdir(folder, { recursive: true });
  const ownership = await claim(file);
  const work = await mkdtemp(join(folder, `.gerai-${process.pid}-draft-`));
  try {
    const prepared = await prepare(options, work);
    const suffix = `before-restore-${new Date(options.now()).toISOString().replaceAll(/[-:]|\.\d{3}/g, '')}`;
    const before = await replace(file, prepared.path, suffix);
    if (prepared.secret !== null) await replaceSecret(join(folder, SECRET_PART), prepared.secret, suffix);
    await giveToOwnerOf(folder, [file, `${file}.lock`, join(folder, SECRET_PART)]);
    await syncFolder(folder);
    return { ...prepared, before, hasSecret: prepared.secret !== null };
  } finally {
    await rm(work, { recursive: true, force: true });
    await ownership.release();
  }
}

async function intoServer(options: RestoreOptions): Promise<Restored> {
  const work = await mkdtemp(join(tmpdir(), 'gerai-draft-'));
  try {
    const prepared = await prepare(options, work);
    await fillRemote(prepared.path, options.database);
    const [sent, arrived] = [surveyFile(prepared.path).rows, await surveyRemote(options.database)];
    const lacking = Object.keys(sent).filter((table) => sent[table] !== arrived[table]);
    if (lacking.length > 0) {
      throw new CommandError(
        `Not all rows arrived in ${lacking.join(', ')}. Make a new database, and restore into that.`,
      );
    }
    return { ...prepared, before: null, hasSecret: false };
  } catch (error) {
    if (!(error instanceof NotEmpty)) throw error;
    throw new CommandError(
      'The database at DATABASE_URL is not empty. Make a new one, without `gerai migrate`, and set DATABASE_URL to it.',
    );
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

interface Prepared extends Pick<Restored, 'manifest' | 'migrated' | 'erased'> {
  /** One file, with nothing beside it. */
  readonly path: string;
  readonly secret: string | null;
}

async function prepare(options: RestoreOptions, work: string): Promise<Prepared> {
  const { key, journal, backup } = options;
  const { manifest, database: path, secret } = await openBackup(backup, { folder: work, key, journal });
  const url = fileUrl(path);
  const migrated = await migrateDatabase({ url }, options.migrations);
  const database = await openDatabase({ url });
  let erased = 0;
  try {
    for (const list of new Set(options.erasuresIn.map((folder) => join(folder, ERASURES)))) {
      if (existsSync(list)) erased += await options.replayErasures(database, list);
    }
  } finally {
    await database.close();
  }
  gatherFile(path);
  await syncFile(path);
  return { manifest, migrated, erased, path, secret };
}

async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** What SQLite keeps beside a file belongs to it. */
const BESIDE = ['-wal', '-shm', ''];

/** @returns where the old one is. Its log goes first, so that no file ever stands beside a log that is not its own. */
async function replace(file: string, by: string, suffix: string): Promise<string | null> {
  const kept = `${file}.${suffix}`;
  const hadOne = existsSync(file);
  if (hadOne) emptyLog(file);
  for (const each of BESIDE) if (existsSync(file + each)) await rename(file + each, kept + each);
  await rename(by, file);
  return hadOne ? kept : null;
}

/** Then nothing is lost if the renames are broken off between log and file. One that is too damaged is kept as it is. */
function emptyLog(file: string): void {
  try {
    gatherFile(file);
  } catch {
    // Its log is kept beside it.
  }
}

/** Whoever restores as root does it for the user that the server runs as, to whom the folder belongs. */
async function giveToOwnerOf(folder: string, files: readonly string[]): Promise<void> {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = await stat(folder);
  for (const file of files) if (existsSync(file)) await chown(file, uid, gid);
}

async function replaceSecret(file: string, secret: string, suffix: string): Promise<void> {
  const old = await readFile(file, 'utf8').catch(() => null);
  if (old?.trim() === secret) return;
  if (old !== null) await rename(file, `${file}.${suffix}`);
  const draft = `${file}.draft`;
  await rm(draft, { force: true });
  await writeFile(draft, `${secret}\n`, { mode: 0o600 });
  await chmod(draft, 0o600);
  await rename(draft, file);
}
