/** The commands that work on the database, by name. */
import type { DatabaseCommand } from './command.ts';
import { erase } from './erase.ts';
import { exportData } from './export.ts';
import { importProducts } from './import/import.ts';
import { invite } from './invite.ts';
import { labels } from './labels.ts';
import { removeSamples } from './remove-samples.ts';
import { retention } from './retention.ts';
import { scans } from './scans.ts';
import { verify } from './verify.ts';
import { whatsappTemplates } from './whatsapp-templates.ts';

export const DATABASE_COMMANDS: ReadonlyMap<string, DatabaseCommand> = new Map([
  ['import', importProducts as DatabaseCommand],
  ['invite', invite as DatabaseCommand],
  ['remove-samples', removeSamples as DatabaseCommand],
  ['labels', labels as DatabaseCommand],
  ['scans', scans as DatabaseCommand],
  ['whatsapp-templates', whatsappTemplates as DatabaseCommand],
  ['export', exportData as DatabaseCommand],
  ['erase', erase as DatabaseCommand],
  ['retention', retention as DatabaseCommand],
  ['verify', verify as DatabaseCommand],
]);
