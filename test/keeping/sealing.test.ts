import { expect, test } from 'vitest';
import { seal, verifySeals } from '../../db/store/seals.ts';
import { SEALED_AT_ONCE, sealing } from '../../src/keeping/sealing.ts';
import { openStore, START } from '../db/store-support.ts';

test('what was left unsealed for long is caught up with in many looks, between which other jobs have their turn', async () => {
  const { database, figure } = await openStore('file');
  await seal(database);
  const before = Number(await figure('SELECT count(*) FROM seals'));
  const rows = 2 * SEALED_AT_ONCE + 1;
  await database.write([
    {
      sql: `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
        INSERT INTO audit (at, what, subject) SELECT ?, 'catalogue', 'product ' || i FROM n`,
      args: [rows, START],
    },
  ]);
  const job = sealing(database);
  const looks: number[] = [];
  const asked: number[] = [];
  for (let next = START; next < Number.POSITIVE_INFINITY; ) {
    next = await job.run(next);
    asked.push(next);
    looks.push(Number(await figure('SELECT count(*) FROM seals')) - before);
  }
  expect(looks).toEqual([SEALED_AT_ONCE, 2 * SEALED_AT_ONCE, rows]);
  expect(asked).toEqual([START + 1_000, START + 2_000, Number.POSITIVE_INFINITY]);
  expect(await verifySeals(database)).toMatchObject({ sealed: before + rows, unsealed: 0, flaw: null });
});
