/** What can be said of a product: how each answer is read, what it changes, and how it reads now. */
import {
  type Attribute,
  everyProduct,
  type Product,
  type Texts,
  type Variant,
} from '../../../shop/catalogue.ts';
import { nextShelfNumber, slugFor, variantSlugs } from '../../../shop/catalogue-changes.ts';
import type { Effect } from '../../../shop/effects.ts';
import type { ProductField } from '../../conversation.ts';
import type { Scene } from '../../flow.ts';
import { readAmount } from '../../understand/amounts.ts';
import { placeText, priceText, unitName, words } from '../../wording.ts';
import { auditText, readPrice, UNKNOWN } from '../change-price.ts';
import {
  isProblem,
  languagesOf,
  MAX_ALIAS,
  MAX_ALIASES,
  MAX_FACT,
  MAX_NAME,
  MAX_SALE_UNIT,
  MAX_STORY,
  type Problem,
  readLine,
  readParagraphs,
  withText,
} from './texts.ts';

const MAX_LEAD_DAYS = 365;
const MAX_PER_ORDER = 10_000;
const MAX_SHELF_NUMBER = 9_999;
const MAX_VARIANTS = 20;

/** What an answer changes; before and after as the audit has them. */
export interface FieldChange {
  readonly effects: readonly Effect[];
  /** The product as it will be, as far as the next questions depend on it. */
  readonly product: Product;
  readonly before: string | null;
  readonly after: string | null;
  /** New text that visitors read. */
  readonly text?: string;
}

/** The questions that lead through a new product, in their order. */
export const GUIDE: readonly ProductField[] = [
  'name-en',
  'photo',
  'mode',
  'variants',
  'price',
  'sale-unit',
  'sale-unit-en',
  'place',
  'lead',
  'most',
  'shelf',
  'aliases',
  'story',
  'story-en',
  'facts',
];

/** Those that fit the product: what only stands there has no price. */
export function guideFor(product: Product): readonly ProductField[] {
  return GUIDE.filter((field) => {
    if (field === 'price') return product.mode !== 'display' && product.variants.length === 1;
    if (field === 'lead') return product.mode === 'preorder';
    if (field === 'most') return product.mode !== 'display';
    return true;
  });
}

export function readField(
  scene: Scene,
  product: Product,
  field: ProductField,
  text: string,
  attribute: Attribute | undefined,
): FieldChange | Problem {
  const { own, other } = languagesOf(scene);
  switch (field) {
    case 'name':
      return readName(product, own, text);
    case 'name-en':
      return readName(product, other, text);
    case 'sale-unit':
      return readTexts(product, 'saleUnit', own, readLine(text, MAX_SALE_UNIT));
    case 'sale-unit-en':
      return readTexts(product, 'saleUnit', other, readLine(text, MAX_SALE_UNIT));
    case 'story':
      return readTexts(product, 'story', own, readParagraphs(text, MAX_STORY));
    case 'story-en':
      return readTexts(product, 'story', other, readParagraphs(text, MAX_STORY));
    case 'fact':
      return readFact(scene, product, attribute, own, text);
    case 'fact-en':
      return readFact(scene, product, attribute, other, text);
    case 'aliases':
      return readAliasesOf(product, null, text);
    case 'variants':
      return readVariants(scene, product, text);
    case 'price':
      return readPriceOf(product, product.variants[0], text);
    case 'lead':
    case 'most':
    case 'shelf':
      return readNumberOf(scene, product, field, text);
    case 'photo':
      return { problem: 'product-photo-not-text' };
    default:
      return { problem: 'catalogue-choose' };
  }
}

/* ── texts ── */

function readName(product: Product, language: string, text: string): FieldChange | Problem {
  const change = readTexts(product, 'name', language, readLine(text, MAX_NAME));
  if (isProblem(change)) return change;
  const { name } = change.product;
  const [only] = product.variants;
  // The one variant of a product without a choice is called as the product is.
  const same: readonly Effect[] =
    product.variants.length === 1 && only.slug === ''
      ? [{ kind: 'variant-changed', productId: product.id, variantId: only.id, change: { name } }]
      : [];
  return { ...change, effects: [...change.effects, ...same] };
}

function readTexts(
  product: Product,
  of: 'name' | 'story' | 'saleUnit',
  language: string,
  read: { readonly text: string } | Problem,
): FieldChange | Problem {
  if (isProblem(read)) return read;
  const texts = withText(product[of], language, read.text);
  return {
    effects: [{ kind: 'product-changed', productId: product.id, change: { [of]: texts } }],
    product: { ...product, [of]: texts },
    before: product[of][language] ?? null,
    after: read.text,
    text: read.text,
  };
}

