/** How long things wait before somebody is told again, and before they end. */
import { WAITS, type Wait } from '../../shop/catalogue.ts';
import { type Flow, reply, type Scene, type Turn } from '../flow.ts';
import { readAmount } from '../understand/amounts.ts';
import { choice } from '../wording.ts';
import { adminOnly, audit, choosing, closing } from './admin-only.ts';

/** A month; of working hours, that is a season. */
const MAX_HOURS = 720;

function pickWait(scene: Scene): Turn {
  const { say, snapshot } = scene;
  return choosing(say('admin-pick-wait'), [
    ...WAITS.map((wait) =>
      choice(say('admin-wait', { wait, hours: snapshot.stand.waits[wait] }), { do: 'ask-wait', wait }),
    ),
    choice(say('admin-button-menu'), { do: 'admin-menu' }),
  ]);
}

/** Offers no choices: a bare number is the hours, never a place in a list. */
function askWait(scene: Scene, wait: Wait, preface?: string): Turn {
  const question = scene.say('admin-ask-wait', { wait, hours: scene.snapshot.stand.waits[wait] });
  return {
    ...reply([preface, question].filter(Boolean).join('\n\n')),
    conversation: { asked: { what: 'wait', wait } },
  };
}

/** "3 hari" is three days; a number alone is hours. */
function readHours(text: string): number | null {
  const [, days] = /^\D*(\d{1,2})\s*(?:hari|days?)\D*$/i.exec(text) ?? [];
  return days === undefined ? readAmount(text) : Number(days) * 24;
}

/** What has lapsed may end at once; everybody else needs time to act. */
function leastOf(wait: Wait): number {
  return wait === 'lapse' ? 0 : 1;
}

export function answerWait(scene: Scene, wait: Wait, text: string): Turn {
  const { id, waits } = scene.snapshot.stand;
  const hours = readHours(text);
  const least = leastOf(wait);
  if (hours === null) return askWait(scene, wait, scene.say('admin-wait-unclear'));
  if (hours < least || hours > MAX_HOURS)
    return askWait(scene, wait, scene.say('admin-wait-absurd', { least, max: MAX_HOURS }));
  const said = scene.say('admin-wait', { wait, hours });
  if (hours === waits[wait]) return closing(scene, scene.say('admin-wait-same', { said }));
  return closing(scene, scene.say('admin-wait-changed', { said }), [
    { kind: 'wait', standId: id, wait, hours },
    audit('wait', `stand ${id} ${wait}`, String(waits[wait]), String(hours)),
  ]);
}

export const changeWaitsFlow: Flow<'pick-wait' | 'ask-wait'> = {
  'pick-wait': { turn: (scene) => adminOnly(scene, () => pickWait(scene)) },
  'ask-wait': { turn: (scene, { wait }) => adminOnly(scene, () => askWait(scene, wait)) },
};
