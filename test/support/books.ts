/**
 * Whether what is written down agrees with itself: stock with its movements, states with their steps, money with its entries.
 * Each gives sentences about what does not.
 */
import { ARROWS } from '../../src/shop/fulfilment.ts';
import type { Stand } from './stand.ts';

/* ── stock ── */

type StockRow = Readonly<Record<'variant' | 'onHand' | 'allocated' | 'moved' | 'promised', number>>;

/** What lies at the stand is what came and went, and what is promised lies there. */
export async function stockFlaws(stand: Stand): Promise<string[]> {
  const rows = await stand.rows<StockRow>(`
    SELECT variant_id AS variant, on_hand AS onHand, allocated,
      (SELECT coalesce(sum(qty), 0) FROM movements WHERE variant_id = stock.variant_id) AS moved,
      (SELECT coalesce(sum(coalesce(agreed, qty)), 0) FROM order_lines
        JOIN fulfilments ON fulfilments.id = fulfilment_id
        WHERE variant_id = stock.variant_id AND from_stock AND state IN ('ready', 'quoted')) AS promised
    FROM stock`);
  if (rows.length === 0) return ['There is no stock at all.'];
  const holds = ({ onHand, allocated, moved, promised }: StockRow) =>
    onHand === moved && allocated === promised && allocated <= onHand && allocated >= 0;
  return rows
    .filter((row) => !holds(row))
    .map((row) => `The stock of variant ${row.variant} does not agree: ${JSON.stringify(row)}.`);
}

/* ── states ── */

interface StepRow {
  readonly part: number;
  readonly from: string | null;
  readonly to: string;
  readonly state: string;
  readonly fromStock: number;
}

const ALLOWED = new Set(
  Object.values(ARROWS).flatMap(({ from, to }) => from.map((state) => `${state} → ${to}`)),
);

/** Each step goes along an arrow from where the one before it led; the last one is how the part stands. */
export async function stepFlaws(stand: Stand): Promise<string[]> {
  const rows = await stand.rows<StepRow>(`
    SELECT fulfilment_id AS part, from_state AS "from", to_state AS "to", state, from_stock AS fromStock
    FROM fulfilment_steps JOIN fulfilments ON fulfilments.id = fulfilment_id
    ORDER BY fulfilment_id, fulfilment_steps.version`);
  const last = new Map<number, StepRow>();
  const flaws: string[] = [];
  for (const row of rows) {
    const { part, from, to, fromStock } = row;
    const was = last.get(part)?.to ?? null;
    const begins = from === null && to === (fromStock ? 'ready' : 'new');
    if (from !== was || !(begins || ALLOWED.has(`${from} → ${to}`)))
      flaws.push(`Part ${part} went from ${from} to ${to}, and was ${was} before.`);
    last.set(part, row);
  }
  for (const { part, to, state } of last.values())
    if (state !== to) flaws.push(`Part ${part} is ${state}; its last step led to ${to}.`);
  return flaws;
}

/* ── money ── */

/** All money is that of an entry or of a payment, and each sum is what was sold, or what the order came to. */
export async function moneyFlaws(stand: Stand): Promise<string[]> {
  const found = await Promise.all([paymentFlaws(stand), entryFlaws(stand), undoFlaws(stand)]);
  return found.flat();
}

interface PaymentRow {
  readonly id: number;
  readonly position: number;
  readonly before: number;
  readonly same: number;
  readonly status: 'paid' | 'unpaid';
  readonly paid: number;
  readonly paidBefore: number;
  readonly costs: number;
}

/** How the part stood when this was paid: its last step of before. The first one is, whatever the clock said. */
const STATE_THEN = `(SELECT to_state FROM fulfilment_steps WHERE fulfilment_id = f.id
  AND (at <= p.at OR from_state IS NULL) ORDER BY version DESC LIMIT 1)`;
const OFFERED_THEN = `EXISTS (SELECT 1 FROM fulfilment_steps WHERE fulfilment_id = f.id AND to_state = 'quoted' AND at <= p.at)`;

