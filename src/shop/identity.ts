/**
 * Identity numbers that people send without being asked. They are masked before anything is stored.
 *
 * NIK: 16 digits (Permendagri 72/2022). Indonesian passports: a letter or two and six or seven digits (Direktorat
 * Jenderal Imigrasi); foreign ones differ, so a word for passport before a number masks that too.
 */
const NIK = /(?<!\d)\d(?:[ .-]?\d){15}(?!\d)/g;
const PASSPORT = /(?<![\p{L}\d-])[A-Z]{1,2}\d{6,7}(?![\p{L}\d])/gu;
const AFTER_WORD = /((?:pasport?|passport|paspor)\D{0,20})(?=[A-Z]{0,3}\d)[A-Z\d]{6,12}(?![\p{L}\d])/giu;

const MASK = '•••';

/** The text with every such number masked; the same text where there is none. */
export function maskIdentityNumbers(text: string): string {
  return text.replaceAll(NIK, MASK).replaceAll(AFTER_WORD, `$1${MASK}`).replaceAll(PASSPORT, MASK);
}
