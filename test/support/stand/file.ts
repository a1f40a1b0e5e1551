/** The database file that a stand in tests begins with. */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../../db/connect.ts';
import { fileUrl } from '../../../db/database-url.ts';
import { migrateDatabase } from '../../../db/migrate.ts';
import { seedSampleStand } from '../../../db/seed/seed.ts';
import { MIGRATIONS, readPicture } from '../../../src/node/files.ts';

/** The day on which the sample stand was set up. */
const SEEDED_AT = Date.parse('2026-11-02T08:00:00+07:00');

let template: Promise<string> | null = null;

/** Migrated and seeded once for each process that tests run in. */
async function makeTemplate(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'gerai-template-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'gerai.db');
  await migrateDatabase({ url: fileUrl(file) }, MIGRATIONS);
  const database = await openDatabase({ url: fileUrl(file) });
  await seedSampleStand(database, SEEDED_AT, readPicture);
  await database.close();
  return file;
}

export async function openFile(): Promise<{ file: string; remove: () => void }> {
  template ??= makeTemplate();
  const folder = mkdtempSync(join(tmpdir(), 'gerai-stand-'));
  const file = join(folder, 'gerai.db');
  const from = await template;
  for (const end of ['', '-wal']) if (existsSync(from + end)) copyFileSync(from + end, file + end);
  return { file, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
