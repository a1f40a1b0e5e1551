/** How many of what: numbers that count products, and the product that each belongs to. */
import type { Token } from './normalise.ts';
import type { Mention } from './products.ts';
import type { UnderstoodItem } from './understanding.ts';
import { everyWord, LANGUAGES } from './words/index.ts';
import { meanings, wordSet } from './words/table.ts';

/** Tokens `[start, end)` that say a quantity. */
export interface Quantity {
  readonly start: number;
  readonly end: number;
  /** null: only a unit was said ("per meter"). */
  readonly qty: number | null;
  readonly unit?: string;
}

const NUMBERS = recordOf((table) => table.numbers);
const SCALES = recordOf((table) => table.scales);
const BUNDLES = recordOf((table) => table.bundles);
const TEENS = everyWord('teen');
const PIECES = everyWord('pieces');
const UNITS = meanings(...LANGUAGES.map((table) => table.units));
const NUMBER_AFTER = everyWord('numberAfter');
const NUMBER_BEFORE = everyWord('numberBefore');
const JOINS = everyWord('joins');
const CORRECTIONS = everyWord('corrections');
const EACH = everyWord('each');
/** "4, bukan 13", "two instead of three": what is not meant counts nothing. */
const NOT_MEANT = wordSet('bukan jangan tadinya not than');
const HALF = wordSet('setengah half');

type Table = (typeof LANGUAGES)[number];

function recordOf(pick: (table: Table) => Readonly<Record<string, number>>): ReadonlyMap<string, number> {
  return new Map(LANGUAGES.flatMap((table) => Object.entries(pick(table))));
}

export function findQuantities(tokens: readonly Token[], mentions: readonly Mention[]): Quantity[] {
  const found: Quantity[] = [];
  for (let at = 0; at < tokens.length; ) {
    const mention = mentions.find((each) => each.start <= at && at < each.end);
    const read = mention ? undefined : quantityAt(tokens, at);
    if (read?.counts) found.push(read.quantity);
    at = mention?.end ?? read?.quantity.end ?? at + 1;
  }
  return found;
}

/** A number with its unit, and whether it counts something. */
function quantityAt(
  tokens: readonly Token[],
  at: number,
): { quantity: Quantity; counts: boolean } | undefined {
  const word = (index: number): string => tokens[index]?.word ?? '';
  if (word(at) === 'per' && UNITS.has(word(at + 1))) {
    const unit = UNITS.get(word(at + 1)) ?? '';
    return { quantity: { start: at, end: at + 2, qty: null, unit }, counts: true };
  }
  const start = word(at) === 'x' ? at + 1 : at;
  const number = numberAt(tokens, start);
  if (!number) return undefined;
  let end = number.end;
  const times = word(end) === 'x' || start !== at;
  if (word(end) === 'x') end += 1;
  const unit = UNITS.get(word(end));
  const counted = unit !== undefined || PIECES.has(word(end)) || number.bundled;
  if (unit !== undefined || PIECES.has(word(end))) end += 1;
  if (unit === 'm2' && /^(?:persegi|kuadrat|square|2)$/.test(word(end))) end += 1;
  const inside = insideBox(tokens, end, unit);
  // "2rb" is a price unless something is counted with it; "jam 2", "6 cm", "2 hari" count nothing.
  if (isNotMeant(tokens, start)) return { quantity: { start: at, end, qty: number.value }, counts: false };
  const counts =
    counted ||
    (!number.thousands && (times || !NUMBER_AFTER.has(word(at - 1))) && !NUMBER_BEFORE.has(word(end)));
  if (inside)
    return { quantity: { start: at, end: inside.end, qty: number.value * inside.value }, counts: true };
  return { quantity: { start: at, end, qty: number.value, ...(unit === undefined ? {} : { unit }) }, counts };
}

function isNotMeant(tokens: readonly Token[], at: number): boolean {
  const [before, last] = [tokens[at - 2]?.word, tokens[at - 1]?.word ?? ''];
  return NOT_MEANT.has(last) || (last === 'of' && before === 'instead');
}

/** "1 dus isi 20": twenty. */
function insideBox(tokens: readonly Token[], at: number, unit: string | undefined): ReadNumber | undefined {
  return unit === 'dus' && tokens[at]?.word === 'isi' ? numberAt(tokens, at + 1) : undefined;
}

interface ReadNumber {
  readonly value: number;
  readonly end: number;
  /** Said with "ribu", "rb", "k". */
  readonly thousands: boolean;
  /** Said in dozens or scores. */
  readonly bundled: boolean;
}

function numberAt(tokens: readonly Token[], at: number): ReadNumber | undefined {
  const digits = tokens[at]?.number;
  const read = digits === undefined ? wordsAt(tokens, at) : scaled(digits, tokens, at + 1);
  if (!read) return undefined;
  let { value, end } = read;
  if (value >= 1 && HALF.has(tokens[end]?.word ?? '')) {
    value += 0.5;
    end += 1;
  }
  if (tokens[end]?.word === 'a') end += 1;
  const bundle = BUNDLES.get(tokens[end]?.word ?? '');
  if (bundle !== undefined) return { value: value * bundle, end: end + 1, thousands: false, bundled: true };
  return { ...read, value, end: tokens[end - 1]?.word === 'a' ? end - 1 : end, bundled: false };
}

function scaled(digits: number, tokens: readonly Token[], at: number): Omit<ReadNumber, 'bundled'> {
  const scale = SCALES.get(tokens[at]?.word ?? '') ?? 1;
  return { value: digits * scale, end: scale === 1 ? at : at + 1, thousands: scale >= 1000 };
}

