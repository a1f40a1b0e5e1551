import * as z from 'zod';
import { findUnit, saveInvitation } from '../../db/store/invitations.ts';
import type { Reach } from '../chat/flow.ts';
import { groupLink, invitationLinks, officeLink } from '../chat/links.ts';
import { invitationCode } from '../node/secrets.ts';
import { ROLES, type Role } from '../shop/roles.ts';
import { CommandError, type DatabaseCommand } from './command.ts';

const HOUR_MS = 3_600_000;

const input = z.object({
  role: z.enum(ROLES),
  unit: z.string().optional(),
  name: z.string().trim().min(1).max(60),
  hours: z.coerce.number().int().min(1).max(720).default(48),
});

export const invite: DatabaseCommand<z.infer<typeof input>, string> = {
  summary: 'makes a one-time link that gives somebody a role',
  usage: `gerai invite --role <${ROLES.join('|')}> --name <name> [--unit <slug>] [--hours <1-720>]

  --role   what the person may do
  --name   how colleagues read who did something
  --unit   the unit's slug; required for staff
  --hours  how long the link can be opened (48)`,
  input,
  namesBot: true,
  async run({ database, reach, now }, { role, unit, name, hours }) {
    if (role === 'staff' && unit === undefined)
      throw new CommandError('Staff belong to a unit: add --unit <slug>.');
    if (role !== 'staff' && unit !== undefined)
      throw new CommandError('Only staff belong to a unit: leave --unit out.');
    const unitId = unit === undefined ? null : await findUnit(database, unit);
    if (unit !== undefined && unitId === null) throw new CommandError(`There is no unit "${unit}".`);
    const code = invitationCode();
    await saveInvitation(database, {
      code,
      role,
      unitId,
      name,
      now: now(),
      expiresAt: now() + hours * HOUR_MS,
    });
    const links = invitationLinks(reach(), role, code);
    const where =
      links.length > 0 ? links.join('\n') : `Send this to the bot or the web chat: /start ${code}`;
    return [
      `Opens once, within ${hours} hours:`,
      where,
      ...officeLines(reach(), role, code),
      ...groupLines(reach(), role, code),
    ].join('\n');
  },
};

/** On a PC that several people share. */
function officeLines(reach: Reach, role: Role, code: string): string[] {
  const link = officeLink(reach, role, code);
  return link === null ? [] : [`On a PC that several people share, with a PIN, instead: ${link}`];
}

/** A unit's staff may come as a group. */
function groupLines(reach: Reach, role: Role, code: string): string[] {
  if (role !== 'staff') return [];
  const link = groupLink(reach, code);
  const bring = link === null ? '' : ` ${link} brings the bot into it, or:`;
  return [`For a group of the unit's staff instead:${bring} write ${code} in it.`];
}
