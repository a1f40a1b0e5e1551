import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WHATSAPP_CLOUD } from '../../../bots/whatsapp-cloud/capabilities.ts';
import { contentOf, plainContentOf } from '../../../bots/whatsapp-cloud/render.ts';
import { BOLD_END, BOLD_START, type Choice, type Message } from '../../../src/chat/message.ts';
import { fitTo } from '../../../src/chat/render.ts';

const WORDS = { openList: 'Pilih' };

function labelled(...labels: string[]): Choice[] {
  return labels.map((label, n) => ({ id: `open-product ${n}`, label }));
}

function contents(message: Message, words: { openList?: string } = WORDS) {
  return fitTo(message, WHATSAPP_CLOUD, words).map((fitted) =>
    contentOf(fitted, fitted.photo === null ? null : 'media-1'),
  );
}

const kindsOf = (message: Message) =>
  contents(message).map(({ type, interactive }) =>
    type === 'interactive' ? (interactive as { type: string }).type : type,
  );

describe('choices', () => {
  it('are buttons where they are few and short', () => {
    expect(contents({ text: 'Lanjut?', choices: labelled('Ya', 'Tidak') })).toEqual([
      {
        type: 'interactive',
        interactive: {
          type: 'button',
          body: { text: 'Lanjut?' },
          action: {
            buttons: [
              { type: 'reply', reply: { id: 'open-product 0', title: 'Ya' } },
              { type: 'reply', reply: { id: 'open-product 1', title: 'Tidak' } },
            ],
          },
        },
      },
    ]);
  });

  it('are a list where they are more, or longer, and none is cut without being shown whole', () => {
    const label = 'Lapas Perempuan Kelas IIA Tangerang';
    expect(contents({ text: 'Unit:', choices: labelled('Rutan', label) })).toEqual([
      {
        type: 'interactive',
        interactive: {
          type: 'list',
          body: { text: 'Unit:' },
          action: {
            button: 'Pilih',
            sections: [
              {
                rows: [
                  { id: 'open-product 0', title: 'Rutan' },
                  { id: 'open-product 1', title: 'Lapas Perempuan Kelas I…', description: label },
                ],
              },
            ],
          },
        },
      },
    ]);
  });

  it.each([
    ['three of twenty characters', labelled('a'.repeat(20), 'b', 'c'), ['button']],
    ['one of twenty-one', labelled('a'.repeat(21)), ['list']],
    ['four', labelled('1', '2', '3', '4'), ['list']],
    ['ten', labelled(...'abcdefghij'), ['list']],
    ['eleven', labelled(...'abcdefghijk'), ['text']],
    ['one that no description holds', labelled('a'.repeat(73)), ['text']],
    ['two with the same label', labelled('Ini', 'Ini'), ['text']],
    ['two that begin alike', labelled(`${'a'.repeat(30)}1`, `${'a'.repeat(30)}2`), ['text']],
  ])('%s', (_, choices, kinds) => {
    expect(kindsOf({ text: 'Pilih:', choices })).toEqual(kinds);
  });

  it('are numbers where nobody says how a list is opened', () => {
    const [fitted] = fitTo({ text: 'Pilih:', choices: labelled(...'abcd') }, WHATSAPP_CLOUD);
    expect(fitted?.text).toBe('Pilih:\n\n1. a\n2. b\n3. c\n4. d');
    // A reply that quotes the message finds them there.
    expect(fitted?.choices).toHaveLength(4);
  });

  it('become numbers when the message goes in words alone', () => {
    const [fitted] = fitTo({ text: 'Lanjut?', choices: labelled('Ya', 'Tidak') }, WHATSAPP_CLOUD);
    if (!fitted) throw new Error('Nothing was fitted.');
    expect(plainContentOf(fitted)).toMatchObject({
      type: 'text',
      text: { body: 'Lanjut?\n\n1. Ya\n2. Tidak' },
    });
  });
});

describe('a picture', () => {
  it('takes its words along', () => {
    expect(contents({ text: 'Keripik', photo: 'hash' })).toEqual([
      { type: 'image', image: { id: 'media-1', caption: 'Keripik' } },
    ]);
  });

  it('stands above buttons, beside a list, and over a text that is too long for it', () => {
    const photo = 'hash';
    expect(kindsOf({ text: 'Keripik', photo, choices: labelled('Pesan') })).toEqual(['button']);
    expect(kindsOf({ text: 'Keripik', photo, choices: labelled(...'abcd') })).toEqual(['image', 'list']);
    expect(kindsOf({ text: 'a'.repeat(1_025), photo })).toEqual(['image', 'text']);
    expect(kindsOf({ text: 'Keripik', photo, choices: labelled(...'abcdefghijk') })).toEqual(['image']);
  });
});

describe('whatever is said', () => {
  const word = fc.constantFrom(
    'kata',
    'panjang '.repeat(40),
    '\n',
    '\n\n',
    '. ',
    ' ',
    '🌸',
    `${BOLD_START}tebal`,
    BOLD_END,
  );
  const text = fc
    .array(word, { minLength: 1, maxLength: 80 })
    .map((words) => `Mulai ${words.join('')} selesai`);
  const label = fc.string({ minLength: 1, maxLength: 90 }).map((rest) => `L${rest}`);
  const choices = fc.array(label, { maxLength: 14 }).map((labels) => labelled(...labels));

  it('keeps within the limits, loses no letter and no choice', () => {
    const letters = (said: string) => said.replaceAll(/[\s\uE000\uE001]/g, '');
    fc.assert(
      fc.property(text, choices, fc.boolean(), (said, offered, hasPhoto) => {
        const message = { text: said, choices: offered, ...(hasPhoto ? { photo: 'hash' } : {}) };
        const fitted = fitTo(message, WHATSAPP_CLOUD, WORDS);
        for (const each of fitted) {
          const isPressed = each.choices.length > 0 && each.shown?.as !== 'numbers';
          const limit = isPressed || each.photo !== null ? 1_024 : 4_096;
          expect(each.text.length).toBeLessThanOrEqual(limit);
          expect(each.text).not.toMatch(/\p{Surrogate}/u);
        }
        expect(letters(fitted.map((each) => each.text).join('')).startsWith(letters(said))).toBe(true);
        expect(fitted.flatMap((each) => each.choices)).toEqual(offered);
      }),
      { numRuns: 300, seed: 6 },
    );
  });
});

describe('a long text', () => {
  it('has its choices under an end that is short enough for them', () => {
    const text = Array.from({ length: 500 }, (_, n) => `Kalimat ${n}.`).join(' ');
    const sent = contents({ text, choices: labelled('Ya') });
    expect(sent.map(({ type }) => type)).toEqual(['text', 'text', 'interactive']);
    const end = JSON.stringify(sent[2]);
    expect(end).toContain('Kalimat 499.');
    expect(end.length).toBeGreaterThan(400);
    expect(sent[2]).toMatchObject({
      interactive: { body: { text: expect.stringMatching(/^.{256,1024}$/) } },
    });
  });
});
