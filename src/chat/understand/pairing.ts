/** Which quantity belongs to which product. */
import type { Mention, Span } from './mention.ts';
import type { Token } from './normalise.ts';
import { numberAt } from './numbers.ts';
import type { Quantity } from './quantities.ts';
import type { UnderstoodItem } from './understanding.ts';
import { everyWord } from './words/index.ts';

const JOINS = everyWord('joins');
const CORRECTIONS = everyWord('corrections');
const EACH = everyWord('each');

/** What a message names and counts, all of it with its place. */
export interface Marked {
  readonly tokens: readonly Token[];
  readonly mentions: readonly Mention[];
  readonly others: readonly Span[];
  readonly quantities: readonly Quantity[];
}

type Mark =
  | { readonly kind: 'product'; readonly item: UnderstoodItem }
  | { readonly kind: 'quantity'; readonly quantity: Quantity };

/** Stands for what is not ours until all is paired: its number goes with it. */
const ANOTHER_THING: UnderstoodItem = { product: '', qty: null };

/** The items being put together. */
interface Pairing {
  items: UnderstoodItem[];
  /** "masing-masing 2": for all that has no number of its own. */
  each: Quantity | null;
  /** "dua bungkus, keripiknya": said before what it counts, in a clause of its own. */
  loose: Quantity | null;
}

/**
 * Gives each quantity to its product. Joins ("sama", a comma) part the message; within a part the first mark decides
 * whether quantities come before ("2 keripik 1 kapal") or behind ("keripik 2 kapal 1").
 */
export function pair(marked: Marked): UnderstoodItem[] {
  const pairing: Pairing = { items: [], each: null, loose: null };
  for (const part of parts(marked)) addPart(pairing, part);
  const { items, each } = pairing;
  const counted = each ? items.map((item) => (item.qty === null ? withQuantity(item, each) : item)) : items;
  const ours = counted.filter((item) => item.product !== ANOTHER_THING.product);
  // "anak saya 2, mau keripik": beside a product, a number of nothing is not one of it.
  const named = ours.filter((item) => item.product !== null);
  const numbers = marked.others.length > 0 ? [] : ours;
  return mergeSame(named.length > 0 ? named : numbers);
}

interface Part {
  readonly marks: Mark[];
  corrects: boolean;
  each: boolean;
}

function parts(marked: Marked): Part[] {
  const { tokens } = marked;
  let part: Part = { marks: [], corrects: false, each: false };
  const all = [part];
  for (let at = 0; at < tokens.length; ) {
    const { mark, end } = markAt(marked, at);
    if (mark && isSaidAgain(part.marks.at(-1), mark)) part.each = true;
    if (mark) part.marks.push(mark);
    if (end !== undefined) {
      at = end;
      continue;
    }
    const word = tokens[at]?.word ?? '';
    // "masing2 jadi 3": no other number, but the one for each.
    const corrects = isCorrection(tokens, at) && !(part.each && word === 'jadi');
    const said = part.marks.some(({ kind }) => !part.corrects || kind === 'quantity');
    const ends = said && (word === ',' || word === ':' || JOINS.has(word));
    if (ends || corrects) {
      part = { marks: [], corrects, each: false };
      all.push(part);
    }
    if (EACH.has(word)) part.each = true;
    at += 1;
  }
  return all;
}

/** "satu satu": one of each. */
function isSaidAgain(last: Mark | undefined, mark: Mark): boolean {
  if (last?.kind !== 'quantity' || mark.kind !== 'quantity') return false;
  return last.quantity.end === mark.quantity.start && last.quantity.qty === mark.quantity.qty;
}

function markAt(
  { mentions, others, quantities }: Marked,
  at: number,
): { readonly mark?: Mark; readonly end?: number } {
  const mention = mentions.find(({ start }) => start === at);
  if (mention?.refused) return { end: mention.end };
  if (mention) return { mark: { kind: 'product', item: itemOf(mention) }, end: mention.end };
  const other = others.find(({ start }) => start === at);
  if (other) return { mark: { kind: 'product', item: ANOTHER_THING }, end: other.end };
  const quantity = quantities.find(({ start }) => start === at);
  return quantity ? { mark: { kind: 'quantity', quantity }, end: quantity.end } : {};
}

