/** What is kept for so long and no longer, what is tallied by the day, and what is sealed. */
import { describe, expect, test } from 'vitest';
import { tidyUp } from '../../db/store/retention.ts';
import { seal } from '../../db/store/seals.ts';
import { exportData } from '../../src/commands/export.ts';
import { retention } from '../../src/commands/retention.ts';
import { verify } from '../../src/commands/verify.ts';
import { openStand, type Stand, type StandChannel } from '../support/stand.ts';
import { orders } from './ordering.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

const change = (stand: Stand, ...texts: string[]) =>
  stand.database.write(texts.map((sql) => ({ sql, args: [] })));

describe.each(['web', 'telegram'] as const satisfies readonly StandChannel[])('on %s', (channel) => {
  test('names, texts, keys and carts go when their time has come, and counts stay', async () => {
    const stand = await openStand({
      keeping: { namesDays: 90, cartsDays: 30 },
    });
    const budi = await stand.keeper('telegram');
    const siti = stand.visitorOn(channel, 'Siti');
    const code = await orders(siti, 'keripik 2');
    await budi.says(code);
    await budi.presses(/^Serahkan 2/);
    const other = await orders(siti, 'keripik 1');
    await siti.says('keripik 1');
    await siti.hears(/Keranjang/);
    await stand.passes(29 * DAY);
    expect(await stand.count(`SELECT count(*) FROM outbox WHERE json_extract(message, '$.text') = ''`)).toBe(
      0,
    );
    await stand.passes(2 * DAY);
    const aMonthAgo = stand.now() - 30 * DAY;
    expect(
      await stand.count(`SELECT count(*) FROM outbox
        WHERE json_extract(message, '$.text') <> '' AND created_at < ${aMonthAgo}`),
    ).toBe(0);
    expect(await stand.count('SELECT count(*) FROM outbox WHERE cause IS NOT NULL')).toBe(0);
    expect(await stand.count(`SELECT count(*) FROM inbox WHERE at < ${aMonthAgo}`)).toBe(0);
    expect(await stand.count(`SELECT json_array_length(body, '$.lines') FROM carts`)).toBe(0);
    expect(await stand.rows('SELECT name FROM orders')).toEqual([{ name: 'Siti' }, { name: 'Siti' }]);
    await stand.passes(61 * DAY);
    // The other is still under way: its name is needed.
    expect(await stand.rows('SELECT code, name FROM orders ORDER BY id')).toEqual([
      { code, name: '' },
      { code: other, name: 'Siti' },
    ]);
    expect(await stand.count(`SELECT count(*) FROM persons WHERE name = 'Siti'`)).toBe(1);
    await budi.says(code);
    await budi.hears(/nama tidak disimpan lagi/);
    await change(stand, `UPDATE fulfilments SET state = 'expired' WHERE state = 'ready'`);
    await stand.passes(2 * MINUTE);
    await stand.passes(91 * DAY);
    expect(await stand.count(`SELECT count(*) FROM persons WHERE name = 'Siti'`)).toBe(0);
    expect(await stand.count(`SELECT count(*) FROM movements WHERE kind = 'hand-over'`)).toBe(1);
    expect(await retention.run(stand.context, {})).toMatch(/^order-names +ran .*removed: 1 at .*, 2 in all/m);
    const metrics = await (await stand.gerai.app.request('/metrics')).text();
    expect(metrics).toMatch(/gerai_retention_removed_total\{rule="order-names"\} 2/);
    expect(metrics).toMatch(/gerai_retention_last_run_seconds\{rule="carts"\} \d+/);
    // Whoever comes back begins with an empty cart that works.
    await siti.says('keripik 3');
    await siti.hears(/3 × Keripik tempe/);
  });
});

