/** `npm run simulate -- --days 14 --seed 7`: a stand for some days, and whether everything held. */
import { parseArgs } from 'node:util';
import { tableOf } from './figures.ts';
import { simulate } from './simulate.ts';

const { values } = parseArgs({
  options: {
    days: { type: 'string', default: '14' },
    seed: { type: 'string', default: '7' },
    visitors: { type: 'string', default: '60' },
  },
});

const from = performance.now();
const { days, broken, restarts, inDoubt } = await simulate({
  days: Number(values.days),
  seed: Number(values.seed),
  visitorsADay: Number(values.visitors),
});
console.log(tableOf(days));
console.log(
  `\n${restarts} restarts, ${inDoubt} messages in doubt after power cuts; ${((performance.now() - from) / 1_000).toFixed(0)} s.`,
);
console.log(broken.length === 0 ? 'Everything holds.' : broken.join('\n'));
// What was under way when the power was cut is never answered, and would keep the process.
process.exit(broken.length === 0 ? 0 : 1);
