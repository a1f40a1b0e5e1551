import { createHmac } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../db/connect.ts';
import { fileUrl } from '../../db/database-url.ts';
import { erasuresFile, replayErasures } from '../../db/erasures.ts';
import { erase } from '../../src/commands/erase.ts';
import { exportData } from '../../src/commands/export.ts';
import { openStand, type Person, type Stand, type StandChannel } from '../support/stand.ts';
import { orders } from './ordering.ts';

const NAME = 'Zubaidah Qomariah';
const PHONE = '0812-9988-7766';
const WORDS = 'keripiknya buat arisan marga Hutasoit';
const MINUTE = 60_000;
const FIRST = /Zubaidah/;

/** Whatever tells who she is, as bytes that must be nowhere, with the ids that her channel knows her by. */
async function tracesOf(stand: Stand): Promise<string[]> {
  const externals = await stand.rows<{ external: string }>(
    `SELECT external FROM addresses WHERE person_id IN (SELECT person_id FROM orders WHERE name LIKE 'Zubaidah%')
      UNION SELECT external FROM addresses WHERE person_id IN (SELECT id FROM persons WHERE name LIKE 'Zubaidah%')`,
  );
  const ids = externals.map(({ external }) => external);
  // Telegram's ids are short numbers in tests: as JSON or a key they would be found in anything.
  return ['Zubaidah', 'Qomariah', '81299887766', 'Hutasoit', ...ids.filter((id) => id.length > 6)];
}

/** Every file of the stand: the database, its log, lists beside it. */
function foundIn(folder: string, traces: readonly string[]): string[] {
  return readdirSync(folder).flatMap((name) => {
    const bytes = readFileSync(join(folder, name)).toString('latin1');
    return traces.filter((trace) => bytes.includes(trace)).map((trace) => `${name}: ${trace}`);
  });
}

/** Orders with her name and number, asks, talks, and picks up. */
async function shops(stand: Stand, visitor: Person): Promise<string> {
  const budi = await stand.keeper('telegram', 'Pak Budi');
  const rina = await stand.staffOf('lapas-perempuan-2a-tangerang', 'web', 'Bu Rina');
  await visitor.says('keripik 2, tas 1');
  await visitor.hears(/Keranjang/);
  await visitor.presses('Lanjut pesan');
  for (let at = 0; at < 8; at += 1) {
    const heard = (await visitor.heard()).map(({ text }) => text).join('\n');
    if (/Sudah benar\?/.test(heard)) break;
    if (/atas nama siapa/.test(heard)) await visitor.says(NAME);
    else if (/Nomor HP/.test(heard)) await visitor.says(PHONE);
    else if (/hari apa\?/.test(heard)) await visitor.presses('Kabari kalau sudah siap');
    else await visitor.says('1');
  }
  await visitor.presses('Ya, pesan');
  const { text } = await visitor.hears(/sudah tercatat/);
  const code = /(\w{3}-\w{3})/.exec(text)?.[1] ?? '';
  await rina.hears(FIRST);
  await rina.presses('Nomor pemesan');
  await rina.hears(/81299887766/);
  await rina.presses('Terima');
  await rina.says('11 desember');
  await rina.presses('Selesai dibuat');
  await budi.presses('Sudah tiba dan siap');
  await budi.says(code);
  await budi.hears(/Zubaidah Qomariah/);
  await budi.presses(/^Serahkan 2/);
  await budi.says(code);
  await budi.presses(/^Serahkan 1/);
  await visitor.says('keripiknya halal ga ya?');
  await visitor.presses(/^Tanyakan .* ke petugas$/);
  await visitor.says('mau ngomong sama orangnya langsung dong');
  await budi.presses('Balas pengunjung');
  await visitor.says(WORDS);
  await budi.hears(/Hutasoit/);
  await budi.says('baik bu Zubaidah');
  await budi.presses('Selesai');
  await visitor.says('keripik 1');
  await visitor.hears(/Keranjang/);
  return code;
}

const stock = (stand: Stand) =>
  stand.rows(
    'SELECT kind, qty, order_id FROM movements UNION ALL SELECT to_state, version, fulfilment_id FROM fulfilment_steps',
  );

