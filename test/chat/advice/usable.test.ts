/** What a language model said is shown only where it is short, plain and made of what it was told. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AdviceQuestion } from '../../../src/chat/advice/advice.ts';
import { MAX_ANSWER, usableAdvice } from '../../../src/chat/advice/usable.ts';

const QUESTION: AdviceQuestion = {
  text: 'cocok buat kado ga?',
  language: 'id',
  known: [
    {
      id: 'p5.story',
      of: 'Tas sulam pita',
      what: 'story',
      text: 'Pita disulam satu per satu dengan tangan di Lapas Perempuan, lalu dijahit menjadi tas.',
    },
    { id: 'p5.size', of: 'Tas sulam pita', what: 'size', text: '30 x 25 cm' },
    {
      id: 'p5.en',
      of: 'Ribbon bag',
      what: 'story',
      text: 'The ribbons are embroidered by hand, one by one, and sewn into a bag.',
    },
    { id: 'stand.hours', of: 'Gerai', what: 'hours', text: 'Senin: 08.00–15.00; Selasa: 08.00–15.00' },
  ],
};

const ALL = QUESTION.known.map(({ id }) => id);

function judge(answer: string | null, facts: readonly string[] = ['p5.story', 'p5.size']) {
  const usable = usableAdvice(QUESTION, { answer, facts });
  return 'text' in usable ? usable.text : { dropped: usable.unusable };
}

describe('is shown', () => {
  test.each([
    'Tas ini disulam dengan tangan, satu per satu, jadi bisa cocok untuk kado.',
    'Ukuran tasnya 30 x 25 cm.',
    'Salah satu tas di gerai ini disulam dengan pita.',
    'Pitanya disulam dengan tangan di Lapas Perempuan.',
  ])('%s', (answer) => {
    expect(judge(answer)).toBe(answer);
  });

  test('in English, too', () => {
    const answer = 'Yes, the bag is embroidered by hand, so it makes a personal gift.';
    expect(judge(answer, ['p5.en'])).toBe(answer);
  });

  test('in one line', () => {
    expect(judge(' Tas ini disulam\n\ndengan tangan. ')).toBe('Tas ini disulam dengan tangan.');
  });
});

describe('is dropped', () => {
  const DROPPED: readonly (readonly [string, string | null])[] = [
    ['no answer', null],
    ['no answer', '  '],
    ['length', `Tas ini disulam dengan tangan ${'dan pita '.repeat(50)}`],
    ['characters', '**Tas** ini disulam dengan tangan.'],
    ['characters', 'Tas ini disulam dengan tangan 😀'],
    ['characters', 'Tas ini disulam, hаlal.'],
    ['characters', 'Tas ini disulam dengan tangan ①'],
    ['characters', '<b>Tas</b> ini disulam dengan tangan.'],
    ['characters', 'Tas ini $5, disulam dengan tangan.'],
    ['link', 'Tas ini disulam dengan tangan, lihat gerai-murni.id'],
    ['link', 'Tas ini disulam dengan tangan, lihat http://t'],
    ['topic', 'Tas ini disulam dengan tangan, harganya murah.'],
    ['topic', 'Tas ini disulam dengan tangan, Rp 30 saja.'],
    ['topic', 'Tas ini disulam dengan tangan, hanya 30 ribu.'],
    ['topic', 'Tas ini disulam dengan tangan, gratis.'],
    ['topic', 'Tas ini disulam dengan tangan dan ada diskon.'],
    ['topic', 'Tas ini disulam dengan tangan, stoknya masih ada.'],
    ['topic', 'Tas ini disulam dengan tangan, tinggal 30.'],
    ['topic', 'The bag is sewn by hand and available.'],
    ['topic', 'Tas disulam dengan tangan. Pesanan dicatat.'],
    ['topic', 'Tas disulam dengan tangan, sudah saya simpankan.'],
    ['topic', 'The bag is sewn by hand; I have put one aside.'],
    ['topic', 'The bag is sewn by hand and will be sent to you.'],
    ['topic', 'Tas disulam dengan tangan dan halal.'],
    ['topic', 'Tas disulam dengan tangan dan hàlal.'],
    ['topic', 'Tas disulam dengan tangan dan h a l a l.'],
    ['topic', 'Tas disulam dengan tangan, nomor P-IRT 30 25.'],
    ['topic', 'Tas disulam dengan tangan, aman untuk bayi.'],
    ['topic', 'Tas disulam dengan tangan oleh narapidana.'],
    ['topic', 'The bag is sewn by hand by inmates.'],
    ['topic', 'Tas disulam dengan tangan, transfer ke rekening.'],
    ['number', 'Tas ini disulam dengan tangan, 45 buah.'],
    ['number', 'Tas ini disulam dengan tangan, 30.25 cm.'],
    ['number', 'Tas ini disulam dengan tangan dalam empat hari.'],
    ['number', 'The bag is sewn by hand in twelve days.'],
    ['number', 'Tas ini disulam dengan tangan, tipe K300.'],
    ['name', 'Tas ini disulam dengan tangan oleh Andi.'],
    ['name', 'Andi menyulam tas ini dengan tangan.'],
    ['name', 'Tas ini disulam dengan tangan di Surabaya.'],
    ['not grounded', 'Bisa.'],
    ['not grounded', 'Tas ini menyala berwarna terang, mengapung di lautan, tembus pandang, anti gores.'],
  ];

  test.each(DROPPED)('for %s: %s', (why, answer) => {
    expect(judge(answer)).toEqual({ dropped: why });
  });

  test('where it names no fact, or one that was not sent', () => {
    const answer = 'Tas ini disulam dengan tangan.';
    expect(judge(answer, [])).toEqual({ dropped: 'facts' });
    expect(judge(answer, ['p6'])).toEqual({ dropped: 'facts' });
    expect(judge(answer, ['p5.story', 'p6'])).toEqual({ dropped: 'facts' });
  });

  test('where the number is in a fact that it does not name', () => {
    expect(judge('Tas ini disulam dengan tangan, 30 x 25 cm.', ['p5.story'])).toEqual({ dropped: 'number' });
  });
});

test('whatever comes back, what is shown is short and has no digits of its own', () => {
  const told = QUESTION.known.map(({ text }) => text).join(' ');
  const piece = fc.oneof(
    fc.constantFrom('Tas', 'disulam', 'dengan', 'tangan', 'pita', 'halal', 'Rp', 'dicatat', 'http://x.id'),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
    fc.nat().map(String),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.subarray(ALL), (pieces, facts) => {
      const shown = judge(pieces.join(' '), facts);
      if (typeof shown !== 'string') return;
      expect(shown.length).toBeLessThanOrEqual(MAX_ANSWER);
      for (const digits of shown.match(/\d+/g) ?? []) expect(told).toContain(digits);
      expect(shown).not.toMatch(/halal|Rp\b|dicatat|\/\//);
    }),
  );
});
