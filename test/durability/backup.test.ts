/**
 * Backups of a server as people run it: made while visitors order, and brought back on another machine. That these tests
 * bite was seen by hand: with a copy by `cp` in the place of `VACUUM INTO` (`db/copy.ts`) the restore refuses it, and
 * without the claim in `restore.ts` it replaces the file of a living server.
 */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrateDatabase, readJournal } from '../../db/migrate.ts';
import { MIGRATIONS } from '../../src/node/files.ts';
import { type BotApi, startBotApi } from '../support/bot-api.ts';
import { writeOlderMigrations } from '../support/older-migrations.ts';
import { databaseUrl, freePort, runCommand, spawnCommand } from '../support/server.ts';
import {
  ask,
  BOT_TOKEN,
  count,
  order,
  PATIENCE_MS,
  startServer,
  tableCounts,
  telegramSettings,
  temporaryFolder,
  until,
} from './support.ts';

let double: BotApi;
beforeEach(async () => {
  double = await startBotApi({ token: BOT_TOKEN, log: 100_000 });
});
afterEach(() => double.close());

/** Migrations of an earlier version. */
const OLDER = 6;
const MIGRATION_COUNT = readJournal(MIGRATIONS).entries.length;
const KEY = { BACKUP_KEY: 'a passphrase of the office' };
const backupsIn = (folder: string) =>
  readdirSync(join(folder, 'backups')).filter((name) => name.startsWith('gerai-'));
const newestOf = (folder: string) => join(folder, 'backups', backupsIn(folder).sort().at(-1) ?? '');
const drafts = (folder: string) => readdirSync(folder).filter((name) => /^\.gerai-/.test(name));

/** Visitors who order, one after another, until they are told that it is enough. */
function startVisitors(queues: number) {
  let enough = false;
  let last = 2_000;
  const codes: string[] = [];
  const queue = async () => {
    while (!enough) {
      last += 1;
      const user = double.user({ id: last, firstName: 'Tamu', languageCode: 'id' });
      codes.push(await order(user, 'pesan 1 keripik tempe', 'Rani'));
    }
  };
  const all = Promise.all(Array.from({ length: queues }, queue));
  all.catch(() => undefined);
  return {
    codes,
    async finish() {
      enough = true;
      await all;
    },
  };
}

test('backups made while visitors order are consistent, and a machine that is lost comes back from one', {
  timeout: 300_000,
}, async () => {
  const folder = temporaryFolder();
  const env = { ...telegramSettings(double, await freePort()), ...KEY };
  const first = await startServer({ folder, env });
  expect(await first.stop()).toEqual({ code: 0, signal: null });
  await ask(folder, `INSERT INTO movements (variant_id, kind, qty, at) VALUES (1, 'delivery', 5000, 0)`);

  const server = await startServer({ folder, env });
  const visitors = startVisitors(4);
  for (let round = 1; round <= 3; round += 1) {
    await until(() => visitors.codes.length >= round * 6, 'orders');
    const known = visitors.codes.slice();
    const { code, output, errors } = await runCommand({ folder, env }, ['backup', '--encrypt']);
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(output).toContain(newestOf(folder));

    const copy = temporaryFolder();
    const restored = await runCommand({ folder: copy, env }, ['restore', newestOf(folder)]);
    expect({ code: restored.code, errors: restored.errors }).toEqual({ code: 0, errors: '' });
    await isConsistent(copy);
    const [rows = []] = await ask(copy, 'SELECT code FROM orders');
    // What a visitor was told before the backup began is in it.
    const stored = new Set(rows.map(({ code: each }) => String(each)));
    expect(known.filter((each) => !stored.has(each))).toEqual([]);
  }
  await visitors.finish();

  const ready = (await (await fetch(`${server.at}/readyz`)).json()) as Record<string, unknown>;
  expect(ready).toMatchObject({ status: 'ready', lastBackupIsStale: false });
  expect(ready.lastBackupAgeSeconds).toBeLessThan(300);

  // A restore beside a living server is refused, and harms nothing.
  const refused = await runCommand({ folder, env }, ['restore', newestOf(folder)]);
  expect(refused.code).toBe(1);
  expect(refused.errors).toContain('Stop that server first');
  await runCommand({ folder, env }, ['backup']);
  expect(await server.stop()).toEqual({ code: 0, signal: null });
  const before = await tableCounts(folder);

  // The machine is lost; what is left is the file of the last backup, and the key.
  const away = temporaryFolder();
  mkdirSync(join(away, 'usb'));
  const kept = join(away, 'usb', 'the-backup.age');
  copyFileSync(newestOf(folder), kept);
  rmSync(folder, { recursive: true, force: true });
  const machine = temporaryFolder();
  const drill = await runCommand({ folder: machine, env }, ['restore', kept]);
  expect({ code: drill.code, errors: drill.errors }).toEqual({ code: 0, errors: '' });
  const after = await tableCounts(machine);
  // Rows go on being sealed until the server has stopped.
  expect({ ...after, seals: 0 }).toEqual({ ...before, seals: 0 });
  await isConsistent(machine);

  const again = await startServer({ folder: machine, env });
  expect((await fetch(`${again.at}/readyz`)).status).toBe(200);
  const guest = double.user({ id: 9_000, firstName: 'Sari', languageCode: 'id' });
  await guest.says('keripik tempe berapa?');
  await guest.hears(/Rp/);
  expect(await order(guest, 'pesan 1 keripik tempe', 'Sari')).toMatch(/\w{3}-\w{3}/);
});

