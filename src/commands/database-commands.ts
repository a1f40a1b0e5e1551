/** The commands that work on the database, by name. */
import type { DatabaseCommand } from './command.ts';
import { invite } from './invite.ts';
import { labels } from './labels.ts';
import { scans } from './scans.ts';
import { whatsappTemplates } from './whatsapp-templates.ts';

export const DATABASE_COMMANDS: ReadonlyMap<string, DatabaseCommand> = new Map([
  ['invite', invite as DatabaseCommand],
  ['labels', labels as DatabaseCommand],
  ['scans', scans as DatabaseCommand],
  ['whatsapp-templates', whatsappTemplates as DatabaseCommand],
]);
