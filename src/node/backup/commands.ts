/** `gerai backup` and `gerai restore`. */
import { setPriority } from 'node:os';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { databaseFile, isEmbedded } from '../../../db/database-url.ts';
import { readJournal } from '../../../db/migrate.ts';
import { CommandError } from '../../commands/command.ts';
import type { Config } from '../../config.ts';
import { MIGRATIONS } from '../files.ts';
import { KINDS } from './kept.ts';
import { makeBackup } from './make.ts';
import { type ReplayErasures, restoreBackup } from './restore.ts';

export const BACKUP_USAGE = `gerai backup [--to <folder>] [--encrypt]

  Copies the database with its pictures, and the secret beside it, into one file. The server goes on meanwhile.
  --to       the folder, instead of BACKUP_DIR
  --encrypt  refuses to make one that is not encrypted: with BACKUP_KEY set, every backup is

  The newest BACKUP_KEEP of each kind stay in the folder. See docs/running.md.`;

export const RESTORE_USAGE = `gerai restore <file>

  Proves a backup and puts it in the place of the database. Stop the server first. What was there is kept beside it.
  A remote database has to be an empty one. BACKUP_KEY opens an encrypted backup. See docs/running.md.`;

/** Whoever chats with the stand comes first. */
const PRIORITY = 19;

function databaseOf({ DATABASE_URL: url, DATABASE_AUTH_TOKEN: authToken }: Config) {
  return { url, authToken };
}

/** A wrong option is answered by how it is used. */
function parsed<T>(parse: () => T, usage: string): T {
  try {
    return parse();
  } catch (error) {
    throw new CommandError(`${error instanceof Error ? error.message : ''}\n\n${usage}`);
  }
}

const megabytes = (bytes: number) => `${(bytes / 1_048_576).toFixed(1)} MB`;

/** @returns what is printed. @throws CommandError */
export async function backupCommand(config: Config, args: readonly string[]): Promise<string> {
  const options = {
    to: { type: 'string' },
    encrypt: { type: 'boolean', default: false },
    kind: { type: 'string', default: 'manual' },
  } as const;
  const { values } = parsed(() => parseArgs({ args: [...args], options }), BACKUP_USAGE);
  const kind = KINDS.find((each) => each === values.kind);
  if (kind === undefined) throw new CommandError(BACKUP_USAGE);
  const { folder: usual, key, keep } = config.backup;
  const folder = values.to ?? usual;
  if (folder === null) {
    throw new CommandError(
      'BACKUP_DIR: set the folder for backups of a remote database, or add --to <folder>.',
    );
  }
  if (values.encrypt && key === null) {
    throw new CommandError(
      'BACKUP_KEY: set a passphrase of 16 or more characters, and keep it elsewhere, too.',
    );
  }
  setPriority(PRIORITY);
  const stopping = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => stopping.abort(new CommandError('The backup was broken off; none was left.')));
  }
  const { path, bytes, manifest, dropped } = await makeBackup({
    database: databaseOf(config),
    folder: resolve(folder),
    kind,
    key,
    keep,
    journal: readJournal(MIGRATIONS),
    now: Date.now,
    signal: stopping.signal,
  });
  return [
    path,
    `${megabytes(bytes)}${key === null ? ', not encrypted' : ', encrypted'}; ${told(manifest.rows)}`,
    ...dropped.map((name) => `Removed, as more than ${keep} are there: ${name}`),
  ].join('\n');
}

/** What a person knows the stand by. */
function told(rows: Readonly<Record<string, number>>): string {
  return ['products', 'orders', 'persons', 'movements', 'media']
    .map((table) => `${rows[table] ?? 0} ${table}`)
    .join(', ');
}

/** @returns what is printed. @throws CommandError, AlreadyRunning: nothing was replaced. */
export function restoreCommand(replayErasures: ReplayErasures) {
  return async (config: Config, args: readonly string[]): Promise<string> => {
    const { positionals } = parsed(
      () => parseArgs({ args: [...args], allowPositionals: true, options: {} }),
      RESTORE_USAGE,
    );
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new CommandError(RESTORE_USAGE);
    const { DATABASE_URL: url, backup } = config;
    const folders = [isEmbedded(url) ? dirname(databaseFile(url)) : null, backup.folder, dirname(file)];
    const { manifest, migrated, erased, before, hasSecret } = await restoreBackup({
      backup: resolve(file),
      database: databaseOf(config),
      key: backup.key,
      journal: readJournal(MIGRATIONS),
      migrations: MIGRATIONS,
      replayErasures,
      erasuresIn: folders.flatMap((folder) => (folder === null ? [] : [resolve(folder)])),
      now: Date.now,
    });
    return [
      `Restored: the stand as it was at ${manifest.at}. ${told(manifest.rows)}`,
      ...(migrated.length > 0 ? [`Brought to the schema of this version: ${migrated.join(', ')}`] : []),
      ...(erased > 0 ? [`Erased again, as asked for after the backup: ${erased}`] : []),
      ...(before === null ? [] : [`What was there is kept as ${before}`]),
      ...(hasSecret ? [] : ['SESSION_SECRET is not in the backup: set the one that the stand had.']),
      'Start the server now.',
    ].join('\n');
  };
}
