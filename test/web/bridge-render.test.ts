import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BOLD_END, BOLD_START } from '../../src/chat/message.ts';
import { fitTo } from '../../src/chat/render.ts';
import { toWhatsApp, WHATSAPP_WEB } from '../../src/web/bridge-render.ts';

const bold = (text: string) => `${BOLD_START}${text}${BOLD_END}`;
const JOINER = '\u2060';

describe('a message on WhatsApp', () => {
  it.each([
    ['bold', `Pesanan ${bold('K7Q2MXP')} siap`, 'Pesanan *K7Q2MXP* siap'],
    ['bold over lines', bold('Satu\nDua'), '*Satu*\n*Dua*'],
    ['white space in bold', `a${bold(' b ')}c`, 'a *b* c'],
    ['nothing in bold', bold(' '), ' '],
    ['a mark of theirs', '*penting* dan _miring_', `*${JOINER}penting* dan _${JOINER}miring_`],
    ['a mark of theirs in bold', bold('*x*'), `**${JOINER}x**`],
    ['a link', 'https://x.id/p/tas_sulam_pita', 'https://x.id/p/tas_sulam_pita'],
    ['a sum', '2 * 3 * 4', '2 * 3 * 4'],
  ])('writes %s', (_, text, written) => {
    expect(toWhatsApp({ text })).toBe(written);
  });

  it('has its choices as a numbered list, none of them dropped', () => {
    const choices = Array.from({ length: 40 }, (_, n) => ({ id: `open-product ${n}`, label: `Produk ${n}` }));
    const [fitted, ...more] = fitTo({ text: 'Pilih:', choices }, WHATSAPP_WEB);
    expect(more).toEqual([]);
    for (const [n, { label }] of choices.entries()) expect(fitted?.text).toContain(`\n${n + 1}. ${label}`);
  });

  it('loses no letter of any text', () => {
    const piece = fc.constantFrom(
      'keripik',
      '*',
      '_',
      '~',
      '`',
      '\n',
      ' ',
      '🌸',
      bold('tebal'),
      bold('*a\n b'),
    );
    const letters = (text: string) => text.replaceAll(/[\s*_~`\u2060\uE000\uE001]/gu, '');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        expect(letters(toWhatsApp({ text }))).toBe(letters(text));
      }),
      { numRuns: 500, seed: 1 },
    );
  });
});
