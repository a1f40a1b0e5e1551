/**
 * A unit's linked staff group: whoever is in it answers for the unit. The group has the role; who acts is the member,
 * whom colleagues read by name.
 */
import type { Effect } from '../../shop/effects.ts';
import { unpack } from '../actions.ts';
import { type Flow, reply, type Scene, type Turn } from '../flow.ts';
import { forGroup, isGroupChat } from '../groups.ts';
import type { Message } from '../message.ts';
import { choice, unitName } from '../wording.ts';

/** The unit that this group is linked to. */
function unitOf(scene: Scene): string | null {
  const grant = scene.view.roles.find(({ role }) => role === 'staff');
  return grant && grant.unitId !== null ? unitName(scene, grant.unitId) : null;
}

function partsChoice(scene: Scene) {
  return choice(scene.say('join-button-parts'), { do: 'open-parts' });
}

/** Only a unit's staff can be a group: every other role is one person's. */
export function joinAsGroup(scene: Scene): Turn {
  const { say } = scene;
  const { invitation } = scene.facts;
  const linked = unitOf(scene);
  if (linked !== null)
    return reply(say('group-already', { unit: linked }), { choices: [partsChoice(scene)] });
  if (!invitation) return reply(say('join-unknown'));
  const { id, role, unitId, name } = invitation;
  if (role !== 'staff' || unitId === null) return reply(say('group-only-staff'));
  if (invitation.accepted) return reply(say('join-used'));
  if (scene.now > invitation.expiresAt) return reply(say('join-expired'));
  return {
    ...reply(say('group-linked', { unit: unitName(scene, unitId) }), { choices: [partsChoice(scene)] }),
    effects: [
      { kind: 'accept-invitation', invitationId: id, role, unitId, name },
      { kind: 'reachable', reachable: true },
      { kind: 'audit', what: 'join', subject: `invitation ${id}`, before: null, after: 'staff group' },
    ],
    conversation: { asked: null },
  };
}

function unlink(scene: Scene, removed: boolean): Turn {
  const { chat, roles } = scene.view;
  const unit = unitOf(scene);
  const subject = roles.map(({ unitId }) => `unit ${unitId}`).join(', ');
  const effects: Effect[] = [
    { kind: 'end-roles' },
    {
      kind: 'audit',
      what: removed ? 'group-removed' : 'group-unlinked',
      subject,
      before: `chat ${chat.id}`,
      after: null,
    },
  ];
  return {
    ...(removed || unit === null ? { replies: [] } : reply(scene.say('group-unlinked', { unit }))),
    effects,
    conversation: { asked: null, offered: [] },
  };
}

export const groupFlow: Flow<'ignore' | 'unlink' | 'group-moved' | 'group-help'> = {
  ignore: { turn: () => ({ replies: [] }) },
  unlink: { turn: (scene, { removed }) => unlink(scene, removed) },
  'group-moved': { turn: (_scene, { to }) => ({ replies: [], effects: [{ kind: 'chat-moved', to }] }) },
  'group-help': {
    turn: (scene) =>
      reply(scene.say('group-help', { unit: unitOf(scene) ?? '' }), { choices: [partsChoice(scene)] }),
  },
};

/* ── what every turn is in a group, and every notice that goes to one ── */

/** These are somebody's doing: the others in the group read whose. */
const DEEDS: readonly Effect['kind'][] = ['step', 'answer', 'fact'];

/** What goes to a group, as a group reads it. */
export function noticesInGroups<E extends Effect>(effects: readonly E[]): E[] {
  return effects.map((effect) =>
    effect.kind === 'notice' && isGroupChat(effect.to.channel, effect.to.external)
      ? { ...effect, message: forGroup(effect.message) }
      : effect,
  );
}

export function inGroups(scene: Scene, turn: Turn): Turn {
  const effects = turn.effects && noticesInGroups(turn.effects);
  const seen = { ...turn, ...(effects ? { effects } : {}) };
  return scene.view.member ? { ...seen, replies: groupReplies(scene, seen) } : seen;
}

function groupReplies(scene: Scene, { replies, effects, conversation }: Turn): Message[] {
  const [first, ...more] = replies.map(forGroup);
  if (!first) return [];
  const isDeed = effects?.some(({ kind }) => DEEDS.includes(kind)) === true;
  const asks = conversation?.asked != null || [first, ...more].some(asksForWords);
  const named = isDeed ? scene.say('group-by', { who: memberName(scene), text: first.text }) : first.text;
  const text = asks ? `${named}\n\n${scene.say('group-reply-here')}` : named;
  return [{ ...first, text }, ...more];
}

function asksForWords({ choices = [] }: Message): boolean {
  return choices.some(({ id }) => unpack(id)?.do === 'answer-question');
}

function memberName(scene: Scene): string {
  return scene.view.member?.name || scene.say('group-somebody');
}
