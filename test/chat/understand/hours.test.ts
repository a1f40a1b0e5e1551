import { describe, expect, it } from 'vitest';
import { readHours } from '../../../src/chat/understand/hours.ts';
import type { WeeklyHours } from '../../../src/shop/catalogue.ts';

const CLOSED: WeeklyHours = [[], [], [], [], [], [], []];
const ALL_DAY: WeeklyHours = Array.from({ length: 7 }, () => [{ from: 0, to: 1440 }]);

/** "8-15" for 8.00 to 15.00, by weekday. */
function shown(week: WeeklyHours | null): string[] | null {
  return week?.map((spans) => spans.map(({ from, to }) => `${from / 60}-${to / 60}`).join('+')) ?? null;
}

describe('opening hours', () => {
  it.each([
    ['senin-jumat 08.00-15.00', ['8-15', '8-15', '8-15', '8-15', '8-15', '', '']],
    ['mon-fri 8:00-15:00, sabtu tutup', ['8-15', '8-15', '8-15', '8-15', '8-15', '', '']],
    [
      'Senin s.d. Kamis 08.00 – 15.30; Jumat 08.00 s/d 11.30',
      ['8-15.5', '8-15.5', '8-15.5', '8-15.5', '8-11.5', '', ''],
    ],
    ['senin, rabu dan jumat jam 9 sampai 12', ['9-12', '', '9-12', '', '9-12', '', '']],
    ['selasa 8-12 dan 13-15', ['', '8-12+13-15', '', '', '', '', '']],
    ['selasa 13-15 & 8-12', ['', '8-12+13-15', '', '', '', '', '']],
    ['sabtu-senin 10-11', ['10-11', '', '', '', '', '10-11', '10-11']],
    ['setiap hari 8am-3pm', ['8-15', '8-15', '8-15', '8-15', '8-15', '8-15', '8-15']],
    ['every day 8-15, sunday closed', ['8-15', '8-15', '8-15', '8-15', '8-15', '8-15', '']],
    ['hari minggu 00.00-24.00', ['', '', '', '', '', '', '0-24']],
  ])('reads "%s"', (text, week) => {
    expect(shown(readHours(text, CLOSED))).toEqual(week);
  });

  it('keeps the days that are not named', () => {
    expect(shown(readHours('sabtu tutup', ALL_DAY))).toEqual([
      '0-24',
      '0-24',
      '0-24',
      '0-24',
      '0-24',
      '',
      '0-24',
    ]);
  });

  it.each([
    [''],
    ['buka terus'],
    ['senin'],
    ['8-15'],
    ['senin 15-8'],
    ['senin 8-8'],
    ['senin 25-26'],
    ['senin 8.75-10'],
    ['senin 8-12 dan 11-15'],
    ['senin 8'],
    ['senin 8-15 kecuali libur nasional'],
    ['senin-8 jumat'],
  ])('does not guess at "%s"', (text) => {
    expect(readHours(text, CLOSED)).toBeNull();
  });
});
