/** The database: who has it, its schema, whether it is whole, the time zone of the stand, and its backups. */
import { existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { openDatabase } from '../../../db/connect.ts';
import { damageOf } from '../../../db/copy.ts';
import { type Database, StorageError } from '../../../db/database.ts';
import { databaseFile, isEmbedded } from '../../../db/database-url.ts';
import { lookInto } from '../../../db/inspect.ts';
import { appliedMigrations, pendingMigrations } from '../../../db/journal.ts';
import { readJournal } from '../../../db/migrate.ts';
import { isOwned, readOwner } from '../../../db/owner.ts';
import { loadTimeZone } from '../../../db/store/catalogue.ts';
import type { Config } from '../../config.ts';
import { wallClock } from '../../shop/calendar.ts';
import { keptIn } from '../backup/kept.ts';
import { MIGRATIONS } from '../files.ts';
import { ask } from './ask.ts';
import { type Check, type Finding, ok, problem, warning } from './finding.ts';

const RESTORE = 'Restore the newest backup: docs/running.md.';

export const checkDatabase: Check = async (context) => {
  const { config, now } = context;
  const { DATABASE_URL: url } = config;
  if (!isEmbedded(url)) return checkContents(() => inServer(config, (database) => contents(database, now())));
  const file = resolve(databaseFile(url));
  if (!existsSync(file)) {
    const text = `There is none at ${file} yet.`;
    return [
      warning('database', text, 'Start the server, which makes it; or set DATABASE_URL to where yours is.'),
    ];
  }
  const damage = damageOf(file, 'quick_check');
  if (damage !== null) return [problem('database', `${file} is damaged: ${damage}`, RESTORE)];
  return [
    ok('database', `${file}, ${Math.ceil(statSync(file).size / 1_048_576)} MB, is whole.`),
    ...(await checkContents(() => lookInto(file, (database) => contents(database, now())))),
  ];
};

async function inServer<T>(config: Config, look: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase({ url: config.DATABASE_URL, authToken: config.DATABASE_AUTH_TOKEN });
  try {
    return await look(database);
  } finally {
    await database.close();
  }
}

async function checkContents(look: () => Promise<readonly Finding[]>): Promise<readonly Finding[]> {
  try {
    return await look();
  } catch (error) {
    const why =
      error instanceof StorageError ? error.problem : error instanceof Error ? error.name : 'unknown';
    const remedy = 'Look at DATABASE_URL and DATABASE_AUTH_TOKEN, and whether the database server runs.';
    return [problem('database', `It cannot be read (${why}).`, remedy)];
  }
}

async function contents(database: Pick<Database, 'read'>, now: number): Promise<Finding[]> {
  const journal = readJournal(MIGRATIONS);
  const known = new Set(journal.entries.map(({ when }) => when));
  const applied = await appliedMigrations(database);
  if ([...applied].some((when) => !known.has(when))) {
    const text = 'The database belongs to a newer version of Gerai.';
    return [problem('schema', text, 'Update Gerai: `git pull && npm ci`, and start it again.')];
  }
  const pending = await pendingMigrations(database, journal);
  const schema =
    pending.length === 0
      ? ok('schema', `That of this version (${journal.entries.at(-1)?.tag}).`)
      : warning(
          'schema',
          `It lacks ${pending.join(', ')}.`,
          'Start the server again, or run `gerai migrate` for a remote database.',
        );
  return applied.size === 0 ? [schema] : [schema, await timeZone(database, now)];
}

async function timeZone(database: Pick<Database, 'read'>, now: number): Promise<Finding> {
  const remedy = 'Fill the database with `gerai seed`, or restore a backup.';
  const zone = await loadTimeZone(database).catch(() => null);
  if (zone === null) return warning('time zone', 'The database holds no stand.', remedy);
  try {
    const { day, minutes } = wallClock(now, zone);
    const time = [Math.floor(minutes / 60), minutes % 60]
      .map((part) => String(part).padStart(2, '0'))
      .join(':');
    return ok('time zone', `${zone}: at the stand it is ${day} ${time}.`);
  } catch {
    return problem(
      'time zone',
      `"${zone}" is none that this machine knows.`,
      'Give the stand one such as Asia/Jakarta.',
    );
  }
}

/** Whether a server has the file, and what it says of itself. */
export const checkServer: Check = async (context) => {
  const { DATABASE_URL: url } = context.config;
  if (!isEmbedded(url)) return [];
  const file = resolve(databaseFile(url));
  if (!existsSync(dirname(file)) || !(await isOwned(file))) {
    return [
      warning(
        'server',
        'None runs on this database.',
        'Start it: `sudo systemctl start gerai`, or `npm start`.',
      ),
    ];
  }
  const owner = await readOwner(file);
  if (!owner) return [ok('server', 'One is just starting or stopping.')];
  const answer = await ask({ ...context, clocks: [] }, { url: `${owner.url}/readyz`, whose: 'the server' });
  const where = `${owner.url} (process ${owner.pid})`;
  if ('code' in answer || answer.status !== 200) {
    const why = 'code' in answer ? answer.code : `status ${answer.status}`;
    return [
      problem('server', `${where} is not ready (${why}).`, 'Look at its log: `journalctl -u gerai -n 100`.'),
    ];
  }
  return [ok('server', `${where} is ready.`), ...channelFindings(answer.body)];
};

/** What the server itself raises an alarm about. */
function channelFindings(body: unknown): Finding[] {
  const channels = (body as { channels?: Record<string, { alarm?: string | null }> } | null)?.channels ?? {};
  return Object.entries(channels).flatMap(([name, { alarm }]) =>
    typeof alarm === 'string'
      ? [
          problem(
            name,
            `It does not work (${alarm}).`,
            'An admin gets the page of the phone by typing /whatsapp; see docs/whatsapp-web.md.',
          ),
        ]
      : [],
  );
}

const HOUR_MS = 3_600_000;

export const checkBackups: Check = async ({ config: { backup, DATABASE_URL: url }, now }) => {
  if (backup.folder === null) {
    return [
      warning(
        'backups',
        'Of a remote database none are made by themselves.',
        'Set BACKUP_DIR to a folder on this machine.',
      ),
    ];
  }
  const folder = resolve(backup.folder);
  const make = 'Run `gerai backup`, and read what it says.';
  const newest = newestKept(folder);
  if (newest === undefined) return [warning('backups', `There is none in ${folder}.`, make)];
  const hours = Math.round((now() - newest) / HOUR_MS);
  const text = `The newest in ${folder} is ${hours} hours old.`;
  const age = now() - newest > backup.staleMs ? problem('backups', text, make) : ok('backups', text);
  return [age, ...placeFindings(url, folder), ...(backup.at === null ? [off] : [])];
};

const off = warning(
  'backups',
  'None are made by themselves (BACKUP_AT=off).',
  'Set BACKUP_AT to a time of day, such as 02:30.',
);

function newestKept(folder: string): number | undefined {
  try {
    return keptIn(folder)[0]?.at;
  } catch {
    return undefined;
  }
}

/** A backup on the same disk is lost together with it. */
function placeFindings(url: string, folder: string): Finding[] {
  if (!isEmbedded(url)) return [];
  const data = dirname(resolve(databaseFile(url)));
  if (!existsSync(data) || statSync(data).dev !== statSync(folder).dev) return [];
  const remedy = 'Set BACKUP_DIR to another disk, or copy the folder elsewhere each day: docs/running.md.';
  return [warning('backups', 'They lie on the disk of the database: if it breaks, both are gone.', remedy)];
}
