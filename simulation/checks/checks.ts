/** What must hold when the days are over. Each check gives sentences about what does not. */
import { verifySeals } from '../../db/store/seals.ts';
import { moneyFlaws, stepFlaws, stockFlaws } from '../../test/support/books.ts';
import type { Stand } from '../../test/support/stand.ts';
import { arrivals, toldOfSteps } from './telling.ts';
import { endedUnheard, letWait, stuck } from './waiting.ts';

export async function whatIsBroken(stand: Stand, inDoubt: number): Promise<string[]> {
  const all = [
    stockFlaws,
    stepFlaws,
    moneyFlaws,
    seals,
    letters,
    stuck,
    letWait,
    endedUnheard,
    toldOfSteps,
    (on: Stand) => arrivals(on, inDoubt),
  ];
  const found: string[] = [];
  for (const check of all) found.push(...(await check(stand)));
  return found;
}

/** All that is written once is sealed, and is as it was written. */
async function seals(stand: Stand): Promise<string[]> {
  const { sealed, unsealed, flaw } = await verifySeals(stand.database);
  return [
    ...(flaw ? [`The seals do not hold: ${JSON.stringify(flaw)}.`] : []),
    ...(unsealed > 0 ? [`${unsealed} rows are not sealed.`] : []),
    ...(sealed === 0 ? ['Nothing is sealed.'] : []),
  ];
}

/** Everything that came in was understood by somebody. */
async function letters(stand: Stand): Promise<string[]> {
  const rows = await stand.rows<{ key: string; error: string }>('SELECT key, error FROM dead_letters');
  return rows.map(({ key, error }) => `Event ${key} was put aside: ${error}.`);
}
