import { describe, expect, it } from 'vitest';
import { readUnderstand } from '../../../src/node/understand.ts';
import { sampleSnapshot } from '../../support/catalogue.ts';

const understand = readUnderstand();

const snapshot = sampleSnapshot();

/** "keripik-tempe 2, kerajinan/gantungan-kunci 1". */
function itemsIn(text: string, state?: 'asked_quantity'): string {
  return understand(text, state, snapshot)
    .items.map(({ product, variant, qty, unit }) =>
      [variant ? `${product}/${variant}` : product, qty, unit].filter((part) => part !== undefined).join(' '),
    )
    .join(', ');
}

describe('products are found', () => {
  it.each([
    ['berapa harga keripik tempe', 'keripik-tempe '],
    ['kripiknya masih ada?', 'keripik-tempe '],
    ['ada kerpik tempe?', 'keripik-tempe '],
    ['gantungankunci ada?', 'kerajinan/gantungan-kunci '],
    ['handicraft keychain how much', 'kerajinan/gantungan-kunci '],
    ['the paving bloks price', 'paving-block '],
    ['pesan nomor 3', 'paving-block '],
    ['yang di rak 4 itu berapa', 'batako '],
    ['tas-sulam-pita ada?', 'tas-sulam-pita '],
    ['berapa harga sepatu', 'sepatu '],
  ])('by name, alias, slug, misspelling, shelf: %s', (text, expected) => {
    expect(itemsIn(text)).toBe(expected);
  });

  it.each([
    'batas waktunya kapan',
    'seratus lima puluh',
    'having a nice day',
    'antrian nomor 3',
    'gabungan berapa',
    'tempat duduknya di mana',
  ])('and not in words that only look alike: %s', (text) => {
    expect(understand(text, undefined, snapshot).items.filter((item) => item.product)).toEqual([]);
  });

  it.each([
    ['bukan batako, paving 100', 'paving-block 100'],
    ['mau keripik 2, batakonya jangan', 'keripik-tempe 2'],
    ['pesan keripik 1 tanpa gantungan kunci', 'keripik-tempe 1'],
    ['not the bag, two keychains please', 'kerajinan/gantungan-kunci 2'],
  ])('but not where they are refused: %s', (text, expected) => {
    expect(itemsIn(text)).toBe(expected);
  });
});