export function readAliases(text: string): readonly string[] | Problem {
  const aliases = text
    .split(/[,;\n]/)
    .map((each) =>
      each
        .replaceAll(/[\p{C}\s]+/gu, ' ')
        .trim()
        .toLowerCase(),
    )
    .filter((each) => /[\p{L}\p{N}]/u.test(each));
  const long = aliases.find((each) => each.length > MAX_ALIAS);
  if (long) return { problem: 'product-alias-long', args: { alias: long, max: MAX_ALIAS } };
  if (aliases.length === 0) return { problem: 'catalogue-text-empty' };
  if (aliases.length > MAX_ALIASES) return { problem: 'product-aliases-many', args: { max: MAX_ALIASES } };
  return [...new Set(aliases)];
}

export function readAliasesOf(
  product: Product,
  variant: Variant | null,
  text: string,
): FieldChange | Problem {
  const isNone = UNKNOWN.test(text.trim()) || /^(?:-|hapus|kosong(?:kan)?|none|no)$/i.test(text.trim());
  const aliases = isNone ? [] : readAliases(text);
  if ('problem' in aliases) return aliases;
  return {
    effects: [{ kind: 'aliases', productId: product.id, variantId: variant?.id ?? null, aliases }],
    product: variant ? product : { ...product, aliases },
    before: (variant ?? product).aliases.join(', ') || null,
    after: aliases.join(', ') || null,
    text: aliases.join(', '),
  };
}

function readFact(
  scene: Scene,
  product: Product,
  attribute: Attribute | undefined,
  language: string,
  text: string,
): FieldChange | Problem {
  if (attribute === undefined) return { problem: 'catalogue-choose' };
  const known = product.facts.find((each) => each.attribute === attribute)?.value ?? null;
  const read = UNKNOWN.test(text.trim()) ? null : readLine(text, MAX_FACT);
  if (read !== null && isProblem(read)) return read;
  const others = product.facts.filter((each) => each.attribute !== attribute);
  const value: Texts | null = read && withText(known, language, read.text);
  return {
    effects: [
      {
        kind: 'fact-written',
        productId: product.id,
        attribute,
        value,
        by: value === null ? null : curatorName(scene),
      },
    ],
    product: { ...product, facts: [...others, { ...NO_FACT, attribute, value }] },
    before: known?.[language] ?? null,
    after: read?.text ?? null,
    ...(read ? { text: read.text } : {}),
  };
}

const NO_FACT = { confirmedBy: null, confirmedAt: null, validUntil: null };

/** How colleagues call whoever does it. */
export function curatorName({ view }: Pick<Scene, 'view'>): string {
  const grant = view.roles.find(({ role }) => role === 'admin' || role === 'curator');
  return grant?.name ?? '';
}

/* ── numbers ── */

export function readPriceOf(product: Product, variant: Variant, text: string): FieldChange | Problem {
  const price = readPrice(text);
  if (typeof price === 'string') return { problem: price };
  return {
    effects: [{ kind: 'variant-changed', productId: product.id, variantId: variant.id, change: { price } }],
    product: withPrice(product, variant, price),
    before: auditText(variant.price),
    after: auditText(price),
  };
}

function withPrice(product: Product, variant: Variant, price: Variant['price']): Product {
  const [first, ...more] = product.variants;
  const changed = (each: Variant): Variant => (each.id === variant.id ? { ...each, price } : each);
  return { ...product, variants: [changed(first), ...more.map(changed)] };
}

function readNumberOf(
  scene: Scene,
  product: Product,
  field: 'lead' | 'most' | 'shelf',
  text: string,
): FieldChange | Problem {
  const isUnknown = UNKNOWN.test(text.trim());
  if (isUnknown && field === 'lead') return numberChange(product, 'leadTimeDays', null);
  const number = readAmount(text);
  const max = { lead: MAX_LEAD_DAYS, most: MAX_PER_ORDER, shelf: MAX_SHELF_NUMBER }[field];
  if (number === null) return { problem: 'product-number-unclear' };
  if (number < (field === 'lead' ? 0 : 1) || number > max) {
    return { problem: 'product-number-range', args: { field, number, max } };
  }
  if (field === 'lead') return numberChange(product, 'leadTimeDays', number);
  if (field === 'most') return numberChange(product, 'maxPerOrder', number);
  const holder = everyProduct(scene.snapshot).find(({ shelfNumber }) => shelfNumber === number);
  if (holder && holder.id !== product.id) {
    const next = nextShelfNumber(scene.snapshot);
    return { problem: 'product-shelf-taken', args: { number, name: words(scene, holder.name), next } };
  }
  return numberChange(product, 'shelfNumber', number);
}

function numberChange(
  product: Product,
  of: 'leadTimeDays' | 'maxPerOrder' | 'shelfNumber',
  number: number | null,
): FieldChange {
  return {
    effects: [{ kind: 'product-changed', productId: product.id, change: { [of]: number } }],
    product: { ...product, [of]: number },
    before: product[of] === null ? null : String(product[of]),
    after: number === null ? null : String(number),
  };
}

/* ── variants ── */

/** A price at the end of a line: "Pedas 15rb", "Besar – Rp 20.000". */
const PRICE_AT_END =
  /^(?<name>.*?\p{L}.*?)(?:\s*[-–—:=,]\s*|\s+)(?<price>(?:rp\.?\s*)?\d[\d.,]*\s*(?:rb|ribu|k|jt|juta)?)$/iu;