/** "dua puluh lima", "seratus lima puluh", "two hundred", "a dozen". */
function wordsAt(tokens: readonly Token[], start: number): Omit<ReadNumber, 'bundled'> | undefined {
  const word = (index: number): string => tokens[index]?.word ?? '';
  if (BUNDLES.has(word(start)) || (word(start) === 'a' && BUNDLES.has(word(start + 1)))) {
    return { value: 1, end: BUNDLES.has(word(start)) ? start : start + 1, thousands: false };
  }
  let thousands = 0;
  let group = 0;
  let digit = 0;
  let at = start;
  for (; ; at += 1) {
    const value = NUMBERS.get(word(at));
    const scale = SCALES.get(word(at));
    if (value !== undefined && value < 10) {
      if (digit > 0 || (at > start && value < 1)) break;
      digit = value;
    } else if (value !== undefined) {
      if (digit > 0) break;
      group += value;
    } else if (at > start && TEENS.has(word(at))) {
      group += digit + 10;
      digit = 0;
    } else if (at > start && scale !== undefined) {
      if (scale >= 1000) thousands += (group + digit) * scale;
      else group += digit * scale;
      if (scale >= 1000) group = 0;
      digit = 0;
    } else break;
  }
  if (at === start) return undefined;
  return { value: thousands + group + digit, end: at, thousands: thousands > 0 };
}

type Mark = { kind: 'product'; mention: Mention } | { kind: 'quantity'; quantity: Quantity };

/**
 * Gives each quantity to its product. Joins ("sama", a comma) part the message; within a part the first mark decides
 * whether quantities come before ("2 keripik 1 kapal") or behind ("keripik 2 kapal 1").
 */
export function pair(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  quantities: readonly Quantity[],
): UnderstoodItem[] {
  const items: UnderstoodItem[] = [];
  for (const part of parts(tokens, mentions, quantities)) addPart(items, part);
  // "anak saya 2, mau keripik": beside a product, a number of nothing is not one of it.
  const named = items.filter((item) => item.product !== null);
  return mergeSame(named.length > 0 ? named : items);
}

interface Part {
  readonly marks: Mark[];
  corrects: boolean;
  each: boolean;
}

function parts(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  quantities: readonly Quantity[],
): Part[] {
  let part: Part = { marks: [], corrects: false, each: false };
  const all = [part];
  for (let at = 0; at < tokens.length; ) {
    const mention = mentions.find((each) => each.start === at);
    const quantity = quantities.find((each) => each.start === at);
    const word = tokens[at]?.word ?? '';
    if (mention && !mention.refused) part.marks.push({ kind: 'product', mention });
    if (quantity) part.marks.push({ kind: 'quantity', quantity });
    if (!mention && !quantity) {
      const parts = word === ',' || word === ':' || JOINS.has(word);
      const corrects = isCorrection(tokens, at);
      if ((parts && part.marks.length > 0 && !part.corrects) || corrects) {
        part = { marks: [], corrects, each: false };
        all.push(part);
      }
      if (EACH.has(word)) part.each = true;
    }
    at = mention?.end ?? quantity?.end ?? at + 1;
  }
  return all;
}

/** "eh", "maksudnya"; "bukan, 4"; "…, jadi 12": what was said last counts. */
function isCorrection(tokens: readonly Token[], at: number): boolean {
  const [word, next] = [tokens[at]?.word ?? '', tokens[at + 1]];
  if (word === 'bukan') return next?.word === ',';
  return (
    CORRECTIONS.has(word) || (word === 'jadi' && next !== undefined && numberAt(tokens, at + 1) !== undefined)
  );
}

function addPart(items: UnderstoodItem[], part: Part): void {
  const before = part.marks[0]?.kind === 'quantity';
  let waiting: Quantity | null = null;
  // "keripik 2 eh batako 2": the last word counts.
  if (part.corrects && part.marks.some(({ kind }) => kind === 'product')) items.pop();
  for (const mark of part.marks) {
    if (mark.kind === 'product') {
      items.push(itemOf(mark.mention, waiting));
      waiting = null;
    } else if (before && part.marks.some(({ kind }) => kind === 'product')) {
      waiting = mark.quantity;
    } else {
      giveToLast(items, mark.quantity, part);
    }
  }
  // "2 keripik 3": what was said last counts.
  if (waiting) giveToLast(items, waiting, part);
}

function itemOf({ product, variant }: Mention, quantity: Quantity | null): UnderstoodItem {
  return withQuantity(
    { product: product.slug, ...(variant ? { variant: variant.slug } : {}), qty: null },
    quantity,
  );
}

function withQuantity(item: UnderstoodItem, quantity: Quantity | null): UnderstoodItem {
  if (!quantity) return item;
  return { ...item, qty: quantity.qty, ...(quantity.unit === undefined ? {} : { unit: quantity.unit }) };
}

function giveToLast(items: UnderstoodItem[], quantity: Quantity, part: Part): void {
  const last = items.length - 1;
  const item = items[last];
  if (part.each && items.length > 0) {
    for (const [index, each] of items.entries())
      if (each.qty === null) items[index] = withQuantity(each, quantity);
  } else if (!item) {
    items.push(withQuantity({ product: null, qty: null }, quantity));
  } else if (item.qty === null || part.corrects || part.marks.length > 1) {
    items[last] = withQuantity(item, quantity);
  }
}

/** The same thing said twice is one wish; an amount that came later adds only where both were counted. */
function mergeSame(items: readonly UnderstoodItem[]): UnderstoodItem[] {
  const merged: UnderstoodItem[] = [];
  for (const item of items) {
    const at = merged.findIndex((each) => each.product === item.product && each.variant === item.variant);
    const same = merged[at];
    if (!same) merged.push(item);
    else if (same.qty === null) merged[at] = item;
    else if (item.qty !== null && same.unit === item.unit) merged[at] = { ...same, qty: same.qty + item.qty };
  }
  return merged;
}
