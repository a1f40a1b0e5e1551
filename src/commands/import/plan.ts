/** What a table changes of the catalogue: everything that is wrong with it at once, or all that is to be written. Pure. */
import type { AuditEntry } from '../../../db/store/catalogue-changes.ts';
import {
  MAX_ADDRESS,
  MAX_ALIAS,
  MAX_FACT,
  MAX_NAME,
  MAX_SALE_UNIT,
  MAX_STORY,
} from '../../chat/admin/catalogue/texts.ts';
import { auditText, readPrice } from '../../chat/admin/change-price.ts';
import {
  ATTRIBUTES,
  everyProduct,
  isPublished,
  isTakenOff,
  type Price,
  type Product,
  SALES_MODES,
  type SalesMode,
  type Snapshot,
  type Texts,
} from '../../shop/catalogue.ts';
import {
  type CatalogueChange,
  type NewVariant,
  nextShelfNumber,
  type Picture,
  type PlaceRef,
  type ProductChange,
  slugFor,
  variantSlugs,
} from '../../shop/catalogue-changes.ts';
import { doubtsIn, withoutDoubts } from '../../shop/personal-data.ts';
import { LANGUAGES, OF_VARIANT, type Problem, type Row, type Table } from './table.ts';

export interface PlanOptions {
  /** Who publishes what the table holds; null: new products are drafts. */
  readonly publishAs: string | null;
  /** The publisher has read the doubtful passages. */
  readonly checked: boolean;
  /** Cleaned, by the path that the table gives; a text says why there is none. */
  readonly photos: ReadonlyMap<string, Picture | string>;
}

export interface Plan {
  readonly problems: readonly Problem[];
  readonly changes: readonly CatalogueChange[];
  readonly audit: readonly AuditEntry[];
  /** What would change, for whoever reads it. */
  readonly report: readonly string[];
}

/** Written for "not known": it empties what there was. */
const UNKNOWN = '-';
const USUAL_MOST = 50;
const MODES: Readonly<Record<string, SalesMode>> = {
  ...Object.fromEntries(SALES_MODES.map((mode) => [mode, mode])),
  pajangan: 'display',
  siap: 'ready',
  'pre-order': 'preorder',
  penawaran: 'quote',
};

/** A product of the table: its first row, and one for each variant. */
interface Group {
  readonly head: Row;
  readonly rows: readonly Row[];
}

export function planImport(table: Table, snapshot: Snapshot, options: PlanOptions): Plan {
  const plan = new Planning(snapshot, options, [...table.problems]);
  const columns = table.problems.length === 0 ? groupsOf(table.rows, plan) : [];
  for (const group of columns) plan.product(group);
  return plan.result();
}

function groupsOf(rows: readonly Row[], plan: Planning): Group[] {
  const groups: { head: Row; rows: Row[] }[] = [];
  for (const row of rows) {
    const key = keyOf(row);
    const before = key === null ? groups.at(-1) : groups.find(({ head }) => keyOf(head) === key);
    if (before) {
      before.rows.push(row);
      plan.sameAsHead(row, before.head);
    } else if (key === null) {
      plan.problem(row, 'name_id', 'The first line of a product needs its name.');
    } else groups.push({ head: row, rows: [row] });
  }
  return groups;
}

