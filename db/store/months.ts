/** What a month came to, as tables of text and numbers: how often, how much, never who. */
import { type Database, valuesOf } from '../database.ts';

export interface MonthTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** From and to, UTC milliseconds, and the same as days. */
export interface Month {
  readonly from: number;
  readonly to: number;
  readonly fromDay: string;
  readonly toDay: string;
}

/** `?1` and `?2`: the time from and to; `?3` and `?4`: the day from and to, of which the last is not in it any more. */
const TABLES: Readonly<Record<string, string>> = {
  tallies: `SELECT day, what, coalesce(units.slug, '') AS unit, coalesce(products.slug, '') AS product, intent, language, channel,
      CASE answered WHEN 1 THEN 'yes' ELSE 'no' END AS answered, count
    FROM tallies LEFT JOIN units ON units.id = tallies.unit_id LEFT JOIN products ON products.id = tallies.product_id
    WHERE day >= ?3 AND day < ?4 ORDER BY day, what, intent, product`,
  orders: `SELECT units.slug AS unit, fulfilments.state AS state, count(*) AS parts, count(DISTINCT orders.id) AS orders
    FROM fulfilments JOIN orders ON orders.id = fulfilments.order_id JOIN units ON units.id = fulfilments.unit_id
    WHERE orders.created_at >= ?1 AND orders.created_at < ?2 GROUP BY units.slug, fulfilments.state ORDER BY 1, 2`,
  'hand-overs': `SELECT units.slug AS unit, products.slug AS product, variants.slug AS variant, sum(coalesce(order_lines.agreed, order_lines.qty)) AS qty,
      sum(CASE WHEN order_lines.price_status = 'confirmed' THEN order_lines.price * coalesce(order_lines.agreed, order_lines.qty) END) AS amount
    FROM fulfilment_steps
      JOIN fulfilments ON fulfilments.id = fulfilment_steps.fulfilment_id JOIN units ON units.id = fulfilments.unit_id
      JOIN order_lines ON order_lines.fulfilment_id = fulfilments.id
      JOIN products ON products.id = order_lines.product_id JOIN variants ON variants.id = order_lines.variant_id
    WHERE fulfilment_steps.to_state = 'collected' AND fulfilment_steps.at >= ?1 AND fulfilment_steps.at < ?2
    GROUP BY units.slug, products.slug, variants.slug ORDER BY 1, 2, 3`,
  payments: `SELECT units.slug AS unit, money.method AS method, CASE WHEN money.entry_id IS NULL THEN 'order' ELSE 'counter' END AS source,
      money.price_status AS price, sum(money.amount) AS amount, count(*) AS entries
    FROM money JOIN units ON units.id = money.unit_id
    WHERE money.at >= ?1 AND money.at < ?2 GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`,
  movements: `SELECT units.slug AS unit, products.slug AS product, variants.slug AS variant, movements.kind AS kind, sum(movements.qty) AS qty
    FROM movements JOIN variants ON variants.id = movements.variant_id
      JOIN products ON products.id = variants.product_id JOIN units ON units.id = products.unit_id
    WHERE movements.at >= ?1 AND movements.at < ?2 GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`,
  scans: `SELECT scans.day AS day, products.slug AS product, scans.road AS road, scans.count AS count
    FROM scans JOIN products ON products.id = scans.product_id WHERE scans.day >= ?3 AND scans.day < ?4 ORDER BY 1, 2, 3`,
  'unmet-wishes': 'SELECT day, count FROM unmet_wishes WHERE day >= ?3 AND day < ?4 ORDER BY day',
};

export async function loadMonth(
  database: Database,
  { from, to, fromDay, toDay }: Month,
): Promise<MonthTable[]> {
  const names = Object.keys(TABLES);
  const given = [from, to, fromDay, toDay];
  const results = await database.read(names.map((name) => numbered(TABLES[name] ?? '', given)));
  return names.map((name, index) => {
    const result = results[index];
    return {
      name,
      columns: result?.columns ?? [],
      rows: (result ? valuesOf(result) : []).map((row) =>
        Array.from(row, (value) =>
          typeof value === 'bigint' ? Number(value) : (value as string | number | null),
        ),
      ),
    };
  });
}

/** Only those that it uses, in their order: one too many is an error somewhere. */
function numbered(text: string, given: readonly (string | number)[]) {
  const args: (string | number)[] = [];
  const sql = text.replaceAll(/\?([1-4])/g, (_, number: string) => {
    args.push(given[Number(number) - 1] ?? '');
    return '?';
  });
  return { sql, args };
}
