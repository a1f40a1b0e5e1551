import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../db/connect.ts';
import type { Database } from '../../db/database.ts';
import { migrateDatabase } from '../../db/migrate.ts';
import {
  type SampleProduct,
  sampleKinds,
  samplePlaces,
  sampleProducts,
  sampleStand,
  sampleUnits,
} from '../../db/seed/sample-stand.ts';
import { seedSampleStand } from '../../db/seed/seed.ts';
import { PRICE_STATUSES, SALES_MODES, type Texts } from '../../src/shop/catalogue.ts';
import { sql, temporaryFile } from './support.ts';

const PICTURES = new URL('../../db/seed/pictures/', import.meta.url);
const MIGRATIONS = fileURLToPath(new URL('../../db/migrations', import.meta.url));
const LANGUAGES = ['id', 'en'];
const NOW = Date.UTC(2026, 1, 9, 2);
const LATER = NOW + 60_000;

const picture = (slug: string) => readFileSync(new URL(`${slug}.png`, PICTURES));

/* ── the data ────────────────────────────────────────────────────────────────────────────────────── */

/** Every text that a visitor may read, with where it stands. */
function allTexts(): { readonly where: string; readonly texts: Texts }[] {
  const named = [...samplePlaces, ...sampleUnits, ...sampleKinds, ...sampleProducts];
  return [
    { where: 'stand', texts: sampleStand.name },
    { where: 'data keeper', texts: sampleStand.dataKeeper },
    ...named.map(({ slug, name }) => ({ where: `name of ${slug}`, texts: name })),
    ...samplePlaces.map(({ slug, address }) => ({ where: `address of ${slug}`, texts: address })),
    ...sampleUnits.map(({ slug, about }) => ({ where: `about ${slug}`, texts: about })),
    ...sampleProducts.flatMap((product) => [
      { where: `story of ${product.slug}`, texts: product.story },
      { where: `sale unit of ${product.slug}`, texts: product.saleUnit },
      ...product.variants.map(({ slug, name }) => ({
        where: `variant ${slug} of ${product.slug}`,
        texts: name,
      })),
      ...Object.entries(product.facts).flatMap(([attribute, value]) =>
        value ? [{ where: `${attribute} of ${product.slug}`, texts: value }] : [],
      ),
    ]),
  ];
}

function product(slug: string): SampleProduct {
  const found = sampleProducts.find((each) => each.slug === slug);
  if (!found) throw new Error(`no ${slug}`);
  return found;
}

test('every text is there in every language', () => {
  for (const { where, texts } of allTexts()) {
    expect(Object.keys(texts).sort(), where).toEqual([...LANGUAGES].sort());
    for (const language of LANGUAGES) expect(texts[language]?.trim(), where).not.toBe('');
  }
});

test('says Warga Binaan, and nothing of persons', () => {
  const unkind = /\b(napi|narapidana|tahanan|kriminal|inmates?|prisoners?|convicts?|criminals?)\b/i;
  for (const { where, texts } of allTexts())
    expect(Object.values(texts).join('\n'), where).not.toMatch(unkind);
  expect(sampleProducts.flatMap(({ aliases }) => aliases).join('\n')).not.toMatch(unkind);
  for (const { slug, story } of sampleProducts) {
    for (const language of LANGUAGES) expect(story[language], slug).toContain('Warga Binaan');
  }
});

test('shows each way of having a product', () => {
  expect(sampleProducts.map(({ slug, mode }) => `${slug}: ${mode}`)).toEqual([
    'keripik-tempe: ready',
    'kerajinan: ready',
    'paving-block: quote',
    'batako: quote',
    'tas-sulam-pita: preorder',
    'sepatu: display',
  ]);
  expect(new Set(sampleProducts.map(({ mode }) => mode))).toEqual(new Set(SALES_MODES));
});

test('numbers the shelf from 1 on', () => {
  expect(sampleProducts.map(({ shelfNumber }) => shelfNumber)).toEqual([1, 2, 3, 4, 5, 6]);
});

