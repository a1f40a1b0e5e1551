/** Which quantity belongs to which product. */
import type { Mention, Span } from './mention.ts';
import type { Token } from './normalise.ts';
import type { Quantity } from './quantities.ts';
import type { UnderstoodItem } from './understanding.ts';
import { everyWord } from './words/index.ts';

const JOINS = everyWord('joins');
const CORRECTIONS = everyWord('corrections');
const EACH = everyWord('each');
/** "semuanya dua". */
const ALL = everyWord('all');
const SUMS = everyWord('sums');
const SHARES = everyWord('shares');
const KINDS = everyWord('kinds');
/** Behind a correction these add: "eh sama kapal 1". */
const ADDITIONS = everyWord('additions');

/** What a message names and counts, all of it with its place. */
export interface Marked {
  readonly tokens: readonly Token[];
  readonly mentions: readonly Mention[];
  readonly others: readonly Span[];
  readonly quantities: readonly Quantity[];
}

interface Counted {
  readonly quantity: Quantity;
  /** "one for me": a part of what there is of it. */
  readonly share: boolean;
}

type Mark =
  | { readonly kind: 'product'; readonly item: UnderstoodItem; readonly start: number }
  | ({ readonly kind: 'quantity' } & Counted);

/** Stands for what is not ours until all is paired: its number goes with it. */
const ANOTHER_THING: UnderstoodItem = { product: '', qty: null };

/** What is said between two joins, or from a correction on. */
interface Part {
  readonly marks: Mark[];
  /** "eh": what was said before is not meant. */
  readonly corrects: boolean;
  /** "jadi 8", "total 8": how many it comes to. */
  readonly sums: boolean;
  each: boolean;
}

/** The items being put together. */
interface Pairing {
  items: UnderstoodItem[];
  /** "masing-masing 2": for all that has no number of its own. */
  each: Quantity | null;
  /** "dua bungkus, keripiknya": said before what it counts, in a clause of its own. */
  loose: Quantity | null;
  /** Numbers in parts of their own since the last product: "keripik sama kapal, 3 sama 2". */
  alone: (readonly Counted[])[];
  /** Those that the last product has. */
  own: readonly Counted[];
}

/**
 * Gives each quantity to its product. Joins ("sama", a comma) part the message; within a part the first mark decides
 * whether quantities come before ("2 keripik 1 kapal") or behind ("keripik 2 kapal 1").
 */
export function pair(marked: Marked): UnderstoodItem[] {
  const pairing: Pairing = { items: [], each: null, loose: null, alone: [], own: [] };
  for (const part of parts(marked)) addPart(pairing, part);
  settleAlone(pairing);
  const { items, each } = pairing;
  const counted = each ? items.map((item) => (item.qty === null ? withQuantity(item, each) : item)) : items;
  const ours = counted.filter((item) => item.product !== ANOTHER_THING.product);
  // "anak saya 2, mau keripik": beside a product, a number of nothing is not one of it.
  const named = ours.filter((item) => item.product !== null);
  const numbers = marked.others.length > 0 ? [] : ours;
  return mergeSame(named.length > 0 ? named : numbers);
}

function parts(marked: Marked): Part[] {
  const { tokens } = marked;
  const isCounted = (at: number): boolean => marked.quantities.some(({ start }) => start === at);
  let part: Part = { marks: [], corrects: false, sums: false, each: false };
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
    const sums = SUMS.has(word) && !part.each && isCounted(at + 1);
    const corrects = sums || isCorrection(tokens, at);
    const said = part.marks.some(({ kind }) => !part.corrects || kind === 'quantity');
    const ends = said && (word === ',' || word === ':' || JOINS.has(word));
    if (ends || corrects) {
      part = { marks: [], corrects, sums, each: false };
      all.push(part);
    }
    if (EACH.has(word) || (ALL.has(word) && isCounted(at + 1))) part.each = true;
    at += 1;
  }
  return all;
}

/** "satu satu": one of each. */
function isSaidAgain(last: Mark | undefined, mark: Mark): boolean {
  if (last?.kind !== 'quantity' || mark.kind !== 'quantity') return false;
  return last.quantity.end === mark.quantity.start && last.quantity.qty === mark.quantity.qty;
}

function markAt(marked: Marked, at: number): { readonly mark?: Mark; readonly end?: number } {
  const { mentions, others, quantities } = marked;
  const mention = mentions.find(({ start }) => start === at);
  if (mention?.refused) return { end: mention.end };
  if (mention) return { mark: { kind: 'product', item: itemOf(mention), start: at }, end: mention.end };
  const other = others.find(({ start }) => start === at);
  if (other) return { mark: { kind: 'product', item: ANOTHER_THING, start: at }, end: other.end };
  const quantity = quantities.find(({ start }) => start === at);
  if (!quantity) return {};
  const mark: Mark = { kind: 'quantity', quantity, share: isShare(marked.tokens, quantity) };
  return { mark, end: quantity.end };
}

/** "one for me", "pedas 2": said with whom it is for, or with what kind of it. */
function isShare(tokens: readonly Token[], { start, end }: Quantity): boolean {
  return SHARES.has(tokens[end]?.word ?? '') || KINDS.has(tokens[start - 1]?.word ?? '');
}

