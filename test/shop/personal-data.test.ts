import { describe, expect, it } from 'vitest';
import { sampleProducts, sampleStand, sampleUnits } from '../../db/seed/sample-stand.ts';
import type { Texts } from '../../src/shop/catalogue.ts';
import { doubtsIn } from '../../src/shop/personal-data.ts';

const passages = (text: string) => doubtsIn(text).map(({ passage }) => passage);
const kinds = (text: string) => doubtsIn(text).map(({ kind }) => kind);

describe('what may tell of a person', () => {
  it.each([
    ['Dianyam oleh Siti Aminah selama dua hari.', 'Siti Aminah'],
    ['Ide motifnya dari Bapak Ahmad.', 'Bapak Ahmad'],
    ['resep ibu siti yang terkenal', 'ibu siti'],
    ['Karya Tn. Hasan', 'Tn. Hasan'],
    ['Made by Michael Santoso in our workshop.', 'Michael Santoso'],
    ['Dijahit Slamet dengan tangan.', 'Slamet'],
    ['Pembuatnya berinisial AS.', 'berinisial AS'],
    ['Perajin: Rusmiyati', 'Perajin: Rusmiyati'],
    ['Bordiran bu Ningsih', 'bu Ningsih'],
  ])('finds the name in “%s”', (text, passage) => {
    expect(passages(text).join(' ')).toContain(passage);
    expect(kinds(text)).toContain('name');
  });

  it.each([
    ['Hubungi 0812-3456-7890 untuk pesan', '0812-3456-7890'],
    ['WA +62 812 3456 7890', '+62 812 3456 7890'],
    ['telepon (021) 5523 4567', '(021) 5523 4567'],
    ['NIK 3671012304900001', '3671012304900001'],
    ['paspor A1234567', 'A1234567'],
  ])('finds the number in “%s”', (text, passage) => {
    expect(passages(text)).toContain(passage);
    expect(kinds(text)).toEqual(['number']);
  });

  it.each([
    'Dibuat napi yang terampil.',
    'Dibuat oleh penghuni Blok C.',
    'di blok melati',
    'Ia masuk karena kasus narkoba.',
    'sedang menjalani hukuman 5 tahun',
    'dikerjakan para tahanan',
    'Made by inmates of the prison.',
    'He was sentenced to five years.',
    'from cell block B',
    'mantan narapidana',
    'terjerat pasal 363',
  ])('finds what tells of custody in “%s”', (text) => {
    expect(kinds(text)).toContain('custody');
  });

  it('finds ways to reach somebody', () => {
    expect(kinds('tulis ke rina@contoh.id atau @rina_craft')).toEqual(['contact', 'contact']);
  });

  it('names each passage once, in the order of the text', () => {
    expect(doubtsIn('Napi Budi, nomor 081234567890. Napi.')).toEqual([
      { kind: 'custody', passage: 'Napi' },
      { kind: 'name', passage: 'Budi' },
      { kind: 'number', passage: '081234567890' },
    ]);
  });
});

describe('what tells of nobody', () => {
  it.each([
    'Dibuat oleh Warga Binaan di Lapas Kelas I Tangerang.',
    'Karya Warga Binaan Rutan Kelas I Tangerang',
    'Rumah Tahanan Negara Kelas I Tangerang',
    'Paving block K-300, 1 m² kira-kira 44,7 buah. Paving blok dan bata blok 10 cm.',
    'P-IRT 2063674010123-25, halal ID00410000123450120',
    'Harga proyek Rp 1.250.000.000, ukuran 20 x 10 x 6 cm, berat 2.700 gram',
    'Oleh-oleh khas Tangerang. Sari kelapa, tahan air dan tahan panas.',
    'Cocok untuk ibu hamil dan Bapak/Ibu Pengunjung.',
    'Made by Warga Binaan. A pencil case with ribbon, in blocks of four.',
    'Buka Senin–Jumat 08.00–15.00, sejak 2019',
    'Handmade by Our Workshop in Bandung.',
  ])('lets “%s” be', (text) => {
    expect(doubtsIn(text)).toEqual([]);
  });

  it('lets every text of the sample stand be', () => {
    const texts = (value: Texts | null | undefined) => Object.values(value ?? {});
    const all = [
      ...sampleProducts.flatMap((product) => [
        ...texts(product.name),
        ...texts(product.story),
        ...texts(product.saleUnit),
        ...product.aliases,
        ...product.variants.flatMap((variant) => [...texts(variant.name), ...variant.aliases]),
        ...Object.values(product.facts).flatMap(texts),
      ]),
      ...sampleUnits.flatMap((unit) => [...texts(unit.name), ...texts(unit.about)]),
      ...texts(sampleStand.name),
    ];
    expect(all.length).toBeGreaterThan(100);
    expect(all.flatMap((text) => doubtsIn(text).map(({ passage }) => `${passage}: ${text}`))).toEqual([]);
  });
});