test('invents no price for what is quoted or only shown, and passes none off as confirmed', () => {
  for (const { slug, mode, variants } of sampleProducts) {
    for (const { price } of variants) {
      expect(price.status, slug).toBe(mode === 'quote' || mode === 'display' ? 'unknown' : 'sample');
      expect(PRICE_STATUSES).toContain(price.status);
      expect(price.amount === null, slug).toBe(price.status === 'unknown');
      if (price.amount !== null) expect(Number.isInteger(price.amount), slug).toBe(true);
    }
  }
});

test('leaves unknown what only a unit can know', () => {
  for (const attribute of ['halal', 'pirt', 'expiry', 'allergen', 'weight'] as const) {
    expect(product('keripik-tempe').facts[attribute], attribute).toBeNull();
  }
  expect(product('paving-block').facts.strength).toBeNull();
  expect(product('batako').facts.size).toBeNull();
  expect(product('sepatu').facts.size).toBeNull();
  expect(sampleStand.payment).toBeNull();
  expect(sampleStand.delivery).toBeNull();
});

test('marks addresses as samples', () => {
  const addressed = samplePlaces.filter(({ kind }) => kind !== 'agreement');
  expect(addressed).toHaveLength(2);
  for (const { address } of addressed) {
    expect(address.id).toContain('contoh');
    expect(address.en).toContain('sample');
  }
  for (const { hours, sample } of samplePlaces) {
    expect(hours).toHaveLength(7);
    expect(sample).toBe(true);
  }
});

test('no other word names two things', () => {
  const owners = new Map<string, string>();
  const claim = (word: string, owner: string) => {
    const key = word.toLowerCase();
    expect(owners.get(key) ?? owner, word).toBe(owner);
    owners.set(key, owner);
  };
  for (const { slug, name, aliases, variants } of sampleProducts) {
    for (const word of [slug, ...Object.values(name), ...aliases]) claim(word, slug);
    if (variants.length === 1) continue;
    for (const variant of variants) {
      for (const word of [variant.slug, ...Object.values(variant.name), ...variant.aliases]) {
        claim(word, `${slug}/${variant.slug}`);
      }
    }
  }
});

test('every product has a picture of its own, small enough for a phone and with nothing written into it', () => {
  const files = readdirSync(PICTURES).filter((file) => file.endsWith('.png'));
  expect(files.sort()).toEqual(sampleProducts.map(({ slug }) => `${slug}.png`).sort());
  const hashes = sampleProducts.map(({ slug }) => {
    const png = picture(slug);
    expect(png.byteLength, slug).toBeLessThan(60_000);
    expect(png.subarray(0, 8), slug).toEqual(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)], slug).toEqual([800, 600]);
    expect(chunkTypes(png), slug).toEqual(['IHDR', 'PLTE', 'IDAT', 'IEND']);
    return createHash('sha256').update(png).digest('hex');
  });
  expect(new Set(hashes).size).toBe(sampleProducts.length);
});

function chunkTypes(png: Buffer): string[] {
  const types: string[] = [];
  for (let at = 8; at < png.byteLength; at += 12 + png.readUInt32BE(at)) {
    types.push(png.toString('latin1', at + 4, at + 8));
  }
  return types;
}

/* ── in a database ───────────────────────────────────────────────────────────────────────────────── */

async function emptyDatabase(): Promise<Database> {
  const url = `file:${temporaryFile()}`;
  await migrateDatabase({ url }, MIGRATIONS);
  const database = await openDatabase({ url });
  onTestFinished(() => database.close());
  return database;
}

async function rows(database: Database, text: string): Promise<unknown[]> {
  const [found] = await database.read([sql(text)]);
  return (found?.rows ?? []).map((row) => ({ ...row }));
}

const TABLES = [
  'places',
  'stands',
  'units',
  'kinds',
  'products',
  'variants',
  'aliases',
  'facts',
  'media',
  'stock',
  'movements',
  'versions',
];

async function everything(database: Database): Promise<unknown[][]> {
  return Promise.all(TABLES.map((table) => rows(database, `SELECT * FROM ${table} ORDER BY 1`)));
}

