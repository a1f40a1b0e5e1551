/** What an admin types of single days: "libur 24 desember", "tutup 24-26 desember", "buka 17 agustus". */
import { readDay } from './days.ts';

export interface DaysOff {
  /** First and last, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  readonly how: 'closed' | 'open';
}

const SAID = /^(libur|tutup|closed?|buka|open)\b[:,]?\s+(.+?)[.!\s]*$/i;
/** A question about hours, or more than days. */
const MORE_THAN_DAYS = /\?|\b(?:jam|pukul|berapa|kapan|time|when|hours?)\b/i;
const UNTIL = /\s*(?:-|–|\bsampai(?: dengan)?\b|\bhingga\b|\bs\/d\b|\bsd\b|\bto\b|\buntil\b|\bthrough\b)\s*/i;
const MAX_WORDS = 9;

/** null where it says nothing of the kind; the days may still be too many or past. */
export function readDaysOff(text: string, today: string): DaysOff | null {
  const [, verb = '', days = ''] = SAID.exec(text.trim()) ?? [];
  if (days === '' || MORE_THAN_DAYS.test(days) || days.split(/\s+/).length > MAX_WORDS) return null;
  const how = /^(?:buka|open)$/i.test(verb) ? 'open' : 'closed';
  const range = readRange(days, today);
  if (range) return { ...range, how };
  const day = dayIn(days, today);
  return day === null ? null : { from: day, to: day, how };
}

/** "24-26 desember": the first may leave out what the second says. */
function readRange(days: string, today: string): { from: string; to: string } | null {
  const [first = '', second, ...more] = days.split(UNTIL);
  if (second === undefined || more.length > 0) return null;
  const to = dayIn(second, today);
  if (to === null) return null;
  const rest = /^\d{1,2}$/.test(first) ? second.replace(/\d{1,2}/, first) : first;
  const from = dayIn(rest, today);
  if (from === null) return null;
  const end = to < from ? dayIn(second, from) : to;
  return end === null ? null : { from, to: end };
}

function dayIn(text: string, today: string): string | null {
  const day = readDay(text, today);
  return day === 'now' ? today : day;
}
