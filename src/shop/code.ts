/** Order codes can be said aloud: no look-alikes (0 O Q, 1 I L, 2 Z, 5 S, 8 B, G). */
const ALPHABET = 'ACDEFHJKMNPRTUVWXY34679';

/** `R4K-7NP`, from at least six random bytes. */
export function orderCode(bytes: Uint8Array): string {
  const letters = Array.from(bytes.subarray(0, 6), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
  return `${letters.slice(0, 3)}-${letters.slice(3)}`;
}

/** `R4K-7NP-C3X-9AH`: shows that two chats are one person's. Longer than an order's, for it opens what is theirs. */
export function connectCode(ids: { code(): string }): string {
  return `${ids.code()}-${ids.code()}`;
}

/** A connect code in its written form, or null where the text is not one. */
export function readConnectCode(text: string): string | null {
  const groups = text
    .trim()
    .toUpperCase()
    .split(/[\s-]+/);
  return groups.length === 4 && groups.every(isGroup) ? groups.join('-') : null;
}

/** The code in its written form, or null where the text is not one: `r4k7np` → `R4K-7NP`. */
export function readOrderCode(text: string): string | null {
  const parts = /^#?([A-Z0-9]{3})[\s-]?([A-Z0-9]{3})$/.exec(text.trim().toUpperCase());
  if (!parts) return null;
  const [, first = '', last = ''] = parts;
  return isGroup(first) && isGroup(last) ? `${first}-${last}` : null;
}

function isGroup(text: string): boolean {
  return text.length === 3 && [...text].every((letter) => ALPHABET.includes(letter));
}
