/** What an admin does to the catalogue, as statements. The version of the snapshot is bumped by whoever sends them. */
import { and, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import type {
  CatalogueChange,
  NewProduct,
  NewVariant,
  PlaceRef,
  ProductChange,
  Samples,
} from '../../src/shop/catalogue-changes.ts';
import type { Database, Statement } from '../database.ts';
import {
  aliases,
  audit,
  facts,
  invitations,
  kinds,
  media,
  mediaHandles,
  movements,
  places,
  products,
  scans,
  stands,
  stock,
  units,
  variants,
  versions,
} from '../schema.ts';
import { compiler, once } from '../statement.ts';

/** In the snapshot's version, so that everybody loads it again. */
export function bumpCatalogue(): Statement {
  return once(
    compiler
      .update(versions)
      .set({ value: sql`${versions.value} + 1` })
      .where(eq(versions.name, 'catalogue')),
  );
}

export interface AuditEntry {
  readonly what: string;
  readonly subject: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** All of it or nothing, on behalf of the command line. @throws ConstraintError, StorageError */
export async function writeChanges(
  database: Database,
  changes: readonly CatalogueChange[],
  entries: readonly AuditEntry[],
  now: number,
): Promise<void> {
  await database.write([
    ...changes.flatMap((change) => changeStatements(change, now)),
    ...entries.map((entry) => once(compiler.insert(audit).values({ ...entry, actor: null, at: now }))),
    bumpCatalogue(),
  ]);
}

export function changeStatements(change: CatalogueChange, now: number): Statement[] {
  switch (change.kind) {
    case 'unit-added': {
      const { slug, name, about } = change;
      const standId = sql<number>`(SELECT id FROM stands ORDER BY id LIMIT 1)`;
      return [once(compiler.insert(units).values({ standId, slug, name, about }))];
    }
    case 'unit-changed':
      return [
        once(
          compiler
            .update(units)
            .set({ ...change.change, sample: false })
            .where(eq(units.id, change.unitId)),
        ),
      ];
    case 'kind-added':
      return [once(compiler.insert(kinds).values({ slug: change.slug, name: change.name }))];
    case 'place-added':
      return [once(compiler.insert(places).values(change.place))];
    case 'place-changed':
      return [once(compiler.update(places).set(change.change).where(eq(places.id, change.placeId)))];
    case 'product-added':
      return productAdded(change.product, now);
    case 'product-changed':
      return [productChanged(change.productId, change.change, now)];
    case 'variant-added':
      return [...variantAdded(byId(change.productId), change.variant), touched(change.productId)];
    case 'variant-changed':
      return variantChanged(change, now);
    case 'aliases':
      return aliasesReplaced(change);
    case 'fact-written': {
      const { productId, attribute, value, by } = change;
      const known = { value, confirmedBy: by, confirmedAt: now, validUntil: null };
      return [
        once(
          compiler
            .insert(facts)
            .values({ productId, attribute, ...known })
            .onConflictDoUpdate({ target: [facts.productId, facts.attribute], set: known }),
        ),
        touched(productId),
      ];
    }
    case 'picture': {
      const { hash, type, bytes } = change.picture;
      return [
        once(
          compiler
            .insert(media)
            .values({ hash, type, bytes: bytes as Buffer })
            .onConflictDoNothing(),
        ),
      ];
    }
    case 'stand-changed':
      return [
        once(
          compiler
            .update(stands)
            .set({ ...change.change, version: sql`${stands.version} + 1` })
            .where(eq(stands.id, change.standId)),
        ),
      ];
    case 'samples-removed':
      return samplesRemoved(change.samples);
  }
}

/* ── products ── */

function byId(id: number): SQL<number> {
  return sql<number>`${id}`;
}

function unitBySlug(slug: string): SQL<number> {
  return sql<number>`(SELECT id FROM units WHERE slug = ${slug})`;
}

function kindBySlug(slug: string): SQL<number> {
  return sql<number>`(SELECT id FROM kinds WHERE slug = ${slug})`;
}

function placeFor(place: PlaceRef): number | SQL<number> {
  if ('id' in place) return place.id;
  return sql<number>`(SELECT id FROM places WHERE json_extract(name, '$.id') = ${place.name} ORDER BY id LIMIT 1)`;
}

function productAdded(product: NewProduct, now: number): Statement[] {
  const { unit, kind, place, aliases: names, variants: all, facts: known, publishedBy, ...row } = product;
  const id = sql<number>`(SELECT id FROM products WHERE slug = ${product.slug})`;
  return [
    once(
      compiler.insert(products).values({
        ...row,
        unitId: unitBySlug(unit),
        kindId: kindBySlug(kind),
        placeId: placeFor(place),
        publishedBy,
        publishedAt: publishedBy === null ? null : now,
      }),
    ),
    ...all.flatMap((variant) => variantAdded(id, variant)),
    ...names.map((alias) => once(compiler.insert(aliases).values({ productId: id, alias }))),
    ...known.map(({ attribute, value }) =>
      once(
        compiler
          .insert(facts)
          .values({ productId: id, attribute, value, confirmedBy: publishedBy, confirmedAt: now }),
      ),
    ),
  ];
}

function productChanged(id: number, change: ProductChange, now: number): Statement {
  const { unit, kind, place, removed, publishedBy, ...same } = change;
  return once(
    compiler
      .update(products)
      .set({
        ...same,
        ...(unit === undefined ? {} : { unitId: unitBySlug(unit) }),
        ...(kind === undefined ? {} : { kindId: kindBySlug(kind) }),
        ...(place === undefined ? {} : { placeId: placeFor(place) }),
        ...(publishedBy === undefined ? {} : { publishedBy, publishedAt: publishedBy === null ? null : now }),
        ...(publishedBy ? { sample: false } : {}),
        ...(removed === true
          ? { removedAt: now, shelfNumber: sql`-${products.id}`, publishedBy: null, publishedAt: null }
          : {}),
        ...(removed === false ? { removedAt: null } : {}),
        version: sql`${products.version} + 1`,
      })
      .where(eq(products.id, id)),
  );
}

/** What somebody sees of it has changed. */
function touched(productId: number): Statement {
  return once(
    compiler
      .update(products)
      .set({ version: sql`${products.version} + 1` })
      .where(eq(products.id, productId)),
  );
}

function variantAdded(productId: SQL<number>, variant: NewVariant): Statement[] {
  const { slug, name, price, status, aliases: names } = variant;
  const variantId = sql<number>`(SELECT id FROM variants WHERE product_id = ${productId} AND slug = ${slug})`;
  return [
    once(compiler.insert(variants).values({ productId, slug, name, price, priceStatus: status })),
    ...names.map((alias) => once(compiler.insert(aliases).values({ productId, variantId, alias }))),
  ];
}

function variantChanged(
  { productId, variantId, change }: Extract<CatalogueChange, { kind: 'variant-changed' }>,
  now: number,
): Statement[] {
  const { price, removed, ...same } = change;
  const set = {
    ...same,
    ...(price === undefined ? {} : { price: price.amount, priceStatus: price.status }),
    ...(removed === undefined ? {} : { removedAt: removed ? now : null }),
  };
  return [once(compiler.update(variants).set(set).where(eq(variants.id, variantId))), touched(productId)];
}

function aliasesReplaced({
  productId,
  variantId,
  aliases: names,
}: Extract<CatalogueChange, { kind: 'aliases' }>): Statement[] {
  const of = variantId === null ? isNull(aliases.variantId) : eq(aliases.variantId, variantId);
  return [
    once(compiler.delete(aliases).where(and(eq(aliases.productId, productId), of))),
    ...names.map((alias) => once(compiler.insert(aliases).values({ productId, variantId, alias }))),
  ];
}

/* ── samples ── */

/** What refers to something goes before it. */
function samplesRemoved({
  products: ids,
  units: unitIds,
  places: placeIds,
  media: hashes,
}: Samples): Statement[] {
  const own = sql`(SELECT id FROM variants WHERE product_id IN (SELECT value FROM json_each(${JSON.stringify(ids)})))`;
  const ofProducts = [...ids];
  return [
    once(compiler.delete(movements).where(sql`${movements.variantId} IN ${own}`)),
    once(compiler.delete(stock).where(sql`${stock.variantId} IN ${own}`)),
    once(compiler.delete(scans).where(inArray(scans.productId, ofProducts))),
    once(compiler.delete(aliases).where(inArray(aliases.productId, ofProducts))),
    once(compiler.delete(facts).where(inArray(facts.productId, ofProducts))),
    once(compiler.delete(variants).where(inArray(variants.productId, ofProducts))),
    once(compiler.delete(products).where(inArray(products.id, ofProducts))),
    once(compiler.delete(invitations).where(inArray(invitations.unitId, [...unitIds]))),
    once(compiler.delete(units).where(inArray(units.id, [...unitIds]))),
    once(compiler.delete(places).where(inArray(places.id, [...placeIds]))),
    once(compiler.delete(mediaHandles).where(inArray(mediaHandles.hash, [...hashes]))),
    once(compiler.delete(media).where(inArray(media.hash, [...hashes]))),
  ];
}