test('a long backlog goes in pieces, and what is open or young is left alone', async () => {
  const stand = await openStand();
  const siti = stand.visitorOn('web', 'Siti');
  await siti.says('halo');
  await stand.settle();
  const now = stand.now();
  const old = now - 31 * DAY;
  const rows = Array.from({ length: 1_700 }, (_, index) => ({
    sql: 'INSERT INTO inbox (key, at) VALUES (?, ?)',
    args: [`old ${index}`, index < 1_600 ? old : now],
  }));
  await stand.database.write(rows);
  await stand.database.write([
    {
      sql: `INSERT INTO outbox (key, chat_id, kind, about, message, state, due_at, created_at)
        VALUES ('part x new 1', 1, 'notice', 'x', ?, 'sent', 1, ?)`,
      args: ['{"text":"Pesanan Siti","choices":[{"id":"accept x","label":"Terima"}],"photo":null}', old],
    },
  ]);
  const writes: number[] = [];
  const counting = {
    ...stand.database,
    write: (statements: Parameters<typeof stand.database.write>[0]) => {
      writes.push(statements.length);
      return stand.database.write(statements);
    },
  };
  await tidyUp(counting, now, { namesDays: 90, cartsDays: 30 });
  expect(await stand.count(`SELECT count(*) FROM inbox WHERE key LIKE 'old%'`)).toBe(100);
  expect(writes.length).toBeGreaterThan(4);
  expect(Math.max(...writes)).toBeLessThan(20);
  await tidyUp(stand.database, now, { namesDays: 90, cartsDays: 30 });
  expect(await stand.count(`SELECT total FROM retention WHERE rule = 'inbox'`)).toBe(1_600);
});

describe('the day', () => {
  test.each(['web', 'telegram'] as const)(
    'is tallied on %s without words and without who',
    async (channel) => {
      const stand = await openStand();
      const rina = await stand.staffOf('lapas-perempuan-2a-tangerang', 'web');
      const siti = stand.visitorOn(channel, 'Siti');
      await siti.says('keripik tempe berapa harganya?');
      await siti.says('harga keripik tempe berapa?');
      await siti.says('ada sambal terasi?');
      await siti.says('tas sulam halal ga?');
      await siti.presses(/Tanyakan/);
      await rina.says('/pesanan');
      const tallied = await stand.rows(
        `SELECT day, what, unit_id, product_id, intent, language, channel, answered, count FROM tallies ORDER BY rowid`,
      );
      const about = { day: '2026-11-25', language: 'id', channel };
      expect(tallied).toContainEqual({
        ...about,
        what: 'message',
        unit_id: 1,
        product_id: 1,
        intent: 'ask_price',
        answered: 1,
        count: 2,
      });
      expect(tallied).toContainEqual(
        expect.objectContaining({ ...about, what: 'message', product_id: 0, answered: 0, count: 1 }),
      );
      expect(tallied).toContainEqual(
        expect.objectContaining({ what: 'message', product_id: 5, unit_id: 2, answered: 0 }),
      );
      expect(tallied).toContainEqual(expect.objectContaining({ what: 'press', intent: 'ask-staff' }));
      expect(tallied.filter(({ intent }) => intent === 'open-parts')).toEqual([]);
      expect(JSON.stringify(tallied)).not.toMatch(/Siti|sambal/);
    },
  );

  test('comes out as a month of tables', async () => {
    const stand = await openStand();
    const budi = await stand.keeper('telegram');
    const siti = stand.visitorOn('web', 'Siti');
    const code = await orders(siti, 'keripik 2');
    await change(stand, `UPDATE order_lines SET price_status = 'confirmed'`);
    await budi.says(code);
    await budi.presses('Lunas tunai');
    await budi.says(code);
    await budi.presses(/^Serahkan 2/);
    await siti.says('ada sambal terasi?');
    await stand.settle();
    const output = await exportData.run(stand.context, { month: '2026-11' });
    const files = new Map(
      (typeof output === 'string' ? [] : (output.files ?? [])).map(({ name, content }) => [name, content]),
    );
    expect(files.get('2026-11-orders.csv')).toBe(
      'unit,state,parts,orders\r\nlapas-kelas-1-tangerang,collected,1,1\r\n',
    );
    expect(files.get('2026-11-hand-overs.csv')).toContain('lapas-kelas-1-tangerang,keripik-tempe,,2,30000');
    expect(files.get('2026-11-payments.csv')).toContain(
      'lapas-kelas-1-tangerang,cash,order,confirmed,30000,1',
    );
    expect(files.get('2026-11-unmet-wishes.csv')).toContain('2026-11-25,1');
    expect(files.get('2026-11-tallies.csv')).toMatch(/2026-11-25,message,.*,web,no,1/);
    expect([...files.values()].join()).not.toMatch(/Siti/);
    const empty = await exportData.run(stand.context, { month: '2026-12' });
    expect(typeof empty === 'string' ? '' : empty.files?.[1]?.content).toBe('unit,state,parts,orders\r\n');
    expect(exportData.input.safeParse({ month: '2026-13' }).success).toBe(false);
  });

  test('who looked at phone numbers is there for an admin, and for nobody else', async () => {
    const stand = await openStand();
    const rina = await stand.staffOf('lapas-perempuan-2a-tangerang', 'web', 'Bu Rina');
    const admin = await stand.admin('telegram');
    await admin.chooses('phone-views');
    await admin.hears(/Belum ada yang melihat/);
    const siti = stand.visitorOn('web', 'Siti');
    await siti.says('tas 1');
    await siti.presses('Lanjut pesan');
    await siti.presses('Kabari kalau sudah siap');
    await siti.says('Siti');
    await siti.says('0812-9988-7766');
    await siti.presses('Ya, pesan');
    await rina.presses('Nomor pemesan');
    await admin.says('/admin');
    await admin.presses('Siapa melihat nomor');
    await admin.hears(/Bu Rina: pesanan \w{3}-\w{3}/);
    await rina.chooses('phone-views');
    await rina.hearsNothingOf(/Yang melihat nomor/);
    const output = await exportData.run(stand.context, { 'phone-views': 'true' });
    expect(typeof output === 'string' ? '' : output.files?.[0]?.content).toMatch(/T.*Z,Bu Rina,\w{3}-\w{3}/);
  });
});

