import * as z from 'zod';
import { KEPT_DAYS, loadRetention, type Rule, type RuleRun } from '../../db/store/retention.ts';
import type { DatabaseCommand } from './command.ts';

const MEANING: Readonly<Record<Rule, string>> = {
  texts: `texts of messages, after ${KEPT_DAYS.texts} days`,
  words: `a visitor's unanswered words, after ${KEPT_DAYS.texts} days`,
  inbox: `keys of events, after ${KEPT_DAYS.inbox} days`,
  'dead-letters': `events that failed, after ${KEPT_DAYS.deadLetters} days`,
  'connect-codes': `codes that connect two chats, ${KEPT_DAYS.codes} day after they ran out`,
  'pairing-links': `links to the phone's page, ${KEPT_DAYS.links} days after they ran out`,
  'data-links': 'links to a file of data, once they ran out',
  invitations: `invitations that nobody took, ${KEPT_DAYS.links} days after they ran out`,
  'order-names': 'names and numbers of orders that have ended (KEEP_NAMES_DAYS)',
  'person-names': 'names and numbers of those without such an order (KEEP_NAMES_DAYS)',
  answers: 'answers to questions (KEEP_NAMES_DAYS)',
  carts: 'carts of those who write no more (KEEP_CARTS_DAYS)',
};

export const retention: DatabaseCommand<Record<string, never>, string> = {
  summary: 'says what was removed because it is kept no longer',
  usage: `gerai retention

  Each rule with its last run, what the last run that found something removed, and what was removed in all.
  The running server carries the rules out once an hour.`,
  input: z.object({}) as z.ZodType<Record<string, never>>,
  async run({ database }) {
    const runs = await loadRetention(database);
    if (runs.length === 0) return 'Nothing has run yet: the server does it, within its first minute.';
    return runs.map(line).join('\n');
  },
};

function line({ rule, ranAt, last, total }: RuleRun): string {
  const found = last === null ? 'nothing yet' : `${last.count} at ${iso(last.at)}, ${total} in all`;
  return `${rule.padEnd(14)}  ran ${iso(ranAt)}  removed: ${found}  (${MEANING[rule]})`;
}

function iso(at: number): string {
  return new Date(at).toISOString().slice(0, 16).concat('Z');
}
