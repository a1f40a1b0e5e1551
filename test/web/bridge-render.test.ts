import { describe, expect, it } from 'vitest';
import { BOLD_END, BOLD_START } from '../../src/chat/message.ts';
import { fitTo } from '../../src/chat/render.ts';
import { toWhatsApp, WHATSAPP_WEB } from '../../src/web/bridge-render.ts';
import { readMarkup } from '../support/whatsapp-text.ts';

const bold = (text: string) => `${BOLD_START}${text}${BOLD_END}`;

describe('a message on WhatsApp', () => {
  it('has bold as WhatsApp writes it, and no other mark that has an effect', () => {
    expect(toWhatsApp({ text: `Pesanan ${bold('K7Q2MXP')} siap` })).toBe('Pesanan *K7Q2MXP* siap');
    expect(readMarkup(toWhatsApp({ text: '*penting* dan _miring_' }))).toEqual({
      text: '*penting* dan _miring_',
      bold: [],
      otherwise: [],
    });
  });

  it('has its choices as a numbered list, none of them dropped', () => {
    const choices = Array.from({ length: 40 }, (_, n) => ({ id: `open-product ${n}`, label: `Produk ${n}` }));
    const [fitted, ...more] = fitTo({ text: 'Pilih:', choices }, WHATSAPP_WEB);
    expect(more).toEqual([]);
    for (const [n, { label }] of choices.entries()) expect(fitted?.text).toContain(`\n${n + 1}. ${label}`);
  });
});
