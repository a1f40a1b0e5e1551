/** One-time links for the people that a stand needs and does not have yet. */
import type { Database } from '../../db/database.ts';
import { countRoles, saveInvitation } from '../../db/store/invitations.ts';
import { savePairingLink } from '../../db/store/pairing-links.ts';
import type { Reach } from '../chat/flow.ts';
import { invitationLinks, officeLink, pairingLink } from '../chat/links.ts';
import type { Snapshot } from '../shop/catalogue.ts';
import type { Role } from '../shop/roles.ts';
import { invitationCode, randomToken } from './secrets.ts';

const VALID_MS = 48 * 3_600_000;

export interface FirstLink {
  readonly role: Role;
  /** The unit's slug, for staff. */
  readonly unit: string | null;
  readonly links: readonly string[];
}

/**
 * A first admin is invited while there is none. Of a sample stand, a keeper and the staff of the first unit too,
 * so that a newcomer can see the whole scene.
 */
export async function firstLinks(
  database: Database,
  snapshot: Snapshot,
  reach: Reach,
  now: number,
): Promise<FirstLink[]> {
  const holders = await countRoles(database);
  const [unit] = snapshot.units;
  const wanted: { role: Role; unit: typeof unit | null; name: string }[] = [];
  if (!holders.get('admin')) wanted.push({ role: 'admin', unit: null, name: 'Admin' });
  if (snapshot.stand.sample && !holders.get('keeper'))
    wanted.push({ role: 'keeper', unit: null, name: 'Petugas gerai' });
  if (snapshot.stand.sample && unit && !holders.get('staff'))
    wanted.push({ role: 'staff', unit, name: 'Petugas unit' });
  const links: FirstLink[] = [];
  for (const { role, unit: of, name } of wanted) {
    const code = invitationCode();
    await saveInvitation(database, {
      code,
      role,
      unitId: of?.id ?? null,
      name,
      now,
      expiresAt: now + VALID_MS,
    });
    const office = officeLink(reach, role, code);
    links.push({
      role,
      unit: of?.slug ?? null,
      links: [...invitationLinks(reach, role, code), ...(office === null ? [] : [office])],
    });
  }
  return links;
}

/** The page of the paired phone, while there is no admin who could ask for it in a chat; null: there is one, or no page. */
export async function firstPairingLink(
  database: Database,
  reach: Reach,
  now: number,
): Promise<string | null> {
  const key = randomToken();
  const link = pairingLink(reach, key);
  if (link === null || (await countRoles(database)).get('admin')) return null;
  await savePairingLink(database, { key, createdBy: null, now, expiresAt: now + VALID_MS });
  return link;
}
