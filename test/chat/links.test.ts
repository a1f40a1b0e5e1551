import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { invitationLinks, readStarted, startWords, whatsappLink } from '../../src/chat/links.ts';

const slug = fc.stringMatching(/^[a-z][a-z0-9]{0,9}(-[a-z0-9]{1,9}){0,3}$/);
const words = fc.stringMatching(/^[A-Za-z][\p{L} ,.!?'’–()0-9]{0,80}[\p{L}.!?)]$/u);
const textOf = (link: string) => new URL(link).searchParams.get('text') ?? '';

describe('a link to WhatsApp', () => {
  it('puts words into the chat that are read as what it is about', () => {
    fc.assert(
      fc.property(words, slug, (text, payload) => {
        const link = whatsappLink('6281234567890', startWords(text, payload));
        expect(link).toMatch(/^https:\/\/wa\.me\/6281234567890\?text=[^\s#]+$/);
        expect(readStarted(textOf(link))).toEqual({ payload, text });
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  it('carries an invitation, beside the other ways', () => {
    const code = `inv_${'a1_-'.repeat(6)}`;
    const reach = { web: 'https://gerai.example', telegram: 'gerai_bot', whatsapp: '6281234567890' };
    const links = invitationLinks(reach, 'staff', code);
    expect(links).toHaveLength(3);
    expect(readStarted(textOf(links.find((link) => link.includes('wa.me')) ?? ''))).toEqual({
      payload: code,
    });
    expect(invitationLinks({ web: null, telegram: null, whatsapp: null }, 'staff', code)).toEqual([]);
  });
});

describe('what somebody writes', () => {
  it.each([
    ['/start keripik-tempe', { payload: 'keripik-tempe' }],
    ['/start', { payload: '' }],
    [` inv_${'x'.repeat(36)} `, { payload: `inv_${'x'.repeat(36)}` }],
    ['Halo, mau tanya Batako #batako', { payload: 'batako', text: 'Halo, mau tanya Batako' }],
  ])('starts something: %s', (text, started) => {
    expect(readStarted(text)).toEqual(started);
  });

  it.each([
    'keripik 2',
    '#3',
    'jawab #3',
    '#1 sudah halal',
    'keripik #1 dan #batako',
    'inv_ apa?',
    'mau 2\nbatako #batako',
    '#batako',
    'https://x.id/#batako',
  ])('says what it says: %s', (text) => {
    expect(readStarted(text)).toBeNull();
  });
});
