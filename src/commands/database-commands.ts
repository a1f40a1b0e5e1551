/** The commands that work on the database, by name. */
import type { DatabaseCommand } from './command.ts';
import { importProducts } from './import/import.ts';
import { invite } from './invite.ts';
import { removeSamples } from './remove-samples.ts';
import { whatsappTemplates } from './whatsapp-templates.ts';

export const DATABASE_COMMANDS: ReadonlyMap<string, DatabaseCommand> = new Map([
  ['import', importProducts as DatabaseCommand],
  ['invite', invite as DatabaseCommand],
  ['remove-samples', removeSamples as DatabaseCommand],
  ['whatsapp-templates', whatsappTemplates as DatabaseCommand],
]);
