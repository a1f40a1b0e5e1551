/** The backups that a server makes by itself: each night, and before it migrates its file. */
import type { Database } from '../../../db/database.ts';
import { isEmbedded } from '../../../db/database-url.ts';
import { pendingInFile } from '../../../db/migrate.ts';
import { loadTimeZone } from '../../../db/store/catalogue.ts';
import { seal } from '../../../db/store/seals.ts';
import type { Backups } from '../../backup-watch.ts';
import { CommandError } from '../../commands/command.ts';
import type { Config } from '../../config.ts';
import type { Log } from '../../delivery/events.ts';
import type { Job } from '../../jobs.ts';
import { MIGRATIONS } from '../files.ts';
import { newestIn } from './kept.ts';
import { nightlyBackup } from './nightly.ts';
import { backupProcess } from './process.ts';

/**
 * Of an embedded file, before what it lacks is applied; its caller owns it and has not opened it.
 * @throws CommandError where it cannot be made: then nothing is to be migrated.
 */
export async function updateBackup(
  { DATABASE_URL: url, backup }: Config,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  if (!isEmbedded(url) || backup.at === null) return;
  const pending = await pendingInFile(url, MIGRATIONS);
  if (pending === null || pending.length === 0) return;
  try {
    await backupProcess(env).make('update');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CommandError(
      `Before this version changes the database (${pending.join(', ')}), it makes a backup, and cannot: ${why}\nNothing was changed. Mend that, or set BACKUP_AT=off to go on without a backup.`,
    );
  }
}

export interface ServerBackups {
  readonly jobs: readonly Job[];
  readonly state: Backups;
  stop(): void;
}

/** null: there is no folder for them. */
export function nightlyBackups({
  config: { backup },
  database,
  env,
  startedAt,
  log,
}: {
  readonly config: Config;
  readonly database: Database;
  readonly env: NodeJS.ProcessEnv;
  readonly startedAt: number;
  readonly log: Log;
}): ServerBackups | null {
  const { folder, at, staleMs } = backup;
  if (folder === null) return null;
  const newest = () => newestIn(folder);
  const process = backupProcess(env);
  const nightly =
    at === null
      ? null
      : nightlyBackup({
          at,
          timeZone: () => loadTimeZone(database),
          newest,
          async make() {
            // What is in the backup can be verified there, too.
            await seal(database);
            return process.make('nightly');
          },
          startedAt,
          log,
        });
  return {
    jobs: nightly === null ? [] : [nightly],
    state: { newest, staleMs, failingSince: () => nightly?.failingSince() ?? null },
    stop: process.stop,
  };
}