/** "eh", "maksudnya"; "bukan, 4"; "…, jadi 12": what was said last counts. */
function isCorrection(tokens: readonly Token[], at: number): boolean {
  const [word, next] = [tokens[at]?.word ?? '', tokens[at + 1]];
  if (word === 'bukan') return next?.word === ',';
  return (
    CORRECTIONS.has(word) || (word === 'jadi' && next !== undefined && numberAt(tokens, at + 1) !== undefined)
  );
}

function addPart(pairing: Pairing, part: Part): void {
  const products = part.marks.flatMap((mark) => (mark.kind === 'product' ? [mark.item] : []));
  const quantities = part.marks.flatMap((mark) => (mark.kind === 'quantity' ? [mark.quantity] : []));
  if (part.corrects) takeBack(pairing, products);
  if (part.each && quantities.length > 0) {
    pairing.items.push(...products);
    pairing.each = quantities.at(-1) ?? null;
    return;
  }
  if (quantities.length > 0) pairing.loose = null;
  if (products.length > 0 && part.marks[0]?.kind === 'quantity') addCountedBefore(pairing, part);
  else addCountedBehind(pairing, part);
}

/** "2 keripik 1 kapal". */
function addCountedBefore({ items }: Pairing, part: Part): void {
  let waiting: Quantity | null = null;
  for (const mark of part.marks) {
    if (mark.kind === 'product') items.push(withQuantity(mark.item, waiting));
    waiting = mark.kind === 'quantity' ? mark.quantity : null;
  }
  // "2 keripik 3": what was said last counts.
  if (waiting) giveToLast(items, waiting, part);
}

/** "keripik 2 kapal 1". */
function addCountedBehind(pairing: Pairing, part: Part): void {
  const { items } = pairing;
  for (const mark of part.marks) {
    if (mark.kind === 'product') {
      items.push(withQuantity(mark.item, pairing.loose));
      pairing.loose = null;
    } else {
      if (items.length === 0 && (mark.quantity.counted || part.corrects)) pairing.loose = mark.quantity;
      giveToLast(items, mark.quantity, part);
    }
  }
}

/** "keripik 2 eh batako 2": the last word counts, for the same thing or else for the one said before. */
function takeBack(pairing: Pairing, products: readonly UnderstoodItem[]): void {
  if (products.length === 0) return;
  const others = pairing.items.filter((item) => !products.some((product) => isSame(product, item)));
  pairing.items = others.length < pairing.items.length ? others : pairing.items.slice(0, -1);
}

function isSame(one: UnderstoodItem, other: UnderstoodItem): boolean {
  return one.product === other.product && one.variant === other.variant;
}

function itemOf({ product, variant }: Mention): UnderstoodItem {
  return { product: product.slug, ...(variant ? { variant: variant.slug } : {}), qty: null };
}

function withQuantity(item: UnderstoodItem, quantity: Quantity | null): UnderstoodItem {
  if (!quantity) return item;
  return { ...item, qty: quantity.qty, ...(quantity.unit === undefined ? {} : { unit: quantity.unit }) };
}

function giveToLast(items: UnderstoodItem[], quantity: Quantity, part: Part): void {
  const last = items.length - 1;
  const item = items[last];
  if (!item) {
    items.push(withQuantity({ product: null, qty: null }, quantity));
  } else if (item.qty === null || part.corrects || part.marks.length > 1) {
    items[last] = withQuantity(item, quantity);
  }
}

/** The same thing said twice is one wish; an amount that came later adds only where both were counted. */
function mergeSame(items: readonly UnderstoodItem[]): UnderstoodItem[] {
  const merged: UnderstoodItem[] = [];
  for (const item of items) {
    const at = merged.findIndex((each) => isSame(each, item));
    const same = merged[at];
    if (!same) merged.push(item);
    else if (same.qty === null) merged[at] = item;
    else if (item.qty !== null && same.unit === item.unit) merged[at] = { ...same, qty: same.qty + item.qty };
  }
  return merged;
}

/** The products that are said not to be wanted, and are not wanted in other words beside. */
export function refusedItems(
  mentions: readonly Mention[],
  wanted: readonly UnderstoodItem[],
): UnderstoodItem[] {
  const refused = mentions.filter((mention) => mention.refused && !mention.kept).map(itemOf);
  return mergeSame(refused.filter((item) => !wanted.some((each) => isSame(each, item))));
}
