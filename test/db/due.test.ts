import { expect, test } from 'vitest';
import { openStand } from '../support/stand.ts';

test('what is due is found by its index, however many parts there are', async () => {
  const stand = await openStand();
  for (const table of ['fulfilments', 'questions'])
    for (const sql of [
      `SELECT id FROM ${table} WHERE due_at <= 1 ORDER BY due_at LIMIT 100`,
      `SELECT min(due_at) FROM ${table} WHERE due_at IS NOT NULL`,
    ]) {
      const plan = await stand.rows<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`);
      expect(plan.map(({ detail }) => detail).join(), sql).toMatch(
        new RegExp(`USING (COVERING )?INDEX ${table}_due`),
      );
    }
});
