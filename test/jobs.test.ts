import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../db/connect.ts';
import type { Database } from '../db/database.ts';
import { fileUrl } from '../db/database-url.ts';
import { type Job, startJobs } from '../src/jobs.ts';
import { startHrana } from './support/hrana.ts';
import { virtualClock } from './support/stand/clock.ts';
import { openFile } from './support/stand/file.ts';

const MINUTE = 60_000;
const START = Date.parse('2026-03-02T01:00:00Z');
const QUIET = { info() {}, warn() {}, error() {} };

const closing: (() => unknown)[] = [];
let file = '';

beforeEach(async () => {
  const opened = await openFile();
  file = opened.file;
  closing.push(opened.remove);
});

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function open(url: string): Promise<Database> {
  const database = await openDatabase({ url });
  closing.push(() => database.close());
  return database;
}

/** Runs at these times, and wants to be asked again so much later. */
function job(wait: number): Job & { readonly times: number[] } {
  const times: number[] = [];
  return {
    name: 'test',
    times,
    run: async (now) => {
      times.push((now - START) / MINUTE);
      return now + wait;
    },
  };
}

async function start(database: Database, jobs: readonly Job[], holder = 'one') {
  const clock = virtualClock(START);
  const started = startJobs({ jobs, database, clock, log: QUIET, holder });
  await started.idle();
  return {
    clock,
    jobs: started,
    async passes(minutes: number) {
      clock.jumpTo(clock.now() + minutes * MINUTE);
      await started.idle();
      // The next alarm is set after the pass.
      await Promise.resolve();
    },
  };
}

test('a job runs at the start, at its own time, and at the latest with the next look', async () => {
  const [soon, late] = [job(MINUTE / 2), job(24 * 60 * MINUTE)];
  const stand = await start(await open(fileUrl(file)), [soon, late]);
  await stand.passes(0.5);
  await stand.passes(0.5);
  expect(soon.times).toEqual([0, 0.5, 1]);
  expect(late.times).toEqual([0, 0.5, 1]);
  await stand.jobs.stop();
});

test('a machine that slept for a day asks once when it wakes', async () => {
  const daily = job(24 * 60 * MINUTE);
  const stand = await start(await open(fileUrl(file)), [daily]);
  await stand.passes(24 * 60);
  expect(daily.times).toEqual([0, 24 * 60]);
  await stand.jobs.stop();
});

test('one that fails is asked again, and the others have their turn', async () => {
  const other = job(MINUTE);
  let failures = 0;
  const failing: Job = {
    name: 'failing',
    run: async () => {
      failures += 1;
      throw new Error('not now');
    },
  };
  const stand = await start(await open(fileUrl(file)), [failing, other]);
  await stand.passes(1);
  expect(failures).toBe(2);
  expect(other.times).toEqual([0, 1]);
  await stand.jobs.stop();
});

test('after a stop nothing runs any more', async () => {
  const each = job(MINUTE);
  const stand = await start(await open(fileUrl(file)), [each]);
  await stand.jobs.stop();
  await stand.passes(5);
  expect(each.times).toEqual([0]);
});

test('of two processes on one remote database one does the jobs, and the other when it has gone', async () => {
  const hrana = await startHrana(file);
  closing.push(() => hrana.close());
  const [mine, theirs] = [job(MINUTE), job(MINUTE)];
  const one = await start(await open(hrana.url), [mine], 'one');
  const two = await start(await open(hrana.url), [theirs], 'two');
  await one.passes(1);
  await two.passes(1);
  expect([mine.times, theirs.times]).toEqual([[0, 1], []]);
  await one.jobs.stop();
  await two.passes(1);
  expect(theirs.times).toEqual([2]);
  await two.jobs.stop();
});
