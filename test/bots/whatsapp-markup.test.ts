import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toMarkup } from '../../bots/common/whatsapp-markup.ts';
import { BOLD_END, BOLD_START } from '../../src/chat/message.ts';
import { readMarkup } from '../support/whatsapp-text.ts';

const bold = (text: string) => `${BOLD_START}${text}${BOLD_END}`;
const markup = (text: string) => toMarkup(text, 4_096);

describe('bold', () => {
  it.each([
    [`Total: ${bold('Rp 15.000')}`, 'Total: *Rp 15.000*'],
    [`${bold(' spasi ')}di luar`, ' *spasi* di luar'],
    [`${bold('dua\nbaris')}`, '*dua*\n*baris*'],
    [`kata${bold('tengah')}kata`, 'katatengahkata'],
    [bold('   '), '   '],
    [`${BOLD_START}tak ditutup`, '*tak ditutup*'],
    [`tak dibuka${BOLD_END} lalu`, 'tak dibuka lalu'],
    [bold('a * b'), '*a ∗ b*'],
  ])('of %j is %j', (text, expected) => {
    expect(markup(text)).toBe(expected);
  });

  it('is left out where its marks would make a text too long', () => {
    expect(toMarkup(bold('dua\nbaris'), 12)).toBe('dua\nbaris');
  });
});

describe('what somebody else wrote', () => {
  it.each([
    ['*bintang* _garis_ ~coret~ `kode`', '∗bintang∗ ˍgarisˍ ∼coret∼ ˋkodeˋ'],
    ['harga 5* dan *Total', 'harga 5∗ dan ∗Total'],
    ['a_b*c 2 * 3', 'a_b*c 2 * 3'],
    ['https://t.me/bot?start=_x_ *', 'https://t.me/bot?start=_x_ *'],
    ['```', 'ˋˋˋ'],
  ])('%j takes no effect: %j', (text, expected) => {
    expect(markup(text)).toBe(expected);
  });

  it('can neither fake bold nor break it', () => {
    const word = fc.constantFrom('*', '**', '_', '~', '`', '```', 'kata', ' ', '\n', '.', 'a*', '*b', '🌸');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), fc.array(word, { maxLength: 12 }), (before, after) => {
        const [front, back] = [before.join(''), after.join('')];
        const read = readMarkup(markup(`${front} ${bold('Total')} ${back}`));
        expect(read).toEqual({ text: `${front} Total ${back}`, bold: ['Total'], otherwise: [] });
      }),
      { numRuns: 500, seed: 5 },
    );
  });
});
