import { readdirSync, readFileSync } from 'node:fs';
import { FluentResource } from '@fluent/bundle';
import { describe, expect, test } from 'vitest';
import type { Fact, Price, Product, Snapshot, Stand } from '../../src/shop/catalogue.ts';
import { chooseLanguage } from '../../src/web/pages/layout.tsx';
import { productPage } from '../../src/web/pages/product-page.tsx';
import { standPage } from '../../src/web/pages/stand-page.tsx';
import type { PageInput } from '../../src/web/pages/words.ts';
import { sampleSnapshot } from '../support/catalogue.ts';
import { LANGUAGES, pageInput, pagesCopy } from './page-input.ts';

type Changes = Parameters<typeof pageInput>[0];

function product(slug: string): Product {
  const found = sampleSnapshot().products.find((each) => each.slug === slug);
  if (!found) throw new Error(`no ${slug} on the sample stand`);
  return found;
}

function priced(slug: string, ...prices: Price[]): Product {
  const given = product(slug);
  const [first, ...others] = given.variants.map((variant, index) => ({
    ...variant,
    price: prices[index] ?? variant.price,
  }));
  return first ? { ...given, variants: [first, ...others] } : given;
}

function snapshotWith(changed: Product, stand: Partial<Stand> = {}): Snapshot {
  const snapshot = sampleSnapshot();
  const products = snapshot.products.map((each) => (each.id === changed.id ? changed : each));
  return { ...snapshot, stand: { ...snapshot.stand, ...stand }, products };
}

