import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOpenAt, type Opening } from '../../src/shop/calendar.ts';
import { isDayOff, type WeeklyHours } from '../../src/shop/catalogue.ts';
import { addWorking, HOUR_MS, nextOpening, workingTimeAt } from '../../src/shop/working-time.ts';
import { sampleSnapshot } from '../support/catalogue.ts';

const OFFICE: WeeklyHours = Array.from({ length: 7 }, (_, day) => (day < 5 ? [{ from: 480, to: 900 }] : []));

function opening(hours: WeeklyHours, timeZone = 'Asia/Jakarta', closed: readonly string[] = []): Opening {
  return { hours, timeZone, isClosed: (day) => closed.includes(day) };
}

const at = (text: string) => Date.parse(`${text}:00+07:00`);

/** Up to three spans that do not touch. */
const spans = fc
  .uniqueArray(fc.integer({ min: 0, max: 1_440 }), { maxLength: 6 })
  .map((cuts) => cuts.sort((one, other) => one - other))
  .map((cuts) =>
    Array.from({ length: Math.floor(cuts.length / 2) }, (_, index) => ({
      from: cuts[index * 2] ?? 0,
      to: cuts[index * 2 + 1] ?? 0,
    })),
  );
const weeks = fc
  .array(spans, { minLength: 7, maxLength: 7 })
  .filter((week) => week.some((day) => day.length > 0));
const openings = fc.record({
  hours: weeks,
  timeZone: fc.constantFrom('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'),
  closed: fc.array(
    fc
      .integer({ min: 0, max: 40 })
      .map((days) => new Date(Date.UTC(2026, 10, 20 + days)).toISOString().slice(0, 10)),
    { maxLength: 10 },
  ),
});
const instants = fc.integer({ min: at('2026-11-20T00:00'), max: at('2026-12-20T00:00') });
const lengths = fc.integer({ min: 0, max: 60 * HOUR_MS });

describe('working time', () => {
  it('never ends while it is closed, and never before it began', () => {
    fc.assert(
      fc.property(openings, instants, lengths, ({ hours, timeZone, closed }, from, ms) => {
        const open = opening(hours, timeZone, closed);
        const end = addWorking(open, from, ms);
        expect(isOpenAt(open, end)).toBe(true);
        expect(end).toBeGreaterThanOrEqual(from + ms);
      }),
    );
  });

  it('is additive', () => {
    fc.assert(
      fc.property(openings, instants, lengths, lengths, ({ hours, timeZone, closed }, from, one, other) => {
        const open = opening(hours, timeZone, closed);
        expect(addWorking(open, addWorking(open, from, one), other)).toBe(
          addWorking(open, from, one + other),
        );
      }),
    );
  });

  it('leaves out nights, weekends and days off', () => {
    const open = opening(OFFICE, 'Asia/Jakarta', ['2026-12-24', '2026-12-25']);
    expect(addWorking(open, at('2026-12-23T14:00'), 2 * HOUR_MS)).toBe(at('2026-12-28T09:00'));
    expect(nextOpening(open, at('2026-11-28T12:00'))).toBe(at('2026-11-30T08:00'));
    // What is used up at closing time goes on at the next opening.
    expect(addWorking(open, at('2026-11-25T10:00'), 5 * HOUR_MS)).toBe(at('2026-11-26T08:00'));
  });

  it('is that of the wall clock at the stand', () => {
    const noonInJakarta = at('2026-11-25T12:00');
    // It is two hours later in Jayapura, and an hour before closing time there.
    expect(addWorking(opening(OFFICE, 'Asia/Jayapura'), noonInJakarta, 90 * 60_000)).toBe(
      Date.parse('2026-11-26T08:30:00+09:00'),
    );
    expect(addWorking(opening(OFFICE), noonInJakarta, 90 * 60_000)).toBe(at('2026-11-25T13:30'));
  });

  it('counts every hour where nothing ever opens', () => {
    const never = opening(Array.from({ length: 7 }, () => []));
    expect(addWorking(never, at('2026-11-25T12:00'), HOUR_MS)).toBe(at('2026-11-25T13:00'));
  });

  it('is that of the stand for a place without hours of its own', () => {
    const snapshot = sampleSnapshot();
    const stand = snapshot.places.find(({ id }) => id === snapshot.stand.placeId);
    const places = [
      ...snapshot.places,
      { ...snapshot.places[0], id: 99, hours: [[], [], [], [], [], [], []] },
    ];
    expect(workingTimeAt({ ...snapshot, places: places as typeof snapshot.places }, 99).hours).toBe(
      stand?.hours,
    );
  });
});

describe('days off', () => {
  it('are the national holidays, but for what an admin said', () => {
    const snapshot = sampleSnapshot();
    expect(isDayOff(snapshot, '2026-12-25')).toBe(true);
    expect(isDayOff(snapshot, '2027-08-17')).toBe(true);
    expect(isDayOff(snapshot, '2026-12-24')).toBe(false);
    const daysOff = [
      { day: '2026-12-24', closed: true },
      { day: '2026-12-25', closed: false },
    ];
    expect(isDayOff({ daysOff }, '2026-12-24')).toBe(true);
    expect(isDayOff({ daysOff }, '2026-12-25')).toBe(false);
  });
});
