import { expect, test } from 'vitest';
import type { Database, Statement } from '../../db/database.ts';
import { loadFacts } from '../../db/store/facts.ts';
import { openStore } from './store-support.ts';

/** Tables that grow with every order, and are never emptied. */
const GROWING =
  /^SCAN (orders|fulfilments|order_lines|fulfilment_steps|payments|outbox|chats)\b(?!.*fulfilments_open)/;

test('the list of what is open looks at no part that is closed, and at no order that has ended', async () => {
  const { database, meet } = await openStore('file');
  const view = await meet('1');
  for (const units of [[1], [1, 2], null]) {
    const asked: Statement[] = [];
    const spy: Database = {
      ...database,
      read(statements) {
        asked.push(...statements);
        return database.read(statements);
      },
    };
    await loadFacts(spy, view, { orders: { by: 'open', units } });
    expect(asked).toHaveLength(5);
    for (const { sql, args = [] } of asked) {
      const [plan] = await database.read([{ sql: `EXPLAIN QUERY PLAN ${sql}`, args }]);
      const steps = (plan?.rows ?? []).map(({ detail }) => String(detail));
      expect(steps.join('\n'), sql).toMatch(/USING (COVERING )?INDEX fulfilments_open/);
      expect(
        steps.filter((step) => GROWING.test(step)),
        sql,
      ).toEqual([]);
    }
  }
});
