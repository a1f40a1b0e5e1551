/** Loading the snapshot: everything that changes only when an admin changes it. */
import { asc, eq } from 'drizzle-orm';
import {
  DEFAULT_WAITS,
  type Product,
  type Snapshot,
  type Variant,
  type Waits,
} from '../../src/shop/catalogue.ts';
import type { Database } from '../database.ts';
import {
  aliases,
  daysOff,
  facts,
  kinds,
  places,
  products,
  stands,
  units,
  variants,
  versions,
} from '../schema.ts';
import { compiler, query } from '../statement.ts';

const versionQuery = query(compiler.select().from(versions).where(eq(versions.name, 'catalogue')));
const standQuery = query(compiler.select().from(stands).orderBy(asc(stands.id)).limit(1));
const unitQuery = query(compiler.select().from(units).orderBy(asc(units.id)));
const kindQuery = query(compiler.select().from(kinds).orderBy(asc(kinds.id)));
const placeQuery = query(compiler.select().from(places).orderBy(asc(places.id)));
const dayOffQuery = query(compiler.select().from(daysOff).orderBy(asc(daysOff.day)));
const productQuery = query(compiler.select().from(products).orderBy(asc(products.shelfNumber)));
const variantQuery = query(compiler.select().from(variants).orderBy(asc(variants.id)));
const aliasQuery = query(compiler.select().from(aliases).orderBy(asc(aliases.id)));
const factQuery = query(compiler.select().from(facts).orderBy(asc(facts.id)));

function grouped<T>(rows: readonly T[], key: (row: T) => number): ReadonlyMap<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}

function waitsOf(row: (typeof stands)['$inferSelect']): Waits {
  return {
    remind: row.remindHours ?? DEFAULT_WAITS.remind,
    escalate: row.escalateHours ?? DEFAULT_WAITS.escalate,
    expire: row.expiryHours,
    lapse: row.lapseHours ?? DEFAULT_WAITS.lapse,
    collect: row.collectHours ?? DEFAULT_WAITS.collect,
  };
}

/** @throws Error when the database holds no stand: it was neither seeded nor set up. */
export async function loadSnapshot(database: Database): Promise<Snapshot> {
  const [version, stand, unit, kind, place, dayOff, product, variant, alias, fact] = await database.read([
    versionQuery.with(),
    standQuery.with(),
    unitQuery.with(),
    kindQuery.with(),
    placeQuery.with(),
    dayOffQuery.with(),
    productQuery.with(),
    variantQuery.with(),
    aliasQuery.with(),
    factQuery.with(),
  ]);
  const [found] = standQuery.rows(stand);
  if (!found) throw new Error('The database holds no stand. Run `npm run -s gerai -- seed`, or set one up.');
  const allAliases = aliasQuery.rows(alias);
  const variantsOf = grouped(variantQuery.rows(variant), (row) => row.productId);
  const factsOf = grouped(factQuery.rows(fact), (row) => row.productId);
  const asVariant = ({
    price,
    priceStatus,
    removedAt: _,
    ...row
  }: (typeof variants)['$inferSelect']): Variant => ({
    ...row,
    price: { amount: price, status: priceStatus },
    aliases: allAliases.filter((each) => each.variantId === row.id).map((each) => each.alias),
  });
  const all = productQuery
    .rows(product)
    .flatMap(({ publishedAt, ...row }): (Product & { offered: boolean })[] => {
      const own = variantsOf.get(row.id) ?? [];
      const [first, ...others] = own.filter((each) => each.removedAt === null).map(asVariant);
      if (!first) return [];
      return [
        {
          ...row,
          offered: publishedAt !== null,
          variants: [first, ...others],
          formerVariants: own.filter((each) => each.removedAt !== null).map(asVariant),
          facts: factsOf.get(row.id) ?? [],
          aliases: allAliases
            .filter((each) => each.productId === row.id && each.variantId === null)
            .map((each) => each.alias),
        },
      ];
    });
  const withOffer = (wanted: boolean) =>
    all.flatMap(({ offered, ...each }): Product[] => (offered === wanted ? [each] : []));
  return {
    version: versionQuery.rows(version)[0]?.value ?? 0,
    stand: { ...found, waits: waitsOf(found) },
    units: unitQuery.rows(unit),
    kinds: kindQuery.rows(kind),
    places: placeQuery.rows(place),
    daysOff: dayOffQuery.rows(dayOff),
    products: withOffer(true),
    unoffered: withOffer(false),
  };
}

const timeZoneQuery = query(
  compiler.select({ timeZone: stands.timeZone }).from(stands).orderBy(asc(stands.id)).limit(1),
);

/** Of the stand. */
export async function loadTimeZone(database: Pick<Database, 'read'>): Promise<string> {
  const [rows] = await database.read([timeZoneQuery.with()]);
  const [stand] = timeZoneQuery.rows(rows);
  if (!stand) throw new Error('The database holds no stand.');
  return stand.timeZone;
}
