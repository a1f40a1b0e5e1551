/** What keepers write at the counter: "jual keripik 3 tunai", "terima keripik 20 dari lapas 1", "batas keripik 5". */
import type { Snapshot, Unit } from '../../shop/catalogue.ts';
import type { PaymentMethod, ReturnWay } from '../../shop/counter.ts';
import { read } from './reading.ts';
import type { UnderstoodItem } from './understanding.ts';
import { type CounterCue, counterText, everyWord } from './words/index.ts';

export const DRAFT_KINDS = ['walk-in', 'delivery', 'breakage', 'return'] as const;
export type DraftKind = (typeof DRAFT_KINDS)[number];

export interface CounterLine {
  readonly kind: DraftKind;
  readonly items: readonly UnderstoodItem[];
  /** null: not said, or both. */
  readonly method: PaymentMethod | null;
  readonly way: ReturnWay | null;
  /** Units that may be meant; null: none was named. Empty: one that is not ours. */
  readonly units: readonly number[] | null;
  /** Words that could not be read; null: all were. */
  readonly unread: string | null;
}

export interface LevelWords {
  readonly items: readonly UnderstoodItem[];
  /** null: not said; `none`: there is to be no level. */
  readonly level: number | 'none' | null;
}

const whole = (name: CounterCue) => new RegExp(`^(?:${counterText(name)})[.!? ]*$`);
const first = (name: CounterCue) => new RegExp(`^(?:${counterText(name)})(?![\\p{L}\\d])[\\s:,]*`, 'u');
const anywhere = (name: CounterCue) =>
  new RegExp(`(?<![\\p{L}\\d])(?:${counterText(name)})(?![\\p{L}\\d])`, 'u');

const VERBS: readonly (readonly [DraftKind, RegExp])[] = [
  ['walk-in', first('sell')],
  ['delivery', first('deliver')],
  ['breakage', first('break')],
  ['return', first('return')],
];

const COMMANDS = {
  'counter-menu': whole('menu'),
  'cash-today': whole('cashToday'),
  'stock-list': whole('stockList'),
  'stock-take': whole('stockTake'),
  'new-order': whole('newOrder'),
} as const;

/** A command of the counter that is all that a text says. */
export function readCounterCommand(text: string): keyof typeof COMMANDS | null {
  const plain = text.trim().toLowerCase();
  const names = Object.keys(COMMANDS) as (keyof typeof COMMANDS)[];
  return names.find((name) => COMMANDS[name].test(plain)) ?? null;
}

const [CASH, QRIS] = [anywhere('cash'), anywhere('qris')];
const FROM_BUYER = new RegExp(`(?<![\\p{L}\\d])(?:${counterText('fromBuyer')})(?![\\p{L}\\d])`, 'u');
const TO_UNIT = new RegExp(`(?<![\\p{L}\\d])(?:${counterText('toUnit')})$`, 'u');
const FROM = new RegExp(`(?<![\\p{L}\\d])(?:${counterText('from')})\\s+(.+)$`, 'u');

/** Cash or QRIS; null where neither is said, or both are. */
export function readMethod(text: string): PaymentMethod | null {
  const plain = text.toLowerCase();
  const [cash, qris] = [CASH.test(plain), QRIS.test(plain)];
  if (cash === qris) return null;
  return cash ? 'cash' : 'qris';
}

export function readWay(text: string): ReturnWay | null {
  const plain = text.trim().toLowerCase();
  if (FROM_BUYER.test(plain)) return 'from-buyer';
  return TO_UNIT.test(plain) ? 'to-unit' : null;
}

export function saysSkip(text: string): boolean {
  return SKIP.test(text.trim().toLowerCase());
}

const SKIP = whole('skip');

