/** Inviting a colleague: a role, a unit where it needs one, a name, and a link that works once within two days. */

import { unitById } from '../../shop/catalogue.ts';
import { ROLES, type Role } from '../../shop/roles.ts';
import { type Flow, reply, type Scene, type Turn } from '../flow.ts';
import { groupLink, INVITATION_PREFIX, invitationLinks, officeLink } from '../links.ts';
import { cleanName, MAX_NAME_LENGTH } from '../visitor/check-out.ts';
import { choice, unitName, words } from '../wording.ts';
import { adminOnly, audit, choosing, closing } from './admin-only.ts';

const VALID_MS = 48 * 3_600_000;

/** Telegram's limit for a start payload. */
const MAX_CODE_LENGTH = 64;

/** Where an invitation is for no unit, its choice carries this number instead. */
const NO_UNIT = 0;

function pickRole(scene: Scene): Turn {
  const { say } = scene;
  return choosing(say('admin-ask-role'), [
    ...ROLES.map((role) =>
      choice(
        say('admin-role', { role }),
        role === 'staff' ? { do: 'invite-unit', role } : { do: 'invite', role, unit: NO_UNIT },
      ),
    ),
    choice(say('admin-button-menu'), { do: 'admin-menu' }),
  ]);
}

function pickUnit(scene: Scene, role: Role): Turn {
  if (role !== 'staff') return askName(scene, role, NO_UNIT);
  return choosing(scene.say('admin-ask-unit'), [
    ...scene.snapshot.units.map((unit) =>
      choice(words(scene, unit.name), { do: 'invite', role, unit: unit.id }),
    ),
    choice(scene.say('admin-button-menu'), { do: 'admin-menu' }),
  ]);
}

/** Only staff belong to a unit, and always to one that there is. */
function fits(scene: Scene, role: Role, unit: number): boolean {
  return role === 'staff' ? unitById(scene.snapshot, unit) !== undefined : unit === NO_UNIT;
}

function askName(scene: Scene, role: Role, unit: number, preface?: string): Turn {
  const question = scene.say('admin-ask-invite-name', {
    role: scene.say('admin-role', { role }),
    unit: unit === NO_UNIT ? 'none' : unitName(scene, unit),
  });
  return {
    ...reply([preface, question].filter(Boolean).join('\n\n')),
    conversation: { asked: { what: 'invite-name', role, unit } },
  };
}

/** Long enough not to be guessed, in the letters of a start payload. */
function invitationCode(scene: Scene): string {
  const { ids } = scene;
  return `${INVITATION_PREFIX}${ids.opaque()}${ids.opaque()}${ids.opaque()}`.slice(0, MAX_CODE_LENGTH);
}

function linksText(scene: Scene, role: Role, code: string): string {
  const links = invitationLinks(scene.reach, role, code);
  return links.length > 0 ? links.join('\n') : scene.say('admin-invite-code', { code });
}

/** A unit's staff may come as a group. */
function groupText(scene: Scene, code: string): string {
  return scene.say('admin-invite-group', { link: groupLink(scene.reach, code) ?? 'none', code });
}

function invite(scene: Scene, role: Role, unit: number, name: string): Turn {
  const code = invitationCode(scene);
  const unitId = unit === NO_UNIT ? null : unit;
  const subject = unitId === null ? `stand ${scene.snapshot.stand.id}` : `unit ${unitId}`;
  const invited = scene.say('admin-invited', {
    name,
    links: linksText(scene, role, code),
    hours: VALID_MS / 3_600_000,
  });
  const office = officeLink(scene.reach, role, code);
  const text = [
    invited,
    ...(office === null ? [] : [scene.say('admin-invite-office', { link: office })]),
    ...(role === 'staff' ? [groupText(scene, code)] : []),
  ].join('\n\n');
  return closing(scene, text, [
    { kind: 'invitation', code, role, unitId, name, expiresAt: scene.now + VALID_MS },
    audit('invite', subject, null, role),
  ]);
}

export function answerInviteName(scene: Scene, asked: { role: string; unit: number }, text: string): Turn {
  const role = ROLES.find((each) => each === asked.role);
  if (!role || !fits(scene, role, asked.unit)) return pickRole(scene);
  const name = cleanName(text);
  if (!name) {
    return askName(scene, role, asked.unit, scene.say('admin-name-unclear', { max: MAX_NAME_LENGTH }));
  }
  return invite(scene, role, asked.unit, name);
}

export const inviteFlow: Flow<'invite-role' | 'invite-unit' | 'invite'> = {
  'invite-role': { turn: (scene) => adminOnly(scene, () => pickRole(scene)) },
  'invite-unit': { turn: (scene, { role }) => adminOnly(scene, () => pickUnit(scene, role)) },
  invite: {
    turn: (scene, { role, unit }) =>
      adminOnly(scene, () => (fits(scene, role, unit) ? askName(scene, role, unit) : pickUnit(scene, role))),
  },
};
