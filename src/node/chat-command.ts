/** `gerai chat`: who talks, with which server, and where the session is kept. */
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { databaseFile, isEmbedded } from '../../db/database-url.ts';
import { readOwner } from '../../db/owner.ts';
import { CommandError, type CommandOutput } from '../commands/command.ts';
import { DATABASE_COMMANDS } from '../commands/database-commands.ts';
import type { Config } from '../config.ts';
import { outputOf, readOptions } from './run-command.ts';
import { chatInTerminal, NO_SERVER } from './terminal-chat.ts';

const CHAT_FLAGS: readonly string[] = ['new'];

/** @param locale of the terminal, as POSIX writes it: `id_ID.UTF-8` */
export async function chat(
  config: Config,
  args: readonly string[],
  locale: string | undefined,
): Promise<void> {
  const { new: isNew, ...given } = readOptions(args, CHAT_FLAGS);
  const who = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]));
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
    locale: /^[a-z]{2}(?=[_.-])/.exec(locale ?? '')?.[0],
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
