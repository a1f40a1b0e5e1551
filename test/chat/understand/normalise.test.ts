import { describe, expect, it } from 'vitest';
import { normalise } from '../../../src/chat/understand/normalise.ts';
import { readUnderstand } from '../../../src/node/understand.ts';
import { sampleSnapshot } from '../../support/catalogue.ts';

const understand = readUnderstand();

const words = (text: string) =>
  normalise(text)
    .tokens.map((token) => token.number ?? token.word)
    .join(' ');

describe('typed words get one spelling', () => {
  it.each([
    ['brp hrg kripiknya', 'berapa harga keripik'],
    ['makasiiiih minn', 'makasih min'],
    ['gajadi pesen yg td', 'tidak jadi pesan yang tadi'],
    ['oleh2', 'oleh oleh'],
    ['sebungkus', '1 bungkus'],
    ['tanya punya hanya', 'tanya punya hanya'],
    ['BERAPA?!', 'berapa ? ,'],
    ['250 g', '250 g'],
    ["I'd like", 'i would like'],
  ])('%s → %s', (text, expected) => {
    expect(words(text)).toBe(expected);
  });

  it('takes phone numbers, identity numbers and links out of the words', () => {
    expect(normalise('wa 081234567890')).toMatchObject({ phone: true });
    expect(words('wa 081234567890')).toBe('wa');
    expect(words('nik 3671234567890001')).toBe('nik');
    expect(words('https://contoh.test/2')).toBe('httplink');
    expect(words('12.500.000')).toBe('12500000');
  });
});

describe('the catalogue of the moment', () => {
  it('is what products are found in', () => {
    const all = sampleSnapshot();
    const fewer = sampleSnapshot({ products: all.products.filter(({ slug }) => slug !== 'batako') });
    expect(understand('batako ada?', undefined, all).items).toEqual([{ product: 'batako', qty: null }]);
    expect(understand('batako ada?', undefined, fewer).items).toEqual([]);
  });

  it('does not turn a word that rules listen for into a product', () => {
    const products = sampleSnapshot().products.map((each) =>
      each.slug === 'kerajinan' ? { ...each, aliases: [...each.aliases, 'ship'] } : each,
    );
    const heard = understand('do you ship to Singapore?', undefined, sampleSnapshot({ products }));
    expect(heard).toMatchObject({ intent: 'ask_delivery', items: [] });
  });
});
