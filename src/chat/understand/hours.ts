/** Opening hours as an admin types them: "senin-jumat 08.00-15.00, sabtu tutup", "mon-fri 8-12 & 1pm-3pm". */
import type { Span, WeeklyHours } from '../../shop/catalogue.ts';

/** 0 is Monday. */
const DAYS: ReadonlyMap<string, number> = new Map(
  [
    'senin senen sen monday mon',
    'selasa sel tuesday tue tues',
    'rabu rab wednesday wed',
    'kamis kam thursday thu thurs',
    "jumat jum'at jum friday fri",
    'sabtu sab saturday sat',
    'minggu ahad min sunday sun',
  ].flatMap((names, day) => names.split(' ').map((name) => [name, day] as const)),
);

const EVERY_DAY = new Set(['setiap', 'tiap', 'every', 'daily']);
const CLOSED = new Set(['tutup', 'libur', 'closed']);
const TO = new Set(['-', 'sampai', 'sd', 'hingga', 'to', 'till', 'until']);
const FILLERS = new Set([
  ...[',', ';', ':', '&', '+', '\n'],
  ...'dan and jam pukul dari from at hari day wib wita wit buka open'.split(' '),
]);

const TOKEN = /\d{1,2}(?:[.:]\d{2})?(?:\s*[ap]\.?m\b\.?)?|[a-z]+(?:'[a-z]+)?|[-,;:&+\n]|\S/g;

const ALL_DAYS = [0, 1, 2, 3, 4, 5, 6];

/** What was read so far: the days that are being spoken of, and what was said of each. */
interface Progress {
  readonly said: Map<number, Span[]>;
  days: number[];
  /** The days have their hours or are closed: the next day named starts afresh. */
  settled: boolean;
}

/**
 * The week after the text, or null where it cannot be read as a whole. Days that it does not name keep the hours
 * they have.
 */
export function readHours(text: string, before: WeeklyHours): WeeklyHours | null {
  const tokens = tokensOf(text);
  const progress: Progress = { said: new Map(), days: [], settled: true };
  for (let at = 0; at < tokens.length; ) {
    const read = readAt(tokens, at, progress);
    if (read === 0) return null;
    at += read;
  }
  if (progress.said.size === 0 || !progress.settled) return null;
  const week = ALL_DAYS.map((day) => progress.said.get(day) ?? [...(before[day] ?? [])]);
  const sorted = week.map((spans) => [...spans].sort((one, other) => one.from - other.from));
  return sorted.some(overlaps) ? null : sorted;
}

function tokensOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replaceAll(/[–—]/g, '-')
      .replaceAll('’', "'")
      .replaceAll(/s\s*[/.]\s*d\.?/g, ' sd ')
      .match(TOKEN) ?? []
  );
}

/** How many tokens were read from here on; 0: they make no sense. */
function readAt(tokens: readonly string[], at: number, progress: Progress): number {
  const token = tokens[at] ?? '';
  if (FILLERS.has(token)) return 1;
  if (EVERY_DAY.has(token)) return nameDays(progress, ALL_DAYS, 1);
  if (CLOSED.has(token)) return settle(progress, null, 1);
  const from = DAYS.get(token);
  if (from !== undefined) {
    const to = TO.has(tokens[at + 1] ?? '') ? DAYS.get(tokens[at + 2] ?? '') : undefined;
    return to === undefined ? nameDays(progress, [from], 1) : nameDays(progress, daysBetween(from, to), 3);
  }
  const opens = minutesOf(token);
  const closes = TO.has(tokens[at + 1] ?? '') ? minutesOf(tokens[at + 2] ?? '') : null;
  if (opens === null || closes === null || opens >= closes) return 0;
  return settle(progress, { from: opens, to: closes }, 3);
}

function nameDays(progress: Progress, days: readonly number[], read: number): number {
  progress.days = progress.settled ? [...days] : [...progress.days, ...days];
  progress.settled = false;
  return read;
}

/** "jumat-senin" goes over the end of the week. */
function daysBetween(from: number, to: number): number[] {
  return ALL_DAYS.slice(0, ((to - from + 7) % 7) + 1).map((ahead) => (from + ahead) % 7);
}

/** The first hours of a day replace what it had, more of them add to it. null: closed. */
function settle(progress: Progress, span: Span | null, read: number): number {
  if (progress.days.length === 0) return 0;
  for (const day of progress.days) {
    const already = progress.settled ? (progress.said.get(day) ?? []) : [];
    progress.said.set(day, span ? [...already, span] : []);
  }
  progress.settled = true;
  return read;
}

function minutesOf(token: string): number | null {
  const match = /^(\d{1,2})(?:[.:](\d{2}))?\s*(?:([ap])\.?m\.?)?$/.exec(token);
  if (!match) return null;
  const half = match[3];
  const hour = Number(match[1]);
  const minute = Number(match[2] ?? 0);
  if (minute > 59 || hour > (half ? 12 : 24) || (half && hour === 0)) return null;
  const minutes = (half ? (hour % 12) + (half === 'p' ? 12 : 0) : hour) * 60 + minute;
  return minutes <= 24 * 60 ? minutes : null;
}

function overlaps(spans: readonly Span[]): boolean {
  return spans.some((span, index) => index > 0 && span.from < (spans[index - 1]?.to ?? 0));
}
