/** Counts what came from shelf labels, by day, product and road. */
import { and, asc, eq, gte, lt, sql } from 'drizzle-orm';
import type { Scan } from '../../src/shop/scans.ts';
import type { Database, Statement } from '../database.ts';
import { products, scans } from '../schema.ts';
import { command, compiler, query } from '../statement.ts';

const add = command(
  compiler
    .insert(scans)
    .values({
      day: sql.placeholder('day'),
      productId: sql.placeholder('productId'),
      road: sql.placeholder('road'),
      count: sql.placeholder('count'),
    })
    .onConflictDoUpdate({
      target: [scans.day, scans.productId, scans.road],
      set: { count: sql`${scans.count} + excluded.count` },
    }),
);

export interface CountedScan extends Scan {
  readonly count: number;
}

export function countScan({ day, productId, road }: Scan, count = 1): Statement {
  return add({ day, productId, road, count });
}

export async function addScans(database: Database, counted: readonly CountedScan[]): Promise<void> {
  await database.write(
    counted.map(({ count, ...scan }) => countScan(scan, count)),
    { patient: true },
  );
}

const between = query(
  compiler
    .select({ day: scans.day, product: products.slug, road: scans.road, count: scans.count })
    .from(scans)
    .innerJoin(products, eq(products.id, scans.productId))
    .where(and(gte(scans.day, sql.placeholder('from')), lt(scans.day, sql.placeholder('to'))))
    .orderBy(asc(scans.day), asc(products.shelfNumber)),
);

export interface ProductScans {
  readonly day: string;
  /** The product's slug. */
  readonly product: string;
  readonly road: Scan['road'];
  readonly count: number;
}

/** By day and shelf. @param from, to days, `[from, to)`. */
export async function loadScans(database: Database, from: string, to: string): Promise<ProductScans[]> {
  const [result] = await database.read([between.with({ from, to })]);
  return between.rows(result);
}
