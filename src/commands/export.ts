import * as z from 'zod';
import type { Database } from '../../db/database.ts';
import { loadAccountRows } from '../../db/store/account.ts';
import { saveAudit } from '../../db/store/audit.ts';
import { loadSnapshot } from '../../db/store/catalogue.ts';
import { loadMonth, type MonthTable } from '../../db/store/months.ts';
import { loadPhoneViews } from '../../db/store/phone-views.ts';
import { startOfDay } from '../shop/calendar.ts';
import { type CommandContext, CommandError, type CommandOutput, type DatabaseCommand } from './command.ts';
import { WHOM, WHOM_USAGE, whom } from './whom.ts';

const input = z.object({
  ...WHOM,
  month: z
    .string()
    .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, 'must be like 2026-11')
    .optional(),
  'phone-views': z.literal('true').optional(),
  out: z.string().min(1).optional(),
});

export const exportData: DatabaseCommand<z.infer<typeof input>> = {
  summary: 'writes what is kept about a person, or what a month came to',
  usage: `gerai export --person <whoever> | --id <number> [--out <folder>]
gerai export --month <YYYY-MM> [--out <folder>]
gerai export --phone-views [--out <folder>]

${WHOM_USAGE}
  --month   CSV files: tallies of what was asked, orders, hand-overs and payments by unit, unmet wishes
  --phone-views  who looked at which visitor's phone number, and when, as CSV
  --out     the folder that the files are written into; without it they are printed

  That a person's data were exported is recorded. See docs/personal-data.md.`,
  input,
  flags: ['phone-views'],
  run(context, { person, id, month, 'phone-views': phoneViews }) {
    if (month !== undefined) return exportMonth(context.database, month);
    if (phoneViews) return exportPhoneViews(context.database);
    return exportPerson(context, { person, id });
  },
};

async function exportPerson(
  { database, now }: CommandContext,
  who: { readonly person?: string | undefined; readonly id?: number | undefined },
): Promise<CommandOutput> {
  const { personId } = await whom(database, who);
  const account = await loadAccountRows(database, personId);
  if (!account) throw new CommandError('There is no such person any more.');
  await saveAudit(database, { at: now(), what: 'export', subject: `person ${personId}` });
  const content = `${JSON.stringify(account, null, 2)}\n`;
  return { text: '', files: [{ name: `person-${personId}.json`, content }] };
}

async function exportPhoneViews(database: Database): Promise<CommandOutput> {
  const views = await loadPhoneViews(database);
  const rows = views.map(({ at, by, code }) => [new Date(at).toISOString(), by, code]);
  return { text: '', files: [csvFile({ name: 'phone-views', columns: ['at', 'by', 'order'], rows })] };
}

async function exportMonth(database: Database, month: string): Promise<CommandOutput> {
  const { stand } = await loadSnapshot(database);
  const [year = 0, number = 0] = month.split('-').map(Number);
  const fromDay = `${month}-01`;
  const toDay = number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, '0')}-01`;
  const at = (day: string) => startOfDay(day, stand.timeZone);
  const tables = await loadMonth(database, { from: at(fromDay), to: at(toDay), fromDay, toDay });
  return { text: '', files: tables.map((table) => csvFile({ ...table, name: `${month}-${table.name}` })) };
}

function csvFile({ name, columns, rows }: MonthTable) {
  const lines = [columns, ...rows].map((row) => row.map(csvValue).join(','));
  return { name: `${name}.csv`, content: `${lines.join('\r\n')}\r\n` };
}

/** RFC 4180. A text that a spreadsheet would take for a formula is marked as text. */
function csvValue(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  const told = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(told) ? `"${told.replaceAll('"', '""')}"` : told;
}
