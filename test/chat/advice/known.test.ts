/** A language model is told what code looked up, and nothing that it may not speak of. */
import { describe, expect, test } from 'vitest';
import { adviceQuestion } from '../../../src/chat/advice/known.ts';
import type { Fact, Product, Snapshot } from '../../../src/shop/catalogue.ts';
import { sampleSnapshot } from '../../support/catalogue.ts';
import { NOW, testCopy } from '../../support/factories.ts';

function known(snapshot: Snapshot, about: readonly number[], language = 'id') {
  const wording = { snapshot, say: testCopy.in(language), language, now: NOW };
  return adviceQuestion(wording, { text: 'cocok?', about }, null).known;
}

function fact(attribute: Fact['attribute'], text: string, validUntil: number | null = null): Fact {
  return { attribute, value: { id: text, en: `${text} (en)` }, confirmedBy: 'x', confirmedAt: 1, validUntil };
}

function withBag(change: Partial<Product>, rest: Partial<Snapshot> = {}): Snapshot {
  const sample = sampleSnapshot();
  const products = sample.products.map((each) => (each.id === 5 ? { ...each, ...change } : each));
  return { ...sample, products, ...rest };
}

describe('of a product in mind', () => {
  const bag = withBag({
    story: { id: 'Pita disulam.', en: 'Ribbons are embroidered.' },
    facts: [
      fact('material', 'kain kanvas'),
      fact('colour', 'merah', NOW),
      fact('halal', 'sudah'),
      fact('expiry', 'tahun depan'),
      { ...fact('size', ''), value: null },
    ],
  });

  test('what it is, its story and its facts are told in the language of whoever asks', () => {
    const texts = (language: string) =>
      Object.fromEntries(known(bag, [5], language).map(({ id, text }) => [id, text]));
    expect(texts('id')).toMatchObject({
      p5: 'Kerajinan, Lapas Perempuan Kelas IIA Tangerang',
      'p5.how-it-is-had': 'dibuat dulu, lalu diambil',
      'p5.story': 'Pita disulam.',
      'p5.material': 'kain kanvas',
    });
    expect(texts('en')).toMatchObject({ 'p5.story': 'Ribbons are embroidered.' });
  });

  test('what has run out, is unknown, or would have to be believed is not', () => {
    const ids = known(bag, [5]).map(({ id }) => id);
    for (const each of ['colour', 'size', 'halal', 'expiry']) expect(ids).not.toContain(`p5.${each}`);
  });

  test('nothing of the others is', () => {
    expect(known(bag, [5]).every(({ id }) => id.startsWith('p5') || id.startsWith('stand'))).toBe(true);
  });
});

test('of none in mind, all are told by name, kind and maker', () => {
  const ids = known(sampleSnapshot(), []).map(({ id }) => id);
  expect(ids).toEqual(['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'stand.place', 'stand.hours']);
});

test('of the stand, place, hours and how one pays are told; money is not', () => {
  const { stand } = sampleSnapshot();
  const settled = (payment: string) =>
    known(withBag({}, { stand: { ...stand, payment: { id: payment } } }), []);
  expect(settled('Bayar tunai saat diambil.').find(({ id }) => id === 'stand.payment')?.text).toBe(
    'Bayar tunai saat diambil.',
  );
  expect(settled('Bayar Rp5.000 di muka.').map(({ id }) => id)).not.toContain('stand.payment');
  expect(settled('x').find(({ id }) => id === 'stand.hours')?.text).toContain('08.00–15.00');
});

test('no price and no stock of the catalogue is told of anything', () => {
  for (const about of [[], [1], [1, 2], [3, 4, 5], [1, 2, 3, 4, 5, 6]])
    expect(JSON.stringify(known(sampleSnapshot(), about))).not.toMatch(/Rp|15\.000|10\.000|harga|stok/i);
});