/** What the order came to when it was paid; a price that was not known yet is in no sum. */
const COSTS_THEN = `(SELECT coalesce(sum(CASE
      WHEN ${OFFERED_THEN} AND f.quote_amount IS NOT NULL THEN f.quote_amount
      ELSE (SELECT coalesce(sum(l.price * CASE
          WHEN ${OFFERED_THEN} AND ${STATE_THEN} IN ('accepted', 'made', 'ready', 'collected') THEN coalesce(l.agreed, l.qty)
          ELSE l.qty END), 0)
        FROM order_lines l WHERE l.fulfilment_id = f.id) END), 0)
    FROM fulfilments f WHERE f.order_id = p.order_id
      AND ${STATE_THEN} IN ('new', 'quoted', 'accepted', 'made', 'ready', 'collected'))`;

/** Entries follow one another without a gap; each takes what the order came to, or gives back what the one before took. */
async function paymentFlaws(stand: Stand): Promise<string[]> {
  const rows = await stand.rows<PaymentRow>(`
    WITH sums AS (SELECT p.*, (SELECT coalesce(sum(amount), 0) FROM money WHERE payment_id = p.id) AS paid FROM payments p)
    SELECT id, position, status, paid,
      row_number() OVER one - 1 AS before,
      coalesce(lag(status) OVER one = status, 0) AS same,
      coalesce(lag(paid) OVER one, 0) AS paidBefore,
      ${COSTS_THEN} AS costs
    FROM sums p WINDOW one AS (PARTITION BY order_id ORDER BY id)`);
  return rows.flatMap(({ id, position, before, same, status, paid, paidBefore, costs }) => [
    ...(position !== before || same === 1 ? [`Payment ${id} does not follow the one before.`] : []),
    ...(status === 'paid' && paid !== costs
      ? [`Payment ${id} is ${paid}, and the order came to ${costs}.`]
      : []),
    ...(status === 'unpaid' && paid !== -paidBefore
      ? [`Payment ${id} gives back ${paid} of ${paidBefore}.`]
      : []),
  ]);
}

/** What is sold over the counter leaves the shelf, and has its price with it line by line; nobody enters nothing. */
async function entryFlaws(stand: Stand): Promise<string[]> {
  const rows = await stand.rows<{ id: number; kind: string }>(`
    SELECT e.id, e.kind FROM entries e WHERE
      NOT EXISTS (SELECT 1 FROM movements WHERE entry_id = e.id)
      OR EXISTS (SELECT 1 FROM movements WHERE entry_id = e.id AND actor IS NULL)
      OR e.kind = 'walk-in' AND EXISTS (SELECT 1 FROM movements m WHERE m.entry_id = e.id AND NOT EXISTS (
        SELECT 1 FROM money p WHERE p.entry_id = e.id AND p.variant_id = m.variant_id AND p.qty = -m.qty))
      OR e.kind IN ('delivery', 'breakage', 'correction') AND EXISTS (SELECT 1 FROM money WHERE entry_id = e.id)`);
  return rows.map(
    ({ id, kind }) => `Entry ${id} (${kind}) has not the goods and the money that it tells of.`,
  );
}

/** An entry and what undoes it cancel out, in goods as in money. */
async function undoFlaws(stand: Stand): Promise<string[]> {
  const rows = await stand.rows<{ id: number }>(`
    SELECT e.id FROM entries e JOIN entries u ON u.undoes = e.id
    WHERE EXISTS (SELECT 1 FROM movements WHERE entry_id IN (e.id, u.id) GROUP BY variant_id HAVING sum(qty) <> 0)
      OR EXISTS (SELECT 1 FROM money WHERE entry_id IN (e.id, u.id) GROUP BY variant_id, method
        HAVING coalesce(sum(amount), 0) <> 0 OR sum(qty) <> 0)`);
  return rows.map(({ id }) => `Entry ${id} and what undoes it do not cancel out.`);
}
