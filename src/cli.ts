/** The command line: `npm run -s gerai -- <command>`. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
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
import {
  CommandError,
  type CommandFile,
  type CommandOutput,
  type DatabaseCommand,
} from './commands/command.ts';
import { DATABASE_COMMANDS } from './commands/database-commands.ts';
import { type Config, ConfigError, parseConfig } from './config.ts';
import { commandMachine } from './node/command-machine.ts';
import { MIGRATIONS, readPicture } from './node/files.ts';
import { chatInTerminal, NO_SERVER } from './node/terminal-chat.ts';
import { readUnderstand } from './node/understand.ts';

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
      run: chat,
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

const CHAT_FLAGS: readonly string[] = ['new'];

async function chat(config: Config, args: readonly string[]): Promise<void> {
  const { new: isNew, ...who } = readOptions(args, CHAT_FLAGS);
  const strange = Object.keys(who).find((name) => !['role', 'unit', 'name'].includes(name));
  if (strange !== undefined) throw new CommandError(`There is no option --${strange}.`);
  if (who.role === undefined && Object.keys(who).length > 0)
    throw new CommandError('A name or a unit goes with a role: add --role <admin|keeper|staff>.');
  const { invite } = Object.fromEntries(DATABASE_COMMANDS);
  if (!invite) throw new Error('There is no command that invites.');
  const embedded = isEmbedded(config.DATABASE_URL) ? databaseFile(config.DATABASE_URL) : null;
  const sessionFile = sessionFileFor(embedded ?? join('data', 'gerai.db'), who);
  if (isNew !== undefined) rmSync(sessionFile, { force: true });
  await chatInTerminal({
    server: await addressOfServer(config, embedded),
    sessionFile,
    invitation:
      who.role === undefined
        ? null
        : async () => codeIn(await outputOf('invite', invite, config, { hours: '1', ...who })),
    input: process.stdin,
    output: process.stdout,
    isInteractive: process.stdin.isTTY === true,
    locale: /^[a-z]{2}(?=[_.-])/.exec(process.env.LANG ?? '')?.[0],
  });
}

/** One for each role, unit and name: they are people of their own. */
function sessionFileFor(database: string, who: Readonly<Record<string, string>>): string {
  const name = ['role', 'unit', 'name'].flatMap((key) => who[key] ?? []).join('-');
  const plain = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-') || 'visitor';
  const digest = createHash('sha256').update(JSON.stringify(who)).digest('hex').slice(0, 8);
  return join(dirname(database), `chat-${plain.slice(0, 60)}-${digest}.session`);
}

/** The owner of an embedded file tells where it listens; of a remote database only the settings know. */
async function addressOfServer(config: Config, embedded: string | null): Promise<string> {
  if (embedded === null) return config.PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`;
  const owner = await readOwner(embedded);
  if (!owner) throw new CommandError(NO_SERVER);
  return owner.url;
}

function codeIn(output: CommandOutput): string {
  const code = /inv_[\w-]+/.exec(typeof output === 'string' ? output : output.text)?.[0];
  if (code === undefined) throw new CommandError('No invitation could be made.');
  return code;
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

async function runOnDatabase(
  name: string,
  command: DatabaseCommand,
  config: Config,
  args: readonly string[],
): Promise<void> {
  const gathered = await command.gather?.(args);
  if (gathered && 'print' in gathered) {
    console.log(gathered.print);
    return;
  }
  const options = gathered?.input ?? readOptions(args, command.flags);
  const folder = 'out' in options && typeof options.out === 'string' ? options.out : undefined;
  deliver(await outputOf(name, command, config, options), folder);
}

/** In the running server where there is one, else in this process. */
async function outputOf(
  name: string,
  command: DatabaseCommand,
  config: Config,
  options: object,
): Promise<CommandOutput> {
  const input = command.input.safeParse(options);
  if (!input.success) {
    const problems = input.error.issues.map((issue) => `--${issue.path.join('.')}: ${issue.message}`);
    throw new CommandError(`${problems.join('\n')}\n\n${command.usage}`);
  }
  const file = isEmbedded(config.DATABASE_URL) ? databaseFile(config.DATABASE_URL) : null;
  if (file !== null && (await isOwned(file))) {
    return askOwner(file, name, options);
  }
  const web = config.PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`;
  const reach = () => ({ web, telegram: null, whatsapp: config.whatsappNumber });
  return withDatabase(config, (database) =>
    command.run({ database, reach, now: Date.now, ...commandMachine(config) }, input.data),
  );
}

/** Prints what a command says, and writes its files; without a folder for them, they are printed, too. */
function deliver(output: CommandOutput, folder: string | undefined): void {
  const { text, files = [] } = typeof output === 'string' ? { text: output } : output;
  if (text !== '') console.log(text);
  for (const { name, content, encoding } of files) {
    if (folder === undefined) {
      if (encoding !== undefined) throw new CommandError(`Add --out <folder>: ${name} cannot be printed.`);
      console.log(files.length > 1 ? `\n${name}\n${content}` : content);
      continue;
    }
    mkdirSync(folder, { recursive: true });
    const path = join(folder, basename(name));
    writeFileSync(path, content, { encoding: encoding ?? 'utf8', mode: 0o600 });
    console.log(path);
  }
}

async function askOwner(file: string, name: string, options: object): Promise<CommandOutput> {
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
  if (response.status === 413)
    throw new CommandError('That is more than the server takes at once. Split the file into two.');
  const answer = (await response.json()) as {
    output?: string;
    files?: readonly CommandFile[];
    error?: string;
  };
  if (answer.output === undefined)
    throw new CommandError(answer.error ?? 'The server could not do it; its log says why.');
  return { text: answer.output, files: answer.files ?? [] };
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
