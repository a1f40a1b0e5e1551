/** Counted by the day, in one statement that is compiled once: it goes with nearly every decision. */
import { sql } from 'drizzle-orm';
import type { Tally } from '../../src/shop/effects.ts';
import type { Statement } from '../database.ts';
import { tallies } from '../schema.ts';
import { command, compiler } from '../statement.ts';

const value = sql.placeholder;

const count = command(
  compiler
    .insert(tallies)
    .values({
      day: value('day'),
      what: value('what'),
      unitId: value('unitId'),
      productId: value('productId'),
      intent: value('intent'),
      language: value('language'),
      channel: value('channel'),
      answered: value('answered'),
      count: 1,
    })
    .onConflictDoUpdate({
      target: [
        tallies.day,
        tallies.what,
        tallies.unitId,
        tallies.productId,
        tallies.intent,
        tallies.language,
        tallies.channel,
        tallies.answered,
      ],
      set: { count: sql`${tallies.count} + 1` },
    }),
);

export function countTally(tally: Tally): Statement {
  return count({ ...tally });
}
