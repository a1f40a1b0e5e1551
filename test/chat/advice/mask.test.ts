/** What is personal does not leave the house. */
import { describe, expect, test } from 'vitest';
import { adviceQuestion } from '../../../src/chat/advice/known.ts';
import { sampleSnapshot } from '../../support/catalogue.ts';
import { NOW, testCopy } from '../../support/factories.ts';

const wording = { snapshot: sampleSnapshot(), say: testCopy.in('id'), language: 'id', now: NOW };

function sent(text: string, name: string | null = null): string {
  return adviceQuestion(wording, { text, about: [5] }, name).text;
}

describe('is masked before a question is sent', () => {
  test.each([
    ['a NIK', 'nik saya 3671012345678901, tasnya cocok?', 'nik saya •••, tasnya cocok?'],
    ['a passport', 'paspor X1234567 cocok?', 'paspor ••• cocok?'],
    ['a phone number', 'wa saya 0812-3456-7890 ya', 'wa saya ••• ya'],
    ['a phone number abroad', 'call +62 (812) 3456 789', 'call •••'],
    ['an account', 'ke bca 12345 ya?', 'ke bca ••• ya?'],
    ['an order code', 'yang R4K-7NP itu?', 'yang ••• itu?'],
    ['an order code without a dash', 'yang r4k7np itu?', 'yang ••• itu?'],
    ['an order code with a space', 'yang R4K 7NP itu?', 'yang ••• itu?'],
    ['a mail address', 'kirim ke siti.a@mail.id bisa?', 'kirim ke ••• bisa?'],
    ['a user name', 'ig @siti_a ya?', 'ig ••• ya?'],
    ['a link', 'lihat https://x.id/a?b=1 ya?', 'lihat ••• ya?'],
    ['an introduced name', 'atas nama budi, tasnya cocok?', 'atas nama •••, tasnya cocok?'],
    ['two words of one', 'atas nama budi santoso, tasnya cocok?', 'atas nama ••• •••, tasnya cocok?'],
    ['a whole name in front', 'Andi Wijaya yang buat?', '••• ••• yang buat?'],
    ['a name in English', 'my name is budi, is it nice?', 'my name is •••, is it nice?'],
    ['a whole name', 'kata Andi Wijaya tasnya bagus?', 'kata ••• ••• tasnya bagus?'],
    ['a name behind a title', 'itu buatan bu rina ya?', 'itu buatan bu ••• ya?'],
    ['a name behind "kak"', 'kak Rina, ini cocok?', 'kak •••, ini cocok?'],
  ])('%s', (_, text, expected) => {
    expect(sent(text)).toBe(expected);
  });

  test('the name of whoever asks, however it is written', () => {
    expect(sent('siti mau tanya, cocok buat AMINAH ga?', 'Siti Aminah')).toBe(
      '••• mau tanya, cocok buat ••• ga?',
    );
  });
});

test.each([
  'Tasnya cocok buat kado ibu ga?',
  'apa bedanya Batako sama Paving Block?',
  'Kak, awet berapa tahun?',
  'pak awet ga?',
  'ukurannya 30 x 25 cm?',
  'kue dan kertak cocok?',
  'APAKAH TASNYA TAHAN AIR?',
  'Is the ribbon bag a nice gift?',
])('what is not personal stays: %s', (text) => {
  expect(sent(text)).toBe(text);
});
