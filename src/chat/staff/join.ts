/** Accepting an invitation: it makes its holder staff, keeper, curator or admin, once and for two days. */
import type { Role } from '../../shop/roles.ts';
import type { InvitationView } from '../facts.ts';
import { type Flow, reply, type Scene, type Turn } from '../flow.ts';
import type { Choice } from '../message.ts';
import { choice, unitName } from '../wording.ts';
import { joinAsGroup } from './group.ts';

/** What the new colleague can begin with. */
function firstChoices(scene: Scene, role: Role): Choice[] {
  const { say } = scene;
  const parts = choice(say('join-button-parts'), { do: 'open-parts' });
  switch (role) {
    case 'staff':
      return [parts];
    case 'keeper':
      return [
        parts,
        choice(say('join-button-tasks'), { do: 'keeper-tasks' }),
        choice(say('join-button-help'), { do: 'help' }),
      ];
    case 'admin':
      return [choice(say('join-button-admin'), { do: 'admin-menu' }), parts];
    case 'curator':
      return [choice(say('admin-button-products'), { do: 'products' })];
  }
}

function alreadyHas(scene: Scene, { role, unitId }: InvitationView): boolean {
  return scene.view.roles.some((grant) => grant.role === role && grant.unitId === unitId);
}

function join(scene: Scene): Turn {
  const { say } = scene;
  const { invitation } = scene.facts;
  if (!invitation) return reply(say('join-unknown'));
  const { id, role, unitId, name } = invitation;
  const unit = unitId === null ? '' : unitName(scene, unitId);
  const choices = firstChoices(scene, role);
  if (alreadyHas(scene, invitation)) return reply(say('join-already', { role, unit }), { choices });
  if (invitation.accepted) return reply(say('join-used'));
  if (scene.now > invitation.expiresAt) return reply(say('join-expired'));
  return {
    ...reply(say(`join-welcome-${role}`, { name, unit }), { choices }),
    effects: [
      { kind: 'accept-invitation', invitationId: id, role, unitId, name },
      { kind: 'audit', what: 'join', subject: `invitation ${id}`, before: null, after: role },
    ],
    conversation: { asked: null },
  };
}

export const joinFlow: Flow<'accept-invitation'> = {
  'accept-invitation': {
    needs: ({ code }) => ({ invitation: code }),
    turn: (scene) => (scene.view.member ? joinAsGroup(scene) : join(scene)),
  },
};
