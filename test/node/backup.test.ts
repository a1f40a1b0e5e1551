/** Backups and their restore, on files: what a person relies on who has lost a machine. */
import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../db/connect.ts';
import type { Database } from '../../db/database.ts';
import { fileUrl } from '../../db/database-url.ts';
import type { Journal } from '../../db/journal.ts';
import { migrateDatabase, readJournal } from '../../db/migrate.ts';
import { AlreadyRunning, claim } from '../../db/owner.ts';
import { seedSampleStand } from '../../db/seed/seed.ts';
import { CommandError } from '../../src/commands/command.ts';
import { backupName, dropOld, keptIn, newestIn } from '../../src/node/backup/kept.ts';
import { type BackupOptions, makeBackup } from '../../src/node/backup/make.ts';
import { type RestoreOptions, restoreBackup } from '../../src/node/backup/restore.ts';
import { MIGRATIONS, readPicture } from '../../src/node/files.ts';
import { writeOlderMigrations } from '../support/older-migrations.ts';

const JOURNAL = readJournal(MIGRATIONS);
const KEY = 'a passphrase of the office';
const NOW = Date.parse('2026-11-25T03:00:00Z');

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gerai-backup-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

interface Machine {
  readonly folder: string;
  readonly file: string;
  readonly database: Database;
  backup(options?: Partial<BackupOptions>): ReturnType<typeof makeBackup>;
}

/** A stand that runs: with a picture too large to be compressed away, and a secret. */
async function machine(): Promise<Machine> {
  const folder = temporaryFolder();
  const file = join(folder, 'gerai.db');
  await migrateDatabase({ url: fileUrl(file) }, MIGRATIONS);
  const database = await openDatabase({ url: fileUrl(file) });
  onTestFinished(() => database.close());
  await seedSampleStand(database, NOW, readPicture);
  await database.write([
    {
      sql: 'INSERT INTO media (hash, type, bytes) VALUES (?, ?, ?)',
      args: ['h', 'image/jpeg', randomBytes(300_000)],
    },
  ]);
  writeFileSync(join(folder, 'session-secret'), 'the-secret-of-this-stand\n', { mode: 0o600 });
  const usual = { folder: join(folder, 'backups'), kind: 'manual', key: null, keep: 14 } as const;
  return {
    folder,
    file,
    database,
    backup: (options = {}) =>
      makeBackup({
        ...usual,
        database: { url: fileUrl(file) },
        journal: JOURNAL,
        now: () => NOW,
        ...options,
      }),
  };
}

/** Onto another machine, which has nothing. */
function restore(backup: string, options: Partial<RestoreOptions> = {}, folder = temporaryFolder()) {
  const file = join(folder, 'gerai.db');
  const done = restoreBackup({
    backup,
    database: { url: fileUrl(file) },
    key: null,
    journal: JOURNAL,
    migrations: MIGRATIONS,
    replayErasures: async () => 0,
    erasuresIn: [folder, dirname(backup)],
    now: () => NOW,
    ...options,
  });
  return { file, folder, done };
}

async function rows(file: string, sql: string) {
  const database = await openDatabase({ url: fileUrl(file) });
  const [result] = await database.read([{ sql, args: [] }]);
  await database.close();
  return result?.rows.map((row) => ({ ...row }));
}

/** What lies there for a person to see: SQLite's own lock and logs apart. */
const visible = (folder: string) =>
  readdirSync(folder)
    .filter((name) => !/\.lock|-wal$|-shm$/.test(name))
    .sort();

