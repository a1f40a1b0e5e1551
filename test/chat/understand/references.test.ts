import { describe, expect, it } from 'vitest';
import { saysAgain, saysBoth, withoutBoth } from '../../../src/chat/understand/references.ts';

describe('words that point back', () => {
  it.each([
    ['dua-duanya 2', '2'],
    ['mau dua2nya dong', 'mau dong'],
    ['duaduanya berapa?', 'berapa?'],
    ['keduanya satu', 'satu'],
    ['both of them please', 'please'],
  ])('"%s" means both', (text, rest) => {
    expect(saysBoth(text)).toBe(true);
    expect(withoutBoth(text)).toBe(rest);
  });

  it.each(['2 keripik', 'yang kedua', 'dua aja', 'botol'])('"%s" does not', (text) => {
    expect(saysBoth(text)).toBe(false);
  });

  it.each([
    'ulang pesanan kemarin',
    'ulangi pesenan yang tadi',
    'pesan lagi kayak kemarin dong',
    'mau yang kemaren lagi',
    'order kayak kemarin',
    'same as last time please',
    'repeat my last order',
  ])('"%s" wants the same again', (text) => {
    expect(saysAgain(text)).toBe(true);
  });

  it.each(['kemarin beli 2', 'pesan keripik 2 lagi', 'pesanan kemarin gimana?', 'besok saya ambil'])(
    '"%s" does not',
    (text) => {
      expect(saysAgain(text)).toBe(false);
    },
  );
});
