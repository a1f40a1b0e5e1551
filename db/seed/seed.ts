/** Fills an empty database with the sample stand. Node only. */
import { createHash } from 'node:crypto';
import type { InValue } from '@libsql/client';
import { eq, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/sqlite-proxy';
import { ATTRIBUTES } from '../../src/shop/catalogue.ts';
import type { Database, Statement } from '../database.ts';
import {
  aliases,
  facts,
  kinds,
  media,
  movements,
  places,
  products,
  stands,
  stock,
  units,
  variants,
  versions,
} from '../schema.ts';
import {
  type SampleProduct,
  type SampleVariant,
  sampleKinds,
  samplePlaces,
  sampleProducts,
  sampleStand,
  sampleUnits,
} from './sample-stand.ts';

/** Stands where the name of whoever published a product would: nobody did. */
const PUBLISHER = 'contoh';
const STAND_ID = 1;

/** `occupied`: there is a stand already, and nothing was touched. */
export type SeedOutcome = 'seeded' | 'occupied';

/** The PNG of a product, by its slug. */
export type Pictures = (slug: string) => Uint8Array;

/** Writes the SQL and has its columns checked against the schema; it is never asked to run any. */
const compiler = drizzle(async () => ({ rows: [] }));

/**
 * @param now UTC milliseconds: when the products are published and the opening stock is delivered.
 * @throws ConstraintError when there is no stand, but part of another catalogue.
 */
export async function seedSampleStand(
  database: Database,
  now: number,
  pictures: Pictures,
): Promise<SeedOutcome> {
  const [found] = await database.read([compile(compiler.select({ id: stands.id }).from(stands).limit(1))]);
  if (found !== undefined && found.rows.length > 0) return 'occupied';
  await database.write([
    ...standStatements(),
    ...sampleProducts.flatMap((product) => productStatements(product, now, pictures(product.slug))),
    compile(
      compiler
        .update(versions)
        .set({ value: sql`${versions.value} + 1` })
        .where(eq(versions.name, 'catalogue')),
    ),
  ]);
  return 'seeded';
}

function standStatements(): Statement[] {
  const { place, ...stand } = sampleStand;
  return [
    ...samplePlaces.map(({ slug, ...each }) =>
      compile(compiler.insert(places).values({ id: idOf(samplePlaces, slug), ...each })),
    ),
    compile(compiler.insert(stands).values({ id: STAND_ID, placeId: idOf(samplePlaces, place), ...stand })),
    ...sampleUnits.map((unit) =>
      compile(
        compiler
          .insert(units)
          .values({ id: idOf(sampleUnits, unit.slug), standId: STAND_ID, sample: true, ...unit }),
      ),
    ),
    ...sampleKinds.map((kind) =>
      compile(compiler.insert(kinds).values({ id: idOf(sampleKinds, kind.slug), ...kind })),
    ),
  ];
}

function productStatements(product: SampleProduct, now: number, picture: Uint8Array): Statement[] {
  const productId = idOf(sampleProducts, product.slug);
  const photo = createHash('sha256').update(picture).digest('hex');
  return [
    compile(
      compiler
        .insert(media)
        .values({ hash: photo, type: 'image/png', bytes: Buffer.from(picture) })
        .onConflictDoNothing(),
    ),
    compile(
      compiler.insert(products).values({
        id: productId,
        slug: product.slug,
        unitId: idOf(sampleUnits, product.unit),
        kindId: idOf(sampleKinds, product.kind),
        placeId: idOf(samplePlaces, product.place),
        shelfNumber: product.shelfNumber,
        mode: product.mode,
        publishedBy: PUBLISHER,
        publishedAt: now,
        name: product.name,
        story: product.story,
        saleUnit: product.saleUnit,
        unitSizes: product.unitSizes ?? {},
        leadTimeDays: product.leadTimeDays,
        maxPerOrder: product.maxPerOrder,
        photo,
        sample: true,
      }),
    ),
    ...product.aliases.map((alias) => compile(compiler.insert(aliases).values({ productId, alias }))),
    ...ATTRIBUTES.flatMap((attribute) => {
      const value = product.facts[attribute];
      return value === undefined
        ? []
        : [compile(compiler.insert(facts).values({ productId, attribute, value }))];
    }),
    ...product.variants.flatMap((variant) => variantStatements(variant, productId, now)),
  ];
}

function variantStatements(variant: SampleVariant, productId: number, now: number): Statement[] {
  const variantId = sampleProducts.flatMap((product) => product.variants).indexOf(variant) + 1;
  return [
    compile(
      compiler.insert(variants).values({
        id: variantId,
        productId,
        slug: variant.slug,
        name: variant.name,
        price: variant.price.amount,
        priceStatus: variant.price.status,
      }),
    ),
    ...variant.aliases.map((alias) =>
      compile(compiler.insert(aliases).values({ productId, variantId, alias })),
    ),
    ...(variant.openingStock === null
      ? []
      : [
          // Stock is the sum of its movements: every variant has an empty row, and the delivery fills it.
          compile(
            compiler
              .insert(movements)
              .values({ variantId, kind: 'delivery', qty: variant.openingStock, at: now }),
          ),
        ]),
    ...(variant.lowAt === undefined
      ? []
      : [
          compile(compiler.update(stock).set({ lowAt: variant.lowAt }).where(eq(stock.variantId, variantId))),
        ]),
  ];
}

/** Rows are numbered in the order of the sample data, so that they can refer to each other before they exist. */
function idOf(list: readonly { readonly slug: string }[], slug: string): number {
  const index = list.findIndex((each) => each.slug === slug);
  if (index < 0) throw new Error(`The sample stand has no ${slug}`);
  return index + 1;
}

function compile(query: { toSQL(): { sql: string; params: unknown[] } }): Statement {
  const { sql: text, params } = query.toSQL();
  return { sql: text, args: params.map(toValue) };
}

function toValue(param: unknown): InValue {
  if (param === null || typeof param === 'string' || typeof param === 'number') return param;
  if (param instanceof Uint8Array) return param;
  throw new TypeError(`The database takes no ${typeof param}`);
}