/** Stock is what came and went; an order has its parts, a part its lines and its steps. */
async function isConsistent(folder: string): Promise<void> {
  const none = [
    'SELECT 1 FROM stock s WHERE on_hand <> (SELECT coalesce(sum(qty), 0) FROM movements m WHERE m.variant_id = s.variant_id)',
    `SELECT 1 FROM stock s WHERE allocated <> (SELECT coalesce(sum(qty), 0) FROM order_lines l JOIN fulfilments f ON f.id = l.fulfilment_id
       WHERE l.variant_id = s.variant_id AND f.from_stock AND f.state = 'ready')`,
    'SELECT 1 FROM orders WHERE id NOT IN (SELECT order_id FROM fulfilments)',
    'SELECT 1 FROM fulfilments WHERE id NOT IN (SELECT fulfilment_id FROM order_lines)',
    'SELECT 1 FROM fulfilments WHERE id NOT IN (SELECT fulfilment_id FROM fulfilment_steps)',
    'PRAGMA foreign_key_check',
  ];
  const results = await ask(folder, ...none);
  expect(results).toEqual(none.map(() => []));
}

/** Somebody in every way that is kept: by name, number, and what Telegram calls them. */
const ERASED = {
  id: 700_700_701,
  firstName: 'Budiman',
  name: 'Budi Santoso',
  phone: '081298765432',
} as const;
const TRACES = ['Budiman', 'Santoso', '81298765432', String(ERASED.id)];

function tracesIn(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  return files.flatMap(({ parentPath, name }) => {
    const bytes = readFileSync(join(parentPath, name), 'latin1');
    return TRACES.filter((trace) => `${name} ${bytes}`.includes(trace)).map((trace) => `${name}: ${trace}`);
  });
}

/** What is only ever added to. */
const KEPT = ['orders', 'fulfilments', 'fulfilment_steps', 'movements', 'payments'] as const;

async function keptUpTo(
  folder: string,
  last: Readonly<Record<string, number>>,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of KEPT)
    counts[table] = await count(folder, `SELECT count(*) FROM ${table} WHERE id <= ${last[table]}`);
  return counts;
}

