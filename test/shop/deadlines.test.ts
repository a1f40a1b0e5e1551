import { describe, expect, it } from 'vitest';
import { type Deadline, partDeadline, questionDeadline, type WaitingPart } from '../../src/shop/deadlines.ts';
import { HOUR_MS } from '../../src/shop/working-time.ts';
import { sampleSnapshot } from '../support/catalogue.ts';

/** Its stand is open from Monday to Friday, 8 to 15. */
const snapshot = (() => {
  const sample = sampleSnapshot();
  const hours = Array.from({ length: 7 }, (_, day) => (day < 5 ? [{ from: 480, to: 900 }] : []));
  return { ...sample, places: sample.places.map((place) => ({ ...place, hours })) };
})();

const at = (text: string) => Date.parse(`${text}:00+07:00`);
/** A Wednesday. */
const SINCE = at('2026-11-25T10:00');

function part(change: Partial<WaitingPart> = {}): WaitingPart {
  return {
    state: 'new',
    since: SINCE,
    told: null,
    toldAt: null,
    placeId: 1,
    pickupDay: null,
    readyDay: null,
    quoteValidUntil: null,
    isPaid: false,
    ...change,
  };
}

const next = (change: Partial<WaitingPart>, now: string): Deadline | null =>
  partDeadline(snapshot, part(change), at(now));
const reminded = { told: 'remind', toldAt: at('2026-11-25T14:00') } as const;

describe('an unanswered part', () => {
  it('is told again, then to the admins, then it ends, each in working time', () => {
    expect(next({}, '2026-11-25T10:00')).toEqual({ deed: 'remind', at: at('2026-11-25T14:00') });
    expect(next(reminded, '2026-11-25T14:00')).toEqual({ deed: 'escalate', at: at('2026-11-26T11:00') });
    const escalated = { told: 'escalate', toldAt: at('2026-11-26T11:00') } as const;
    // 72 hours end on a Saturday.
    expect(next(escalated, '2026-11-26T11:00')).toEqual({ deed: 'expire', at: at('2026-11-30T08:00') });
  });

  it('is told once what a sleeping machine missed, and does not end unheard', () => {
    expect(next({}, '2026-11-26T12:00')).toMatchObject({ deed: 'escalate' });
    expect(next({}, '2026-12-10T12:00')).toMatchObject({ deed: 'escalate' });
    const late = { told: 'escalate', toldAt: at('2026-12-10T12:00') } as const;
    expect(next(late, '2026-12-10T12:00')).toEqual({ deed: 'expire', at: at('2026-12-11T09:00') });
    // The last thing that it was told gave it time: it ends without the word in between.
    expect(next(reminded, '2026-12-10T12:00')).toMatchObject({ deed: 'expire' });
  });

  it('does not end when it is paid for', () => {
    const escalated = { told: 'escalate', toldAt: SINCE, isPaid: true } as const;
    expect(next(escalated, '2026-12-10T12:00')).toBeNull();
  });

  it('counts from now what a clock that went wrong wrote ahead', () => {
    const ahead = at('2030-01-01T00:00');
    expect(next({ since: ahead }, '2026-11-25T10:00')).toEqual({
      deed: 'remind',
      at: at('2026-11-25T14:00'),
    });
    expect(next({ since: ahead, told: 'escalate', toldAt: ahead }, '2026-11-25T10:00')).toMatchObject({
      deed: 'expire',
      at: at('2026-11-30T08:00'),
    });
  });
});

describe('an offer', () => {
  const quoted = { state: 'quoted', quoteValidUntil: at('2026-11-28T23:59') } as const;

  it('is told again, then to the admins, and ends when it has lapsed', () => {
    expect(next(quoted, '2026-11-25T10:00')).toEqual({ deed: 'remind', at: at('2026-11-25T14:00') });
    expect(next({ ...quoted, ...reminded }, '2026-11-25T14:00')).toMatchObject({ deed: 'escalate' });
    const escalated = { ...quoted, told: 'escalate', toldAt: at('2026-11-26T11:00') } as const;
    expect(next(escalated, '2026-11-26T11:00')).toEqual({ deed: 'expire', at: at('2026-11-30T08:00') });
  });

  it('ends at its time even where nothing was said: its end was named in it', () => {
    expect(next(quoted, '2026-12-01T10:00')).toMatchObject({ deed: 'expire' });
  });
});

describe('what is ready', () => {
  it('is called for a day before it ends', () => {
    const ready = { state: 'ready' } as const;
    expect(next(ready, '2026-11-25T10:00')).toEqual({ deed: 'remind', at: at('2026-11-27T10:00') });
    const called = { ...ready, told: 'remind', toldAt: at('2026-11-27T10:00') } as const;
    expect(next(called, '2026-11-27T10:00')).toEqual({ deed: 'expire', at: at('2026-11-30T08:00') });
  });

  it('waits for the day that was named', () => {
    const ready = { state: 'ready', pickupDay: '2026-12-11' } as const;
    expect(next(ready, '2026-11-25T10:00')?.at).toBeGreaterThan(at('2026-12-13T00:00'));
  });

  it('does not end without the call, however long nobody was there to make it', () => {
    const ready = { state: 'ready' } as const;
    expect(next(ready, '2026-12-14T10:00')).toMatchObject({ deed: 'remind' });
    const called = { ...ready, told: 'remind', toldAt: at('2026-12-14T10:00') } as const;
    expect(next(called, '2026-12-14T10:00')).toEqual({ deed: 'expire', at: at('2026-12-14T14:00') });
  });

  it('is told to the keepers and does not end when it is paid for', () => {
    const paid = { state: 'ready', isPaid: true, told: 'remind', toldAt: SINCE } as const;
    expect(next(paid, '2026-12-14T10:00')).toMatchObject({ deed: 'escalate' });
    expect(next({ ...paid, told: 'escalate' }, '2026-12-14T10:00')).toBeNull();
  });
});

describe('what waits for no time', () => {
  it('has no deadline', () => {
    for (const state of ['accepted', 'made', 'collected', 'rejected', 'cancelled', 'expired'] as const)
      expect(next({ state }, '2026-12-14T10:00')).toBeNull();
  });
});

describe('a question', () => {
  it('is told again, then to the admins, and then no more', () => {
    const asked = { since: SINCE, told: null, toldAt: null, placeId: 1 };
    expect(questionDeadline(snapshot, asked, SINCE)).toMatchObject({
      deed: 'remind',
      at: SINCE + 4 * HOUR_MS,
    });
    expect(questionDeadline(snapshot, { ...asked, told: 'remind', toldAt: SINCE }, SINCE)).toMatchObject({
      deed: 'escalate',
    });
    expect(questionDeadline(snapshot, { ...asked, told: 'escalate', toldAt: SINCE }, SINCE)).toBeNull();
  });
});