async function eraseInChat(stand: Stand, visitor: Person, wish = 'tolong hapus data saya'): Promise<void> {
  await visitor.says(wish);
  await visitor.hears(/Hapus semua data Anda\?/, /nama dan nomor: barang, jumlah, uang/);
  await visitor.presses('Ya, hapus data saya');
  await visitor.hears(/Data Anda dihapus dalam beberapa menit/);
  await stand.passes(2 * MINUTE);
}

describe.each(['web', 'telegram', 'whatsapp-cloud'] as const satisfies readonly StandChannel[])(
  'on %s',
  (channel) => {
    test('somebody is read all that is kept about them, and is then erased without a trace', async () => {
      const logged: string[] = [];
      const keep = (fields: object, message: string) => void logged.push(JSON.stringify(fields) + message);
      const stand = await openStand({ log: { info: keep, warn: keep, error: keep } });
      const visitor = stand.visitorOn(channel, 'Zubaidah');
      const code = await shops(stand, visitor);
      const traces = await tracesOf(stand);
      await visitor.says('data saya');
      await visitor.hears(
        /Semua data tentang Anda/,
        NAME,
        /\+6281299887766/,
        new RegExp(`${code}.*Keripik tempe`),
        /Obrolan dengan petugas: 1/,
      );
      const before = await stock(stand);
      const amount = await stand.rows('SELECT qty, price FROM order_lines');

      await eraseInChat(stand, visitor);

      expect(await stand.rows('SELECT name, phone FROM orders')).toEqual([{ name: '', phone: null }]);
      expect(await stock(stand)).toEqual(before);
      expect(await stand.rows('SELECT qty, price FROM order_lines')).toEqual(amount);
      expect(await stand.count('SELECT count(*) FROM erasures WHERE done_at IS NOT NULL')).toBe(1);
      expect(await stand.count('SELECT count(*) FROM carts')).toBe(0);
      expect(await stand.count('SELECT count(*) FROM talks WHERE ended_at IS NULL')).toBe(0);
      expect(foundIn(dirname(stand.file), traces)).toEqual([]);
      expect(logged.filter((line) => traces.some((trace) => line.includes(trace)))).toEqual([]);
      // A backup made from now on has nothing either.
      await stand.database.write([{ sql: 'SELECT 1', args: [] }]);
      const list = readFileSync(erasuresFile(stand.file), 'utf8');
      expect(list.trim().split('\n')).toHaveLength(1);

      await visitor.says('pesanan saya');
      await visitor.hears(/Belum ada pesanan/);
      await visitor.says('data saya');
      await visitor.hears(/Nama: tidak disimpan/, /Pesanan: 0/);
    });
  },
);