describe('a backup', () => {
  for (const key of [null, KEY]) {
    it(`brings everything to another machine, ${key === null ? 'in the open' : 'encrypted'}`, async () => {
      const { backup, file } = await machine();
      const { path, manifest } = await backup({ key });
      expect(statSync(path).mode & 0o777).toBe(0o600);
      expect(readFileSync(path).includes('the-secret-of-this-stand')).toBe(false);
      expect(manifest).toMatchObject({ at: '2026-11-25T03:00:00.000Z', schema: JOURNAL.entries.at(-1)?.tag });

      const there = restore(path, { key });
      expect(await there.done).toMatchObject({ before: null, migrated: [], hasSecret: true });
      for (const table of ['products', 'movements', 'media', 'aliases']) {
        const sql = `SELECT * FROM ${table} ORDER BY 1`;
        expect(await rows(there.file, sql), table).toEqual(await rows(file, sql));
      }
      expect(readFileSync(join(there.folder, 'session-secret'), 'utf8')).toBe('the-secret-of-this-stand\n');
      expect(statSync(join(there.folder, 'session-secret')).mode & 0o777).toBe(0o600);
      expect(visible(there.folder)).toEqual(['gerai.db', 'session-secret']);
    });
  }

  it('is of one moment although the stand goes on', async () => {
    const { backup, database, file } = await machine();
    let enough = false;
    const writing = (async () => {
      for (let at = 0; !enough; at += 1) {
        await database.write([
          {
            sql: "INSERT INTO movements (variant_id, kind, qty, at) VALUES (1, 'delivery', 1, ?)",
            args: [at],
          },
          {
            sql: "INSERT INTO movements (variant_id, kind, qty, at) VALUES (2, 'delivery', 2, ?)",
            args: [at],
          },
        ]);
      }
    })();
    const { path } = await backup();
    enough = true;
    await writing;
    const there = restore(path);
    await there.done;
    const sums =
      'SELECT s.on_hand AS a, sum(m.qty) AS b FROM stock s JOIN movements m USING (variant_id) GROUP BY 1, s.variant_id';
    for (const { a, b } of (await rows(there.file, sums)) ?? []) expect(a).toBe(b);
    expect(await rows(file, 'SELECT count(*) AS n FROM movements')).not.toEqual([{ n: 3 }]);
  });

  it('leaves nothing where the disk is full, and says so', async () => {
    const { folder, backup } = await machine();
    writeFileSync(join(folder, 'backups'), 'a file in the way');
    await expect(backup()).rejects.toThrow(/BACKUP_DIR/);
    // The secret cannot be read: what fails in the middle of the writing.
    rmSync(join(folder, 'session-secret'));
    mkdirSync(join(folder, 'session-secret'));
    const elsewhere = join(temporaryFolder(), 'backups');
    await expect(backup({ folder: elsewhere })).rejects.toThrow();
    expect(readdirSync(elsewhere)).toEqual([]);
    expect(visible(folder)).toEqual(['backups', 'gerai.db', 'session-secret']);
  });

  it('of a database that is not there is refused', async () => {
    const folder = temporaryFolder();
    const { backup } = await machine();
    const url = fileUrl(join(folder, 'other.db'));
    await expect(backup({ database: { url } })).rejects.toThrow(/There is no database/);
    expect(existsSync(join(folder, 'other.db'))).toBe(false);
  });

  it('takes the list of erasures along, and leaves there what another machine wrote into it', async () => {
    const { folder, backup } = await machine();
    const list = () => readFileSync(join(folder, 'backups/erasures.jsonl'), 'utf8').match(/\S+/g);
    writeFileSync(join(folder, 'erasures.jsonl'), '{"one":1}\n{"torn":');
    await backup();
    expect(list()).toEqual(['{"one":1}']);
    writeFileSync(join(folder, 'erasures.jsonl'), '{"two":2}\n');
    await backup();
    await backup();
    expect(list()).toEqual(['{"one":1}', '{"two":2}']);
  });
});

describe('the folder of backups', () => {
  it('keeps the newest of each kind, and knows the newest of all', async () => {
    const folder = temporaryFolder();
    const at = (day: number) => Date.UTC(2026, 10, day, 19);
    for (const day of [1, 2, 3, 4])
      writeFileSync(join(folder, backupName('nightly', at(day), day % 2 === 0)), '');
    for (const day of [5, 6, 7]) writeFileSync(join(folder, backupName('update', at(day), false)), '');
    writeFileSync(join(folder, 'notes.txt'), '');
    expect(newestIn(folder)).toBe(at(7));
    expect(await dropOld(folder, 2)).toHaveLength(3);
    expect(keptIn(folder).map(({ kind, at: when }) => [kind, new Date(when).getUTCDate()])).toEqual([
      ['update', 7],
      ['update', 6],
      ['nightly', 4],
      ['nightly', 3],
    ]);
    expect(existsSync(join(folder, 'notes.txt'))).toBe(true);
  });

  it('counts nothing that is not whole, and is rid of what was broken off long ago', async () => {
    const { folder, backup } = await machine();
    const kept = join(folder, 'backups');
    mkdirSync(kept);
    const old = join(kept, '.gerai-nightly-20261101T190000Z.tar.gz.77.draft');
    const fresh = join(kept, '.gerai-nightly-20261124T190000Z.tar.gz.78.draft');
    const copy = join(folder, '.gerai-77-draft-Abc123');
    mkdirSync(copy);
    for (const draft of [old, fresh]) writeFileSync(draft, 'half');
    for (const draft of [old, copy]) utimesSync(draft, 0, 0);
    utimesSync(fresh, NOW / 1_000, NOW / 1_000);
    expect(newestIn(kept)).toBeNull();
    await backup();
    expect([old, fresh, copy].map((each) => existsSync(each))).toEqual([false, true, false]);
  });
});

