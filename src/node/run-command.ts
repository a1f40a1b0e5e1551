/** Runs a command on the database: in the server that owns it where there is one, else in this process. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { telegramApi } from '../../bots/telegram/api.ts';
import { databaseFile, isEmbedded } from '../../db/database-url.ts';
import { isOwned, readOwner } from '../../db/owner.ts';
import {
  CommandError,
  type CommandFile,
  type CommandOutput,
  type DatabaseCommand,
} from '../commands/command.ts';
import type { Config } from '../config.ts';
import type { Answered } from './command-door.ts';
import { commandMachine } from './command-machine.ts';
import { withDatabase } from './with-database.ts';

/** Whoever types a command waits that long for Telegram to say what the bot is called. */
const ASK_TELEGRAM_MS = 5_000;

export type Options = Record<string, string | string[]>;

/** `--role staff` and the like become the command's input; an option that is given again is a list. */
export function readOptions(args: readonly string[], flags: readonly string[] = []): Options {
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

export async function runOnDatabase(
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
  const given: object = gathered?.input ?? readOptions(args, command.flags);
  const { out, ...options } = given as { readonly out?: string | string[] };
  if (Array.isArray(out)) throw new CommandError('--out: give it once.');
  const output = await outputOf(name, command, config, options);
  const { text, files } = typeof output === 'string' ? { text: output, files: [] } : output;
  if (out !== undefined && files.length === 0)
    throw new CommandError(`--out: this command makes no file.\n\n${command.usage}`);
  if (text !== '') console.log(text);
  const [only] = files;
  if (command.makesFile && only) writeOut(out ?? only.name, only.content);
  else if (out === undefined) print(files);
  else for (const { name, content } of files) writeOut(join(out, basename(name)), content);
}

/** @throws CommandError */
export async function outputOf(
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
  if (file !== null && (await isOwned(file))) return askOwner(file, name, options);
  return runHere(command, config, input.data);
}

async function runHere(command: DatabaseCommand, config: Config, input: unknown): Promise<CommandOutput> {
  const { PUBLIC_URL: publicUrl, HOST, PORT } = config;
  const web = publicUrl?.replace(/\/$/, '') ?? `http://${HOST}:${PORT}`;
  const telegram = command.namesBot ? await botName(config) : null;
  const reach = () => ({ web, telegram, whatsapp: config.whatsappNumber });
  const context = { reach, now: Date.now, ...commandMachine(config, tellNotCarried) };
  return withDatabase(config, (database) => command.run({ ...context, database }, input));
}

function tellNotCarried(error: unknown): void {
  const why = error instanceof Error && 'code' in error ? ` (${error.code})` : '';
  console.error(
    `The list of erasures beside the backups cannot be written now${why}: the next backup takes it along.`,
  );
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
  const answer = (await response.json()) as Partial<Answered> & { error?: string };
  if (answer.output === undefined)
    throw new CommandError(answer.error ?? 'The server could not do it; its log says why.');
  const files = (answer.files ?? []).map((made) => ({
    name: made.name,
    content: 'text' in made ? made.text : Buffer.from(made.base64, 'base64'),
  }));
  return { text: answer.output, files };
}

function print(files: readonly CommandFile[]): void {
  for (const { name, content } of files) {
    if (typeof content !== 'string') throw new CommandError(`Add --out <folder>: ${name} cannot be printed.`);
    console.log(files.length > 1 ? `\n${name}\n${content}` : content);
  }
}

/** Readable by whoever runs the command only: it may tell of people. */
function writeOut(path: string, content: string | Uint8Array): void {
  try {
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, content, { mode: 0o600 });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${error.code})` : '';
    throw new CommandError(`${path} cannot be written${code}. Give another place with --out.`);
  }
  console.log(`Written: ${path}`);
}
