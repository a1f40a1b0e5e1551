/**
 * Writes `src/shop/holidays.ts`, the national holidays of Indonesia, from the date-holidays package, which is too big for
 * a Worker. Days that follow the moon are computed there, and the government may decree them a day apart; those that it
 * adds each year (cuti bersama) nobody can know: both are put right by the admin in chat. Run it again when years run out:
 *
 *     npx tsx scripts/make-holidays.ts [first year] [last year]
 */
import { writeFile } from 'node:fs/promises';
import Holidays from 'date-holidays';

const YEARS_AHEAD = 10;
const TABLE = new URL('../src/shop/holidays.ts', import.meta.url);

const [from = new Date().getFullYear(), to = from + YEARS_AHEAD] = process.argv.slice(2).map(Number);

const calendar = new Holidays('ID', { types: ['public'] });
const years = Array.from({ length: to - from + 1 }, (_, index) => from + index);
const days = years.flatMap((year) => calendar.getHolidays(year, 'en'));
const names = new Map<string, string>();
for (const { date, name } of days) {
  const day = date.slice(0, 10);
  names.set(day, [names.get(day), name].filter(Boolean).join(', '));
}
const lines = [...names]
  .sort(([one], [other]) => (one < other ? -1 : 1))
  .map(([day, name]) => `  '${day}', // ${name}`);

await writeFile(
  TABLE,
  `/**
 * The national holidays of Indonesia, ${from} to ${to}. Made by \`scripts/make-holidays.ts\` from date-holidays
 * (https://github.com/commenthol/date-holidays, data under CC-BY-3.0). Not to be changed by hand.
 */
export const HOLIDAYS: ReadonlySet<string> = new Set([
${lines.join('\n')}
]);
`,
);
