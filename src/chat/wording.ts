/** Pieces of sentences that several flows share: products, prices, days, parts. */
import { FluentDateTime } from '@fluent/bundle';
import { addDays, dayForDisplay, hoursOn, wallClock } from '../shop/calendar.ts';
import { type Priced, totalOf } from '../shop/cart.ts';
import {
  inLanguage,
  openingOf,
  orderedVariant,
  type Place,
  type Price,
  type Product,
  placeById,
  type Span,
  type Texts,
  unitById,
  type Variant,
} from '../shop/catalogue.ts';
import { type Fulfilment, isMoving, isProposed, type OrderLine, offeredLines } from '../shop/fulfilment.ts';
import { type Action, pack } from './actions.ts';
import type { OrderView } from './facts.ts';
import type { Scene } from './flow.ts';
import type { Choice, Listed, ListedChoice } from './message.ts';

/** What wording needs: any scene has it, and so does a page. */
export type Wording = Pick<Scene, 'snapshot' | 'say' | 'language' | 'now'>;

export function choice(label: string, action: Action): Choice {
  return { id: pack(action), label };
}

/** A choice that the text tells more about. */
export function listed(offered: Choice, about: Listed): ListedChoice {
  return { ...offered, listed: about };
}

/** For the beginning of a sentence or a button. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What it takes to write to anybody, each in their language: any scene has it. */
export type Desk = Pick<Scene, 'snapshot' | 'copy' | 'now'>;

/** The same wording for a reader of another language. */
export function wordingFor(desk: Desk, language: string): Wording {
  return { snapshot: desk.snapshot, now: desk.now, language, say: desk.copy.in(language) };
}

export function words(wording: Wording, texts: Texts): string {
  return inLanguage(texts, wording.language, wording.snapshot.stand.defaultLanguage);
}

/** "Keripik Tempe", or "Kerajinan Tangan – miniatur kapal" where there is a choice. */
export function variantName(wording: Wording, product: Product, variant: Variant): string {
  const name = words(wording, product.name);
  return product.variants.length > 1 ? `${name} – ${words(wording, variant.name)}` : name;
}

/** For buttons: the variant alone says which product it is. */
export function shortName(wording: Wording, product: Product, variant: Variant): string {
  return words(wording, product.variants.length > 1 ? variant.name : product.name);
}

/** What somebody wrote in one language, marked where the reader's is another. */
export function inItsLanguage(wording: Wording, text: string, written: string): string {
  if (written === wording.language) return text;
  const language = new Intl.DisplayNames([wording.language], { type: 'language' }).of(written) ?? written;
  return wording.say('text-in-language', { text, language });
}

/** What is known in some languages: in the reader's, or else in another, and then marked. */
export function knownText(wording: Wording, texts: Texts): string {
  if (texts[wording.language] !== undefined) return words(wording, texts);
  const { defaultLanguage } = wording.snapshot.stand;
  const written = texts[defaultLanguage] === undefined ? Object.keys(texts)[0] : defaultLanguage;
  return inItsLanguage(wording, words(wording, texts), written ?? defaultLanguage);
}

export function unitName(wording: Wording, unitId: number): string {
  const unit = unitById(wording.snapshot, unitId);
  return unit ? words(wording, unit.name) : '';
}

export function priceText(wording: Wording, price: Price): string {
  const { say } = wording;
  if (price.amount === null) return say('price-unknown');
  return say(price.status === 'sample' ? 'price-sample' : 'price-confirmed', { amount: price.amount });
}

export function dayText(wording: Wording, day: string): string {
  const value = new FluentDateTime(dayForDisplay(day), { timeZone: 'UTC' });
  const today = wallClock(wording.now, wording.snapshot.stand.timeZone).day;
  if (day === today) return wording.say('day-today', { day: value });
  if (day === addDays(today, 1)) return wording.say('day-tomorrow', { day: value });
  return wording.say(day.slice(0, 4) === today.slice(0, 4) ? 'day' : 'day-of-year', { day: value });
}

/** "besok, Rabu, 25 November pukul 10.00". */
export function momentText(wording: Wording, at: number): string {
  const { day, minutes } = wallClock(at, wording.snapshot.stand.timeZone);
  const hour = String(Math.floor(minutes / 60)).padStart(2, '0');
  const minute = String(minutes % 60).padStart(2, '0');
  return wording.say('moment', { day: dayText(wording, day), hour, minute });
}

/** The day of a time, UTC milliseconds. */
export function dayOf(wording: Wording, at: number): string {
  return dayText(wording, wallClock(at, wording.snapshot.stand.timeZone).day);
}

/** "08.00–15.00", or the word for closed. */
export function hoursText(wording: Wording, place: Place, day: string): string {
  return spansText(wording, hoursOn(openingOf(wording.snapshot, place), day));
}

