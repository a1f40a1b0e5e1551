/** The commands that work on the database, by name. */
import type { DatabaseCommand } from './command.ts';
import { invite } from './invite.ts';
import { whatsappTemplates } from './whatsapp-templates.ts';

export const DATABASE_COMMANDS: ReadonlyMap<string, DatabaseCommand> = new Map([
  ['invite', invite as DatabaseCommand],
  ['whatsapp-templates', whatsappTemplates as DatabaseCommand],
]);