describe('erasing', () => {
  test('waits for open orders, which can be cancelled in the same reply', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn('telegram', 'Siti');
    const code = await orders(siti, 'keripik 2');
    await siti.says('/hapusdata');
    await siti.hears(/masih berjalan/, code);
    await siti.chooses('erase-me');
    await siti.hears(/masih berjalan/);
    expect(await stand.count('SELECT count(*) FROM erasures')).toBe(0);
    await siti.presses(new RegExp(`^Batalkan ${code}`));
    await siti.presses(/^Ya/);
    await siti.hears(/sudah dibatalkan/);
    await eraseInChat(stand, siti, '/hapusdata');
    expect(await stand.count(`SELECT count(*) FROM persons WHERE name = 'Siti'`)).toBe(0);
    expect(await stand.rows('SELECT on_hand, allocated FROM stock WHERE variant_id = 1')).toEqual([
      { on_hand: 40, allocated: 0 },
    ]);
  });

  test('is done on "ya" right after the question, and not later', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn('web', 'Siti');
    await siti.says('halo');
    await siti.says('hapus data saya');
    await siti.says('jam berapa buka?');
    await siti.says('ya');
    expect(await stand.count('SELECT count(*) FROM erasures')).toBe(0);
    await siti.says('hapus data saya');
    await siti.presses('Tidak jadi');
    expect(await stand.count('SELECT count(*) FROM erasures')).toBe(0);
    await siti.says('can you delete my data?');
    await siti.says('ya');
    expect(await stand.count('SELECT count(*) FROM erasures')).toBe(1);
    await siti.chooses('erase-me');
    expect(await stand.count('SELECT count(*) FROM erasures')).toBe(1);
  });

  test('is refused for who works here', async () => {
    const stand = await openStand();
    const budi = await stand.keeper('telegram');
    await budi.says('hapus data saya');
    await budi.hears(/masih bertugas/);
    await budi.chooses('erase-me');
    await budi.hears(/masih bertugas/);
    await expect(erase.run(stand.context, { person: 'erase me', yes: 'true' })).rejects.toThrow(/Nobody/);
    const [row] = await stand.rows<{ id: number }>('SELECT person_id AS id FROM addresses LIMIT 1');
    await expect(erase.run(stand.context, { id: row?.id ?? 0, yes: 'true' })).rejects.toThrow(/works here/);
    expect(await stand.count('SELECT count(*) FROM erasures')).toBe(0);
  });

  test('leaves others of the same name what they have', async () => {
    const stand = await openStand();
    await stand.staffOf('lapas-perempuan-2a-tangerang', 'web', 'Bu Rina');
    const one = stand.visitorOn('telegram', 'Siti');
    const other = stand.visitorOn('web', 'Siti');
    await orders(other, 'tas 1', 'Siti');
    await one.says('keripik 1');
    await one.presses('Lanjut pesan');
    await one.says('1');
    await one.says('Siti');
    await eraseInChat(stand, one);
    expect(await stand.rows(`SELECT name FROM orders`)).toEqual([{ name: 'Siti' }]);
    expect(
      await stand.count(`SELECT count(*) FROM outbox WHERE about IS NOT NULL AND message LIKE '%Siti%'`),
    ).toBe(1);
  });
});

