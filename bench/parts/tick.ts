/** What the stand does by itself each minute, on a year's database: how long one look takes, and who waits for it. */
import { join } from 'node:path';
import type { Database } from '../../db/database.ts';
import { makeDueStore } from '../../db/store/due.ts';
import { makeDeadlines } from '../../src/engine/deadlines.ts';
import type { Job } from '../../src/jobs.ts';
import { erasing } from '../../src/keeping/erasing.ts';
import { sealing } from '../../src/keeping/sealing.ts';
import { tidying } from '../../src/keeping/tidying.ts';
import { DEFAULT_OFFICE, unseenJob } from '../../src/office.ts';
import { CAPABILITIES, COPY, engineOver, inboundOf } from '../support/engine.ts';
import { dataFolder, removeFolder } from '../support/processes.ts';
import { percentile } from '../support/stats.ts';
import { newChat } from '../support/updates.ts';
import { MESSAGES, openYear } from '../support/year.ts';

const LOOKS = 50;
const DUE = 10;
const UNSEALED = 200_000;
const MINUTE_MS = 60_000;
/** A Wednesday at ten in Jakarta: the stand is open, and whoever waits is told. */
const NOW = Date.UTC(2026, 10, 25, 3);

export interface Times {
  readonly median: number;
  readonly p99: number;
}

export interface TickFigures {
  readonly parts: number;
  readonly open: number;
  readonly noneDue: Times;
  readonly due: number;
  readonly tenDue: Times;
  readonly allJobs: Times;
  /** Answers to a question, alone and while what was left unsealed is sealed. */
  readonly unsealed: number;
  readonly answersAlone: Times;
  readonly answersMeanwhile: Times;
  /** One look of the sealing. */
  readonly sealingLook: Times;
}

export async function tickTimes(): Promise<TickFigures> {
  const folder = dataFolder();
  const database = await openYear(`file:${join(folder, 'data.db')}`, NOW);
  try {
    const jobs = await jobsOf(database);
    const [deadlines] = jobs;
    const look = () => deadlines.run(NOW);
    await look();
    const noneDue = await timesOf(look);
    await told(database, look);
    const tenDue = await timesOf(look, () => makeDue(database));
    let minute = NOW;
    const allJobs = await timesOf(
      async () => {
        for (const job of jobs) await job.run(minute);
      },
      async () => {
        minute += MINUTE_MS;
      },
    );
    const [parts, open] = await Promise.all([
      count(database, 'SELECT count(*) FROM fulfilments'),
      count(
        database,
        `SELECT count(*) FROM fulfilments WHERE state NOT IN ('collected', 'rejected', 'cancelled', 'expired')`,
      ),
    ]);
    return { parts, open, noneDue, due: DUE, tenDue, allJobs, ...(await sealingTimes(database)) };
  } finally {
    await database.close();
    removeFolder(folder);
  }
}

/** As the stand has them. */
async function jobsOf(database: Database): Promise<readonly [Job, ...Job[]]> {
  const engine = await engineOver(database, () => NOW);
  const { catalogue } = engine;
  return [
    makeDeadlines({ store: makeDueStore(database), door: engine, catalogue, copy: COPY }),
    unseenJob({
      database,
      copy: COPY,
      catalogue,
      capabilities: CAPABILITIES,
      isReached: () => true,
      seenMs: DEFAULT_OFFICE.seenMs,
      randomId: () => crypto.randomUUID(),
      onOwed: () => undefined,
    }),
    erasing({ database }),
    tidying(database, { namesDays: 90, cartsDays: 30 }),
    sealing(database),
  ];
}

/** As they were before anybody was told, with two days in which the unit did nothing. */
async function makeDue(database: Database): Promise<void> {
  const which = `SELECT id FROM fulfilments WHERE state = 'new' ORDER BY id LIMIT ${DUE}`;
  await database.write([
    { sql: 'DELETE FROM outbox WHERE id > ?', args: [MESSAGES] },
    { sql: `DELETE FROM inbox WHERE at = ${NOW} AND key NOT LIKE 'telegram:%'`, args: [] },
    {
      sql: `UPDATE fulfilments SET due_at = ${NOW - 1}, updated_at = ${NOW - 86_400_000}, told = NULL, told_at = NULL
        WHERE id IN (${which})`,
      args: [],
    },
  ]);
}

/** @throws Error where a look does not do what it is measured for. */
async function told(database: Database, look: () => Promise<unknown>): Promise<void> {
  await makeDue(database);
  await look();
  const now = await count(database, `SELECT count(*) FROM fulfilments WHERE told_at = ${NOW}`);
  if (now !== DUE) throw new Error(`Of ${DUE} parts that were due, ${now} were told.`);
}

/** An older version, or a restore, left so many unsealed: visitors ask meanwhile, and one look follows the other. */
async function sealingTimes(database: Database) {
  await database.write([
    {
      sql: `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${UNSEALED})
        INSERT INTO audit (at, what, subject) SELECT ${NOW}, 'phone-seen', 'order ' || i FROM n`,
      args: [],
    },
  ]);
  const engine = await engineOver(database);
  const ask = () => engine.handle(inboundOf(newChat(), { text: 'keripik tempe harganya berapa?' }));
  await timesOf(ask);
  const answersAlone = await timesOf(ask, undefined, 4 * LOOKS);
  const job = sealing(database);
  const looks: number[] = [];
  let isOver = false;
  const sealed = (async () => {
    while (!isOver) looks.push(await timeOf(() => job.run(NOW)));
  })();
  const answersMeanwhile = await timesOf(ask, undefined, 4 * LOOKS);
  isOver = true;
  await sealed;
  return { unsealed: UNSEALED, answersAlone, answersMeanwhile, sealingLook: summary(looks) };
}

async function count(database: Database, sql: string): Promise<number> {
  const [result] = await database.read([{ sql, args: [] }]);
  return Number(result?.rows[0]?.[0]);
}

export async function timesOf(
  work: () => Promise<unknown>,
  before?: () => Promise<unknown>,
  times = LOOKS,
): Promise<Times> {
  const all: number[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    await before?.();
    all.push(await timeOf(work));
  }
  return summary(all);
}

export async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

export function summary(all: readonly number[]): Times {
  return { median: percentile(all, 0.5), p99: percentile(all, 0.99) };
}
