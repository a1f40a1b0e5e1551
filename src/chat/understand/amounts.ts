/** Rupiah as people write them: "150rb", "Rp 1.250.000", "1,5 juta", "2 juta 500 ribu". */

const SCALES: ReadonlyMap<string, number> = new Map([
  ...['rb', 'ribu', 'rebu', 'ribuan', 'k', 'thousand'].map((word) => [word, 1e3] as const),
  ...['jt', 'juta', 'jutaan', 'mio', 'million'].map((word) => [word, 1e6] as const),
  ...['miliar', 'milyar', 'billion'].map((word) => [word, 1e9] as const),
]);

/** A number with its dots and commas, and the word that stands right after it. */
const TERM = /(\d+(?:[.,]\d+)*)\s*([a-z]+)?/y;

interface Term {
  readonly value: number;
  readonly scale: number;
  readonly end: number;
}

/**
 * The amount that a text names, an integer that can be zero or negative; null where it names none or could mean
 * several ("100rb-150rb", "1.5", "150rb untuk 2").
 */
export function readAmount(text: string): number | null {
  const lower = text
    .toLowerCase()
    .replaceAll(/\b(?:rp|idr)\b\.?|\brp(?=\d)|\bidr(?=\d)/g, ' ')
    .replaceAll(/,-(?!\d)/g, ' ');
  const start = lower.search(/\d/);
  if (start < 0) return null;
  const terms = termsFrom(lower, start);
  const last = terms.at(-1);
  if (!last || /\d/.test(lower.slice(last.end)) || !descending(terms)) return null;
  const amount = terms.reduce((sum, { value, scale }) => sum + Math.round(value * scale * 1000) / 1000, 0);
  if (!Number.isSafeInteger(amount)) return null;
  return /(?:^|\s)[-−–]\s*$/.test(lower.slice(0, start)) ? -amount : amount;
}

/** The terms that follow one another with nothing between: "2 juta", "500 ribu". */
function termsFrom(text: string, start: number): Term[] {
  const terms: Term[] = [];
  for (let at = start; ; ) {
    TERM.lastIndex = at;
    const match = TERM.exec(text);
    if (!match) return terms;
    const scale = SCALES.get(match[2] ?? '');
    const value = numberOf(match[1] ?? '', scale !== undefined);
    if (value === null) return [];
    const end = at + (scale === undefined ? (match[1] ?? '').length : match[0].length);
    terms.push({ value, scale: scale ?? 1, end });
    at = end + (/^\s*/.exec(text.slice(end))?.[0].length ?? 0);
  }
}

/** "2 juta 500 ribu" adds up; "150 200" and "1 juta 500" do not say what they mean. */
function descending(terms: readonly Term[]): boolean {
  if (terms.length === 1) return true;
  return terms.every(
    ({ scale }, index) => scale > 1 && scale < (terms[index - 1]?.scale ?? Number.POSITIVE_INFINITY),
  );
}

/** With a scale word one dot or comma is a decimal point, without one they group thousands. */
function numberOf(number: string, scaled: boolean): number | null {
  if (/^\d+$/.test(number)) return Number(number);
  if (scaled) return /^\d+[.,]\d{1,2}$/.test(number) ? Number(number.replace(',', '.')) : null;
  const whole = number.replace(/(?<=[.,]\d{3})[.,]00$/, '');
  return /^\d{1,3}(?:\.\d{3})+$|^\d{1,3}(?:,\d{3})+$/.test(whole)
    ? Number(whole.replaceAll(/[.,]/g, ''))
    : null;
}
