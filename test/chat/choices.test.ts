import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WHATSAPP_CLOUD } from '../../bots/whatsapp-cloud/capabilities.ts';
import { nextNumber, resolveQuoted } from '../../src/chat/choices.ts';
import type { Offer } from '../../src/chat/facts.ts';
import type { ListedChoice } from '../../src/chat/message.ts';
import { fitTo } from '../../src/chat/render.ts';
import { WHATSAPP_WEB } from '../../src/web/bridge-render.ts';

const labelled = (...labels: string[]): ListedChoice[] =>
  labels.map((label) => ({ id: `help ${label}`, label }));

describe('numbers of open notices', () => {
  /** What happens in one chat: a notice with so many choices comes, or the one at this place is answered. */
  const happenings = fc.array(
    fc.oneof(
      fc.record({
        comes: fc.integer({ min: 1, max: 14 }),
        on: fc.constantFrom(WHATSAPP_WEB, WHATSAPP_CLOUD),
      }),
      fc.record({ answered: fc.nat({ max: 9 }) }),
    ),
    { maxLength: 40 },
  );

  it('never overlap, begin at 1 when nothing is open, and name what they stand before', () => {
    fc.assert(
      fc.property(happenings, (all) => {
        let open: { from: number; count: number }[] = [];
        for (const happening of all) {
          if ('answered' in happening) {
            open = open.filter((_, index) => index !== happening.answered % Math.max(1, open.length));
            continue;
          }
          const choices = labelled(...Array.from({ length: happening.comes }, (_, n) => `Pilihan ${n}`));
          const from = nextNumber(open);
          if (open.length === 0) expect(from).toBe(1);
          const [fitted] = fitTo(
            { text: 'Pesanan baru', choices },
            happening.on,
            { openList: 'Pilih' },
            from,
          );
          if (fitted?.shown?.as !== 'numbers') continue;
          open.push({ from: fitted.shown.from, count: choices.length });
          for (const [index, { label }] of choices.entries())
            expect(fitted.text).toMatch(new RegExp(`^${from + index}\\. ${label}$`, 'm'));
        }
        const numbers = open.flatMap(({ from, count }) => Array.from({ length: count }, (_, n) => from + n));
        expect(new Set(numbers).size).toBe(numbers.length);
      }),
      { numRuns: 300, seed: 1 },
    );
  });
});

describe('a reply to a message', () => {
  const offer: Offer = { id: 1, choices: labelled('Terima', 'Tolak', 'Nomor pemesan'), from: 4 };
  it.each([
    ['5', 'Tolak'],
    ['#4', 'Terima'],
    ['yang kedua', 'Tolak'],
    ['2', 'Tolak'],
    ['tolak', 'Tolak'],
    ['7', undefined],
    ['0', undefined],
  ])('that says "%s" means %s', (text, label) => {
    expect(resolveQuoted(text, offer)?.label).toBe(label);
  });
});

describe('a list without buttons', () => {
  const choices: ListedChoice[] = [
    {
      id: 'open-product 1',
      label: 'Keripik tempe',
      listed: { line: '1. Keripik tempe – Rp15.000', more: 'Rp15.000', head: 'Camilan' },
    },
    { id: 'list-units', label: 'Menurut unit' },
  ];

  it('says each choice once, with what is known of it', () => {
    expect(fitTo({ text: 'Produk', choices }, WHATSAPP_WEB)[0]?.text).toBe(
      'Produk\n\nCamilan\n1. Keripik tempe\n   Rp15.000\n2. Menurut unit',
    );
  });

  it('has amounts in a row, which are what they say', () => {
    const [fitted] = fitTo(
      { text: 'Berapa?', choices: labelled('1', '2', '3', 'Batal') },
      WHATSAPP_WEB,
      {},
      7,
    );
    expect(fitted?.text).toBe('Berapa?\n\n1 · 2 · 3\n10. Batal');
  });

  it('is written in words where numbers would be said to a person', () => {
    const message = { text: 'Anda mengobrol dengan Pak Budi.', choices: labelled('Selesai'), inWords: true };
    const [fitted] = fitTo(message, WHATSAPP_WEB, { write: (label) => `Tulis “${label}”` });
    expect(fitted?.text).toBe('Anda mengobrol dengan Pak Budi.\n\nTulis “Selesai”');
    expect(fitted?.shown).toEqual({ as: 'words' });
  });
});
