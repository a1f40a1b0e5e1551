import { describe, expect, it } from 'vitest';
import {
  afterThatIsAll,
  readLanguageWish,
  readQuoteAnswer,
  saysThatIsAll,
} from '../../../src/chat/understand/on-the-way.ts';

describe('turns of speech on the way to an order', () => {
  it.each([
    'itu aja',
    'udah',
    'dah itu doang',
    'yaudah lanjut pesan',
    'ok check out',
    'wis iku wae',
    "that's all",
    'udah, checkout',
  ])('"%s" is all', (text) => expect(saysThatIsAll(text)).toBe(true));

  it.each(['ya', 'oke', 'itu aja berapa?', 'lanjut kapan?', 'udah pesan tadi', 'keripik aja'])(
    '"%s" is not',
    (text) => expect(saysThatIsAll(text)).toBe(false),
  );

  it('what is said behind it is not lost', () => {
    expect(afterThatIsAll('oke lanjut, atas nama Siti ya')).toBe('atas nama Siti ya');
    expect(afterThatIsAll('oke lanjut')).toBeNull();
  });

  it.each([
    ['english', 'en'],
    ['sorry, can we do this in english?', 'en'],
    ['pakai bahasa indonesia aja deh', 'id'],
    ['made in indonesia?', null],
    ['kak ini produk indonesia ya, pake apa?', null],
  ])('"%s" wishes for the language %s', (text, language) => {
    expect(readLanguageWish(text)).toBe(language);
  });

  it.each([
    ['oke setuju harganya', 'take'],
    ['deal', 'take'],
    ['ya udah saya tolak aja penawarannya', 'decline'],
    ['belum setuju nih', 'decline'],
    ['terima kasih', null],
    ['kalau setuju gimana?', null],
  ])('"%s" to a quote is %s', (text, answer) => {
    expect(readQuoteAnswer(text)).toBe(answer);
  });
});
