/** Whoever writes at the start of a shift opens the way for what comes to them, and sees what waits. */
import { hasRole } from '../../shop/roles.ts';
import { type Flow, reply, type Scene, type Turn } from '../flow.ts';
import { momentText } from '../wording.ts';
import { openPartsNeeds, openPartsTurn } from './open-parts.ts';
import { notYours } from './part-work.ts';

/** Until when what comes to them comes here; "none" where there is no end to it. */
function untilText(scene: Scene): string {
  const { windowMs, inbound } = scene;
  if (windowMs === undefined) return 'none';
  return momentText(scene, inbound.at + windowMs);
}

function onDuty(scene: Scene): Turn {
  const { say } = scene;
  const grant = scene.view.roles.find(({ role }) => role !== 'curator');
  if (!grant || !hasRole(scene.view.roles, 'staff', 'keeper', 'admin')) return notYours(scene);
  const thanks = say('on-duty', { who: scene.view.member?.name || grant.name, until: untilText(scene) });
  const open = openPartsTurn(scene);
  if (open === null) return reply([thanks, say('on-duty-waiting', { count: 0 })].join('\n\n'));
  const { count, turn } = open;
  const [list, ...more] = turn.replies;
  const head = [thanks, say('on-duty-waiting', { count })].join('\n\n');
  return { ...turn, replies: [{ ...list, text: `${head}\n\n${list?.text ?? ''}` }, ...more] };
}

export const onDutyFlow: Flow<'on-duty'> = {
  'on-duty': { needs: (_meaning, view) => openPartsNeeds(view), turn: onDuty },
};