function keyOf({ cells }: Row): string | null {
  return (cells.get('slug') ?? cells.get('name_id'))?.toLowerCase() ?? null;
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

class Planning {
  readonly #changes: CatalogueChange[] = [];
  readonly #audit: AuditEntry[] = [];
  readonly #report: string[] = [];
  readonly #units = new Map<string, string>();
  readonly #kinds = new Map<string, string>();
  readonly #places = new Set<string>();
  readonly #pictures = new Set<string>();
  readonly #slugs: string[];
  /** Numbers of the shelf, with whose they will be. */
  readonly #shelf = new Map<number, string>();
  readonly #language: string;

  constructor(
    private readonly snapshot: Snapshot,
    private readonly options: PlanOptions,
    private readonly problems: Problem[],
  ) {
    this.#language = snapshot.stand.defaultLanguage;
    this.#slugs = everyProduct(snapshot).map(({ slug }) => slug);
    for (const { shelfNumber, slug } of everyProduct(snapshot)) this.#shelf.set(shelfNumber, slug);
  }

  result(): Plan {
    const { problems } = this;
    const sorted = problems.toSorted((one, other) => one.line - other.line);
    if (problems.length > 0) return { problems: sorted, changes: [], audit: [], report: [] };
    return { problems, changes: this.#changes, audit: this.#audit, report: this.#report };
  }

  problem({ line }: Row, column: string | null, says: string): void {
    this.problems.push({ line, column, says });
  }

  /** A further line of a product says nothing else of it than its first one. */
  sameAsHead(row: Row, head: Row): void {
    for (const [column, value] of row.cells) {
      if (OF_VARIANT.some((each) => each === column) || column === 'slug') continue;
      if (head.cells.get(column) !== value)
        this.problem(row, column, `Line ${head.line} says something else of the same product, or nothing.`);
    }
  }

  /* ── one product ── */

  product({ head, rows }: Group): void {
    const slug = head.cells.get('slug')?.toLowerCase();
    const name = head.cells.get('name_id');
    const found = everyProduct(this.snapshot).find((each) =>
      slug === undefined
        ? each.name[this.#language]?.toLowerCase() === name?.toLowerCase()
        : each.slug === slug,
    );
    if (found && isTakenOff(found)) {
      this.problem(
        head,
        'name_id',
        `“${found.slug}” was taken off the shelf. Bring it back in the chat first (/kelola).`,
      );
    } else if (found) this.change(found, head, rows);
    else this.add(slug, head, rows);
  }

  add(slug: string | undefined, head: Row, rows: readonly Row[]): void {
    const name = this.texts(head, 'name', MAX_NAME);
    if (!name?.[this.#language]) {
      this.problem(head, 'name_id', 'A new product needs a name.');
      return;
    }
    if (slug !== undefined && !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug))
      this.problem(head, 'slug', 'Small letters, digits and dashes only, such as keripik-singkong.');
    if (slug !== undefined && slug.length > 32) this.problem(head, 'slug', 'At most 32 characters.');
    const made = slug ?? slugFor(name[this.#language] ?? '', this.#slugs);
    this.#slugs.push(made);
    const unit = this.unit(head);
    const kind = this.kind(head);
    if (unit === null) this.problem(head, 'unit', 'A new product needs its unit, by name or slug.');
    if (kind === null) this.problem(head, 'kind', 'A new product needs its kind, by name or slug.');
    const facts = this.facts(head).flatMap(({ attribute, texts }) =>
      texts === null ? [] : [{ attribute, value: texts }],
    );
    const variants = this.newVariants(rows, name, []);
    const [first, ...more] = variants;
    if (!first) return;
    const photo = this.photo(head);
    const product = {
      slug: made,
      unit: unit ?? '',
      kind: kind ?? '',
      place: this.place(head) ?? { id: this.snapshot.stand.placeId },
      shelfNumber: this.shelfNumber(head, made) ?? this.freeNumber(made),
      mode: this.mode(head) ?? 'display',
      name,
      story: this.texts(head, 'story', MAX_STORY) ?? {},
      saleUnit: this.texts(head, 'sale_unit', MAX_SALE_UNIT) ?? { id: 'buah', en: 'piece' },
      leadTimeDays: this.number(head, 'lead_time_days', 0, 365) ?? null,
      maxPerOrder: this.number(head, 'max_per_order', 1, 10_000) ?? USUAL_MOST,
      photo: photo?.hash ?? null,
      aliases: this.aliases(head, 'aliases') ?? [],
      variants: [first, ...more] as const,
      facts,
      publishedBy: this.options.publishAs,
    };
    this.doubts(rows, this.options.publishAs !== null);
    this.#changes.push({ kind: 'product-added', product });
    this.note('import', `product ${made}`, null, name[this.#language] ?? '');
    if (this.options.publishAs !== null) this.note('publish', `product ${made}`, null, 'published');
    this.#report.push(
      `new        ${made}  ${name[this.#language]}${this.options.publishAs === null ? ' (draft)' : ''}`,
    );
    this.#report.push(
      `             shelf number ${product.shelfNumber}, ${product.mode}, ${variants.map((each) => `${each.slug === '' ? 'price' : each.name[this.#language]} ${each.price ?? 'unknown'}`).join(', ')}`,
    );
    if (!name.en) this.#report.push('             no English name: the Indonesian one is shown');
  }

  change(product: Product, head: Row, rows: readonly Row[]): void {
    const differs: string[] = [];
    const change: Record<string, unknown> = {};
    const set = (
      field: keyof ProductChange,
      column: string,
      before: unknown,
      after: unknown,
      value: unknown = after,
    ) => {
      if (after === undefined || same(before, after)) return;
      change[field] = value;
      differs.push(`${column}: ${shown(before)} → ${shown(after)}`);
      this.note(
        `product ${column}`,
        `product ${product.id}`,
        withoutDoubts(shown(before)),
        withoutDoubts(shown(after)),
      );
    };
    const unit = this.unit(head);
    const kind = this.kind(head);
    const { units, kinds } = this.snapshot;
    if (unit !== null) set('unit', 'unit', units.find(({ id }) => id === product.unitId)?.slug, unit);
    if (kind !== null) set('kind', 'kind', kinds.find(({ id }) => id === product.kindId)?.slug, kind);
    const place = this.place(head);
    if (place) set('place', 'place', this.placeName({ id: product.placeId }), this.placeName(place), place);
    set('shelfNumber', 'shelf_number', product.shelfNumber, this.shelfNumber(head, product.slug));
    set('mode', 'mode', product.mode, this.mode(head));
    const name = this.merged(head, 'name', product.name, MAX_NAME);
    set('name', 'name', product.name, name);
    set('story', 'story', product.story, this.merged(head, 'story', product.story, MAX_STORY));
    set(
      'saleUnit',
      'sale_unit',
      product.saleUnit,
      this.merged(head, 'sale_unit', product.saleUnit, MAX_SALE_UNIT),
    );
    set('leadTimeDays', 'lead_time_days', product.leadTimeDays, this.number(head, 'lead_time_days', 0, 365));
    const most = this.number(head, 'max_per_order', 1, 10_000);
    set('maxPerOrder', 'max_per_order', product.maxPerOrder, most ?? undefined);
    const photo = this.photo(head);
    if (photo !== undefined) set('photo', 'photo', product.photo, photo?.hash ?? null);
    const publishes = this.options.publishAs !== null && (!isPublished(product) || product.sample);
    const more: CatalogueChange[] = [];
    const aliases = this.aliases(head, 'aliases');
    if (aliases && !same(aliases, product.aliases)) {
      more.push({ kind: 'aliases', productId: product.id, variantId: null, aliases });
      differs.push(`aliases: ${shown(product.aliases)} → ${shown(aliases)}`);
      this.note('product aliases', `product ${product.id}`, shown(product.aliases), shown(aliases));
    }
    this.changeFacts(product, head, more, differs);
    this.changeVariants(product, name ?? product.name, rows, more, differs);
    this.doubts(rows, publishes || (isPublished(product) && !product.sample));
    if (publishes) {
      change.publishedBy = this.options.publishAs;
      differs.push(`published by ${this.options.publishAs}`);
      this.note('publish', `product ${product.id}`, product.sample ? 'sample' : 'draft', 'published');
    }
    if (Object.keys(change).length > 0)
      this.#changes.push({ kind: 'product-changed', productId: product.id, change: change as ProductChange });
    this.#changes.push(...more);
    this.#report.push(differs.length === 0 ? `unchanged  ${product.slug}` : `changed    ${product.slug}`);
    this.#report.push(...differs.map((line) => `             ${line}`));
  }

  changeFacts(product: Product, head: Row, more: CatalogueChange[], differs: string[]): void {
    for (const { attribute, texts } of this.facts(head)) {
      const before = product.facts.find((each) => each.attribute === attribute)?.value ?? null;
      const value = texts === null ? null : { ...before, ...texts };
      if (same(before, value)) continue;
      more.push({
        kind: 'fact-written',
        productId: product.id,
        attribute,
        value,
        by: this.options.publishAs,
      });
      differs.push(`${attribute}: ${shown(before)} → ${shown(value)}`);
      this.note(
        `fact ${attribute}`,
        `product ${product.id}`,
        withoutDoubts(shown(before)),
        withoutDoubts(shown(value)),
      );
    }
  }

  changeVariants(
    product: Product,
    name: Texts,
    rows: readonly Row[],
    more: CatalogueChange[],
    differs: string[],
  ): void {
    const [only] = product.variants;
    const isPlain = product.variants.length === 1 && only.slug === '';
    if (isPlain && !same(only.name, name))
      more.push({ kind: 'variant-changed', productId: product.id, variantId: only.id, change: { name } });
    const fresh: Row[] = [];
    for (const row of rows) {
      const called = row.cells.get('variant_id');
      const found =
        called === undefined
          ? product.variants.length === 1
            ? only
            : undefined
          : product.variants.find(
              (each) => each.slug !== '' && each.name[this.#language]?.toLowerCase() === called.toLowerCase(),
            );
      if (called === undefined && !found && row.cells.has('price'))
        this.problem(
          row,
          'price',
          `“${product.slug}” has several variants: say in variant_id which one costs that.`,
        );
      if (called !== undefined && !found) fresh.push(row);
      if (!found) continue;
      const price = this.price(row);
      if (price && auditText(price) !== auditText(found.price)) {
        more.push({ kind: 'variant-changed', productId: product.id, variantId: found.id, change: { price } });
        differs.push(`${called ?? 'price'}: ${auditText(found.price)} → ${auditText(price)}`);
        this.note('variant price', `variant ${found.id}`, auditText(found.price), auditText(price));
      }
      const english = row.cells.get('variant_en');
      if (called !== undefined && english !== undefined && found.name.en !== english) {
        const texts = { ...found.name, en: english };
        more.push({
          kind: 'variant-changed',
          productId: product.id,
          variantId: found.id,
          change: { name: texts },
        });
        differs.push(`${called} (en): ${shown(found.name.en)} → ${english}`);
        this.note('variant name', `variant ${found.id}`, found.name.en ?? null, english);
      }
      const aliases = this.aliases(row, 'variant_aliases');
      if (aliases && !same(aliases, found.aliases)) {
        more.push({ kind: 'aliases', productId: product.id, variantId: found.id, aliases });
        differs.push(`${called ?? 'variant'} aliases: ${shown(found.aliases)} → ${shown(aliases)}`);
        this.note('variant aliases', `variant ${found.id}`, shown(found.aliases), shown(aliases));
      }
    }
    if (fresh.length === 0) return;
    const added = this.newVariants(fresh, name, variantSlugs(product));
    for (const variant of added) {
      more.push({ kind: 'variant-added', productId: product.id, variant });
      differs.push(`new variant: ${variant.name[this.#language]}, ${variant.price ?? 'price unknown'}`);
      this.note('variant', `product ${product.id}`, null, variant.name[this.#language] ?? null);
    }
    if (isPlain) {
      more.push({
        kind: 'variant-changed',
        productId: product.id,
        variantId: only.id,
        change: { removed: true },
      });
    }
  }

  /** Of rows that name some; a product without any has one, which is called as it is. */
  newVariants(rows: readonly Row[], name: Texts, taken: readonly string[]): NewVariant[] {
    const slugs = [...taken];
    const seen = new Set<string>();
    const named = rows.filter((row) => row.cells.has('variant_id'));
    const [head] = rows;
    if (named.length === 0 && head) {
      const price = this.price(head) ?? { amount: null, status: 'unknown' };
      for (const row of rows.slice(1))
        this.problem(row, 'variant_id', 'A further line of a product is for a variant: say which.');
      return [
        {
          slug: '',
          name,
          price: price.amount,
          status: price.status,
          aliases: this.aliases(head, 'variant_aliases') ?? [],
        },
      ];
    }
    for (const row of rows)
      if (!row.cells.has('variant_id') && row.cells.has('price'))
        this.problem(row, 'price', 'This product has variants: say in variant_id which one costs that.');
    return named.map((row): NewVariant => {
      const texts = this.texts(row, 'variant', MAX_NAME) ?? {};
      const called = texts[this.#language] ?? '';
      if (seen.has(called.toLowerCase()))
        this.problem(row, 'variant_id', `The variant “${called}” is there twice.`);
      seen.add(called.toLowerCase());
      const slug = slugFor(called, slugs);
      slugs.push(slug);
      const price = this.price(row) ?? { amount: null, status: 'unknown' };
      return {
        slug,
        name: texts,
        price: price.amount,
        status: price.status,
        aliases: this.aliases(row, 'variant_aliases') ?? [],
      };
    });
  }

  /* ── cells ── */

  /** undefined: the cell is empty. */
  cell(row: Row, column: string, max: number): string | undefined {
    const text = row.cells.get(column);
    if (text === undefined || text.length <= max) return text;
    this.problem(row, column, `${text.length} characters are too many: at most ${max}.`);
    return undefined;
  }

  /** The languages that are filled in; undefined: none is. */
  texts(row: Row, base: string, max: number): Texts | undefined {
    const known = LANGUAGES.flatMap((language): [string, string][] => {
      const text = this.cell(row, `${base}_${language}`, max);
      return text === undefined || text === UNKNOWN ? [] : [[language, text]];
    });
    return known.length > 0 ? Object.fromEntries(known) : undefined;
  }

  /** With what there is in the languages that the row leaves empty; "-" takes one away. */
  merged(row: Row, base: string, before: Texts, max: number): Texts | undefined {
    const texts: Record<string, string> = { ...before };
    for (const language of LANGUAGES) {
      const text = this.cell(row, `${base}_${language}`, max);
      if (text === UNKNOWN && !(base === 'name' && language === this.#language)) delete texts[language];
      else if (text !== undefined) texts[language] = text;
    }
    return texts;
  }

  number(row: Row, column: string, min: number, max: number): number | null | undefined {
    const text = row.cells.get(column);
    if (text === undefined) return undefined;
    if (text === UNKNOWN) return null;
    const number = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
    if (number >= min && number <= max) return number;
    this.problem(row, column, `“${text}” is no whole number from ${min} to ${max}.`);
    return undefined;
  }

  shelfNumber(row: Row, slug: string): number | undefined {
    const number = this.number(row, 'shelf_number', 1, 9_999) ?? undefined;
    if (number === undefined) return undefined;
    const holder = this.#shelf.get(number);
    if (holder !== undefined && holder !== slug) {
      this.problem(row, 'shelf_number', `Number ${number} is taken by “${holder}”.`);
      return undefined;
    }
    this.#shelf.set(number, slug);
    return number;
  }

  freeNumber(slug: string): number {
    let number = nextShelfNumber(this.snapshot);
    while (this.#shelf.has(number)) number += 1;
    this.#shelf.set(number, slug);
    return number;
  }

  mode(row: Row): SalesMode | undefined {
    const text = row.cells.get('mode');
    const mode = text === undefined ? undefined : MODES[text.toLowerCase()];
    if (text !== undefined && mode === undefined)
      this.problem(row, 'mode', `“${text}” is none of ${Object.keys(MODES).join(', ')}.`);
    return mode;
  }

  price(row: Row): Price | undefined {
    const text = row.cells.get('price');
    if (text === undefined) return undefined;
    if (text === UNKNOWN) return { amount: null, status: 'unknown' };
    const price = readPrice(text.replace(/,00$/, ''));
    if (typeof price !== 'string') return price;
    const why = {
      'admin-price-positive': 'is not more than zero; leave it empty, or write “-”, where it is not known',
      'admin-price-absurd': 'is more than anything costs',
    }[price];
    this.problem(row, 'price', `“${text}” ${why ?? 'is no price, such as 15000 or Rp 15.000'}.`);
    return undefined;
  }

  aliases(row: Row, column: string): readonly string[] | undefined {
    const text = row.cells.get(column);
    if (text === undefined) return undefined;
    if (text === UNKNOWN) return [];
    const aliases = text
      .split(/[,;|\n]/)
      .map((each) => each.trim().toLowerCase())
      .filter((each) => each !== '');
    const long = aliases.find((each) => each.length > MAX_ALIAS);
    if (long !== undefined)
      this.problem(row, column, `“${long}” is too long: at most ${MAX_ALIAS} characters.`);
    return [...new Set(aliases)];
  }

  facts(row: Row): { attribute: (typeof ATTRIBUTES)[number]; texts: Texts | null }[] {
    return ATTRIBUTES.flatMap((attribute) => {
      const isUnknown = row.cells.get(`${attribute}_${this.#language}`) === UNKNOWN;
      const texts = isUnknown ? null : this.texts(row, attribute, MAX_FACT);
      return texts === undefined ? [] : [{ attribute, texts }];
    });
  }

  /** null: there is to be none; undefined: the cell is empty. */
  photo(row: Row): Picture | null | undefined {
    const path = row.cells.get('photo');
    if (path === undefined) return undefined;
    if (path === UNKNOWN) return null;
    const photo = this.options.photos.get(path) ?? 'was not sent along';
    if (typeof photo === 'string') {
      this.problem(row, 'photo', `“${path}” ${photo}.`);
      return undefined;
    }
    if (!this.#pictures.has(photo.hash)) this.#changes.push({ kind: 'picture', picture: photo });
    this.#pictures.add(photo.hash);
    return photo;
  }

  /* ── what is made when it is new ── */

  unit(row: Row): string | null {
    const called = this.cell(row, 'unit', MAX_NAME);
    if (called === undefined) return null;
    const known =
      this.snapshot.units.find((each) => isCalled(each, called))?.slug ??
      this.#units.get(called.toLowerCase());
    if (known) return known;
    const slug = slugFor(called, [...this.snapshot.units.map((each) => each.slug), ...this.#units.values()]);
    this.#units.set(called.toLowerCase(), slug);
    this.#changes.push({ kind: 'unit-added', slug, name: { [this.#language]: called }, about: {} });
    this.note('unit', `unit ${slug}`, null, called);
    this.#report.push(`new unit   ${slug}  ${called}`);
    return slug;
  }

  kind(row: Row): string | null {
    const called = this.cell(row, 'kind', MAX_NAME);
    if (called === undefined) return null;
    const known =
      this.snapshot.kinds.find((each) => isCalled(each, called))?.slug ??
      this.#kinds.get(called.toLowerCase());
    if (known) return known;
    const slug = slugFor(called, [...this.snapshot.kinds.map((each) => each.slug), ...this.#kinds.values()]);
    this.#kinds.set(called.toLowerCase(), slug);
    this.#changes.push({ kind: 'kind-added', slug, name: { [this.#language]: called } });
    this.note('kind', `kind ${slug}`, null, called);
    this.#report.push(`new kind   ${slug}  ${called}`);
    return slug;
  }

  place(row: Row): PlaceRef | undefined {
    const called = this.cell(row, 'place', MAX_ADDRESS);
    if (called === undefined) return undefined;
    const known = this.snapshot.places.find(({ name }) => isNamed(name, called));
    if (known) return { id: known.id };
    if (/^(?:gerai|stand)$/i.test(called)) return { id: this.snapshot.stand.placeId };
    const name = [...this.#places].find((each) => each.toLowerCase() === called.toLowerCase());
    if (name) return { name };
    this.#places.add(called);
    const texts = { [this.#language]: called };
    const hours = [[], [], [], [], [], [], []];
    this.#changes.push({
      kind: 'place-added',
      place: { kind: 'workshop', name: texts, address: texts, hours },
    });
    this.note('place', `place ${called}`, null, called);
    this.#report.push(`new place  ${called} (say its address and hours in the chat)`);
    return { name: called };
  }

  placeName(place: PlaceRef): string {
    if ('name' in place) return place.name;
    return this.snapshot.places.find(({ id }) => id === place.id)?.name[this.#language] ?? '';
  }

  /* ── who reads it ── */

  /** Where visitors will read it, somebody has to have read what may tell of a person. */
  doubts(rows: readonly Row[], isShown: boolean): void {
    if (!isShown) return;
    const found = rows.flatMap((row) =>
      [...row.cells]
        .filter(([column]) => /_(?:id|en)$|aliases$/.test(column))
        .flatMap(([column, text]) => doubtsIn(text).map((doubt) => ({ row, column, ...doubt }))),
    );
    for (const { row, column, passage } of found) {
      if (!this.options.checked)
        this.problem(
          row,
          column,
          `“${passage}” may tell of a person. Where it does not, read all of these and add --checked.`,
        );
    }
    const [first] = found;
    if (first && this.options.checked)
      this.note(
        'doubts-fine',
        `line ${first.row.line}`,
        null,
        found.map(({ column, kind }) => `${column}: ${kind}`).join(', '),
      );
  }

  note(what: string, subject: string, before: string | null, after: string | null): void {
    this.#audit.push({ what, subject, before, after });
  }
}

function isCalled(each: { readonly slug: string; readonly name: Texts }, called: string): boolean {
  return each.slug === called.toLowerCase() || isNamed(each.name, called);
}

function isNamed(name: Texts, called: string): boolean {
  return Object.values(name).some((each) => each.toLowerCase() === called.toLowerCase());
}

function shown(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'nothing' : value.join(', ');
  if (typeof value === 'object')
    return (
      Object.entries(value)
        .map(([language, text]) => `${language} “${text}”`)
        .join(', ') || 'nothing'
    );
  return String(value);
}