describe('gerai verify', () => {
  async function sold(): Promise<Stand> {
    const stand = await openStand();
    const budi = await stand.keeper('telegram');
    const siti = stand.visitorOn('web', 'Siti');
    const code = await orders(siti, 'keripik 2');
    await budi.says(code);
    await budi.presses('Lunas tunai');
    await budi.says(code);
    await budi.presses(/^Serahkan 2/);
    await stand.passes(MINUTE);
    return stand;
  }
  const check = (stand: Stand, since?: string) => verify.run(stand.context, since ? { since } : {});

  test('holds as long as nobody touched a row, and knows a seal that was noted', async () => {
    const stand = await sold();
    const said = await check(stand);
    expect(said).toMatch(/^All \d+ sealed rows are as they were written\.\nNewest seal: [0-9a-f]{64}$/);
    const noted = said.slice(-64);
    await change(stand, `INSERT INTO audit (at, what, subject) VALUES (1, 'later', 'x')`);
    expect(await check(stand, noted)).toMatch(/1 newer ones wait/);
    await stand.passes(MINUTE);
    expect(await check(stand, noted)).toMatch(/^All/);
    await expect(check(stand, 'f'.repeat(64))).rejects.toThrow(/not in the chain/);
    expect(verify.input.safeParse({ since: 'abc' }).success).toBe(false);
    // Twice at once seals once.
    await Promise.all([seal(stand.database), seal(stand.database)]);
    expect(await check(stand, noted)).toMatch(/^All/);
  });

  test.each([
    [
      'changed',
      `DROP TRIGGER payments_no_update`,
      `UPDATE payments SET method = 'qris' WHERE id = 1`,
      /Row 1 of payments .*CHANGED/,
    ],
    [
      'changed',
      `DROP TRIGGER movements_no_update`,
      `UPDATE movements SET qty = -1 WHERE kind = 'hand-over'`,
      /Row \d+ of movements .*CHANGED/,
    ],
    [
      'deleted',
      `DROP TRIGGER steps_no_delete`,
      `DELETE FROM fulfilment_steps WHERE id = 1`,
      /Row 1 of fulfilment_steps was DELETED/,
    ],
    [
      'inserted',
      `SELECT 1`,
      `INSERT INTO audit (id, at, what, subject) VALUES (-5, 1, 'never', 'x')`,
      /Row -5 of audit was INSERTED/,
    ],
    [
      'a seal removed',
      `DROP TRIGGER seals_no_delete`,
      `DELETE FROM seals WHERE id = 2`,
      /chain itself was touched, at seal 2/,
    ],
    [
      'a seal changed',
      `DROP TRIGGER seals_no_update`,
      `UPDATE seals SET hash = hex(randomblob(32)) WHERE id = 3`,
      /Row \d+ of \w+ .*CHANGED/,
    ],
  ])('names what was %s', async (_what, open, touch, named) => {
    const stand = await sold();
    await change(stand, open, touch);
    await expect(check(stand)).rejects.toThrow(named);
  });

  test('a chain that was made anew is not the one that was noted', async () => {
    const stand = await sold();
    const noted = (await check(stand)).slice(-64);
    await change(
      stand,
      'DROP TRIGGER seals_no_delete',
      'DROP TRIGGER payments_no_update',
      `UPDATE payments SET method = 'qris'`,
      'DELETE FROM seals',
      `DELETE FROM sqlite_sequence WHERE name = 'seals'`,
    );
    await seal(stand.database);
    expect(await check(stand)).toMatch(/^All/);
    await expect(check(stand, noted)).rejects.toThrow(/not in the chain/);
  });
});