describe('gerai erase and gerai export', () => {
  test('list who could be meant, write everything, and erase on --yes only', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn('telegram', 'Siti');
    const code = await orders(siti, 'keripik 2', 'Siti Aminah');
    await orders(stand.visitorOn('web', 'Siti'), 'keripik 1', 'Siti Zahra');
    const run = (input: object) => exportData.run(stand.context, input);
    await expect(run({ person: 'siti' })).rejects.toThrow(
      /Several could be meant[\s\S]*Siti Aminah[\s\S]*Siti Zahra/,
    );
    await expect(run({ person: 'Bambang' })).rejects.toThrow(/Nobody like that/);
    await expect(run({})).rejects.toThrow(/--person/);
    await expect(run({ id: 999_999 })).rejects.toThrow(/no person 999999/);
    const output = await run({ person: code.toLowerCase() });
    const [file] = typeof output === 'string' ? [] : output.files;
    const account = JSON.parse(String(file?.content ?? '{}'));
    expect(account.person).toEqual([expect.objectContaining({ name: 'Siti Aminah', language: 'id' })]);
    expect(account.orders).toEqual([expect.objectContaining({ code, name: 'Siti Aminah' })]);
    expect(account.messages.length).toBeGreaterThan(2);
    expect(await stand.count(`SELECT count(*) FROM audit WHERE what = 'export'`)).toBe(1);
    expect(await erase.run(stand.context, { person: code })).toMatch(/This would erase:[\s\S]*--yes/);
    await expect(erase.run(stand.context, { person: code, yes: 'true' })).rejects.toThrow(
      `still open: ${code}`,
    );
    await siti.says('/pesanan');
    await siti.presses(/^Batalkan/);
    await siti.presses(/^Ya/);
    expect(await erase.run(stand.context, { person: code, yes: 'true' })).toMatch(/Erased: person \d+/);
    await expect(erase.run(stand.context, { person: code, yes: 'true' })).rejects.toThrow(/Nobody/);
    expect(await stand.rows('SELECT name FROM orders ORDER BY id')).toEqual([
      { name: '' },
      { name: 'Siti Zahra' },
    ]);
    expect(await erase.run(stand.context, { list: 'true' })).toMatch(/^\{"person":\d+,"publicIds":\["/);
  });

  test('the link to the file opens once, by its key only', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn('web', 'Siti');
    const code = await orders(siti, 'keripik 2');
    await siti.says('minta data saya');
    const { text } = await siti.hears(/#key=/);
    const key = /#key=([\w-]+)/.exec(text)?.[1] ?? '';
    const post = (body: string) =>
      stand.gerai.app.request('https://gerai.example/data', {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body,
      });
    const page = await stand.gerai.app.request('https://gerai.example/data');
    expect(await page.text()).toContain('Unduh berkas');
    expect((await post('key=guessed-by-somebody-else')).status).toBe(403);
    expect((await post('')).status).toBe(403);
    const file = await post(`key=${key}`);
    expect(file.headers.get('content-disposition')).toContain('attachment');
    expect(JSON.stringify(await file.json())).toContain(code);
    expect((await post(`key=${key}`)).status).toBe(403);
    await siti.says('data saya');
    const next = /#key=([\w-]+)/.exec((await siti.hears(/#key=/)).text)?.[1];
    await stand.passes(16 * MINUTE);
    expect((await post(`key=${next}`)).status).toBe(403);
  });
});

test('a backup of before does not bring anybody back', async () => {
  const stand = await openStand();
  const web = stand.visitorOn('web', 'Zubaidah');
  const code = await orders(web, 'keripik 2', NAME);
  const backup = join(dirname(stand.file), 'backup.db');
  await stand.database.write([{ sql: 'SELECT 1', args: [] }]);
  await stand.database.read([{ sql: `VACUUM INTO '${backup}'`, args: [] }]);
  // Since the backup, her two chats became one person's.
  const telegram = stand.visitorOn('telegram', 'Zubaidah');
  await telegram.says('/sambung');
  const connect =
    /\b(\w{3}(?:-\w{3}){3})\b/.exec((await telegram.hears(/\w{3}-\w{3}-\w{3}-\w{3}/)).text)?.[1] ?? '';
  await web.says(connect);
  await web.presses('Ya, sambungkan');
  await web.says('/pesanan');
  await web.presses(/^Batalkan/);
  await web.presses(/^Ya/);
  await eraseInChat(stand, telegram);

  const restored = await openDatabase({ url: fileUrl(backup) });
  const names = async () =>
    (await restored.read([{ sql: 'SELECT name FROM orders', args: [] }]))[0]?.rows.map((row) => row[0]);
  try {
    expect(await names()).toEqual([NAME]);
    expect(await replayErasures(restored, erasuresFile(stand.file))).toBe(1);
    expect(await names()).toEqual(['']);
    const [steps] = await restored.read([{ sql: `SELECT state FROM fulfilments`, args: [] }]);
    expect(steps?.rows.map((row) => row[0])).toEqual(['cancelled']);
    expect(await replayErasures(restored, erasuresFile(stand.file))).toBe(0);
    expect(await replayErasures(restored, join(dirname(stand.file), 'no-such-list'))).toBe(0);
  } finally {
    await restored.close();
  }
  expect(
    foundIn(dirname(stand.file), ['Zubaidah', 'Qomariah', code === '' ? 'no code' : 'Hutasoit']),
  ).toEqual([]);
});

test('what WhatsApp calls a message hides the number in base64: such keys go, too', async () => {
  const stand = await openStand();
  const siti = stand.visitorOn('telegram', 'Siti');
  await siti.says('halo');
  const number = '6281299887766';
  const wamids = ['', 'a', 'ab'].map((before) => `wamid.${btoa(`${before}${number}xyz`)}`);
  await stand.database.write([
    { sql: `UPDATE addresses SET external = ?`, args: [number] },
    ...[...wamids, `wamid.${btoa(createHmac('sha256', 'x').digest('hex'))}`].map((key) => ({
      sql: 'INSERT INTO inbox (key, at) VALUES (?, 1)',
      args: [key],
    })),
  ]);
  await erase.run(stand.context, { person: number, yes: 'true' });
  expect(await stand.count(`SELECT count(*) FROM inbox WHERE key LIKE 'wamid%'`)).toBe(1);
});
