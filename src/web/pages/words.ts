/** A product, a price and opening hours put into the words of a page. Pure; the sentences are in `the copy files`. */
import type { Say } from '../../chat/copy/copy.ts';
import {
  type Fact,
  inLanguage,
  type Language,
  type Price,
  type Product,
  type Snapshot,
  type Span,
  type Texts,
  type WeeklyHours,
} from '../../shop/catalogue.ts';

/** What every page is made from. */
export interface PageInput {
  readonly snapshot: Snapshot;
  /** What is on hand by variant id; a variant that is missing has none. */
  readonly stock: ReadonlyMap<number, number>;
  readonly language: Language;
  readonly t: Say;
  /** Every language that there is copy for. */
  readonly languages: readonly Language[];
  /** The bot's user name without the at sign; null: there is no bot. */
  readonly telegram: string | null;
  /** The stand's number in digits; null: it is not on WhatsApp, or nobody has said where. */
  readonly whatsapp: string | null;
  /** UTC milliseconds: a fact past its date counts as unknown. */
  readonly now: number;
}

export interface PriceWords {
  readonly text: string;
  /** Must be shown with its mark. */
  readonly sample: boolean;
  /** Only a known price is a price per something. */
  readonly known: boolean;
}

export type Tone = 'here' | 'empty' | 'made' | 'look';

export function say(page: PageInput, texts: Texts): string {
  return inLanguage(texts, page.language, page.snapshot.stand.defaultLanguage);
}

export function priceWords(page: PageInput, price: Price): PriceWords {
  if (price.amount === null) return { text: page.t('page-price-unknown'), sample: false, known: false };
  const { amount } = price;
  return { text: page.t('page-price', { amount }), sample: price.status === 'sample', known: true };
}

/** One price for a card: the lowest that is known, and "from" where not all are the same. */
export function lowestPriceWords(page: PageInput, product: Product): PriceWords {
  const known = product.variants.flatMap(({ price }) => (price.amount === null ? [] : [price]));
  const amounts = known.map((price) => price.amount ?? 0);
  const lowest = Math.min(...amounts);
  const same = known.length === product.variants.length && amounts.every((amount) => amount === lowest);
  if (known.length === 0 || same) {
    const sample = known.find((price) => price.status === 'sample');
    return priceWords(page, sample ?? product.variants[0].price);
  }
  // "From" compares all of them, so one sample among them makes it a sample.
  const sample = known.some((price) => price.status === 'sample');
  return { text: page.t('page-price-from', { amount: lowest }), sample, known: true };
}

export function stockWords(page: PageInput, product: Product, stock: number): string {
  return page.t('page-state-ready', { stock, unit: say(page, product.saleUnit) });
}

/** Whether it can be had, and when. */
export function stateWords(
  page: PageInput,
  product: Product,
): { readonly text: string; readonly tone: Tone } {
  const { t } = page;
  switch (product.mode) {
    case 'ready': {
      const stock = product.variants.reduce((sum, variant) => sum + (page.stock.get(variant.id) ?? 0), 0);
      return { text: stockWords(page, product, stock), tone: stock > 0 ? 'here' : 'empty' };
    }
    case 'preorder':
      return { text: preorderWords(page, product.leadTimeDays), tone: 'made' };
    case 'quote':
      return { text: t('page-state-quote'), tone: 'made' };
    case 'display':
      return { text: t('page-state-display'), tone: 'look' };
  }
}

function preorderWords(page: PageInput, days: number | null): string {
  return days === null ? page.t('page-state-preorder-unknown') : page.t('page-state-preorder', { days });
}

/** The stand takes orders and this product is more than something to look at. */
export function canBeOrdered(page: PageInput, product: Product): boolean {
  return page.snapshot.stand.stage !== 'interest' && product.mode !== 'display';
}

/** The fact in words, or null where it is not known or no longer holds. */
export function factWords(page: PageInput, fact: Fact): string | null {
  if (fact.value === null) return null;
  return fact.validUntil !== null && fact.validUntil < page.now ? null : say(page, fact.value);
}

export function dateWords(page: PageInput, at: number): string {
  const timeZone = page.snapshot.stand.timeZone;
  return new Intl.DateTimeFormat(page.language, { dateStyle: 'long', timeZone }).format(at);
}

/** Days that follow each other and keep the same hours become one line. */
export function hoursWords(
  page: PageInput,
  week: WeeklyHours,
): { readonly days: string; readonly hours: string }[] {
  const runs: { first: number; last: number; hours: string }[] = [];
  for (const [day, spans] of week.entries()) {
    const hours = spanWords(page, spans);
    const run = runs.at(-1);
    if (run?.hours === hours) run.last = day;
    else runs.push({ first: day, last: day, hours });
  }
  return runs.map(({ first, last, hours }) => ({ days: dayWords(page, first, last), hours }));
}

function spanWords(page: PageInput, spans: readonly Span[]): string {
  if (spans.length === 0) return page.t('page-closed');
  return spans.map(({ from, to }) => `${clock(from)}–${clock(to)}`).join(', ');
}

function dayWords(page: PageInput, first: number, last: number): string {
  const name = new Intl.DateTimeFormat(page.language, { weekday: 'long', timeZone: 'UTC' });
  // 1 January 2024 was a Monday.
  const [from, to] = [first, last].map((day) => name.format(Date.UTC(2024, 0, 1 + day)));
  return first === last ? `${from}` : `${from}–${to}`;
}

function clock(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join('.');
}
