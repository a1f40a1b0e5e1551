/** `POST /cli/:command`: how the command line reaches the process that owns the database. Loopback and token only. */
import { timingSafeEqual } from 'node:crypto';
import { type CommandContext, CommandError, type Output } from '../commands/command.ts';
import { DATABASE_COMMANDS } from '../commands/database-commands.ts';
import type { AppDeps } from '../web/app.tsx';

function same(given: string, expected: string): boolean {
  const one = Buffer.from(given);
  const other = Buffer.from(expected);
  return one.length === other.length && timingSafeEqual(one, other);
}

/** What the command line reads. */
export interface Answered {
  readonly output: string;
  readonly file?: { readonly name: string; readonly base64: string };
}

function inJson(output: Output): Answered {
  if (typeof output === 'string') return { output };
  const { name, bytes } = output.file;
  return { output: output.text, file: { name, base64: Buffer.from(bytes).toString('base64') } };
}

export function makeCommandDoor(token: string, context: CommandContext): NonNullable<AppDeps['cli']> {
  return async (name, given, body) => {
    if (given === undefined || !same(given, token))
      return Response.json({ error: 'not allowed' }, { status: 401 });
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
  };
}