/** "eh", "maksudnya"; "bukan, 4": what was said last counts. "eh sama kapal 1" adds. */
function isCorrection(tokens: readonly Token[], at: number): boolean {
  const [word, next] = [tokens[at]?.word ?? '', tokens[at + 1]?.word ?? ''];
  if (word === 'bukan') return next === ',';
  return CORRECTIONS.has(word) && !ADDITIONS.has(next);
}

function addPart(pairing: Pairing, part: Part): void {
  const products = part.marks.flatMap((mark) => (mark.kind === 'product' ? [mark.item] : []));
  const counted = part.marks.flatMap((mark) => (mark.kind === 'quantity' ? [mark] : []));
  if (products.length > 0) settleAlone(pairing);
  if (part.corrects) takeBack(pairing, products);
  if (part.each && counted.length > 0) {
    pairing.items.push(...products);
    pairing.each = counted.at(-1)?.quantity ?? null;
    pairing.own = [];
  } else if (products.length > 0) {
    if (counted.length > 0) pairing.loose = null;
    addProducts(pairing, part.marks);
  } else if (counted.length > 0) addAlone(pairing, part, counted);
}

/** The products of one part, each with the numbers before or behind it. */
function addProducts(pairing: Pairing, marks: readonly Mark[]): void {
  const before = marks[0]?.kind === 'quantity';
  const found: { item: UnderstoodItem; numbers: Counted[] }[] = [];
  let waiting: Counted[] = [];
  for (const mark of marks) {
    const last = found.at(-1);
    if (mark.kind === 'quantity') {
      waiting.push(mark);
      continue;
    }
    // "keripik 2 1 kapal": the one that stands right before the next product is a number of that.
    const own =
      before || (waiting.length > 1 && waiting.at(-1)?.quantity.end === mark.start)
        ? waiting.pop()
        : undefined;
    last?.numbers.push(...waiting);
    waiting = [];
    found.push({ item: mark.item, numbers: own ? [own] : [] });
  }
  found.at(-1)?.numbers.push(...waiting);
  for (const { item, numbers } of found) {
    pairing.items.push(withQuantity(item, amountOf(numbers) ?? pairing.loose));
    pairing.loose = null;
    pairing.own = numbers;
  }
}

/** Numbers in a part of their own: they correct, wait for their product, or belong to what was named without any. */
function addAlone(pairing: Pairing, part: Part, counted: readonly Counted[]): void {
  const { items } = pairing;
  const amount = amountOf(counted);
  if (!amount) return;
  if (items.length === 0) {
    pairing.alone = part.corrects ? [counted] : [...pairing.alone, counted];
    if (amount.counted || part.corrects) pairing.loose = amount;
  } else if (!part.corrects) {
    pairing.alone.push(counted);
  } else if (!(part.sums && isSumOf(items, amount))) {
    settleAlone(pairing);
    items.push(withQuantity(items.pop() ?? NOTHING_NAMED, amount));
    pairing.own = counted;
  }
}

/** "keripik 2, kapal 1, jadi 3". */
function isSumOf(items: readonly UnderstoodItem[], { qty }: Quantity): boolean {
  return items.length > 1 && items.reduce((sum, item) => sum + (item.qty ?? 0), 0) === qty;
}

/**
 * What was named last without a number gets it; as many as there are numbers get one each. What has a number may have
 * more of another kind: "pedas 2, manis 1".
 */
function settleAlone(pairing: Pairing): void {
  const { items, alone, own } = pairing;
  pairing.alone = [];
  const numbers = alone.flat();
  const uncounted = items.length - 1 - items.findLastIndex(({ qty }) => qty !== null);
  if (numbers.length === 0) return;
  if (uncounted > 1 && uncounted === numbers.length) {
    const named = items.splice(-uncounted);
    items.push(...named.map((item, at) => withQuantity(item, numbers[at]?.quantity)));
    return;
  }
  const isCounted = items.length > 0 && uncounted === 0;
  const amount = isCounted ? wholeOf([...own, ...numbers]) : (wholeOf(numbers) ?? amountOf(alone[0] ?? []));
  if (amount) items.push(withQuantity(items.pop() ?? NOTHING_NAMED, amount));
}

/** Several numbers of one thing: what was said last counts, if they do not add up. */
function amountOf(numbers: readonly Counted[]): Quantity | undefined {
  return wholeOf(numbers) ?? numbers.at(-1)?.quantity;
}

/** "2, one for me, one for her" are two; so is "one for me, one for her". */
function wholeOf(numbers: readonly Counted[]): Quantity | undefined {
  const [first, second] = [numbers[0]?.quantity, numbers[1]?.quantity];
  if (!first || !second) return undefined;
  const sum = numbers.reduce((all, { quantity }) => all + (quantity.qty ?? 0), 0);
  if (numbers.length > 2 && first.qty !== null && 2 * first.qty === sum) return first;
  return numbers.every(({ share }) => share) ? { ...first, qty: sum } : undefined;
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

const NOTHING_NAMED: UnderstoodItem = { product: null, qty: null };

function withQuantity(item: UnderstoodItem, quantity: Quantity | null | undefined): UnderstoodItem {
  if (!quantity) return item;
  return { ...item, qty: quantity.qty, ...(quantity.unit === undefined ? {} : { unit: quantity.unit }) };
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