/** The visible text of a piece of a page. */
function textOf(html: string): string {
  return html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function cardOf(slug: string, changed: Product = product(slug), changes: Changes = {}): string {
  const html = standPage(pageInput({ snapshot: snapshotWith(changed), ...changes }));
  const card = html.split('<li class="card">').find((each) => each.includes(`/p/${slug}?`));
  return textOf(card?.split('</li>')[0] ?? '');
}

function pageOf(changed: Product, changes: Changes = {}): string {
  const page: PageInput = pageInput({ snapshot: snapshotWith(changed), ...changes });
  return productPage(page, changed);
}

const confirmed = (amount: number): Price => ({ amount, status: 'confirmed' });
const sample = (amount: number): Price => ({ amount, status: 'sample' });
const unknown: Price = { amount: null, status: 'unknown' };

describe('the stand page', () => {
  test.each([
    [
      'keripik-tempe',
      'Nomor rak 1 Keripik Tempe Lapas Kelas I Tangerang Rp15.000 / bungkus contoh 40 bungkus siap dibawa',
    ],
    [
      'kerajinan',
      'Nomor rak 2 Kerajinan Tangan Lapas Kelas I Tangerang mulai Rp10.000 / buah contoh 31 buah siap dibawa',
    ],
    [
      'paving-block',
      'Nomor rak 3 Paving Block Lapas Kelas I Tangerang harga dikonfirmasi petugas Lewat penawaran',
    ],
    ['batako', 'Nomor rak 4 Batako Lapas Kelas I Tangerang harga dikonfirmasi petugas Lewat penawaran'],
    [
      'tas-sulam-pita',
      'Nomor rak 5 Tas Sulam Pita Lapas Perempuan Kelas IIA Tangerang Rp200.000 / buah contoh Pre-order, sekitar 7 hari',
    ],
    ['sepatu', 'Nomor rak 6 Sepatu Rutan Kelas I Tangerang Pajangan, belum dijual'],
  ])('shows %s with its number, unit, price and state', (slug, text) => {
    expect(cardOf(slug)).toContain(text);
  });

  test('a confirmed price bears no mark', () => {
    expect(cardOf('keripik-tempe', priced('keripik-tempe', confirmed(15_000)))).not.toContain('contoh');
  });

  test.each([
    ['the lowest of several', [confirmed(20_000), confirmed(10_000)], 'mulai Rp10.000 / buah'],
    ['the same for all', [confirmed(10_000), confirmed(10_000)], 'Rp10.000 / buah'],
    ['a sample among them', [sample(90_000), confirmed(10_000)], 'mulai Rp10.000 / buah contoh'],
    ['one not known yet', [unknown, confirmed(10_000)], 'mulai Rp10.000 / buah'],
    ['none known yet', [unknown, unknown], 'harga dikonfirmasi petugas'],
  ])('a price for several variants: %s', (_what, prices, text) => {
    expect(cardOf('kerajinan', priced('kerajinan', ...prices))).toContain(`Tangerang ${text} `);
  });

  test('says when nothing is left, and when nobody knows how long it takes', () => {
    expect(cardOf('keripik-tempe', product('keripik-tempe'), { stock: new Map() })).toContain(
      'sedang kosong',
    );
    const bag = { ...product('tas-sulam-pita'), leadTimeDays: null };
    expect(cardOf('tas-sulam-pita', bag)).toContain('lama pembuatannya dikonfirmasi petugas');
  });

  test.each([
    ['interest', 'belum dijual'],
    ['preorder', 'tanpa pembayaran dulu'],
    ['selling', 'dibeli di gerai'],
  ] as const)('says in words that it is at the stage of %s', (stage, words) => {
    const snapshot = snapshotWith(product('batako'), { stage });
    expect(textOf(standPage(pageInput({ snapshot })).split('<ul class="shelf">')[0] ?? '')).toContain(words);
  });

  test('tells place and hours with their mark, and what is not known yet', () => {
    const text = textOf(standPage(pageInput()).split('<footer')[1] ?? '');
    expect(text).toContain('Alamat contoh contoh Jam buka Senin–Jumat 08.00–15.00 Sabtu–Minggu tutup contoh');
    expect(text).toContain('Cara bayar Masih dibicarakan');
    expect(text).toContain('Pengiriman Belum diketahui');
  });

  test('has something to say while the shelf is empty', () => {
    const html = standPage(pageInput({ snapshot: { ...sampleSnapshot(), products: [] } }));
    expect(textOf(html)).toContain('Etalase sedang ditata');
  });
});

describe('a product page', () => {
  test('says of each fact that it is not known, and of what is past its date too', () => {
    const fact = (attribute: Fact['attribute'], value: string | null, validUntil: number | null): Fact => ({
      attribute,
      value: value === null ? null : { id: value },
      confirmedBy: 'Budi',
      confirmedAt: Date.UTC(2026, 0, 20),
      validUntil,
    });
    const html = pageOf({
      ...product('keripik-tempe'),
      facts: [
        fact('weight', '150 gram', null),
        fact('spice', 'tidak pedas', Date.UTC(2026, 0, 31)),
        fact('halal', null, null),
      ],
    });
    const [known, notKnown] = textOf(html).split('Belum diketahui');
    expect(known).toContain('Berat 150 gram dikonfirmasi 20 Januari 2026');
    expect(notKnown).toMatch(/^ Tingkat pedas Halal Kami tidak mau menebak/);
    expect(html).not.toContain('tidak pedas');
    expect(html).not.toContain('Budi');
  });

  test('lists every variant with its price, its mark and what is on hand', () => {
    const text = textOf(pageOf(product('kerajinan')));
    expect(text).toContain('Gantungan Kunci Rp10.000 / buah contoh 25 buah siap dibawa');
    expect(text).toContain('Miniatur Kapal Rp150.000 / buah contoh 6 buah siap dibawa');
  });

  test('leads to the chat with the slug, and to Telegram where there is a bot', () => {
    const html = pageOf(product('batako'), { telegram: 'gerai_bot' });
    expect(html).toContain('data-start="batako"');
    expect(html).toContain('href="https://t.me/gerai_bot?start=batako"');
    expect(pageOf(product('batako'))).not.toContain('t.me');
  });

  test('leads to WhatsApp where the number is known, with words in the language of the page', () => {
    const html = pageOf(product('batako'), { whatsapp: '6281234567890' });
    expect(html).toContain(
      'href="https://wa.me/6281234567890?text=Halo%2C%20saya%20mau%20tanya%20Batako%20%23batako"',
    );
    const english = pageOf(product('batako'), { whatsapp: '6281234567890', language: 'en' });
    expect(english).toMatch(/text=Hello%2C%20I%20would%20like%20to%20ask%20about%20[^"]*%20%23batako"/);
    expect(pageOf(product('batako'))).not.toContain('wa.me');
  });

  test('promises no order of what is only shown', () => {
    expect(pageOf(product('keripik-tempe'))).toContain('>Tanya atau pesan di sini</a>');
    expect(pageOf(product('sepatu'))).toContain('>Tanya di sini</a>');
    const snapshot = snapshotWith(product('keripik-tempe'), { stage: 'interest' });
    expect(pageOf(product('keripik-tempe'), { snapshot })).toContain('>Tanya di sini</a>');
  });
});

describe('every page', () => {
  const hostile = '"><script>alert(1)</script>';
  const pages = (changed: Product, language: string) => {
    const changes = { language, telegram: 'gerai_bot', snapshot: snapshotWith(changed) };
    return [standPage(pageInput(changes)), pageOf(changed, changes)];
  };

  test('escapes what comes from the catalogue', () => {
    const changed = { ...product('batako'), name: { id: hostile }, story: { id: hostile }, photo: hostile };
    for (const html of pages(changed, 'id')) {
      expect(html).not.toContain('<script>alert');
      expect(html).toContain('&lt;script&gt;alert(1)');
    }
  });

  test.each(LANGUAGES)(
    'speaks one language (%s), keeps it in its links and offers the others',
    (language) => {
      const other = language === 'id' ? 'en' : 'id';
      for (const html of pages(product('batako'), language)) {
        expect(html).toContain(`<html lang="${language}">`);
        const links = [...html.matchAll(/href="(\/(?:p\/)?[^"]*\?[^"]*)"/g)].map(([, href]) => href ?? '');
        const elsewhere = links.filter((href) => !href.includes(`lang=${language}`));
        expect(elsewhere).toHaveLength(1);
        expect(elsewhere[0]).toMatch(new RegExp(`\\?lang=${other}$`));
      }
    },
  );

  test('has nothing inline that the content security policy would refuse', () => {
    for (const html of pages(product('batako'), 'id')) {
      expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)/);
      expect(
        [...html.matchAll(/\s(?:src|href)="https?:[^"]*/g)].every(([link]) => link.includes('//t.me/')),
      ).toBe(true);
    }
  });
});