/** A line that begins with what was done; null where it is none. */
export function readCounterLine(text: string, snapshot: Snapshot): CounterLine | null {
  const typed = text.trim().toLowerCase();
  const [kind, verb] = VERBS.find(([, pattern]) => pattern.test(typed)) ?? [];
  if (!kind || !verb) return null;
  let rest = typed.replace(verb, '');
  const method = readMethod(rest);
  rest = rest.replace(CASH, ' ').replace(QRIS, ' ');
  const way = kind === 'return' ? readWay(rest) : null;
  if (way === 'from-buyer') rest = rest.replace(FROM_BUYER, ' ');
  const place = kind === 'walk-in' ? null : placeIn(rest, way, snapshot);
  rest = place?.rest ?? rest;
  const reading = read(rest, snapshot);
  const unread = unreadWords(reading.words);
  // "terima kasih"
  if (unread !== null && reading.items.length === 0) return null;
  return {
    kind,
    items: reading.items,
    method,
    way,
    units: place?.units ?? null,
    unread,
  };
}

/** "batas keripik 5", "batas keripik hapus"; null where it is none. */
export function readLevelWords(text: string, snapshot: Snapshot): LevelWords | null {
  const typed = text.trim().toLowerCase();
  if (!LEVEL.test(typed)) return null;
  const rest = typed.replace(LEVEL, '');
  const none = NO_LEVEL.test(rest);
  const { items } = read(none ? rest.replace(NO_LEVEL, ' ') : rest, snapshot);
  const level = none ? 'none' : (items[0]?.qty ?? null);
  return { items, level };
}

const [LEVEL, NO_LEVEL] = [first('lowLevel'), anywhere('noLevel')];

export function saysNoLevel(text: string): boolean {
  return NO_LEVEL.test(text.toLowerCase());
}

/* ── units ── */

/** Where it comes from, or goes back to, and the line without that. */
function placeIn(
  line: string,
  way: ReturnWay | null,
  snapshot: Snapshot,
): { units: readonly number[] | null; rest: string } | null {
  const found = way === 'to-unit' ? TO_UNIT.exec(line) : FROM.exec(line);
  if (!found) return null;
  const before = line.slice(0, found.index);
  const words = (way === 'to-unit' ? found[0] : (found[1] ?? '')).split(/\s+/);
  // "dari lapas 1 keripik 20": the place ends where it names one no more.
  for (let end = words.length; end > 0; end -= 1) {
    const units = unitsNamed(words.slice(0, end).join(' '), snapshot);
    if (units.length > 0) return { units, rest: `${before} ${words.slice(end).join(' ')}` };
  }
  if (way === 'to-unit') return { units: null, rest: before };
  return { units: [], rest: before };
}

const LOOSE = /^(?:kelas|class|upt|unit|the|ke|to|back|balik|kembali)$/;
const ROMAN: ReadonlyMap<string, string> = new Map([
  ['i', '1'],
  ['ii', '2'],
  ['iia', '2a'],
  ['iib', '2b'],
  ['iii', '3'],
]);

function placeWords(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '' && !LOOSE.test(word))
    .map((word) => ROMAN.get(word) ?? word);
}

/** Units whose name, in any language, has all of these words: "lapas 1", "rutan", "perempuan". */
export function unitsNamed(text: string, { units }: Snapshot): number[] {
  const wanted = placeWords(text);
  if (wanted.length === 0) return [];
  const has = ({ name, slug }: Unit) => {
    const words = new Set([...Object.values(name), slug].flatMap(placeWords));
    return wanted.every((word) => words.has(word));
  };
  return units.filter(has).map(({ id }) => id);
}

/* ── what was not read ── */

const FILLER = new RegExp(`^(?:${counterText('fillers')})$`);
const KNOWN = new Set([
  '@',
  '#',
  '0',
  '~',
  ...everyWord('joins'),
  ...everyWord('fillers'),
  ...everyWord('pieces'),
]);

/** Nobody guesses what stands beside a product. */
function unreadWords(words: readonly string[]): string | null {
  const left = words.filter((word) => /\p{L}{2,}/u.test(word) && !KNOWN.has(word) && !FILLER.test(word));
  return left.length > 0 ? left.join(' ') : null;
}
