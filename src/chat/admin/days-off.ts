/** Days on which the stand is closed, beside its weekly hours: said in words, "libur 24 desember". */
import { addDays, wallClock } from '../../shop/calendar.ts';
import { isDayOff } from '../../shop/catalogue.ts';
import type { Effect } from '../../shop/effects.ts';
import { type Flow, reply, type Scene, type Turn } from '../flow.ts';
import { capital, choice, dayText } from '../wording.ts';
import { adminOnly, audit, closing } from './admin-only.ts';

/** Days that are shown are in so many. */
const SHOWN_AHEAD = 120;
const MAX_SHOWN = 8;
const MAX_DAYS = 31;
const MAX_AHEAD = 400;

function today(scene: Scene): string {
  return wallClock(scene.now, scene.snapshot.stand.timeZone).day;
}

function daysFrom(first: string, count: number): string[] {
  return Array.from({ length: count }, (_, ahead) => addDays(first, ahead));
}

function showDaysOff(scene: Scene): Turn {
  const { say, snapshot } = scene;
  const days = daysFrom(today(scene), SHOWN_AHEAD)
    .filter((day) => isDayOff(snapshot, day))
    .slice(0, MAX_SHOWN);
  const lines = days.map((day) => `• ${capital(dayText(scene, day))}`);
  return {
    ...reply(
      [say('admin-days-off', { count: days.length }), ...lines, say('admin-days-off-how')].join('\n'),
      {
        choices: [choice(say('admin-button-menu'), { do: 'admin-menu' })],
      },
    ),
    conversation: { asked: null },
  };
}

function setDaysOff(scene: Scene, from: string, to: string, how: 'closed' | 'open'): Turn {
  const { say, snapshot } = scene;
  const closed = how === 'closed';
  if (from < today(scene)) return closing(scene, say('admin-day-past'));
  if (to < from || to > addDays(today(scene), MAX_AHEAD) || to > addDays(from, MAX_DAYS - 1))
    return closing(scene, say('admin-days-too-many', { max: MAX_DAYS }));
  const days = daysFrom(from, MAX_DAYS).filter((day) => day <= to);
  const changed = days.filter((day) => isDayOff(snapshot, day) !== closed);
  const said = { how, from: dayText(scene, from), to: from === to ? 'none' : dayText(scene, to) };
  if (changed.length === 0) return closing(scene, say('admin-days-same', said));
  return closing(scene, say('admin-days-changed', said), [
    ...changed.map((day): Effect => ({ kind: 'day-off', day, closed })),
    audit('days-off', `stand ${snapshot.stand.id}`, null, `${how} ${changed.join(' ')}`),
  ]);
}

export const daysOffFlow: Flow<'days-off' | 'set-days-off'> = {
  'days-off': { turn: (scene) => adminOnly(scene, () => showDaysOff(scene)) },
  'set-days-off': {
    turn: (scene, { from, to, how }) => adminOnly(scene, () => setDaysOff(scene, from, to, how)),
  },
};
