import { describe, expect, it } from 'vitest';
import { readAmount } from '../../../src/chat/understand/amounts.ts';

describe('an amount of rupiah', () => {
  it.each([
    ['150rb', 150_000],
    ['150 ribu', 150_000],
    ['150k', 150_000],
    ['Rp 1.250.000', 1_250_000],
    ['rp1.250.000', 1_250_000],
    ['Rp. 15.000,-', 15_000],
    ['IDR 1,250,000', 1_250_000],
    ['1.250.000,00', 1_250_000],
    ['150000', 150_000],
    ['1,5 juta', 1_500_000],
    ['1.5jt', 1_500_000],
    ['2 juta 500 ribu', 2_500_000],
    ['harganya 75rb ya bu', 75_000],
    ['Rp150.000 saja', 150_000],
    ['1 miliar', 1_000_000_000],
    ['0', 0],
    ['-5000', -5000],
    ['Rp -5.000', -5000],
  ])('reads %s', (text, amount) => {
    expect(readAmount(text)).toBe(amount);
  });

  it.each([
    [''],
    ['mahal'],
    ['1,5'],
    ['1.5'],
    ['15.00'],
    ['1.250 juta'],
    ['100rb-150rb'],
    ['100 ribu atau 150 ribu'],
    ['1 juta 500'],
    ['500 ribu 2 juta'],
    ['150 200'],
    ['150rb untuk 2'],
    ['1.25.000'],
    ['0,0005 ribu'],
  ])('does not guess at "%s"', (text) => {
    expect(readAmount(text)).toBeNull();
  });
});
