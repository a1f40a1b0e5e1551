/** What a day was like, counted from the tables; `cash` in rupiah. */
import { addDays } from '../src/shop/calendar.ts';
import type { Stand } from '../test/support/stand.ts';

export interface DayFigures {
  readonly day: string;
  readonly [figure: string]: number | string;
}

/** Jakarta is seven hours ahead all year. */
const day = (column: string) => `date(${column} / 1000 + 25200, 'unixepoch')`;

const FIGURES: Readonly<Record<string, string>> = {
  visitors: `SELECT ${day('created_at')} AS day, count(*) AS count FROM persons`,
  events: `SELECT ${day('at')} AS day, count(*) AS count FROM inbox`,
  orders: `SELECT ${day('created_at')} AS day, count(*) AS count FROM orders`,
  ...Object.fromEntries(
    ['accepted', 'quoted', 'ready', 'collected', 'rejected', 'cancelled', 'expired'].map((state) => [
      state,
      `SELECT ${day('at')} AS day, count(*) AS count FROM fulfilment_steps WHERE to_state = '${state}'`,
    ]),
  ),
  proposed: `SELECT ${day('fulfilment_steps.at')} AS day, count(*) AS count
    FROM fulfilment_steps JOIN fulfilments ON fulfilments.id = fulfilment_id WHERE to_state = 'quoted' AND NOT quote_first`,
  paid: `SELECT ${day('at')} AS day, count(*) AS count FROM payments WHERE status = 'paid'`,
  sales: `SELECT ${day('at')} AS day, count(*) AS count FROM entries WHERE kind = 'walk-in' AND undoes IS NULL`,
  cash: `SELECT ${day('at')} AS day, sum(amount) AS count FROM money WHERE method = 'cash' AND price_status = 'confirmed'`,
  reminders: `SELECT ${day('at')} AS day, count(*) AS count FROM inbox WHERE key LIKE 'deadline % remind'`,
  escalations: `SELECT ${day('at')} AS day, count(*) AS count FROM inbox WHERE key LIKE 'deadline % escalate'`,
  notices: `SELECT ${day('created_at')} AS day, count(*) AS count FROM outbox WHERE kind = 'notice'`,
};

export async function figuresByDay(stand: Stand, first: string, days: number): Promise<DayFigures[]> {
  const counted = await Promise.all(
    Object.entries(FIGURES).map(async ([name, sql]) => {
      const rows = await stand.rows<{ day: string; count: number }>(`${sql} GROUP BY 1`);
      return [name, new Map(rows.map((row) => [row.day, Number(row.count)]))] as const;
    }),
  );
  return Array.from({ length: days }, (_, index) => {
    const at = addDays(first, index);
    return { day: at, ...Object.fromEntries(counted.map(([name, by]) => [name, by.get(at) ?? 0])) };
  });
}

/** Aligned columns, a line for each day and their sum. */
export function tableOf(days: readonly DayFigures[]): string {
  const names = Object.keys(days[0] ?? {});
  const sum = names.map((name) =>
    name === 'day' ? 'all' : String(days.reduce((total, each) => total + Number(each[name]), 0)),
  );
  const rows = [names, ...days.map((each) => names.map((name) => String(each[name]))), sum];
  const widths = names.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) => row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  '))
    .join('\n');
}