test('fills an empty database, and opens the stand with what was delivered', async () => {
  const database = await emptyDatabase();
  expect(await seedSampleStand(database, NOW, picture)).toBe('seeded');

  expect(
    await rows(
      database,
      `SELECT p.slug, u.slug AS unit, k.slug AS kind, pl.kind AS place, p.published_by, p.published_at
       FROM products p JOIN units u ON u.id = p.unit_id JOIN kinds k ON k.id = p.kind_id
       JOIN places pl ON pl.id = p.place_id ORDER BY p.shelf_number`,
    ),
  ).toEqual(
    sampleProducts.map(({ slug, unit, kind, place }) => ({
      slug,
      unit,
      kind,
      place: place === 'bengkel-lapas-kelas-1' ? 'workshop' : 'stand',
      published_by: 'contoh',
      published_at: NOW,
    })),
  );
  expect(
    await rows(
      database,
      `SELECT p.slug || '/' || v.slug AS variant, s.on_hand, s.allocated,
         (SELECT sum(qty) FROM movements m WHERE m.variant_id = v.id AND m.kind = 'delivery' AND m.at = ${NOW}) AS delivered
       FROM stock s JOIN variants v ON v.id = s.variant_id JOIN products p ON p.id = v.product_id
       WHERE s.on_hand > 0 ORDER BY v.id`,
    ),
  ).toEqual([
    { variant: 'keripik-tempe/', on_hand: 40, allocated: 0, delivered: 40 },
    { variant: 'kerajinan/gantungan-kunci', on_hand: 25, allocated: 0, delivered: 25 },
    { variant: 'kerajinan/miniatur-kapal', on_hand: 6, allocated: 0, delivered: 6 },
  ]);
  expect(await rows(database, "SELECT value FROM versions WHERE name = 'catalogue'")).toEqual([{ value: 2 }]);
  expect(
    await rows(
      database,
      `SELECT f.value, f.confirmed_by FROM facts f JOIN products p ON p.id = f.product_id
       WHERE p.slug = 'keripik-tempe' AND f.attribute = 'halal'`,
    ),
  ).toEqual([{ value: null, confirmed_by: null }]);
});

test('stores each picture under its hash', async () => {
  const database = await emptyDatabase();
  await seedSampleStand(database, NOW, picture);
  const [found] = await database.read([
    sql('SELECT p.slug, m.hash, m.type, m.bytes FROM products p JOIN media m ON m.hash = p.photo'),
  ]);
  expect(found?.rows).toHaveLength(sampleProducts.length);
  for (const row of found?.rows ?? []) {
    const { bytes, hash, slug, type } = row;
    if (!(bytes instanceof ArrayBuffer)) throw new Error('no bytes');
    expect(type).toBe('image/png');
    expect(Buffer.from(bytes).equals(picture(String(slug)))).toBe(true);
    expect(createHash('sha256').update(Buffer.from(bytes)).digest('hex')).toBe(hash);
  }
});

test('seeding twice changes nothing', async () => {
  const database = await emptyDatabase();
  await seedSampleStand(database, NOW, picture);
  const before = await everything(database);
  expect(await seedSampleStand(database, LATER, picture)).toBe('occupied');
  expect(await everything(database)).toEqual(before);
});

test('leaves a stand of somebody else alone', async () => {
  const database = await emptyDatabase();
  await database.write([
    sql(`INSERT INTO places (id, kind, name, address, hours) VALUES (7, 'stand', '{}', '{}', '[]')`),
    sql(
      `INSERT INTO stands (slug, name, stage, time_zone, default_language, place_id, data_keeper, expiry_hours)
       VALUES ('asli', '{}', 'interest', 'Asia/Jakarta', 'id', 7, '{}', 48)`,
    ),
  ]);
  const before = await everything(database);
  expect(await seedSampleStand(database, NOW, picture)).toBe('occupied');
  expect(await everything(database)).toEqual(before);
});

test('a picture that is missing leaves the database empty', async () => {
  const database = await emptyDatabase();
  const before = await everything(database);
  await expect(seedSampleStand(database, NOW, () => picture('nothing'))).rejects.toThrow();
  expect(await everything(database)).toEqual(before);
});