/** One variant a line, with its price behind it where it is known. A product without a choice gets one by it. */
function readVariants(scene: Scene, product: Product, text: string): FieldChange | Problem {
  const { own } = languagesOf(scene);
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (lines.length > MAX_VARIANTS) return { problem: 'product-variants-many', args: { max: MAX_VARIANTS } };
  const slugs = variantSlugs(product);
  const names = product.variants.map(({ name }) => words(scene, name).toLowerCase());
  const effects: Effect[] = [];
  const added: Variant[] = [];
  for (const line of lines) {
    const read = readVariant(line);
    if (isProblem(read)) return read;
    if (names.includes(read.name.toLowerCase()))
      return { problem: 'product-variant-there', args: { name: read.name } };
    names.push(read.name.toLowerCase());
    const slug = slugFor(read.name, slugs);
    slugs.push(slug);
    const name = { [own]: read.name };
    const { amount: price, status } = read.price;
    effects.push({
      kind: 'variant-added',
      productId: product.id,
      variant: { slug, name, price, status, aliases: [] },
    });
    added.push({ id: 0, productId: product.id, slug, name, price: read.price, aliases: [] });
  }
  const [only] = product.variants;
  const [first, ...more] = added;
  if (!first) return { problem: 'catalogue-text-empty' };
  const hadNone = product.variants.length === 1 && only.slug === '';
  if (hadNone) {
    effects.push({
      kind: 'variant-changed',
      productId: product.id,
      variantId: only.id,
      change: { removed: true },
    });
  }
  return {
    effects,
    product: { ...product, variants: hadNone ? [first, ...more] : [...product.variants, ...added] },
    before: null,
    after: added.map(({ name, price }) => `${name[own]} ${auditText(price)}`).join(', '),
    text: lines.join('\n'),
  };
}

function readVariant(line: string): { readonly name: string; readonly price: Variant['price'] } | Problem {
  const found = PRICE_AT_END.exec(line.trim().replace(/^[•*-]\s*/, ''));
  const name = readLine(found?.groups?.name ?? line.replace(/^\s*[•*-]\s*/, ''), MAX_NAME);
  if (isProblem(name)) return name;
  // "Ukuran 40" is a size: what is called a price has thousands, or a word for them.
  const written = found?.groups?.price ?? '';
  const amount = readAmount(written) ?? 0;
  if (!found || (amount < 500 && !/rp|rb|ribu|k|jt|juta/i.test(written))) {
    const whole = readLine(line.replace(/^\s*[•*-]\s*/, ''), MAX_NAME);
    return isProblem(whole) ? whole : { name: whole.text, price: { amount: null, status: 'unknown' } };
  }
  const price = readPrice(written);
  return typeof price === 'string' ? { problem: price } : { name: name.text, price };
}

/* ── how it reads now ── */

export function fieldValue(
  scene: Scene,
  product: Product,
  field: ProductField,
  attribute?: Attribute,
): string {
  const { say } = scene;
  const { own, other } = languagesOf(scene);
  const none = say('catalogue-none');
  const known = (text: string | undefined) => (text === undefined || text === '' ? none : text);
  switch (field) {
    case 'name':
      return known(product.name[own]);
    case 'name-en':
      return known(product.name[other]);
    case 'sale-unit':
      return known(product.saleUnit[own]);
    case 'sale-unit-en':
      return known(product.saleUnit[other]);
    case 'story':
      return known(product.story[own]);
    case 'story-en':
      return known(product.story[other]);
    case 'photo':
      return product.photo === null ? none : say('catalogue-there');
    case 'mode':
      return say('admin-mode', { mode: product.mode });
    case 'variants':
      return product.variants.length === 1
        ? none
        : product.variants
            .map(({ name, price }) => `${words(scene, name)} (${priceText(scene, price)})`)
            .join(', ');
    case 'price':
      return product.variants[0].price.amount === null
        ? say('catalogue-unknown')
        : priceText(scene, product.variants[0].price);
    case 'place':
      return placeText(scene, product.placeId);
    case 'kind': {
      const kind = scene.snapshot.kinds.find(({ id }) => id === product.kindId);
      return kind ? words(scene, kind.name) : none;
    }
    case 'unit':
      return unitName(scene, product.unitId);
    case 'lead':
      return product.leadTimeDays === null
        ? say('catalogue-unknown')
        : say('product-days', { days: product.leadTimeDays });
    case 'most':
      return String(product.maxPerOrder);
    case 'shelf':
      return product.shelfNumber > 0 ? String(product.shelfNumber) : none;
    case 'aliases':
      return known(product.aliases.slice(0, 12).join(', '));
    case 'facts':
      return known(
        product.facts
          .filter(({ value }) => value !== null)
          .map((fact) => say('attribute', { attribute: fact.attribute }))
          .join(', '),
      );
    case 'fact':
    case 'fact-en': {
      const fact = product.facts.find((each) => each.attribute === attribute);
      return known(fact?.value?.[field === 'fact' ? own : other]);
    }
  }
}
