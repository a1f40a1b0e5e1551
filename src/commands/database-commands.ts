/** The commands that work on the database, by name. */
import type { DatabaseCommand } from './command.ts';
import { invite } from './invite.ts';

export const DATABASE_COMMANDS: ReadonlyMap<string, DatabaseCommand> = new Map([
  ['invite', invite as DatabaseCommand],
]);
