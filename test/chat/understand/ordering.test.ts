import { describe, expect, it } from 'vitest';
import { readUnderstand } from '../../../src/node/understand.ts';
import { sampleSnapshot } from '../../support/catalogue.ts';

const understand = readUnderstand();

const snapshot = sampleSnapshot();
const hear = (text: string) => understand(text, undefined, snapshot);

describe('a message orders', () => {
  it.each([
    'Bang, saya pesen keripiknya 4 ya buat dibawa pulang',
    'keripik 10',
    'boleh minta gantungan kunci 3?',
    'mau dong miniatur kapalnya satu',
    'tolong siapkan 6 bungkus keripik',
    'jangan batako, paving saja 50',
    'order:\n- keripik 4\n- gantungan kunci 1',
    'mau pesan keripik 2, kirim ke serpong ya',
    'batako ada? saya ambil 100',
    'aku mau pesan',
    "I'll take two keychains please",
    'could I get 3 packs of tempeh chips?',
    'two hundred concrete blocks please',
  ])('where it clearly wants something: %s', (text) => {
    expect(hear(text).intent).toBe('place_order');
  });

  it.each([
    'keripik 2 berapa?',
    'kalau beli 3 gantungan kunci jadinya berapa ya',
    'keripik 20 bungkus ada?',
    'paving masih ready? butuh 50 meter',
    'minimal order keripik berapa',
    'how much for 2 packs of chips',
  ])('and never by asking: %s', (text) => {
    expect(hear(text).intent).toMatch(/^ask_/);
  });

  it.each([
    'kemarin saya beli 2 keripik enak banget',
    'saya tidak mau pesan keripik',
    'belum mau beli keripik 2',
    'kalau saya pesan 2 keripik sekarang',
    'adik saya makan 2 keripik tiap hari',
    'mau tanya soal keripik',
    'keripik tempe gratis 10 ya',
    'keripik 15rb',
    'keripik 15.000',
    'saya mau ambil paspor 2 orang',
    'mau beli pulsa 50',
    'mau order gofood',
    'I bought 2 bags yesterday',
    'if I buy 10 chips',
    "I don't want the chips",
    'saya mau komplain soal keripik 2 bungkus',
  ])('and never by telling: %s', (text) => {
    expect(hear(text).intent).not.toBe('place_order');
  });

  it('is surer of a wish than of a permission asked without a number', () => {
    const wished = hear('saya mau pesan keripik 2');
    const asked = hear('boleh pesan keripik?');
    expect(asked.intent).toBe('place_order');
    expect(asked.confidence).toBeLessThan(wished.confidence);
  });
});

describe('an order is changed', () => {
  it.each([
    ['tambah 2 keripik lagi', 'add', 2],
    ['please add one more keychain', 'add', 1],
    ['batakonya kurangi 10', 'subtract', 10],
    ['keripiknya jadi 5 aja', 'set', 5],
    ['make it 3', 'set', 3],
    ['hapus batakonya', 'remove', null],
    ['ga jadi tasnya', 'remove', null],
    ['remove the keychain', 'remove', null],
  ] as const)('%s: %s', (text, change, qty) => {
    const { intent, change: heard, items } = hear(text);
    expect({ intent, heard, quantities: items.map((item) => item.qty) }).toEqual({
      intent: 'change_order',
      heard: change,
      quantities: [qty],
    });
  });

  it('leaves out of the change what is to stay', () => {
    expect(hear('tasnya ga jadi, keripiknya tetap').items).toEqual([
      { product: 'tas-sulam-pita', qty: null },
    ]);
  });

  it('is given up as a whole where no product is named', () => {
    expect(hear('nggak jadi beli kak').intent).toBe('cancel_order');
    expect(hear('cancel my order').intent).toBe('cancel_order');
  });
});
