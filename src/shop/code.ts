/** Order codes can be said aloud: no look-alikes (0 O Q, 1 I L, 2 Z, 5 S, 8 B, G). */
const ALPHABET = 'ACDEFHJKMNPRTUVWXY34679';

/** `R4K-7NP`, from at least six random bytes. */
export function orderCode(bytes: Uint8Array): string {
  const letters = Array.from(bytes.subarray(0, 6), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
  return `${letters.slice(0, 3)}-${letters.slice(3)}`;
}

/** The code in its written form, or null where the text is not one: `r4k7np` → `R4K-7NP`. */
export function readOrderCode(text: string): string | null {
  const letters = text
    .trim()
    .toUpperCase()
    .replaceAll(/[\s#-]/g, '');
  const known = letters.length === 6 && [...letters].every((letter) => ALPHABET.includes(letter));
  return known ? `${letters.slice(0, 3)}-${letters.slice(3)}` : null;
}
