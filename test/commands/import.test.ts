import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { importProducts } from '../../src/commands/import/import.ts';
import { removeSamples } from '../../src/commands/remove-samples.ts';
import { orders } from '../scripts/ordering.ts';
import { jpeg } from '../support/pictures.ts';
import { openStand, type Stand } from '../support/stand.ts';

const HEAD = 'unit,kind,name_id,name_en,variant_id,price,story_id,photo,shelf_number,mode,halal_id';

function context(stand: Stand) {
  return {
    database: stand.database,
    reach: () => ({ web: null, telegram: null, whatsapp: null }),
    now: stand.now,
  };
}

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'gerai-import-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** As the command line runs it: the file is read beside the caller, and what goes to the owner is JSON. */
async function run(
  stand: Stand,
  text: string | Buffer,
  args: string[] = [],
  where = folder(),
): Promise<string> {
  const file = join(where, 'products.csv');
  writeFileSync(file, text);
  const gathered = await importProducts.gather?.([file, ...args]);
  if (!gathered || !('input' in gathered)) throw new Error('Nothing was gathered.');
  const sent: unknown = JSON.parse(JSON.stringify(gathered.input));
  const output = await importProducts.run(context(stand), importProducts.input.parse(sent));
  return typeof output === 'string' ? output : output.text;
}

/** Everything that an import could have touched. */
async function everything(stand: Stand): Promise<unknown> {
  const tables = [
    'units',
    'kinds',
    'places',
    'products',
    'variants',
    'aliases',
    'facts',
    'audit',
    'versions',
    'stock',
  ];
  const all = [];
  for (const table of tables) all.push(await stand.rows(`SELECT * FROM ${table}`));
  return [all, await stand.rows('SELECT hash FROM media ORDER BY hash')];
}

