/** The way back from words to a choice that was offered: by number, by "yang kedua", by label. */
import type { Offer } from './facts.ts';
import type { Choice } from './message.ts';

const ORDINALS: readonly RegExp[] = [
  /^(?:yang |yg |nomor |no\.? |nmr )?(?:1|satu|pertama|first|one)(?: aja| saja| ya| dong)?$/,
  /^(?:yang |yg |nomor |no\.? |nmr )?(?:2|dua|kedua|second|two)(?: aja| saja| ya| dong)?$/,
  /^(?:yang |yg |nomor |no\.? |nmr )?(?:3|tiga|ketiga|third|three)(?: aja| saja| ya| dong)?$/,
  /^(?:yang |yg |nomor |no\.? |nmr )?(?:4|empat|keempat|fourth|four)(?: aja| saja| ya| dong)?$/,
  /^(?:yang |yg |nomor |no\.? |nmr )?(?:5|lima|kelima|fifth|five)(?: aja| saja| ya| dong)?$/,
];

/** Labels are compared without marks, case and spaces: "➕ Keripik" is "keripik" and "+ keripik" alike. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}+−-]+/gu, ' ')
    .trim();
}

/** "3", "#3", "yang kedua", "dua": the place in a list, counted from one. */
export function readNumber(said: string): number | null {
  const text = said.trim().toLowerCase();
  const number = /^#?(\d{1,3})[.)]?$/.exec(text);
  if (number) return Number(number[1]);
  const ordinal = ORDINALS.findIndex((pattern) => pattern.test(text));
  return ordinal < 0 ? null : ordinal + 1;
}

export function byLabel(text: string, choices: readonly Choice[]): Choice | undefined {
  const wanted = bare(text);
  if (wanted === '') return undefined;
  return choices.find((each) => bare(each.label) === wanted);
}

/** The choice that the text names, or undefined where it names none. */
export function resolveChoice(text: string, choices: readonly Choice[]): Choice | undefined {
  return byLabel(text, choices) ?? byNumber(text, { choices, from: 1 });
}

/** Choices and the number of the first of them; null: they are buttons, which have none. */
type Numbered = Pick<Offer, 'choices' | 'from'>;

export function byNumber(text: string, { choices, from }: Numbered): Choice | undefined {
  const number = readNumber(text);
  return number === null || from === null ? undefined : choices[number - from];
}

/** Of a message that is quoted, "2" is the choice that has this number there, or else the second. */
export function resolveQuoted(text: string, quoted: Numbered): Choice | undefined {
  return byLabel(text, quoted.choices) ?? byNumber(text, quoted) ?? byNumber(text, { ...quoted, from: 1 });
}

/** The number after all those that are taken: 1 where none is. */
export function nextNumber(open: readonly { readonly from: number; readonly count: number }[]): number {
  return Math.max(1, ...open.map(({ from, count }) => from + count));
}
