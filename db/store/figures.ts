/** What is counted in the tables: for `/metrics`, and what a page shows of the stock. */
import { count, eq, sql } from 'drizzle-orm';
import type { Figure } from '../../src/web/health.ts';
import type { Database } from '../database.ts';
import {
  addresses,
  deadLetters,
  erasures,
  fulfilments,
  interests,
  orders,
  outbox,
  products,
  retention,
  stock,
  tasks,
  variants,
  versions,
} from '../schema.ts';
import { compiler, query } from '../statement.ts';

const stockQuery = query(
  compiler
    .select({ variantId: stock.variantId, left: sql<number>`${stock.onHand} - ${stock.allocated}` })
    .from(stock),
);

const catalogueVersion = query(
  compiler.select({ value: versions.value }).from(versions).where(eq(versions.name, 'catalogue')),
);

/** What can still be promised, by variant, and how new the catalogue is that it belongs to. */
export async function loadAvailable(
  database: Database,
): Promise<{ readonly available: ReadonlyMap<number, number>; readonly catalogueVersion: number }> {
  const [left, version] = await database.read([stockQuery.with(), catalogueVersion.with()]);
  return {
    available: new Map(stockQuery.rows(left).map((row) => [row.variantId, row.left])),
    catalogueVersion: catalogueVersion.rows(version)[0]?.value ?? 0,
  };
}

const byOutboxState = query(
  compiler.select({ label: outbox.state, value: count() }).from(outbox).groupBy(outbox.state),
);
const byPartState = query(
  compiler.select({ label: fulfilments.state, value: count() }).from(fulfilments).groupBy(fulfilments.state),
);
const byChannel = query(
  compiler.select({ label: addresses.channel, value: count() }).from(addresses).groupBy(addresses.channel),
);
const byInterest = query(
  compiler
    .select({ label: products.slug, value: sql<number>`sum(${interests.qty})` })
    .from(interests)
    .innerJoin(variants, eq(variants.id, interests.variantId))
    .innerJoin(products, eq(products.id, variants.productId))
    .groupBy(products.slug),
);
const orderCount = query(compiler.select({ value: count() }).from(orders));
const deadCount = query(compiler.select({ value: count() }).from(deadLetters));
const taskCount = query(compiler.select({ value: count() }).from(tasks).where(sql`done_at IS NULL`));

const erasedCount = query(
  compiler
    .select({
      label: sql<string>`CASE WHEN ${erasures.doneAt} IS NULL THEN 'waiting' ELSE 'done' END`,
      value: count(),
    })
    .from(erasures)
    .groupBy(sql`1`),
);
const byRule = query(
  compiler.select({ label: retention.rule, value: retention.total, ranAt: retention.ranAt }).from(retention),
);

export async function loadFigures(database: Database): Promise<Figure[]> {
  const [messages, parts, channels, placed, dead, open, wanted, erased, ruled] = await database.read([
    byOutboxState.with(),
    byPartState.with(),
    byChannel.with(),
    orderCount.with(),
    deadCount.with(),
    taskCount.with(),
    byInterest.with(),
    erasedCount.with(),
    byRule.with(),
  ]);
  const rules = byRule.rows(ruled);
  const labelled = (key: string, rows: { label: string; value: number }[]) =>
    rows.map(({ label, value }) => ({ labels: { [key]: label }, value }));
  const single = (rows: { value: number }[]) => [{ labels: {}, value: rows[0]?.value ?? 0 }];
  return [
    {
      name: 'gerai_orders_total',
      help: 'Orders confirmed.',
      type: 'counter',
      values: single(orderCount.rows(placed)),
    },
    {
      name: 'gerai_interest_total',
      help: 'Pieces that visitors noted interest in, by product.',
      type: 'counter',
      values: labelled('product', byInterest.rows(wanted)),
    },
    {
      name: 'gerai_fulfilments',
      help: 'Parts of orders by state.',
      type: 'gauge',
      values: labelled('state', byPartState.rows(parts)),
    },
    {
      name: 'gerai_outbox_messages',
      help: 'Messages owed and sent, by state.',
      type: 'gauge',
      values: labelled('state', byOutboxState.rows(messages)),
    },
    {
      name: 'gerai_addresses',
      help: 'Addresses that wrote, by channel.',
      type: 'gauge',
      values: labelled('channel', byChannel.rows(channels)),
    },
    {
      name: 'gerai_dead_letters',
      help: 'Events put aside.',
      type: 'gauge',
      values: single(deadCount.rows(dead)),
    },
    {
      name: 'gerai_keeper_tasks',
      help: 'Open calls for the keeper.',
      type: 'gauge',
      values: single(taskCount.rows(open)),
    },
    {
      name: 'gerai_erasures',
      help: 'People who asked to be erased, by whether it was done.',
      type: 'gauge',
      values: labelled('state', erasedCount.rows(erased)),
    },
    {
      name: 'gerai_retention_removed_total',
      help: 'Rows removed or emptied because they are kept no longer, by rule.',
      type: 'counter',
      values: labelled('rule', rules),
    },
    {
      name: 'gerai_retention_last_run_seconds',
      help: 'When each rule ran last, as a Unix time.',
      type: 'gauge',
      values: labelled(
        'rule',
        rules.map(({ label, ranAt }) => ({ label, value: Math.floor(ranAt / 1_000) })),
      ),
    },
  ];
}

/** Resolves when the database answers. */
export async function ping(database: Database): Promise<void> {
  await database.read([{ sql: 'SELECT 1', args: [] }]);
}
