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
  'hand-overs': `SELECT units.slug AS unit, products.slug AS product, variants.slug AS variant, sum(order_lines.qty) AS qty,
      sum(CASE WHEN order_lines.price_status = 'confirmed' THEN order_lines.price * order_lines.qty END) AS amount
    FROM fulfilment_steps
      JOIN fulfilments ON fulfilments.id = fulfilment_steps.fulfilment_id JOIN units ON units.id = fulfilments.unit_id
      JOIN order_lines ON order_lines.fulfilment_id = fulfilments.id
      JOIN products ON products.id = order_lines.product_id JOIN variants ON variants.id = order_lines.variant_id
    WHERE fulfilment_steps.to_state = 'collected' AND fulfilment_steps.at >= ?1 AND fulfilment_steps.at < ?2
    GROUP BY units.slug, products.slug, variants.slug ORDER BY 1, 2, 3`,
  payments: `SELECT units.slug AS unit, coalesce(paid.method, '') AS method, count(DISTINCT paid.order_id) AS orders,
      sum(coalesce(fulfilments.quote_amount, (SELECT sum(price * qty) FROM order_lines
        WHERE fulfilment_id = fulfilments.id AND price_status = 'confirmed'))) AS amount
    FROM payments paid JOIN fulfilments ON fulfilments.order_id = paid.order_id JOIN units ON units.id = fulfilments.unit_id
    WHERE paid.status = 'paid' AND paid.at >= ?1 AND paid.at < ?2
      AND paid.position = (SELECT max(position) FROM payments WHERE order_id = paid.order_id)
      AND fulfilments.state NOT IN ('rejected', 'cancelled', 'expired')
    GROUP BY units.slug, paid.method ORDER BY 1, 2`,
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
