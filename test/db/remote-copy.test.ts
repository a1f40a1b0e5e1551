/** A remote database as a backup, and back: against the double of a libSQL server. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../db/connect.ts';
import { fileUrl } from '../../db/database-url.ts';
import { migrateDatabase, readJournal } from '../../db/migrate.ts';
import { surveyRemote } from '../../db/remote-copy.ts';
import { seedSampleStand } from '../../db/seed/seed.ts';
import { type BackupOptions, makeBackup } from '../../src/node/backup/make.ts';
import { restoreBackup } from '../../src/node/backup/restore.ts';
import { MIGRATIONS, readPicture } from '../../src/node/files.ts';
import { startHrana } from '../support/hrana.ts';
import { sql, temporaryFile } from './support.ts';

const JOURNAL = readJournal(MIGRATIONS);

async function emptyServer() {
  const hrana = await startHrana(temporaryFile());
  onTestFinished(() => hrana.close());
  return hrana;
}

/** With more rows than a page has, and numbers that were given once. */
async function filledServer() {
  const hrana = await emptyServer();
  await migrateDatabase({ url: hrana.url }, MIGRATIONS);
  const database = await openDatabase({ url: hrana.url });
  await seedSampleStand(database, 1, readPicture);
  const keys = Array.from({ length: 950 }, (_, at) => sql('INSERT INTO inbox VALUES (?, 1)', `key ${at}`));
  await database.write(keys);
  await database.write([
    sql("INSERT INTO movements (variant_id, kind, qty, at) VALUES (1, 'delivery', 5, 1)"),
  ]);
  return { hrana, database };
}

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'gerai-remote-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

const backup = (url: string, to: string, more: Partial<BackupOptions> = {}) =>
  makeBackup({
    database: { url },
    folder: to,
    kind: 'manual',
    key: null,
    keep: 3,
    journal: JOURNAL,
    now: () => 0,
    ...more,
  });

const restore = (path: string, url: string) =>
  restoreBackup({
    backup: path,
    database: { url },
    key: null,
    journal: JOURNAL,
    migrations: MIGRATIONS,
    replayErasures: async () => 0,
    erasuresIn: [dirname(path)],
    now: () => 0,
  });

test('goes into a file, from there to an empty server, and is the same there', async () => {
  const { hrana } = await filledServer();
  const { path, manifest } = await backup(hrana.url, folder());
  expect(manifest.rows).toMatchObject({ inbox: 950, products: 6 });

  const other = await emptyServer();
  await restore(path, other.url);
  expect(await surveyRemote({ url: other.url })).toEqual(await surveyRemote({ url: hrana.url }));
  const [one, two] = await Promise.all(
    [hrana, other].map(async ({ url }) => {
      const results = await (await openDatabase({ url })).read([
        sql('SELECT * FROM stock ORDER BY variant_id'),
        sql('SELECT hash, length(bytes), hex(bytes) FROM media ORDER BY hash'),
        sql('SELECT type, name, sql FROM sqlite_schema ORDER BY name'),
        sql('SELECT name, seq FROM sqlite_sequence ORDER BY name'),
      ]);
      return results.map(({ rows }) => rows.map((row) => ({ ...row })));
    }),
  );
  expect(two).toEqual(one);

  // And onto a machine with a file: an office may leave the server.
  const file = join(folder(), 'gerai.db');
  await restore(path, fileUrl(file));
  const database = await openDatabase({ url: fileUrl(file) });
  onTestFinished(() => database.close());
  const [stock] = await database.read([sql('SELECT on_hand AS n FROM stock WHERE variant_id = 1')]);
  const [there] = await (await openDatabase({ url: hrana.url })).read([
    sql('SELECT on_hand AS n FROM stock WHERE variant_id = 1'),
  ]);
  expect({ ...stock?.rows[0] }).toEqual({ ...there?.rows[0] });
});

test('is of one moment, although others write between the pages', async () => {
  const { hrana, database } = await filledServer();
  let enough = false;
  const writing = (async () => {
    for (let at = 0; !enough; at += 1) {
      await database.write([
        sql('INSERT INTO inbox VALUES (?, 2)', `late ${at}`),
        sql("UPDATE versions SET value = ? WHERE name = 'catalogue'", 1_000 + at),
      ]);
    }
  })();
  const to = folder();
  const { path } = await backup(hrana.url, to);
  enough = true;
  await writing;
  const file = join(folder(), 'gerai.db');
  await restore(path, fileUrl(file));
  const copy = await openDatabase({ url: fileUrl(file) });
  onTestFinished(() => copy.close());
  const [late, version] = await copy.read([
    sql('SELECT count(*) AS n FROM inbox WHERE at = 2'),
    sql("SELECT value AS n FROM versions WHERE name = 'catalogue'"),
  ]);
  const written = Number(late?.rows[0]?.n);
  if (written > 0) expect(version?.rows[0]?.n).toBe(1_000 + written - 1);
  else expect(version?.rows[0]?.n).toBeLessThan(1_000);
  expect(
    Number((await database.read([sql('SELECT count(*) AS n FROM inbox WHERE at = 2')]))[0]?.rows[0]?.n),
  ).toBeGreaterThan(written);
});

test('there is none where the server is gone or ends the transaction', async () => {
  const { hrana } = await filledServer();
  const to = folder();
  hrana.fail('cut-before', { match: /FROM \\"inbox\\"/ });
  await expect(backup(hrana.url, to)).rejects.toThrow();
  const ending = setInterval(() => hrana.endStreams(), 1);
  await expect(backup(hrana.url, to)).rejects.toThrow();
  clearInterval(ending);
  expect(readdirSync(to)).toEqual([]);
});

test('a server that is not empty is left alone', async () => {
  const { hrana } = await filledServer();
  const { path } = await backup(hrana.url, folder());
  const before = await surveyRemote({ url: hrana.url });
  await expect(restore(path, hrana.url)).rejects.toThrow(/is not empty/);
  expect(await surveyRemote({ url: hrana.url })).toEqual(before);
});

test('a server that was filled halfway serves nobody', async () => {
  const { hrana } = await filledServer();
  const { path } = await backup(hrana.url, folder());
  const other = await emptyServer();
  other.fail('cut-before', { match: /INTO \\"outbox\\"|INTO \\"variants\\"/ });
  await expect(restore(path, other.url)).rejects.toThrow();
  const [said] = await (await openDatabase({ url: other.url })).read([
    sql('SELECT count(*) AS n FROM __drizzle_migrations'),
  ]);
  expect(said?.rows[0]?.n).toBe(0);
  await expect(restore(path, other.url)).rejects.toThrow(/is not empty/);
});
