/** The way back from words to a choice that was offered: by number, by "yang kedua", by label. */
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

function position(text: string): number | null {
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
  const labelled = byLabel(text, choices);
  if (labelled) return labelled;
  const place = position(text.trim().toLowerCase());
  return place === null ? undefined : choices[place - 1];
}
