/** Sentences made rougher, as thumbs and hurry make them; with the same random numbers always the same. */

type Random = () => number;

function pick<T>(list: readonly T[], random: Random): T {
  return list[Math.floor(random() * list.length)] as T;
}

/** What stands for any product or quantity in a sentence of the training set. */
const PRODUCTS = [
  'keripik tempe',
  'kripik tempe',
  'keripik',
  'tempe chips',
  'kerajinan',
  'gantungan kunci',
  'ganci',
  'miniatur kapal',
  'kapal',
  'paving block',
  'paving',
  'conblock',
  'batako',
  'tas sulam pita',
  'tas sulam',
  'tas',
  'sepatu',
];
const QUANTITIES = [
  '1',
  '2',
  '3',
  '4',
  '5',
  '10',
  '20',
  '50',
  '100',
  '500',
  'satu',
  'dua',
  'tiga',
  'selusin',
];

export function fillPlaceholders(text: string, random: Random): string {
  return text
    .replaceAll('{P}', () => pick(PRODUCTS, random))
    .replaceAll('{N}', () => pick(QUANTITIES, random));
}

type Slip = (text: string, at: number) => string;

const SLIPS: readonly Slip[] = [
  // A letter left out, doubled, or exchanged with the next.
  (text, at) => text.slice(0, at) + text.slice(at + 1),
  (text, at) => text.slice(0, at) + (text[at] ?? '') + text.slice(at),
  (text, at) => text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2),
  // No marks, no capitals; a vowel swallowed; two words run together.
  (text) => text.replace(/[?.!,]/g, ''),
  (text) => text.toLowerCase(),
  (text, at) => text.slice(0, at) + text.slice(at).replace(/[aiueo](?=[a-z])/, ''),
  (text, at) => text.slice(0, at) + text.slice(at).replace(' ', ''),
];

/** One or two slips, or none at all. */
export function roughen(text: string, random: Random): string {
  let rough = text;
  for (let slips = Math.floor(random() * 3); slips > 0; slips -= 1) {
    rough = pick(SLIPS, random)(rough, Math.floor(random() * rough.length));
  }
  return rough;
}
