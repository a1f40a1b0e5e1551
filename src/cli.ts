/** The command line: `npm run -s gerai -- <command>`. */
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { openDatabase } from '../db/connect.ts';
import type { Database } from '../db/database.ts';
import { databaseFile, isEmbedded } from '../db/database-url.ts';
import { migrateDatabase } from '../db/migrate.ts';
import { AlreadyRunning, claim, isOwned, readOwner } from '../db/owner.ts';
import { sampleSnapshot } from '../db/seed/sample-snapshot.ts';
import { seedSampleStand } from '../db/seed/seed.ts';
import { loadSnapshot } from '../db/store/catalogue.ts';
import { readLine, toContract } from './chat/understand/contract.ts';
import { CommandError, type DatabaseCommand } from './commands/command.ts';
import { DATABASE_COMMANDS } from './commands/database-commands.ts';
import { type Config, ConfigError, parseConfig, templateAccount } from './config.ts';
import { BACKUP_USAGE, backupCommand, RESTORE_USAGE, restoreCommand } from './node/backup/commands.ts';
import { replayErasures } from './node/backup/erasures.ts';
import { updateBackup } from './node/backup/server.ts';
import { DOCTOR_USAGE, doctorCommand } from './node/doctor/command.ts';
import { MIGRATIONS, readPicture } from './node/files.ts';
import { readUnderstand } from './node/understand.ts';

interface LocalCommand {
  readonly summary: string;
  readonly usage: string;
  run(config: Config, args: readonly string[]): Promise<void>;
}

function printing(
  command: (config: Config, args: readonly string[]) => Promise<string>,
): LocalCommand['run'] {
  return async (config, args) => console.log(await command(config, args));
}

/** Commands that need the file itself, or no database at all. */
const LOCAL_COMMANDS: ReadonlyMap<string, LocalCommand> = new Map([
  [
    'migrate',
    {
      summary: 'brings the database to the schema of this version',
      usage: 'gerai migrate\n\n  An embedded file must not be in use: stop the server first.',
      run: migrate,
    },
  ],
  [
    'backup',
    {
      summary: 'makes a backup, beside a running server or without one',
      usage: BACKUP_USAGE,
      run: printing(backupCommand),
    },
  ],
  [
    'restore',
    {
      summary: 'proves a backup and puts it in the place of the database',
      usage: RESTORE_USAGE,
      run: printing(restoreCommand(replayErasures)),
    },
  ],
  [
    'doctor',
    {
      summary: 'looks at all that the stand depends on, and says what to mend',
      usage: DOCTOR_USAGE,
      run: printing(doctorCommand),
    },
  ],
  [
    'seed',
    {
      summary: 'fills an empty database with the sample stand',
      usage: 'gerai seed\n\n  Does nothing where there is a stand already.',
      run: seed,
    },
  ],
  [
    'understand',
    {
      summary: 'says what messages are understood to mean',
      usage: `gerai understand [--database] < messages.jsonl

  Reads lines {"text", "lang"?, "state"?} and writes one line each, in the same order.
  --database  against the catalogue of the database instead of the sample stand`,
      run: understandLines,
    },
  ],
]);

/** An embedded file is claimed for the time of the work. @throws AlreadyRunning */
async function withDatabase<T>(config: Config, work: (database: Database) => Promise<T>): Promise<T> {
  const { DATABASE_URL: url, DATABASE_AUTH_TOKEN: authToken } = config;
  const ownership = isEmbedded(url) ? await claim(databaseFile(url)) : null;
  try {
    const database = await openDatabase({ url, authToken });
    try {
      return await work(database);
    } finally {
      await database.close();
    }
  } finally {
    await ownership?.release();
  }
}

async function migrate(config: Config): Promise<void> {
  const { DATABASE_URL: url, DATABASE_AUTH_TOKEN: authToken } = config;
  const ownership = isEmbedded(url) ? await claim(databaseFile(url)) : null;
  try {
    await updateBackup(config, process.env);
    const applied = await migrateDatabase({ url, authToken }, MIGRATIONS);
    console.log(applied.length === 0 ? 'The schema is current.' : `Applied: ${applied.join(', ')}`);
  } finally {
    await ownership?.release();
  }
}

