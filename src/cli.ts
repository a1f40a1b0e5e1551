/** The command line: `npm run -s gerai -- <command>`. */
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { databaseFile, isEmbedded } from '../db/database-url.ts';
import { replayErasures } from '../db/erasures.ts';
import { migrateDatabase } from '../db/migrate.ts';
import { AlreadyRunning, claim } from '../db/owner.ts';
import { sampleSnapshot } from '../db/seed/sample-snapshot.ts';
import { seedSampleStand } from '../db/seed/seed.ts';
import { loadSnapshot } from '../db/store/catalogue.ts';
import { readLine, toContract } from './chat/understand/contract.ts';
import { CommandError } from './commands/command.ts';
import { DATABASE_COMMANDS } from './commands/database-commands.ts';
import { type Config, ConfigError, parseConfig } from './config.ts';
import { BACKUP_USAGE, backupCommand, RESTORE_USAGE, restoreCommand } from './node/backup/commands.ts';
import { updateBackup } from './node/backup/server.ts';
import { chat } from './node/chat-command.ts';
import { DOCTOR_USAGE, doctorCommand } from './node/doctor/command.ts';
import { MIGRATIONS, readPicture } from './node/files.ts';
import { runOnDatabase } from './node/run-command.ts';
import { readUnderstand } from './node/understand.ts';
import { withDatabase } from './node/with-database.ts';

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
    'chat',
    {
      summary: 'a conversation with the running server, in the terminal',
      usage: `gerai chat [--role <admin|keeper|staff> --name <name> [--unit <slug>]] [--new]

  Everything that can be done in a chat. Without --role as a visitor.
  --role  what you may do: the first start joins by a one-time invitation, later ones go on with it
  --name  how colleagues read who did something
  --unit  the unit's slug; required for staff
  --new   somebody new: what was remembered for this role and name is left behind

  Words that are piped in are answered, and then it ends:
  echo "jual keripik 3 tunai" | gerai chat --role keeper --name Sri`,
      run: (config, args) => chat(config, args, process.env.LANG),
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
