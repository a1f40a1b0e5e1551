/** `POST /cli/:command`: how the command line reaches the process that owns the database. Loopback and token only. */
import { timingSafeEqual } from 'node:crypto';
import { type CommandContext, CommandError, type CommandOutput } from '../commands/command.ts';
import { DATABASE_COMMANDS } from '../commands/database-commands.ts';
import type { CommandDoor } from '../web/app.tsx';

function same(given: string, expected: string): boolean {
  const one = Buffer.from(given);
  const other = Buffer.from(expected);
  return one.length === other.length && timingSafeEqual(one, other);
}

/** What the command line reads. */
export interface Answered {
  readonly output: string;
  readonly files: readonly ({ readonly name: string } & (
    | { readonly text: string }
    | { readonly base64: string }
  ))[];
}

function inJson(output: CommandOutput): Answered {
  if (typeof output === 'string') return { output, files: [] };
  return {
    output: output.text,
    files: output.files.map(({ name, content }) =>
      typeof content === 'string'
        ? { name, text: content }
        : { name, base64: Buffer.from(content).toString('base64') },
    ),
  };
}

export function makeCommandDoor(token: string, context: CommandContext): CommandDoor {
  async function run(name: string, body: unknown): Promise<Response> {
    const command = DATABASE_COMMANDS.get(name);
    if (!command) return Response.json({ error: `There is no command "${name}".` }, { status: 404 });
    const input = command.input.safeParse(body);
    if (!input.success) return Response.json({ error: 'The input is malformed.' }, { status: 400 });
    try {
      return Response.json(inJson(await command.run(context, input.data)));
    } catch (error) {
      if (error instanceof CommandError) return Response.json({ error: error.message }, { status: 422 });
      throw error;
    }
  }
  return { isAllowed: (given) => given !== undefined && same(given, token), run };
}
