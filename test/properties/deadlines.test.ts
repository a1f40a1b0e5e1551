/**
 * Whatever the machine does (it sleeps, it is started again, its clock jumps both ways, two of it run at once), each
 * deadline is met once, nothing ends unheard, and no stock is lost.
 */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadSnapshot } from '../../db/store/catalogue.ts';
import { makeDueStore } from '../../db/store/due.ts';
import { makeCopy } from '../../src/chat/copy/copy.ts';
import { makeCatalogue } from '../../src/engine/catalogue.ts';
import { makeDeadlines } from '../../src/engine/deadlines.ts';
import type { Engine, OwnDoor } from '../../src/engine/engine.ts';
import { readCopy } from '../../src/node/files.ts';
import { orders } from '../scripts/ordering.ts';
import { inJakarta, openStandUntilClosed, type Stand } from '../support/stand.ts';

const ENDURANCE = process.env.ENDURANCE === '1';
const RUNS = ENDURANCE ? 60 : 6;
const SEED = ENDURANCE ? Date.now() % 2 ** 31 : 20_261_126;

const HOUR_MS = 3_600_000;
const WOMEN = 'lapas-perempuan-2a-tangerang';
const MEN = 'lapas-kelas-1-tangerang';
const COPY = makeCopy(readCopy());

const events = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ what: fc.constant('tick' as const), hours: fc.integer({ min: 0, max: 12 }) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ what: fc.constant('sleep' as const), hours: fc.integer({ min: 20, max: 200 }) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ what: fc.constant('back' as const), hours: fc.integer({ min: 1, max: 100 }) }),
    },
    { weight: 2, arbitrary: fc.record({ what: fc.constant('restart' as const), hours: fc.constant(0) }) },
    {
      weight: 2,
      arbitrary: fc.record({ what: fc.constant('twins' as const), hours: fc.integer({ min: 0, max: 12 }) }),
    },
    { weight: 1, arbitrary: fc.record({ what: fc.constant('accept' as const), hours: fc.constant(0) }) },
  ),
  { minLength: 10, maxLength: 40 },
);

async function newJob(stand: Stand) {
  return makeDeadlines({
    store: makeDueStore(stand.database),
    door: stand.gerai.engine as Engine & OwnDoor,
    catalogue: await makeCatalogue(() => loadSnapshot(stand.database)),
    copy: COPY,
  });
}

async function theyWait(stand: Stand) {
  const rina = await stand.staffOf(WOMEN, 'web');
  const joko = await stand.staffOf(MEN, 'web', 'Pak Joko');
  await stand.admin('web');
  const siti = stand.visitorOn('web', 'Siti');
  await orders(siti, 'tas 1');
  await orders(siti, 'keripik 4 sama gantungan kunci 1');
  await orders(siti, 'paving 100');
  await joko.presses('Beri harga');
  await joko.says('1 juta');
  await joko.says('senin');
  await joko.says('7 hari');
  return rina;
}

async function checkAll(stand: Stand): Promise<void> {
  const twice = `SELECT key, count(*) AS times FROM outbox WHERE kind = 'notice'
    GROUP BY substr(key, 1, instr(key, '.')), chat_id HAVING instr(key, '.') > 0 AND times > 1`;
  expect(await stand.rows(twice)).toEqual([]);
  const endedTwice = `SELECT fulfilment_id FROM fulfilment_steps WHERE to_state = 'expired'
    GROUP BY fulfilment_id HAVING count(*) > 1`;
  expect(await stand.rows(endedTwice)).toEqual([]);
  // Offers name their end themselves.
  const unheard = `SELECT f.public_id FROM fulfilments f JOIN fulfilment_steps s ON s.fulfilment_id = f.id
    WHERE s.to_state = 'expired' AND s.from_state <> 'quoted' AND NOT EXISTS (
      SELECT 1 FROM inbox WHERE key IN ('deadline ' || f.public_id || ' 1 remind', 'deadline ' || f.public_id || ' 1 escalate')
    )`;
  expect(await stand.rows(unheard)).toEqual([]);
  const promised = `SELECT s.variant_id FROM stock s WHERE s.allocated <> (
      SELECT coalesce(sum(l.qty), 0) FROM order_lines l JOIN fulfilments f ON f.id = l.fulfilment_id
      WHERE l.variant_id = s.variant_id AND f.from_stock = 1 AND f.state = 'ready')`;
  expect(await stand.rows(promised)).toEqual([]);
}

it('each deadline is met once, whatever clocks and machines do', { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(events, async (happens) => {
      const stand = await openStandUntilClosed();
      try {
        const rina = await theyWait(stand);
        let job = await newJob(stand);
        let now = stand.now();
        for (const { what, hours } of happens) {
          now += (what === 'back' ? -hours : hours) * HOUR_MS;
          if (what === 'restart') job = await newJob(stand);
          if (what === 'accept' && rina.offered().some(({ label }) => label === 'Terima'))
            await rina.presses('Terima');
          if (what === 'twins') {
            const twin = await newJob(stand);
            await Promise.all([job.run(now), twin.run(now)]);
          } else {
            await job.run(now);
          }
          await checkAll(stand);
        }
        // In the end nothing waits any more.
        for (let day = 0; day < 40; day += 1) {
          now = Math.max(now, inJakarta('2026-11-25T10:00')) + 24 * HOUR_MS;
          await job.run(now);
        }
        await checkAll(stand);
        expect(
          await stand.count("SELECT count(*) FROM fulfilments WHERE state IN ('new', 'quoted', 'ready')"),
        ).toBe(0);
        expect(await stand.count('SELECT sum(allocated) FROM stock')).toBe(0);
        expect(await job.run(now)).toBe(Number.POSITIVE_INFINITY);
      } finally {
        await stand.close();
      }
    }),
    { numRuns: RUNS, seed: SEED },
  );
});
