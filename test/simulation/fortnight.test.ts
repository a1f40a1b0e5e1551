/**
 * Two weeks of a stand, with a holiday, power cuts, a day asleep and a clock that is set: afterwards everything holds, and what
 * was to be tried has happened. The doubles stand for the channels here: what WhatsApp and Telegram do is not shown.
 */
import { describe, expect, test } from 'vitest';
import { simulate } from '../../simulation/simulate.ts';

const VISITORS_A_DAY = 60;

// Each seed takes minutes: it belongs to the long runs.
describe.runIf(process.env.ENDURANCE).each([7, 8, 9])('a fortnight by seed %i', (seed) => {
  test('everything holds', { timeout: 600_000 }, async () => {
    const { days, broken, restarts } = await simulate({ days: 14, seed, visitorsADay: VISITORS_A_DAY });
    expect(broken).toEqual([]);
    const sum = (figure: string) => days.reduce((total, each) => total + Number(each[figure]), 0);
    const tried = ['collected', 'proposed', 'expired', 'sales', 'cash', 'reminders', 'escalations'];
    expect(tried.filter((figure) => sum(figure) === 0)).toEqual([]);
    expect(restarts).toBeGreaterThan(14);
    const christmas = days.find(({ day }) => day === '2026-12-25');
    expect(christmas).toMatchObject({ sales: 0, collected: 0, reminders: 0, escalations: 0, expired: 0 });
  });
});
