/** Words that point back: to what was just spoken of, or to an earlier order. */

const BOTH =
  /(?<!\p{L})(?:dua[- ]?dua\s?nya|dua2\s?nya|22nya|ke\s?dua[- ]?duanya|keduanya|loro[- ]?lorone|both(?: of (?:them|those))?)(?!\p{L})/iu;

/** Said of both, a number is one for each anyway. */
const EACH = /(?<!\p{L})(?:masing[- ]?masing|masing2|each|apiece)(?!\p{L})/iu;

const AGAIN =
  /(?<!\p{L})(?:(?:ulang(?:i|in)?|repeat|reorder)\s.*(?:pesanan|pesenan|orderan|order|kemar[ie]n|tadi|terakhir|last|yesterday)|(?:pes[ae]n|order|beli|ambil|mau|minta)(?:\s+\p{L}+)?\s+(?:lagi\s+)?(?:yang|yg|kayak|kyk|ky|kaya|seperti|spt|sama (?:kayak|seperti|dengan|kyk))\s(?:pesanan\s)?(?:yang\s|yg\s)?(?:kemar[ie]n|kmrn|waktu itu|terakhir|dulu|sebelumnya)|(?:kayak|kyk|ky|kaya|seperti|spt)\s(?:yang\s|yg\s)?(?:tadi|td)\s+lagi|same (?:as|order as|thing as)\s(?:\p{L}+\s)*(?:last|before|yesterday)|(?:the )?usual,? please)(?!\p{L})/iu;

export function saysBoth(text: string): boolean {
  return BOTH.test(text);
}

/** The rest of what was said, to be understood by itself. */
export function withoutBoth(text: string): string {
  return text.replace(BOTH, ' ').replace(EACH, ' ').replaceAll(/\s+/g, ' ').trim();
}

/** "dua-duanya jadi 2": so many in all. */
export function saysInAll(text: string): boolean {
  return /(?<!\p{L})(?:jadi|ganti|ubah|make)(?!\p{L})/iu.test(text);
}

/** "ulang pesanan kemarin", "pesan lagi kayak kemarin", "same as last time". */
export function saysAgain(text: string): boolean {
  return AGAIN.test(text);
}
