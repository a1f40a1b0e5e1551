import * as z from 'zod';
import { findUnit, saveInvitation } from '../../db/store/invitations.ts';
import { invitationLinks } from '../chat/links.ts';
import { invitationCode } from '../node/secrets.ts';
import { ROLES } from '../shop/roles.ts';
import { CommandError, type DatabaseCommand } from './command.ts';

const HOUR_MS = 3_600_000;

const input = z.object({
  role: z.enum(ROLES),
  unit: z.string().optional(),
  name: z.string().trim().min(1).max(60),
  hours: z.coerce.number().int().min(1).max(720).default(48),
});

export const invite: DatabaseCommand<z.infer<typeof input>> = {
  summary: 'makes a one-time link that gives somebody a role',
  usage: `gerai invite --role <${ROLES.join('|')}> --name <name> [--unit <slug>] [--hours <1-720>]

  --role   what the person may do
  --name   how colleagues read who did something
  --unit   the unit's slug; required for staff
  --hours  how long the link can be opened (48)`,
  input,
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
    return `Opens once, within ${hours} hours:\n${where}`;
  },
};