describe('each quantity goes to its product', () => {
  it.each([
    ['keripik 2 sama gantungan kunci 1', 'keripik-tempe 2, kerajinan/gantungan-kunci 1'],
    ['2 keripik, 1 kapal', 'keripik-tempe 2, kerajinan/miniatur-kapal 1'],
    ['2 keripik 1 kapal', 'keripik-tempe 2, kerajinan/miniatur-kapal 1'],
    ['keripik 2 kapal 1', 'keripik-tempe 2, kerajinan/miniatur-kapal 1'],
    ['keripik dan batako masing-masing 3', 'keripik-tempe 3, batako 3'],
    ['beli keripik 2 eh 3 deh', 'keripik-tempe 3'],
    ['beli 2 keripik, eh batako 5', 'batako 5'],
    ['keripik 2 untuk saya, keripik 3 untuk ibu', 'keripik-tempe 5'],
    ['keripik x3', 'keripik-tempe 3'],
    ['2x keripik', 'keripik-tempe 2'],
  ])('%s', (text, expected) => {
    expect(itemsIn(text)).toBe(expected);
  });

  it.each([
    ['pesan keripik dua puluh lima bungkus', 'keripik-tempe 25'],
    ['pesan batako seratus lima puluh biji', 'batako 150'],
    ['pesan batako 1.500', 'batako 1500'],
    ['pesan batako 2rb biji', 'batako 2000'],
    ['pesan keripik selusin', 'keripik-tempe 12'],
    ['pesan keripik setengah lusin', 'keripik-tempe 6'],
    ['pesan keripik sekodi', 'keripik-tempe 20'],
    ['order half a dozen tempeh chips', 'keripik-tempe 6'],
    ['order two hundred batako', 'batako 200'],
    ['pesan keripik 1 dus isi 20', 'keripik-tempe 20'],
    ['pesan paving 30 meter persegi', 'paving-block 30 m2'],
    ['pesan paving 50m2', 'paving-block 50 m2'],
    ['pesan keripik 2 dus', 'keripik-tempe 2 dus'],
    ['mau sekilo keripik', 'keripik-tempe 1 kg'],
  ])('as it was counted: %s', (text, expected) => {
    expect(itemsIn(text)).toBe(expected);
  });

  it.each([
    ['keripik ada yang 10rb?', 'keripik-tempe '],
    ['pesan keripik, saya ambil jam 2', 'keripik-tempe '],
    ['pesan keripik untuk tanggal 17', 'keripik-tempe '],
    ['pesan keripik, wa 0812-3456-7890', 'keripik-tempe '],
    ['pesan keripik lagi seperti pesanan no 0123', 'keripik-tempe '],
    ['paving 6cm ada?', 'paving-block '],
    ['paving 10x20x6 ada?', 'paving-block '],
    ['keripik tahan 30 hari?', 'keripik-tempe '],
    ['oleh2 keripik ada?', 'keripik-tempe '],
    ['berat 1 batako berapa kg', 'batako '],
    ['antrian A12 mau keripik', 'keripik-tempe '],
    ['anak saya 2, mau keripik', 'keripik-tempe '],
  ])('and a number that counts nothing is none: %s', (text, expected) => {
    expect(itemsIn(text)).toBe(expected);
  });

  it.each([
    ['pesan 0 keripik', 'keripik-tempe 0'],
    ['pesan keripik -2', 'keripik-tempe -2'],
    ['pesan keripik 1,5', 'keripik-tempe 1.5'],
    ['pesan keripik 99999 bungkus', 'keripik-tempe 99999'],
  ])('an impossible number is passed on: %s', (text, expected) => {
    expect(itemsIn(text)).toBe(expected);
  });

  it('stands alone where no product is named', () => {
    expect(itemsIn('1000000000', 'asked_quantity')).toBe(' 1000000000');
    expect(itemsIn('2 eh 3 deh', 'asked_quantity')).toBe(' 3');
  });
});

describe('an order code', () => {
  it.each([
    ['pesanan saya R4K-7NP sudah siap?', 'R4K-7NP'],
    ['r4k7np', 'r4k7np'],
    ['r4k 7np gimana kak', 'r4k 7np'],
    ['cek order dong #A-0042', '#A-0042'],
    ['status pesanan 0123', '0123'],
  ])('is reported as it was written: %s', (text, code) => {
    const understood = understand(text, undefined, snapshot);
    expect(understood).toMatchObject({ code, intent: 'order_status', items: [] });
  });

  it.each(['apa-apa boleh', 'order 100 paving', 'ada 374', 'pesan dua-dua'])('is not seen in: %s', (text) => {
    expect(understand(text, undefined, snapshot).code).toBeUndefined();
  });
});

describe('numbers as they are said around Tangerang', () => {
  it.each([
    ['batako cepek bang', 'batako 100'],
    ['pesen batako gopek biji', 'batako 500'],
    ['kripik tempe telung bungkus', 'keripik-tempe 3'],
    ['pesen kripike sedoso bungkus', 'keripik-tempe 10'],
    ['keripik 3 ya, tiga lho bukan 13', 'keripik-tempe 3'],
    ['kripik 5, bukan, 4 aja ding', 'keripik-tempe 4'],
    ['make it four keychains instead of two', 'kerajinan/gantungan-kunci 4'],
    ['one tempeh chips for me, make it two', 'keripik-tempe 2'],
    ['ambil tas sulam pita satu aja, sepatu ngga', 'tas-sulam-pita 1'],
    ['batako buat bangun pager 200 biji', 'batako 200'],
  ])('%s', (text, expected) => {
    expect(itemsIn(text)).toBe(expected);
  });
});
