/** When the server makes a backup by itself. */
import { describe, expect, it } from 'vitest';
import { AGAIN_MS, lastTime, nightlyBackup, SETTLED_MS } from '../../src/node/backup/nightly.ts';
import { inJakarta } from '../support/stand.ts';

const HOUR = 3_600_000;
const AT = 2 * 60 + 30;

function stand(startedAt: number, newest: number | null = null) {
  let last = newest;
  let isBroken = false;
  const made: number[] = [];
  const errors: object[] = [];
  let time = startedAt;
  const job = nightlyBackup({
    at: AT,
    timeZone: async () => 'Asia/Jakarta',
    newest: () => last,
    make: async () => {
      if (isBroken) throw new Error('The disk is full.');
      last = time;
      made.push(time);
    },
    startedAt,
    log: { info: () => undefined, warn: () => undefined, error: (fields) => void errors.push(fields) },
  });
  return {
    job,
    made,
    errors,
    breaks: (is: boolean) => {
      isBroken = is;
    },
    /** Asked each minute, as the jobs are. */
    async until(end: number) {
      for (; time <= end; time += 60_000) await job.run(time);
    },
  };
}

describe('the nightly backup', () => {
  it('knows when the wall clock last showed its time', () => {
    const at = (wall: string) => lastTime(AT, inJakarta(wall), 'Asia/Jakarta');
    expect(at('2026-11-25T10:00')).toBe(inJakarta('2026-11-25T02:30'));
    expect(at('2026-11-25T02:30')).toBe(inJakarta('2026-11-25T02:30'));
    expect(at('2026-11-25T02:29')).toBe(inJakarta('2026-11-24T02:30'));
  });

  it('is made once each night, in the time zone of the stand', async () => {
    const { until, made } = stand(inJakarta('2026-11-24T12:00'), inJakarta('2026-11-24T02:30'));
    await until(inJakarta('2026-11-27T12:00'));
    expect(made).toEqual(['25', '26', '27'].map((day) => inJakarta(`2026-11-${day}T02:30`)));
  });

  it('is made in the morning by a machine that sleeps at night, once it has run for a while', async () => {
    const morning = inJakarta('2026-11-25T07:45');
    const { until, made } = stand(morning, inJakarta('2026-11-24T07:55'));
    await until(morning + 8 * HOUR);
    expect(made).toEqual([morning + SETTLED_MS]);
  });

  it('is made by a stand that has none yet', async () => {
    const noon = inJakarta('2026-11-25T12:00');
    const { until, made } = stand(noon);
    await until(noon + HOUR);
    expect(made).toEqual([noon + SETTLED_MS]);
  });

  it('is not made again where somebody made one by hand', async () => {
    const { until, made } = stand(inJakarta('2026-11-25T08:00'), inJakarta('2026-11-25T03:00'));
    await until(inJakarta('2026-11-25T20:00'));
    expect(made).toEqual([]);
  });

  it('is tried again each hour while it fails, and says since when', async () => {
    const start = inJakarta('2026-11-24T12:00');
    const { until, made, errors, breaks, job } = stand(start, start);
    const night = inJakarta('2026-11-25T02:30');
    breaks(true);
    await until(night + 2 * AGAIN_MS + 60_000);
    expect(errors).toHaveLength(3);
    expect(job.failingSince()).toBe(night);
    breaks(false);
    await until(night + 4 * AGAIN_MS);
    expect(made).toEqual([night + 3 * AGAIN_MS]);
    expect(job.failingSince()).toBeNull();
  });
});
