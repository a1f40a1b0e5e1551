import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openDatabase } from '../../db/connect.ts';
import { pendingMigrations } from '../../db/journal.ts';
import { migrateDatabase, readJournal } from '../../db/migrate.ts';
import { startHrana } from '../support/hrana.ts';
import { sql, temporaryFile } from './support.ts';

const NOTES = { tag: '0000_notes', when: 1000, text: 'CREATE TABLE notes (id INTEGER PRIMARY KEY)' };
const GUARD = {
  tag: '0001_guard',
  when: 2000,
  text: [
    "CREATE TRIGGER notes_stay BEFORE DELETE ON notes BEGIN SELECT RAISE(ABORT, 'notes_append_only'); END;",
    'INSERT INTO notes VALUES (1);',
  ].join('\n--> statement-breakpoint\n'),
};
const BROKEN = {
  tag: '0002_broken',
  when: 3000,
  text: 'CREATE TABLE more (id);\n--> statement-breakpoint\nnonsense',
};

type Migration = typeof NOTES;

function write(folder: string, migrations: readonly Migration[]): void {
  mkdirSync(join(folder, 'meta'), { recursive: true });
  for (const { tag, text } of migrations) {
    writeFileSync(join(folder, `${tag}.sql`), text);
  }
  const entries = migrations.map(({ tag, when }, idx) => ({
    idx,
    version: '6',
    when,
    tag,
    breakpoints: true,
  }));
  writeFileSync(
    join(folder, 'meta', '_journal.json'),
    JSON.stringify({ version: '7', dialect: 'sqlite', entries }),
  );
}

function setting() {
  const file = temporaryFile();
  return { url: `file:${file}`, folder: join(dirname(file), 'migrations') };
}

async function pending(url: string, folder: string): Promise<string[]> {
  const database = await openDatabase({ url });
  try {
    return await pendingMigrations(database, readJournal(folder));
  } finally {
    await database.close();
  }
}

test('a database without a schema lacks every migration, and none after they were applied', async () => {
  const { url, folder } = setting();
  write(folder, [NOTES, GUARD]);
  expect(await pending(url, folder)).toEqual(['0000_notes', '0001_guard']);
  expect(await migrateDatabase({ url }, folder)).toEqual(['0000_notes', '0001_guard']);
  expect(await pending(url, folder)).toEqual([]);
  expect(await migrateDatabase({ url }, folder)).toEqual([]);
  const database = await openDatabase({ url });
  await expect(database.write([sql('DELETE FROM notes')])).rejects.toMatchObject({
    constraint: 'notes_append_only',
  });
  await database.close();
});

test('an older schema lacks what came later', async () => {
  const { url, folder } = setting();
  write(folder, [NOTES]);
  await migrateDatabase({ url }, folder);
  write(folder, [NOTES, GUARD]);
  expect(await pending(url, folder)).toEqual(['0001_guard']);
  expect(await migrateDatabase({ url }, folder)).toEqual(['0001_guard']);
});

test('a server is migrated and asked in the same way', async () => {
  const { url, folder } = setting();
  const hrana = await startHrana(temporaryFile('remote.db'));
  write(folder, [NOTES, GUARD]);
  expect(await pending(hrana.url, folder)).toEqual(['0000_notes', '0001_guard']);
  expect(await migrateDatabase({ url: hrana.url }, folder)).toEqual(['0000_notes', '0001_guard']);
  expect(await pending(hrana.url, folder)).toEqual([]);
  expect(await pending(url, folder)).toHaveLength(2);
  await hrana.close();
});

test('a migration that fails leaves the schema as it was', async () => {
  const { url, folder } = setting();
  write(folder, [NOTES]);
  await migrateDatabase({ url }, folder);
  write(folder, [NOTES, GUARD, BROKEN]);
  await expect(migrateDatabase({ url }, folder)).rejects.toThrow(/syntax error/);
  expect(await pending(url, folder)).toEqual(['0001_guard', '0002_broken']);
});

test('a migration dated before one that was applied is not passed over in silence', async () => {
  const { url, folder } = setting();
  write(
    folder,
    [GUARD].map((migration) => ({ ...migration, text: NOTES.text })),
  );
  await migrateDatabase({ url }, folder);
  write(folder, [NOTES, GUARD]);
  await expect(migrateDatabase({ url }, folder)).rejects.toThrow('0000_notes');
  expect(await pending(url, folder)).toEqual(['0000_notes']);
});

test('the migrations of the shop apply to an empty file, with their foreign keys whole', async () => {
  const { url } = setting();
  const folder = fileURLToPath(new URL('../../db/migrations', import.meta.url));
  const applied = await migrateDatabase({ url }, folder);
  expect(applied).toEqual(readJournal(folder).entries.map((entry) => entry.tag));
  const database = await openDatabase({ url });
  const [broken] = await database.read([sql('PRAGMA foreign_key_check')]);
  expect(broken?.rows).toEqual([]);
  await database.close();
});