describe('a restore', () => {
  /** Refused with this, and what was there is as it was. */
  async function isRefused(path: string, why: RegExp, options: Partial<RestoreOptions> = {}): Promise<void> {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'gerai.db'), 'what was there');
    writeFileSync(join(folder, 'session-secret'), 'the secret that was there');
    const there = restore(path, options, folder);
    await expect(there.done).rejects.toThrow(why);
    await expect(there.done).rejects.toBeInstanceOf(CommandError);
    expect(readFileSync(there.file, 'utf8')).toBe('what was there');
    expect(readFileSync(join(folder, 'session-secret'), 'utf8')).toBe('the secret that was there');
    expect(visible(folder)).toEqual(['gerai.db', 'session-secret']);
  }

  function changed(path: string, change: (bytes: Buffer) => Buffer): string {
    const copy = join(temporaryFolder(), 'gerai-manual-20261125T030000Z.tar.gz');
    writeFileSync(copy, change(readFileSync(path)));
    return copy;
  }

  const cut = (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length * 0.7));
  const flip = (bytes: Buffer) => {
    const at = Math.floor(bytes.length / 2);
    bytes[at] = (bytes[at] ?? 0) ^ 0xff;
    return bytes;
  };

  it('refuses what is damaged, cut off or no backup at all', async () => {
    const { backup } = await machine();
    const { path } = await backup();
    const sealed = (await backup({ key: KEY })).path;
    await isRefused(changed(path, cut), /damaged or not complete/);
    await isRefused(changed(path, flip), /damaged/);
    await isRefused(
      changed(path, (bytes) => bytes.subarray(0, bytes.length - 4)),
      /damaged or not complete/,
    );
    await isRefused(changed(sealed, cut), /damaged or not complete/, { key: KEY });
    await isRefused(changed(sealed, flip), /damaged or not complete/, { key: KEY });
    await isRefused(
      changed(path, () => Buffer.from('Selamat pagi')),
      /not a backup of Gerai/,
    );
    await isRefused(
      changed(path, () => Buffer.alloc(0)),
      /not a backup of Gerai/,
    );
    await isRefused(join(temporaryFolder(), 'none.tar.gz'), /There is no file/);
  });

  it('refuses a key that is another one, or none', async () => {
    const { backup } = await machine();
    const { path } = await backup({ key: KEY });
    await isRefused(path, /BACKUP_KEY does not open/, { key: 'the passphrase of others' });
    await isRefused(path, /Set BACKUP_KEY/, { key: null });
  });

  it('refuses the schema of a newer version', async () => {
    const { backup } = await machine();
    const { path } = await backup();
    const older: Journal = { entries: JOURNAL.entries.slice(0, -1) };
    await isRefused(path, /another version of Gerai.*Update Gerai/, { journal: older });
  });

  it('refuses while a server has the database', async () => {
    const { backup, file, folder } = await machine();
    const { path } = await backup();
    const owner = await claim(file);
    await expect(restore(path, {}, folder).done).rejects.toBeInstanceOf(AlreadyRunning);
    await owner.release();
  });

  it('brings an older backup to the schema of today', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'gerai.db');
    const old = join(temporaryFolder(), 'migrations');
    const count = 6;
    writeOlderMigrations(old, count);
    await migrateDatabase({ url: fileUrl(file) }, old);
    const made = await makeBackup({
      database: { url: fileUrl(file) },
      folder: join(folder, 'backups'),
      kind: 'update',
      key: null,
      keep: 3,
      journal: JOURNAL,
      now: () => NOW,
    });
    const { migrated } = await restore(made.path).done;
    expect(migrated).toEqual(JOURNAL.entries.slice(count).map(({ tag }) => tag));
  });

  it('keeps what was there, with what its log held', async () => {
    const { backup, database, file, folder } = await machine();
    const { path } = await backup();
    const later = [{ sql: "UPDATE versions SET value = 77 WHERE name = 'catalogue'", args: [] }];
    await database.write(later);
    await database.close();
    writeFileSync(join(folder, 'session-secret'), 'another-secret\n');
    const { before } = await restore(path, {}, folder).done;
    const value = "SELECT value FROM versions WHERE name = 'catalogue'";
    expect(before).toBe(`${file}.before-restore-20261125T030000Z`);
    expect(await rows(before ?? '', value)).toEqual([{ value: 77 }]);
    expect(await rows(file, value)).not.toEqual([{ value: 77 }]);
    expect(readFileSync(join(folder, 'session-secret'), 'utf8')).toBe('the-secret-of-this-stand\n');
    expect(readFileSync(join(folder, 'session-secret.before-restore-20261125T030000Z'), 'utf8')).toBe(
      'another-secret\n',
    );
  });

  it('erases again who was erased after the backup, and replaces nothing where that fails', async () => {
    const { backup } = await machine();
    const { path } = await backup();
    const folder = temporaryFolder();
    for (const each of [folder, dirname(path)]) writeFileSync(join(each, 'erasures.jsonl'), '{}\n');
    const lists: string[] = [];
    const there = restore(
      path,
      {
        replayErasures: async (database, list) => {
          lists.push(list);
          await database.write([{ sql: 'DELETE FROM aliases', args: [] }]);
          return 2;
        },
      },
      folder,
    );
    expect(await there.done).toMatchObject({ erased: 4 });
    expect(lists).toEqual([join(folder, 'erasures.jsonl'), join(dirname(path), 'erasures.jsonl')]);
    expect(await rows(there.file, 'SELECT count(*) AS n FROM aliases')).toEqual([{ n: 0 }]);

    await isRefused(path, /cannot be read/, {
      replayErasures: async () => {
        throw new CommandError('The list cannot be read.');
      },
    });
  });
});
