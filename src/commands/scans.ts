import * as z from 'zod';
import { loadSnapshot } from '../../db/store/catalogue.ts';
import { loadScans, type ProductScans } from '../../db/store/scans.ts';
import { wallClock } from '../shop/calendar.ts';
import { ROADS } from '../shop/scans.ts';
import type { DatabaseCommand } from './command.ts';

const input = z.object({
  month: z
    .string()
    .regex(/^20\d{2}-(?:0[1-9]|1[0-2])$/, 'must be a month like 2026-02')
    .optional(),
});

export const scans: DatabaseCommand<z.infer<typeof input>, string> = {
  summary: 'prints how often each product was come to by its label, as CSV',
  usage: `gerai scans [--month YYYY-MM]

  One line for each day and product: how often its page was opened, and how often somebody went on to
  WhatsApp, Telegram or the web chat. Numbers only; nothing is kept of who it was.
  --month  this month where it is left out`,
  input,
  async run({ database, now }, { month }) {
    const { stand } = await loadSnapshot(database);
    const chosen = month ?? wallClock(now(), stand.timeZone).day.slice(0, 7);
    return asCsv(await loadScans(database, `${chosen}-01`, `${chosen}-32`));
  },
};

/** A slug and a day hold nothing that CSV would have to quote. */
function asCsv(counted: readonly ProductScans[]): string {
  const lines = new Map<string, Map<string, number>>();
  for (const { day, product, road, count } of counted) {
    const head = `${day},${product}`;
    const roads = lines.get(head) ?? new Map<string, number>();
    lines.set(head, roads.set(road, count));
  }
  const rows = [...lines].map(([head, roads]) =>
    [head, ...ROADS.map((road) => roads.get(road) ?? 0)].join(','),
  );
  return [`day,product,${ROADS.join(',')}`, ...rows].join('\n');
}
