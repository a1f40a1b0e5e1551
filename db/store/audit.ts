/** What was done at the command line, by whoever has the machine. */
import type { Database } from '../database.ts';
import { audit } from '../schema.ts';
import { compiler, once } from '../statement.ts';

export async function saveAudit(
  database: Database,
  entry: { readonly at: number; readonly what: string; readonly subject: string },
): Promise<void> {
  await database.write([once(compiler.insert(audit).values(entry))]);
}
