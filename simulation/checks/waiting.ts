/** Nothing is stuck, and whoever let something wait was told so. */
import { addDays, startOfDay, wallClock } from '../../src/shop/calendar.ts';
import type { WeeklyHours } from '../../src/shop/catalogue.ts';
import { HOLIDAYS } from '../../src/shop/holidays.ts';
import type { Stand } from '../../test/support/stand.ts';
import { HOUR, isClosed, MINUTE, weekday, ZONE } from '../world.ts';

/**
 * All that waits will be looked at, and nothing that should have been was left: what is with the unit or made waits for no
 * time, and neither does what is paid for, or a question, once those behind were told.
 */
export async function stuck(stand: Stand): Promise<string[]> {
  const now = stand.now();
  const parts = await stand.rows<{ part: string; state: string }>(`
    SELECT public_id AS part, state FROM fulfilments f
    WHERE state IN ('new', 'quoted', 'ready') AND (due_at <= ${now} OR due_at IS NULL AND NOT (told IS 'escalate'
      AND (SELECT status FROM payments WHERE order_id = f.order_id ORDER BY position DESC LIMIT 1) IS 'paid'))`);
  const ended = await stand.rows<{ part: string; state: string }>(`
    SELECT public_id AS part, state FROM fulfilments
    WHERE state NOT IN ('new', 'quoted', 'ready') AND due_at <= ${now}`);
  const questions = await stand.rows<{ question: string }>(`
    SELECT public_id AS question FROM questions
    WHERE open = 1 AND (due_at <= ${now} OR due_at IS NULL AND told IS NOT 'escalate')`);
  return [
    ...[...parts, ...ended].map(({ part, state }) => `Part ${part} is ${state}, and nothing follows.`),
    ...questions.map(({ question }) => `Question ${question} is open, and nothing follows.`),
  ];
}

/* ── told again ── */

/** The clock was wrong for two hours, and nobody is looked at but when something happens. */
const SLACK = 4 * HOUR;

interface Wait {
  readonly what: string;
  readonly place: number;
  readonly since: number;
  readonly until: number | null;
  readonly reminded: number;
  readonly escalated: number;
  readonly ended: number;
}

/** As their places open by themselves: counted here once more, day by day, to check what the stand counts. */
export async function letWait(stand: Stand): Promise<string[]> {
  const [waits = { remind: 0, escalate: 0 }] = await stand.rows<{ remind: number; escalate: number }>(
    'SELECT coalesce(remind_hours, 4) AS remind, coalesce(escalate_hours, 8) AS escalate FROM stands',
  );
  const hours = await placesHours(stand);
  const all = [...(await waitsOfParts(stand)), ...(await waitsOfQuestions(stand))];
  const flaws: string[] = [];
  for (const { what, place, since, until, reminded, escalated, ended } of all) {
    const waited = workedBetween(hours(place), since, until ?? stand.now()) - SLACK;
    if (waited > waits.escalate * HOUR && !escalated && !ended)
      flaws.push(`${what} waited ${Math.round(waited / HOUR)} h and more, and nobody behind it was told.`);
    else if (waited > waits.remind * HOUR && !reminded && !escalated)
      flaws.push(`${what} waited ${Math.round(waited / HOUR)} h and more, and nobody was told again.`);
  }
  return flaws;
}

const wasDone = (key: string) => `EXISTS (SELECT 1 FROM inbox WHERE key = ${key})`;

function waitsOfParts(stand: Stand): Promise<Wait[]> {
  const key = (deed: string) => `'deadline ' || f.public_id || ' ' || (s.version + 1) || ' ${deed}'`;
  return stand.rows<Wait>(`
    SELECT 'Part ' || f.public_id || ' (' || s.to_state || ')' AS what, f.place_id AS place, s.at AS since, n.at AS until,
      ${wasDone(key('remind'))} AS reminded, ${wasDone(key('escalate'))} AS escalated,
      coalesce(n.to_state = 'expired', 0) AS ended
    FROM fulfilment_steps s JOIN fulfilments f ON f.id = s.fulfilment_id
    LEFT JOIN fulfilment_steps n ON n.fulfilment_id = s.fulfilment_id AND n.version = s.version + 1
    WHERE s.to_state IN ('new', 'quoted')`);
}

function waitsOfQuestions(stand: Stand): Promise<Wait[]> {
  const key = (deed: string) => `'deadline question ' || q.public_id || ' ${deed}'`;
  return stand.rows<Wait>(`
    SELECT 'Question ' || q.public_id AS what, coalesce(p.place_id, (SELECT place_id FROM stands)) AS place,
      q.asked_at AS since, q.answered_at AS until,
      ${wasDone(key('remind'))} AS reminded, ${wasDone(key('escalate'))} AS escalated, 0 AS ended
    FROM questions q LEFT JOIN products p ON p.id = q.product_id`);
}

/** Of a place without hours of its own: those of the stand. */
async function placesHours(stand: Stand): Promise<(place: number) => WeeklyHours> {
  const rows = await stand.rows<{ id: number; hours: string }>('SELECT id, hours FROM places');
  const byId = new Map(rows.map(({ id, hours }) => [id, JSON.parse(hours) as WeeklyHours]));
  const ofStand = byId.get(await stand.count('SELECT place_id FROM stands')) ?? [];
  return (place) => {
    const own = byId.get(place) ?? [];
    return own.some((spans) => spans.length > 0) ? own : ofStand;
  };
}

/** Milliseconds within opening hours; holidays have none. */
function workedBetween(hours: WeeklyHours, from: number, to: number): number {
  let worked = 0;
  for (let { day } = wallClock(from, ZONE); startOfDay(day, ZONE) < to; day = addDays(day, 1)) {
    if (HOLIDAYS.has(day)) continue;
    const midnight = startOfDay(day, ZONE);
    // Hours begin with Monday.
    for (const span of hours[(weekday(midnight) + 6) % 7] ?? []) {
      const end = Math.min(to, midnight + span.to * MINUTE);
      worked += Math.max(0, end - Math.max(from, midnight + span.from * MINUTE));
    }
  }
  return worked;
}

/* ── the end ── */

/** Nothing ends without a word before and time to act on it, and nothing ends twice; an offer names its end itself. */
export async function endedUnheard(stand: Stand): Promise<string[]> {
  const rows = await stand.rows<{ part: string; state: string; at: number }>(`
    SELECT f.public_id AS part, s.from_state AS state, s.at AS at
    FROM fulfilment_steps s JOIN fulfilments f ON f.id = s.fulfilment_id
    WHERE s.to_state = 'expired' AND s.from_state <> 'quoted' AND NOT EXISTS (SELECT 1 FROM inbox
      WHERE key IN ('deadline ' || f.public_id || ' ' || s.version || ' remind',
                    'deadline ' || f.public_id || ' ' || s.version || ' escalate') AND at < s.at)`);
  const closed = await stand.rows<{ part: string; at: number }>(`
    SELECT f.public_id AS part, s.at AS at FROM fulfilment_steps s JOIN fulfilments f ON f.id = s.fulfilment_id
    WHERE s.to_state = 'expired'`);
  return [
    ...rows.map(({ part, state }) => `Part ${part} was ${state} and ended without a word before.`),
    ...closed
      .filter(({ at }) => isClosed(at))
      .map(({ part, at }) => `Part ${part} ended on ${wallClock(at, ZONE).day}, while it was closed.`),
  ];
}
