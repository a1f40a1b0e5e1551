/** The command line: `npm run -s gerai -- <command>`. */
import { existsSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { telegramApi } from '../bots/telegram/api.ts';
import { openDatabase } from '../db/connect.ts';
import type { Database } from '../db/database.ts';
import { databaseFile, isEmbedded } from '../db/database-url.ts';
import { migrateDatabase } from '../db/migrate.ts';
import { AlreadyRunning, claim, isOwned, readOwner } from '../db/owner.ts';
import { sampleSnapshot } from '../db/seed/sample-snapshot.ts';
import { seedSampleStand } from '../db/seed/seed.ts';
import { loadSnapshot } from '../db/store/catalogue.ts';
import { readLine, toContract } from './chat/understand/contract.ts';
import { CommandError, type DatabaseCommand, type Output } from './commands/command.ts';
import { DATABASE_COMMANDS } from './commands/database-commands.ts';
import { type Config, ConfigError, parseConfig, templateAccount } from './config.ts';
import type { Answered } from './node/command-door.ts';
import { MIGRATIONS, readPicture } from './node/files.ts';
import { readUnderstand } from './node/understand.ts';

/** Whoever types a command waits that long for Telegram to say what the bot is called. */
const ASK_TELEGRAM_MS = 5_000;

interface LocalCommand {
  readonly summary: string;
  readonly usage: string;
  run(config: Config, args: readonly string[]): Promise<void>;
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

type Options = Record<string, string | string[]>;

/** `--role staff` and the like become the command's input; an option that is given again is a list. */
function readOptions(args: readonly string[], flags: readonly string[] = []): Options {
  const options: Options = {};
  const rest = [...args];
  for (let option = rest.shift(); option !== undefined; option = rest.shift()) {
    const name = /^--([a-z-]+)$/.exec(option)?.[1];
    const value = name !== undefined && flags.includes(name) ? 'true' : rest.shift();
    if (name === undefined || value === undefined)
      throw new CommandError(`"${option}" is not an option with a value.`);
    const before = options[name];
    options[name] = before === undefined ? value : [before, value].flat();
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
  const { out, ...options } = readOptions(args, command.flags);
  if (out !== undefined && !command.makesFile)
    throw new CommandError(`--out: this command makes no file.\n\n${command.usage}`);
  if (Array.isArray(out)) throw new CommandError('--out: give one file.');
  const input = command.input.safeParse(options);
  if (!input.success) {
    const problems = input.error.issues.map((issue) => `--${issue.path.join('.')}: ${issue.message}`);
    throw new CommandError(`${problems.join('\n')}\n\n${command.usage}`);
  }
  const file = isEmbedded(config.DATABASE_URL) ? databaseFile(config.DATABASE_URL) : null;
  const owned = file !== null && (await isOwned(file));
  const output = owned ? await askOwner(file, name, options) : await runHere(command, config, input.data);
  if (typeof output === 'string') return console.log(output);
  const path = out ?? output.file.name;
  writeOut(path, output.file.bytes);
  console.log(`${output.text}\nWritten: ${path}`);
}

async function runHere(command: DatabaseCommand, config: Config, input: unknown): Promise<Output> {
  const { PUBLIC_URL: publicUrl, HOST, PORT } = config;
  const web = publicUrl?.replace(/\/$/, '') ?? `http://${HOST}:${PORT}`;
  const telegram = command.namesBot ? await botName(config) : null;
  const context = {
    reach: () => ({ web, telegram, whatsapp: config.whatsappNumber }),
    now: Date.now,
    publicUrl,
    templates: templateAccount(config),
  };
  return withDatabase(config, (database) => command.run({ ...context, database }, input));
}

/** null: there is no bot, or Telegram does not tell now. */
async function botName({ TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot }: Config) {
  if (token === undefined) return null;
  const api = telegramApi({ token, apiRoot, timeoutMs: ASK_TELEGRAM_MS });
  return api.getMe().then(
    ({ username }) => username,
    () => null,
  );
}

function writeOut(path: string, bytes: Uint8Array): void {
  try {
    writeFileSync(path, bytes);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${error.code})` : '';
    throw new CommandError(`${path} cannot be written${code}. Give another file with --out.`);
  }
}

async function askOwner(file: string, name: string, options: Options): Promise<Output> {
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
  const answer = (await response.json()) as Partial<Answered> & { error?: string };
  if (answer.output === undefined)
    throw new CommandError(answer.error ?? 'The server could not do it; its log says why.');
  const { output: text, file: made } = answer;
  if (made === undefined) return text;
  return { text, file: { name: made.name, bytes: Buffer.from(made.base64, 'base64') } };
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