test.each([
  ['what the address asks for', 'en', 'id', 'en'],
  ['what the browser prefers', undefined, 'fr;q=1, en-GB;q=0.9, id;q=0.5', 'en'],
  ['the order of the weights, not of the list', undefined, 'en;q=0.2, id;q=0.8', 'id'],
  ['what is refused is not taken', undefined, 'en;q=0, *', 'id'],
  ['the old code for Indonesian', undefined, 'in-ID, en', 'id'],
  ['nothing that we speak', 'xx', 'fr', 'id'],
  ['nothing at all', undefined, undefined, 'id'],
])('the language: %s', (_what, inAddress, accepted, language) => {
  expect(chooseLanguage(inAddress, accepted, LANGUAGES, 'id')).toBe(language);
});

describe('the copy of the pages', () => {
  const keysOf = (language: string) =>
    new FluentResource(pagesCopy(language)).body
      .map(({ id }) => id)
      .filter((id) => id.startsWith('page-'))
      .sort();

  test('has the same sentences in every language', () => {
    const [first = [], ...others] = LANGUAGES.map(keysOf);
    for (const keys of others) expect(keys).toEqual(first);
  });

  test('has what the pages say, and nothing else', () => {
    const folder = new URL('../../src/web/pages/', import.meta.url);
    const code = readdirSync(folder)
      .map((file) => readFileSync(new URL(file, folder), 'utf8'))
      .join('');
    const used = new Set([...code.matchAll(/'(page-[a-z-]+)'/g)].map(([, key]) => key));
    expect([...used].sort()).toEqual(keysOf('id'));
  });

  test('says Warga Binaan', () => {
    for (const language of LANGUAGES)
      expect(pagesCopy(language)).not.toMatch(/\b(napi|narapidana|inmates?|prisoners?|convicts?)\b/i);
  });
});