export function spansText(wording: Wording, spans: readonly Span[]): string {
  if (spans.length === 0) return wording.say('hours-closed');
  return spans.map((span) => `${clock(span.from)}–${clock(span.to)}`).join(', ');
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}.${String(minutes % 60).padStart(2, '0')}`;
}

/** A place by name, marked as a sample where it is one. */
export function placeText(wording: Wording, placeId: number): string {
  const place = placeById(wording.snapshot, placeId);
  if (!place) return '';
  const name = words(wording, place.name);
  return place.sample ? wording.say('sample-of', { text: name }) : name;
}

/** "2 × Keripik Tempe". */
export function lineText(wording: Wording, line: Pick<OrderLine, 'variantId' | 'qty'>): string {
  const found = orderedVariant(wording.snapshot, line.variantId);
  const name = found ? variantName(wording, found.product, found.variant) : wording.say('product-gone');
  return wording.say('line', { qty: line.qty, name });
}

/** A line with its price as it was frozen. */
export function pricedLineText(wording: Wording, line: OrderLine): string {
  const unit = { amount: line.price, status: line.priceStatus };
  const price =
    line.price === null
      ? priceText(wording, unit)
      : priceText(wording, { ...unit, amount: line.price * line.qty });
  const { ordered = line.qty } = line;
  const text = lineText(wording, line);
  const shown = ordered === line.qty ? text : wording.say('line-of-ordered', { line: text, ordered });
  return wording.say('line-priced', { line: shown, price });
}

/** What the order comes to, as far as prices are confirmed; parts that ended otherwise do not count. */
function totalText(wording: Wording, parts: readonly Fulfilment[]): string {
  const counted = parts.filter((part) => isMoving(part.state) || part.state === 'collected');
  const lines = counted.flatMap((part): readonly Priced[] =>
    part.quoteAmount === null ? part.lines : [{ price: part.quoteAmount, priceStatus: 'confirmed', qty: 1 }],
  );
  return amountText(wording, lines);
}

/** A sum in words. */
export function amountText(wording: Wording, lines: readonly Priced[]): string {
  const total = totalOf(lines);
  if (total.amount === 0) return wording.say('total-open');
  return wording.say(total.open ? 'total-partly' : 'total', { amount: total.amount });
}

/** How a part stands, in words for its visitor. */
export function stateText(wording: Wording, part: Fulfilment): string {
  return wording.say('part-state', { state: part.state });
}

/** Where and when a part is had, as far as it is known. */
export function pickUpText(wording: Wording, part: Fulfilment): string {
  const place = placeText(wording, part.placeId);
  const day = part.readyDay ?? part.pickupDay;
  if (part.pickupNow) return wording.say('pick-up-now-at', { place });
  if (day)
    return wording.say('pick-up-on-at', {
      place,
      day: dayText(wording, later(part.pickupDay, part.readyDay) ?? day),
    });
  return wording.say('pick-up-later-at', { place });
}

function later(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}

/** The unit's price, and, while it waits for an answer, until when it holds. */
function quoteText(wording: Wording, { state, quoteValidUntil }: Fulfilment, amount: number): string {
  if (state !== 'quoted' || quoteValidUntil === null) return wording.say('part-quote', { amount });
  const { day } = wallClock(quoteValidUntil - 1, wording.snapshot.stand.timeZone);
  return wording.say('part-quote-until', { amount, until: dayText(wording, day) });
}

/** What the unit offers instead, while its visitor decides. */
export function proposalText(wording: Wording, part: Fulfilment): string[] {
  if (!isProposed(part)) return [];
  const items = offeredLines(part)
    .map((line) => lineText(wording, line))
    .join(', ');
  const day = part.readyDay === null || part.fromStock ? 'none' : dayText(wording, part.readyDay);
  return [wording.say('part-proposal', { items, day })];
}

/** A part as its visitor reads it: unit, lines, state, place and day. */
function partText(wording: Wording, part: Fulfilment): string {
  const lines = part.lines.map((line) => `• ${pricedLineText(wording, line)}`);
  const quote = part.quoteAmount === null ? [] : [quoteText(wording, part, part.quoteAmount)];
  return [
    wording.say('part-head', { unit: unitName(wording, part.unitId) }),
    ...lines,
    ...quote,
    ...proposalText(wording, part),
    // What has ended is picked up nowhere any more.
    ...(isMoving(part.state) ? [wording.say('part-where', { where: pickUpText(wording, part) })] : []),
    wording.say('part-status', { status: stateText(wording, part) }),
  ].join('\n');
}

/** The name that an order is under; of one whose person is not kept any more, a word for that. */
export function nameOn({ say }: Wording, { name }: Pick<OrderView, 'name'>): string {
  return name === '' ? say('name-not-kept') : name;
}

/** The pick-up slip: one code, every part with its place and day. */
export function slipText(wording: Wording, order: OrderView): string {
  const head = wording.say('slip-head', { code: order.code, name: nameOn(wording, order) });
  const parts = order.parts.map((part) => partText(wording, part));
  const money = [totalText(wording, order.parts), paymentText(wording, order)].join('\n');
  return [head, ...parts, money].join('\n\n');
}

export function paymentText(wording: Wording, order: OrderView): string {
  return wording.say('slip-payment', {
    status: order.payment.status,
    method: order.payment.method ?? 'none',
  });
}