describe('gerai import', () => {
  it('says in a dry run what would change, and changes nothing', async () => {
    const stand = await openStand();
    const before = await everything(stand);
    const output = await run(
      stand,
      `${HEAD}\nLapas Serang,Anyaman,Tikar pandan,,Kecil,Rp 45.000,,,,preorder,\n,,,,Besar,90rb,,,,,\n,,Keripik tempe,,,16000,,,,,\n,,Batako,,,,,,,,`,
      ['--dry-run'],
    );
    expect(output).toMatch(/new unit {3}lapas-serang {2}Lapas Serang/);
    expect(output).toMatch(
      /new {8}tikar-pandan {2}Tikar pandan \(draft\)\n.*preorder, Kecil 45000, Besar 90000\n.*no English name/,
    );
    expect(output).toMatch(/changed {4}keripik-tempe\n +price: 15000 sample → 16000 confirmed/);
    expect(output).toMatch(/unchanged {2}batako/);
    expect(output).toMatch(/Nothing was written/);
    expect(await everything(stand)).toEqual(before);
  });

  it('writes it all, by Excel’s habits too, and the same file twice changes nothing', async () => {
    const stand = await openStand();
    const where = folder();
    writeFileSync(join(where, 'tikar.jpg'), jpeg());
    const table =
      '\uFEFF' +
      [
        HEAD.replaceAll(',', ';'),
        'Lapas Serang;Anyaman;Tikar pandan;Pandan mat;Kecil;Rp 45.000,00;"Dijemur;\r\nlalu dianyam.";tikar.jpg;30;preorder;',
        ';;;;Besar;"90.000";;;;;',
        ';;;;;;;;;;',
        'Lapas Serang;Anyaman;Bakul;;;-;;;;siap;belum disertifikasi',
      ].join('\r\n');
    expect(await run(stand, table, ['--publish-as', 'Bu Sari'], where)).toMatch(/Written\.$/);
    expect(
      await stand.rows(
        `SELECT p.slug, p.shelf_number, p.mode, p.published_by, json_extract(p.story, '$.id') AS story, u.slug AS unit
         FROM products p JOIN units u ON u.id = p.unit_id WHERE p.sample = 0 ORDER BY p.id`,
      ),
    ).toEqual([
      {
        slug: 'tikar-pandan',
        shelf_number: 30,
        mode: 'preorder',
        published_by: 'Bu Sari',
        story: 'Dijemur;\nlalu dianyam.',
        unit: 'lapas-serang',
      },
      {
        slug: 'bakul',
        shelf_number: 7,
        mode: 'ready',
        published_by: 'Bu Sari',
        story: null,
        unit: 'lapas-serang',
      },
    ]);
    expect(
      await stand.rows(`SELECT slug, price, price_status FROM variants WHERE product_id > 6 ORDER BY id`),
    ).toEqual([
      { slug: 'kecil', price: 45_000, price_status: 'confirmed' },
      { slug: 'besar', price: 90_000, price_status: 'confirmed' },
      { slug: '', price: null, price_status: 'unknown' },
    ]);
    const [photo] = await stand.rows<{ bytes: ArrayBuffer }>(
      `SELECT bytes FROM media JOIN products ON photo = hash WHERE slug = 'tikar-pandan'`,
    );
    expect(Buffer.from(photo?.bytes ?? new ArrayBuffer(0)).toString('latin1')).not.toMatch(/Exif|GPS|Rina/);
    expect(await stand.count(`SELECT count(*) FROM audit WHERE what = 'publish'`)).toBe(2);
    // Understood a second later.
    const ali = stand.visitorOn('web', 'Ali');
    await ali.says('tikar pandan berapa?');
    await ali.hears(/Kecil: Rp45\.000/);
    const before = await everything(stand);
    const again = await run(stand, table, ['--publish-as', 'Bu Sari'], where);
    expect(again).toMatch(/unchanged {2}tikar-pandan\nunchanged {2}bakul\n\nNothing to change\./);
    expect(await everything(stand)).toEqual(before);
  });

  it('says all that is wrong at once, by line and column, and writes nothing of it', async () => {
    const stand = await openStand();
    const before = await everything(stand);
    const table = [`${HEAD},weigth`].join('\n');
    await expect(run(stand, `${table}\n`)).rejects.toThrow(/line 1, weigth: There is no such column/);
    const rows = [
      HEAD,
      'Lapas Serang,Anyaman,Tikar pandan,,,gratis,,,1,preorder,',
      '"Lapas Serang",Anyaman,"Bakul",,,0,"two',
      'lines",,,sewa,',
      ',,Topi,,,1000,,,,,',
      'Lapas Serang,Anyaman,Kipas,,Merah,1000,,nowhere.png,,,',
      ',,,,Merah,2000,,,,,',
      'Lapas Serang,Anyaman,Caping,,,9999999999999,,,x,,',
    ].join('\n');
    const error = await run(stand, rows).catch((problem: Error) => problem.message);
    expect(error).toMatch(/^Nothing was written\./);
    for (const says of [
      /^line 2, price: “gratis” is no price/m,
      /^line 2, shelf_number: Number 1 is taken by “keripik-tempe”/m,
      /^line 3, price: “0” is not more than zero/m,
      /^line 3, mode: “sewa” is none of display/m,
      /^line 5, unit: A new product needs its unit/m,
      /^line 5, kind: A new product needs its kind/m,
      /^line 6, photo: “nowhere\.png” is not there/m,
      /^line 7, variant_id: The variant “Merah” is there twice/m,
      /^line 8, price: “9999999999999” is more than anything costs/m,
      /^line 8, shelf_number: “x” is no whole number/m,
    ])
      expect(error).toMatch(says);
    expect(await everything(stand)).toEqual(before);
  });

  it('writes nothing where the batch is refused in the middle', async () => {
    const stand = await openStand();
    const before = await everything(stand);
    const write = stand.database.write.bind(stand.database);
    const broken = {
      ...stand.database,
      read: stand.database.read.bind(stand.database),
      write: (statements: Parameters<typeof write>[0]) =>
        write([
          ...statements,
          {
            sql: `INSERT INTO units (stand_id, slug, name, about) SELECT 1, slug, name, about FROM units`,
            args: [],
          },
        ]),
    };
    const input = {
      table: `${HEAD}\nLapas Serang,Anyaman,Tikar pandan,,,45000,,,,,`,
      photos: {},
      dryRun: false,
      publishAs: null,
      checked: false,
    };
    await expect(importProducts.run({ ...context(stand), database: broken }, input)).rejects.toThrow(
      /Nothing was written/,
    );
    expect(await everything(stand)).toEqual(before);
  });

  it('publishes what may tell of a person only when somebody has read it', async () => {
    const stand = await openStand();
    const table = `${HEAD}\nLapas Serang,Anyaman,Tikar pandan,,,45000,Dianyam oleh Siti Aminah.,,,,`;
    await expect(run(stand, table, ['--publish-as', 'Bu Sari'])).rejects.toThrow(
      /line 2, story_id: “oleh Siti Aminah” may tell of a person/,
    );
    expect(await stand.count('SELECT count(*) FROM products WHERE sample = 0')).toBe(0);
    await run(stand, table, ['--publish-as', 'Bu Sari', '--checked']);
    expect(await stand.rows(`SELECT after FROM audit WHERE what = 'doubts-fine'`)).toEqual([
      { after: 'story_id: name' },
    ]);
  });

  it('leaves drafts to nobody’s eyes', async () => {
    const stand = await openStand();
    await run(stand, `${HEAD}\nLapas Serang,Anyaman,Tikar pandan,,,45000,,,,,`);
    const siti = stand.visitorOn('web', 'Siti');
    await siti.says('tikar pandan 2');
    await siti.hearsNothingOf(/Tikar pandan/);
    const page = await stand.gerai.app.request('https://gerai.example/');
    expect(await page.text()).not.toMatch(/Tikar pandan|Lapas Serang/);
    expect((await stand.gerai.app.request('https://gerai.example/p/tikar-pandan')).status).toBe(404);
  });

  it('reads its own template', async () => {
    const stand = await openStand();
    const gathered = await importProducts.gather?.(['--template']);
    const template = gathered && 'print' in gathered ? gathered.print : '';
    expect(await run(stand, template, ['--dry-run', '--publish-as', 'Bu Sari'])).toMatch(
      /new {8}keripik-singkong[\s\S]*Original 15000, Pedas 16000[\s\S]*new {8}tikar-pandan/,
    );
  });

  it.each([
    [['nowhere.csv'], /There is no file/],
    [[], /Name one file/],
    [['--wrong'], /Unknown option/],
  ])('explains itself for %j', async (args, says) => {
    await expect(importProducts.gather?.(args)).rejects.toThrow(says);
  });

  it('works over the network', async () => {
    const stand = await openStand({ database: 'hrana' });
    await run(stand, `${HEAD}\nLapas Serang,Anyaman,Tikar pandan,,Kecil,45000,,,,,`, [
      '--publish-as',
      'Bu Sari',
    ]);
    expect(await stand.rows(`SELECT published_by FROM products WHERE slug = 'tikar-pandan'`)).toEqual([
      { published_by: 'Bu Sari' },
    ]);
  });
});

