/** "ganti nomor", "salah tanggal", "change the name": what of a summary is to be changed. */

const CHANGES =
  /\b(?:ubah|ganti|gantiin|salah|koreksi|ralat|betulin|perbaiki|change|wrong|correct|fix|edit)\b/;

const WHAT: readonly (readonly ['pick-up' | 'phone' | 'name', RegExp])[] = [
  ['phone', /\b(?:nomor|nomer|nomornya|no hp|hp|telepon|telp|phone|number)\b/],
  ['name', /\b(?:nama|namanya|name)\b/],
  ['pick-up', /\b(?:tanggal|tgl|tanggalnya|hari|harinya|waktu|ambilnya|jam|date|day|pick ?up|time)\b/],
];

/** The part of the summary that the words want changed; null where they do not say. */
export function readCorrection(text: string): 'pick-up' | 'phone' | 'name' | null {
  const lower = text.toLowerCase();
  if (!CHANGES.test(lower)) return null;
  return WHAT.find(([, pattern]) => pattern.test(lower))?.[0] ?? null;
}
