/** Days and "now" as people write them: "besok", "jumat depan", "27/11", "tomorrow". */
import { addDays, isDay, weekday } from '../../shop/calendar.ts';

const NOW = /\b(sekarang|skrg|skrng|langsung|now|right away|saiki|ayeuna)\b/;

const AHEAD: readonly (readonly [RegExp, number])[] = [
  [/\b(besok lusa|lusa|day after tomorrow)\b/, 2],
  [/\b(besok|bsk|besuk|sesuk|isuk|isukan|tomorrow|tmr|tmrw)\b/, 1],
  [/\b(hari ini|hr ini|dinten ayeuna|today|nanti siang|nanti sore|ntar sore)\b/, 0],
];

const WHEN_READY =
  /\b(kabari|kabarin|dikabari|kalau sudah|kalo udah|kalau siap|terserah|kapan saja|kapan aja|any ?time|whenever|when (?:it'?s )?(?:ready|done)|let me know|tell me)\b/;

/** Monday first. */
const WEEKDAYS: readonly RegExp[] = [
  /\b(senin|senen|sen|monday|mon)\b/,
  /\b(selasa|slasa|tuesday|tue)\b/,
  /\b(rabu|rebo|wednesday|wed)\b/,
  /\b(kamis|kemis|thursday|thu)\b/,
  /\b(jumat|jum'?at|jmt|friday|fri)\b/,
  /\b(sabtu|setu|saptu|saturday|sat)\b/,
  /\b(minggu|ahad|sunday|sun)\b/,
];

/** January first. */
const MONTHS: readonly RegExp[] = [
  /^jan(?:uar[iy])?$/,
  /^[fp]eb(?:ruar[iy])?$/,
  /^mar(?:et|ch)?$/,
  /^apr(?:il)?$/,
  /^(?:mei|may)$/,
  /^jun[ie]?$/,
  /^jul[iy]?$/,
  /^(?:ags|agt|agu(?:s|st|stus)?|aug(?:ust)?)$/,
  /^sep(?:t|tember)?$/,
  /^o[kc]t(?:ober)?$/,
  /^no[vp](?:ember)?$/,
  /^de[sc](?:ember)?$/,
];

const NEXT_WEEK = /\b(depan|next)\b/;

/** "kabari saja kalau sudah siap": no day is wanted. */
export function saysWhenReady(text: string): boolean {
  return WHEN_READY.test(text.toLowerCase());
}

/** The day that a question names: "minggu buka?". "minggu ini" is the week; "sekarang" is today. */
export function readAskedDay(text: string, today: string): string | null {
  if (/\bminggu (?:ini|depan)\b|\b(?:tiap|setiap|every)\b/.test(text.toLowerCase())) return null;
  const day = readDay(text, today);
  return day === 'now' ? today : day;
}

/**
 * The day that a text names, as `YYYY-MM-DD`, `now`, or null where it names none. A date without a year is the
 * next one of that name; a weekday is the next one, `earliest` included.
 *
 * @param today `YYYY-MM-DD` in the stand's time zone.
 * @param earliest the first day that can be meant by a weekday.
 */
export function readDay(text: string, today: string, earliest = today): string | 'now' | null {
  const lower = text.toLowerCase().replaceAll(NOT_THEN, ' ');
  const corrected = CORRECTED.exec(lower)?.[1];
  return (corrected && dayIn(corrected, today, earliest)) || dayIn(lower, today, earliest);
}

/** Whether a text names a day, or says now. */
export function namesDay(text: string): boolean {
  return readDay(text, '2000-01-01') !== null;
}

/** "jangan sekarang": not that day. */
const NOT_THEN = /\b(?:jangan|bukan|not|(?:ga|gak|nggak) jadi)\s+\w+/g;
/** "sekarang, eh besok aja": what is said last counts. */
const CORRECTED = /.*\b(?:eh|ralat|maksudnya|mksdnya|deng|ding|actually|i mean|wait)\b(.+)/s;

function dayIn(lower: string, today: string, earliest: string): string | 'now' | null {
  if (isDay(lower.trim())) return lower.trim();
  if (NOW.test(lower)) return 'now';
  for (const [pattern, days] of AHEAD) if (pattern.test(lower)) return addDays(today, days);
  return readNamedDate(lower, today) ?? readWeekday(lower, earliest) ?? readDate(lower, today);
}

function readWeekday(text: string, today: string): string | null {
  const wanted = WEEKDAYS.findIndex((pattern) => pattern.test(text));
  if (wanted < 0) return null;
  const ahead = (wanted - weekday(today) + 7) % 7;
  const nextWeek = NEXT_WEEK.test(text) && ahead + weekday(today) < 7 ? 7 : 0;
  return addDays(today, ahead + nextWeek);
}

/** "11 desember", "december 11th": a date says more than the weekday beside it. */
function readNamedDate(text: string, today: string): string | null {
  const dayFirst = /\b(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?([a-z]{3,})(?:\s+(\d{4}))?/.exec(text);
  const monthFirst = /\b([a-z]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?\b(?:,?\s+(\d{4})\b)?/.exec(text);
  for (const [day, name, year] of [
    [dayFirst?.[1], dayFirst?.[2], dayFirst?.[3]],
    [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]],
  ]) {
    const month = MONTHS.findIndex((pattern) => pattern.test(name ?? ''));
    if (month >= 0) return nextDate(today, Number(day), month + 1, year);
  }
  const slashed = /\b(\d{1,2})\/(\d{1,2})(?:\/(\d{2,4}))?\b/.exec(text);
  return slashed ? nextDate(today, Number(slashed[1]), Number(slashed[2]), slashed[3]) : null;
}

function readDate(text: string, today: string): string | null {
  const numeric = /\b(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{2,4}))?\b/.exec(text);
  if (numeric) return nextDate(today, Number(numeric[1]), Number(numeric[2]), numeric[3]);
  const dayOnly = /\b(?:tgl|tanggal|the)\s*(\d{1,2})\b/.exec(text);
  if (!dayOnly) return null;
  const thisMonth = Number(today.slice(5, 7));
  return (
    dateOf(Number(today.slice(0, 4)), thisMonth, Number(dayOnly[1]), today) ??
    nextDate(today, Number(dayOnly[1]), (thisMonth % 12) + 1, undefined)
  );
}

function nextDate(today: string, day: number, month: number, year: string | undefined): string | null {
  if (year) return dateOf(Number(year.length === 2 ? `20${year}` : year), month, day);
  const thisYear = Number(today.slice(0, 4));
  return dateOf(thisYear, month, day, today) ?? dateOf(thisYear + 1, month, day);
}

/** The date, or null where it does not exist or lies before `from`. */
function dateOf(year: number, month: number, day: number, from = ''): string | null {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isDay(text) && text >= from ? text : null;
}