describe('gerai remove-samples', () => {
  it('removes what is there for the samples only', async () => {
    const stand = await openStand();
    await run(stand, `${HEAD}\nRutan Kelas I Tangerang,Sepatu,Sandal,,,45000,,,,,`, [
      '--publish-as',
      'Bu Sari',
    ]);
    const output = await removeSamples.run(context(stand), {});
    expect(output).toMatch(
      /Removed: keripik-tempe, kerajinan, paving-block, batako, tas-sulam-pita, sepatu\./,
    );
    expect(output).toMatch(/Units removed: lapas-kelas-1-tangerang, lapas-perempuan-2a-tangerang\./);
    expect(await stand.rows('SELECT slug FROM products')).toEqual([{ slug: 'sandal' }]);
    expect(await stand.rows('SELECT slug FROM units')).toEqual([{ slug: 'rutan-kelas-1-tangerang' }]);
    expect(await stand.count('SELECT count(*) FROM media')).toBe(0);
    expect(await stand.count('SELECT count(*) FROM movements')).toBe(0);
    expect(await stand.count('SELECT count(*) FROM variants')).toBe(1);
    expect(await stand.count('SELECT count(*) FROM places')).toBe(1);
    expect(await stand.rows(`SELECT after FROM audit WHERE what = 'remove-samples'`)).toHaveLength(1);
    expect(await removeSamples.run(context(stand), {})).toBe('There are no samples to remove.');
    const siti = stand.visitorOn('web', 'Siti');
    await siti.says('keripik 2');
    await siti.hearsNothingOf(/Keripik tempe/);
  });

  it('refuses where somebody has used one, and says which; takes those off when told', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn('web', 'Siti');
    const code = await orders(siti, 'keripik 2');
    await expect(removeSamples.run(context(stand), {})).rejects.toThrow(
      new RegExp(`Nothing was removed[\\s\\S]*keripik-tempe: orders ${code}`),
    );
    expect(await stand.count('SELECT count(*) FROM products')).toBe(6);
    const output = await removeSamples.run(context(stand), { 'take-off-used': 'true' });
    expect(output).toMatch(/Taken off the shelf: keripik-tempe\./);
    expect(await stand.rows('SELECT slug, published_at, shelf_number < 0 AS off FROM products')).toEqual([
      { slug: 'keripik-tempe', published_at: null, off: 1 },
    ]);
    // The order is still whole.
    await siti.says(code);
    await siti.hears(/2 × Keripik tempe/);
    await siti.says('keripik 1');
    await siti.hearsNothingOf(/1 × Keripik tempe/);
  });

  it('never lets go of what was counted by somebody', async () => {
    const stand = await openStand();
    const gone = stand.database.write([{ sql: 'DELETE FROM movements WHERE id = 1', args: [] }]);
    await expect(gone).resolves.toBeDefined();
    await stand.database.write([{ sql: `UPDATE products SET sample = 0`, args: [] }]);
    await expect(stand.database.write([{ sql: 'DELETE FROM movements', args: [] }])).rejects.toThrow();
  });
});
