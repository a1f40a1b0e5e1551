/** What people say who want to see what is kept about them, or to have it erased. */

/** Longer texts speak of something else, too. */
const LONGEST = 90;

const DATA = 'data(?:ku|nya)?|akun(?:ku)?|informasi|riwayat|account|info|information|history';
const OWN = 'saya|aku|gue|gw|ku|kami|pribadi|my|mine|me|personal';
const GOES =
  '(?:di)?(?:hapus|hilang|buang|bersih|musnah)(?:kan|in|lah)?|lupakan|delete|deleted|erase|erased|remove|removed|wipe';

const word = (words: string) => `(?<!\\p{L})(?:${words})(?!\\p{L})`;
const ERASE = new RegExp(
  `${word(GOES)}.{0,30}${word(DATA)}|${word(DATA)}.{0,30}${word(GOES)}|^${word('lupakan|forget')} ${word('saya|aku|me')}`,
  'iu',
);
const MINE = new RegExp(`${word(OWN)}|${word('dataku|akunku')}`, 'iu');
const SEE =
  /^(?:(?:mau|saya|aku|tolong|minta|boleh|bisa|lihat|liat|tampilkan|unduh|download|ekspor|export|kirim|semua|show|send|see|get|please|me|all|of|give|i|want|can|to|know|apa|aja|saja|isi|all) ){0,6}(?:data(?:ku)?|my(?: personal)? data)(?: (?:pribadi|saya|aku|gue|ku|kami|lengkap|dong|ya|kak|please|apa|aja|saja|yang|disimpan|tersimpan|you|have|keep|about|me|on))*[?.! ]*$/iu;

/** "hapus data saya", "can my data be deleted?": it is asked before anything is done. */
export function asksToErase(text: string): boolean {
  return (
    text.length <= LONGEST && ERASE.test(text) && (MINE.test(text) || /^\S+ \S+[.! ]*$/u.test(text.trim()))
  );
}

/** "data saya", "minta semua data saya", "show my data". */
export function asksForOwnData(text: string): boolean {
  return text.length <= LONGEST && SEE.test(text.trim()) && MINE.test(text);
}