async function seed(config: Config): Promise<void> {
  const outcome = await withDatabase(config, (database) =>
    seedSampleStand(database, Date.now(), readPicture),
  );
  console.log(
    outcome === 'seeded' ? 'The sample stand is set up.' : 'There is a stand already; nothing was changed.',
  );
}

async function understandLines(config: Config, args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { database: { type: 'boolean', default: false } },
  });
  const snapshot = values.database ? await withDatabase(config, loadSnapshot) : sampleSnapshot();
  const understand = readUnderstand();
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    const { text, state } = readLine(line);
    console.log(JSON.stringify(toContract(understand(text, state, snapshot))));
  }
}

/** `--role staff` and the like become the command's input. */
function readOptions(args: readonly string[], flags: readonly string[] = []): Record<string, string> {
  const options: Record<string, string> = {};
  const rest = [...args];
  for (let option = rest.shift(); option !== undefined; option = rest.shift()) {
    const name = /^--([a-z-]+)$/.exec(option)?.[1];
    const value = name !== undefined && flags.includes(name) ? 'true' : rest.shift();
    if (name === undefined || value === undefined)
      throw new CommandError(`"${option}" is not an option with a value.`);
    options[name] = value;
  }
  return options;
}

/** In the running server where there is one, else in this process. */
async function runOnDatabase(
  name: string,
  command: DatabaseCommand,
  config: Config,
  args: readonly string[],
): Promise<void> {
  const options = readOptions(args, command.flags);
  const input = command.input.safeParse(options);
  if (!input.success) {
    const problems = input.error.issues.map((issue) => `--${issue.path.join('.')}: ${issue.message}`);
    throw new CommandError(`${problems.join('\n')}\n\n${command.usage}`);
  }
  const file = isEmbedded(config.DATABASE_URL) ? databaseFile(config.DATABASE_URL) : null;
  if (file !== null && (await isOwned(file))) {
    console.log(await askOwner(file, name, options));
    return;
  }
  const web = config.PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`;
  const reach = () => ({ web, telegram: null, whatsapp: config.whatsappNumber });
  const templates = templateAccount(config);
  console.log(
    await withDatabase(config, (database) =>
      command.run({ database, reach, now: Date.now, templates }, input.data),
    ),
  );
}

async function askOwner(file: string, name: string, options: Record<string, string>): Promise<string> {
  const owner = await readOwner(file);
  if (!owner)
    throw new CommandError(
      'The server that owns the database is starting or stopping. Try again in a moment.',
    );
  const response = await fetch(`${owner.url}/cli/${name}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${owner.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(options),
  });
  const answer = (await response.json()) as { output?: string; error?: string };
  if (answer.output === undefined)
    throw new CommandError(answer.error ?? 'The server could not do it; its log says why.');
  return answer.output;
}

function help(): string {
  const all = [...LOCAL_COMMANDS, ...DATABASE_COMMANDS].map(
    ([name, { summary }]) => `  ${name.padEnd(20)}${summary}`,
  );
  return `gerai <command> [options]\n\n${all.join('\n')}\n\ngerai <command> --help tells more.`;
}

async function run([name, ...args]: readonly string[]): Promise<void> {
  const local = LOCAL_COMMANDS.get(name ?? '');
  const onDatabase = DATABASE_COMMANDS.get(name ?? '');
  const command = local ?? onDatabase;
  if (!command || name === undefined) {
    console.log(help());
    if (name !== undefined && name !== '--help') throw new CommandError(`There is no command "${name}".`);
    return;
  }
  if (args.includes('--help')) {
    console.log(command.usage);
    return;
  }
  const config = parseConfig(process.env);
  if (local) await local.run(config, args);
  else if (onDatabase) await runOnDatabase(name, onDatabase, config, args);
}

if (existsSync('.env')) process.loadEnvFile('.env');
try {
  await run(process.argv.slice(2));
} catch (error) {
  const known =
    error instanceof CommandError || error instanceof ConfigError || error instanceof AlreadyRunning;
  console.error(known ? error.message : error);
  process.exitCode = 1;
}