test('a machine that is lost after somebody was erased comes back without them, and as it was else', {
  timeout: 300_000,
}, async () => {
  const folder = temporaryFolder();
  const disk = join(temporaryFolder(), 'backups');
  const env = { ...telegramSettings(double, await freePort()), ...KEY, BACKUP_DIR: disk };
  const first = await startServer({ folder, env });
  const budi = double.user({ id: ERASED.id, firstName: ERASED.firstName, languageCode: 'id' });
  await budi.says('pesan 2 keripik tempe');
  await budi.hears('Keranjang', PATIENCE_MS);
  await budi.presses('Lanjut pesan');
  const { buttons } = await budi.hears(/diambil kapan|hari apa/, PATIENCE_MS);
  await budi.presses(buttons.findLast(({ data }) => data?.startsWith('pick-up-on'))?.label ?? '');
  await budi.hears('atas nama siapa', PATIENCE_MS);
  await budi.says(ERASED.name);
  await budi.hears('Nomor HP', PATIENCE_MS);
  await budi.says(ERASED.phone);
  await budi.hears('Ringkasan', PATIENCE_MS);
  await budi.presses('Ya, pesan');
  const code = /Kode (\w{3}-\w{3})/.exec((await budi.hears(/Kode \w{3}-\w{3}/, PATIENCE_MS)).text)?.[1] ?? '';
  await order(
    double.user({ id: 800, firstName: 'Rani', languageCode: 'id' }),
    'pesan 1 keripik tempe',
    'Rani',
  );
  expect(await first.stop()).toEqual({ code: 0, signal: null });
  await ask(
    folder,
    `INSERT INTO movements (variant_id, kind, qty, at) VALUES (1, 'delivery', 5000, 0)`,
    `INSERT INTO payments (order_id, position, status, method, actor, at)
      SELECT max(id), 0, 'paid', 'cash', person_id, 0 FROM orders`,
  );

  const server = await startServer({ folder, env });
  const visitors = startVisitors(4);
  await until(() => visitors.codes.length >= 6, 'orders');
  const made = await runCommand({ folder, env }, ['backup', '--encrypt']);
  expect({ code: made.code, errors: made.errors }).toEqual({ code: 0, errors: '' });
  const [backup = ''] = readdirSync(disk);
  const toldOrders = Number(/(\d+) orders/.exec(made.output)?.[1]);
  await until(() => visitors.codes.length >= 12, 'orders after the backup');
  await visitors.finish();

  // After the backup their order ends, and they are erased: the list beside the backups knows it at once.
  await budi.says('/pesanan');
  const { buttons: ofOrder } = await budi.hears(new RegExp(`^Kode ${code}`), PATIENCE_MS);
  await budi.presses(ofOrder.find(({ label }) => label.startsWith('Batalkan'))?.label ?? 'Batalkan');
  await budi.hears(`dari pesanan ${code}?`, PATIENCE_MS);
  await budi.presses('Ya, batalkan');
  await budi.hears(/sudah dibatalkan/, PATIENCE_MS);
  expect(readdirSync(disk)).toEqual([backup]);
  const erased = await runCommand({ folder, env }, ['erase', '--person', code, '--yes']);
  expect({ code: erased.code, errors: erased.errors }).toEqual({ code: 0, errors: '' });
  expect(readdirSync(disk).sort()).toEqual(['erasures.jsonl', backup].sort());
  expect(readFileSync(join(disk, 'erasures.jsonl'), 'utf8')).toMatch(/^\{"person":\d+,"publicIds":\["/m);
  expect(tracesIn(disk)).toEqual([]);
  expect(await server.stop()).toEqual({ code: 0, signal: null });
  const lost = temporaryFolder();
  copyFileSync(join(folder, 'gerai.db'), join(lost, 'gerai.db'));
  rmSync(folder, { recursive: true, force: true });

  const machine = temporaryFolder();
  const restored = await runCommand({ folder: machine, env }, ['restore', join(disk, backup)]);
  expect({ code: restored.code, errors: restored.errors }).toEqual({ code: 0, errors: '' });
  expect(restored.output).toContain('Erased again, as asked for after the backup: 1');
  expect(tracesIn(machine)).toEqual([]);
  await isConsistent(machine);
  const last: Record<string, number> = {};
  for (const table of KEPT) last[table] = await count(machine, `SELECT max(id) FROM ${table}`);
  const counts = await keptUpTo(machine, last);
  expect(counts).toEqual(await keptUpTo(lost, last));
  expect(counts).toMatchObject({ orders: toldOrders, payments: 1 });
  expect(toldOrders).toBeLessThan(await count(lost, 'SELECT count(*) FROM orders'));
  const verified = await runCommand({ folder: machine, env }, ['verify']);
  expect({ code: verified.code, errors: verified.errors }).toEqual({ code: 0, errors: '' });
  expect(Number(/All (\d+) sealed rows/.exec(verified.output)?.[1])).toBeGreaterThan(5);

  await startServer({ folder: machine, env });
  const guest = double.user({ id: 9_000, firstName: 'Sari', languageCode: 'id' });
  await guest.says('keripik tempe berapa?');
  await guest.hears(/Rp/, PATIENCE_MS);

  // As docs/personal-data.md says: the backup itself still holds the person, for whoever has it without the list.
  const without = temporaryFolder();
  copyFileSync(join(disk, backup), join(without, backup));
  const other = temporaryFolder();
  const alone = { ...env, BACKUP_DIR: without };
  expect(await runCommand({ folder: other, env: alone }, ['restore', join(without, backup)])).toMatchObject({
    code: 0,
  });
  expect(await count(other, `SELECT count(*) FROM orders WHERE name = '${ERASED.name}'`)).toBe(1);
});

/** A stand of a few megabytes that cannot be made smaller: its copy takes a moment. */
async function largeStand(megabytes: number): Promise<string> {
  const folder = temporaryFolder();
  const server = await startServer({ folder });
  await server.stop();
  for (let each = 0; each < megabytes; each += 1) {
    await ask(
      folder,
      `INSERT INTO media (hash, type, bytes) VALUES ('${each}', 'image/jpeg', x'${randomBytes(1_000_000).toString('hex')}')`,
    );
  }
  return folder;
}

test('a disk that is full or a backup that is killed leaves no half backup, and the next one is made', {
  timeout: 180_000,
}, async () => {
  const folder = await largeStand(6);
  const child = spawnCommand({ folder, limitKb: 3_000 }, ['backup']);
  let errors = '';
  child.stderr?.on('data', (chunk) => {
    errors += chunk;
  });
  const [code] = await once(child, 'close');
  expect({ code, errors }).toMatchObject({
    code: 1,
    errors: expect.stringMatching(/disk|file of this size/),
  });
  expect(backupsIn(folder)).toEqual([]);
  expect([...drafts(folder), ...drafts(join(folder, 'backups'))]).toEqual([]);

  const killed = spawnCommand({ folder }, ['backup']);
  await until(() => drafts(folder).length > 0, 'a backup is under way');
  killed.kill('SIGKILL');
  await once(killed, 'close');
  expect(backupsIn(folder)).toEqual([]);

  const stopped = spawnCommand({ folder }, ['backup']);
  const left = drafts(folder).length;
  await until(() => drafts(folder).length > left, 'another one is under way');
  stopped.kill('SIGTERM');
  await once(stopped, 'close');
  // It tidies up after itself, unless it was done already.
  expect(drafts(folder)).toHaveLength(left);

  expect(await runCommand({ folder }, ['backup'])).toMatchObject({ code: 0 });
  expect(backupsIn(folder).length).toBeGreaterThan(0);
});

test('before a new version changes the database, the old one is backed up; where that fails, nothing is changed', {
  timeout: 180_000,
}, async () => {
  const folder = temporaryFolder();
  const server = await startServer({ folder });
  await server.stop();
  expect(existsSync(join(folder, 'backups')), 'a new database has nothing to lose').toBe(false);

  const older = temporaryFolder();
  writeOlderMigrations(join(older, 'migrations'), OLDER);
  await migrateDatabase({ url: databaseUrl(older) }, join(older, 'migrations'));

  const env = { BACKUP_DIR: join(older, 'gerai.db') };
  const failed = await startServer({ folder: older, env }).catch((error: Error) => error);
  expect(failed).toBeInstanceOf(Error);
  expect(String(failed)).toMatch(/makes a backup, and cannot.*BACKUP_DIR/s);
  expect(await count(older, 'SELECT count(*) FROM __drizzle_migrations')).toBe(OLDER);

  const updated = await startServer({ folder: older });
  await updated.stop();
  expect(await count(older, 'SELECT count(*) FROM __drizzle_migrations')).toBe(MIGRATION_COUNT);
  expect(backupsIn(older)).toEqual([expect.stringMatching(/^gerai-update-/)]);
  const again = await startServer({ folder: older });
  await again.stop();
  expect(backupsIn(older)).toHaveLength(1);
});
