/** Several things in one message: what is asked or ordered in a clause of its own beside what the whole is about. */
import type { Snapshot } from '../../shop/catalogue.ts';
import { read } from './reading.ts';
import {
  type Intent,
  QUESTION_INTENTS,
  type Understand,
  type Understanding,
  type UnderstoodItem,
} from './understanding.ts';

/** One reply does not carry more. */
const MOST = 3;
/** How sure a clause must be to be answered beside the rest. */
const CLEAR = 0.6;
/** How sure it must be to order although the whole does not. */
const CLEARLY_ORDERS = 0.8;

const CLAUSE_END =
  /(?<=[?!.;\n])\s*(?=\S)|,\s+|\s+(?:trus|terus|lalu|sekalian|btw|sama mau (?:tanya|nanya)|oh iya|oiya|also|by the way)\s+/iu;

/** What is asked about the stand, whatever is ordered. */
const ABOUT_STAND: ReadonlySet<Intent> = new Set<Intent>([
  'ask_location',
  'ask_hours',
  'ask_payment',
  'order_status',
]);

const AND = /\s+(?:dan|sama|and|plus)\s+/iu;

const ASKS: ReadonlySet<Intent> = new Set<Intent>([...QUESTION_INTENTS, 'order_status']);
/** What one may want to know before one orders. */
const PRODUCT_ASKS: ReadonlySet<Intent> = new Set<Intent>(
  [...ASKS].filter((intent) => !ABOUT_STAND.has(intent)),
);
const ORDERS: ReadonlySet<Intent> = new Set<Intent>(['place_order', 'change_order']);

export interface Several {
  /** What the message is about before all. */
  readonly main: Understanding;
  /** What is asked beside it, in the order in which it was said. */
  readonly also: readonly Understanding[];
}

/** @param whole the message as it is understood in one piece. */
export function readSeveral(
  text: string,
  whole: Understanding,
  snapshot: Snapshot,
  understand: Understand,
): Several {
  const alone: Several = { main: whole, also: [] };
  if (![...ASKS, ...ORDERS, 'cancel_order'].includes(whole.intent)) return alone;
  const parts = partsOf(text, snapshot, understand);
  if (parts.length < 2) return alone;
  const asked = distinct(parts.filter(asksClearly));
  if (ORDERS.has(whole.intent)) {
    return {
      main: orderedIn(parts, whole),
      also: asked.slice(0, MOST - 1).map((each) => about(each, whole)),
    };
  }
  const order = orderBeside(text, snapshot, understand);
  if (order) return { main: order, also: asked.slice(0, MOST - 1).map((each) => about(each, order)) };
  const [first, ...others] = asked;
  if (!first || others.length === 0) return alone;
  return { main: about(first, whole), also: others.slice(0, MOST - 1).map((each) => about(each, whole)) };
}

/** The clauses; where there is one only, two questions that "and" joins. */
function partsOf(text: string, snapshot: Snapshot, understand: Understand): Understanding[] {
  const read = (end: RegExp) => clauses(text, end).map((clause) => understand(clause, undefined, snapshot));
  const parts = read(CLAUSE_END);
  if (parts.length > 1 || !AND.test(text)) return parts;
  const joined = read(AND);
  return joined.every(asksClearly) ? joined : parts;
}

/** Sentences and clauses, one after the other. */
export function clausesOf(text: string): string[] {
  return clauses(text, CLAUSE_END);
}

/** A question that is worth an answer of its own. */
export function asksClearly({ intent, confidence }: Understanding): boolean {
  return ASKS.has(intent) && confidence >= CLEAR;
}

function clauses(text: string, end: RegExp): string[] {
  return text.split(end).filter((clause) => /\p{L}/u.test(clause));
}

/** The same thing asked twice is one question. */
function distinct(asked: readonly Understanding[]): Understanding[] {
  const key = ({ intent, attribute, items }: Understanding) =>
    [intent, attribute, ...items.map(({ product, variant }) => `${product} ${variant}`)].join();
  return [...new Map(asked.map((each) => [key(each), each])).values()];
}

/** What is only asked about is not ordered: "keripik halal ga? kapal 2 ya" wants ships. */
function orderedIn(parts: readonly Understanding[], whole: Understanding): Understanding {
  const orders = parts.filter(
    ({ intent, items }) => ORDERS.has(intent) && items.some(({ product }) => product),
  );
  const asked = parts.filter(({ intent }) => ASKS.has(intent));
  if (orders.length === 0 || asked.length === 0) return whole;
  const [only, ...more] = orders;
  if (only && more.length === 0 && only.confidence >= CLEARLY_ORDERS) return only;
  const onlyAsked = asked
    .flatMap(({ items }) => items)
    .filter((item) => !orders.some(({ items }) => items.some((each) => each.product === item.product)));
  const items = whole.items.filter(
    (item) => item.qty !== null || !onlyAsked.some((each) => each.product === item.product),
  );
  return { ...whole, items };
}

/** A clause that orders by itself, where nothing is only supposed ("kalau halal, keripik 2"). */
function orderBeside(text: string, snapshot: Snapshot, understand: Understand): Understanding | undefined {
  if (read(text, snapshot).says('notNow')) return undefined;
  const parts = clauses(text, CLAUSE_END).map((clause) => ({
    clause,
    ...understand(clause, undefined, snapshot),
  }));
  // "keripik 2 bungkus, berapa jadinya?" only wants to know: what is asked about is ordered by saying so.
  const askedAbout = parts.filter(({ intent }) => PRODUCT_ASKS.has(intent));
  return parts.find(
    ({ clause, intent, confidence, items, change }) =>
      isOrder(intent, items, change) &&
      confidence >= CLEARLY_ORDERS &&
      (read(clause, snapshot).says('wish') || askedAbout.every((asked) => isAboutOther(asked.items, items))),
  );
}

/** What is ordered with its number, or taken out. */
function isOrder(intent: Intent, items: readonly UnderstoodItem[], change: Understanding['change']): boolean {
  if (intent === 'change_order' && change === 'remove') return items.some(({ product }) => product !== null);
  return intent === 'place_order' && items.some(({ product, qty }) => product !== null && qty !== null);
}

function isAboutOther(asked: readonly UnderstoodItem[], ordered: readonly UnderstoodItem[]): boolean {
  return asked.length > 0 && asked.every((each) => ordered.every(({ product }) => product !== each.product));
}

/** "keripik berapa? halal ga?": what a clause leaves out is what the message is about. */
function about(asked: Understanding, whole: Understanding): Understanding {
  const named = whole.items.filter(({ product }) => product !== null);
  if (asked.items.some(({ product }) => product !== null)) return asked;
  return { ...asked, items: named.map((item) => ({ ...item, qty: null })) };
}
