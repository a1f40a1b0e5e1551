/** Links that carry a secret once: invitations to the page and to the bot, and the page of the paired phone. */

import type { Role } from '../shop/roles.ts';
import type { Reach } from './flow.ts';

/** Where a chat can be gone on with elsewhere, by a code that connects the two. */
export function connectLinks(reach: Reach, code: string): string[] {
  const web = reach.web === null ? [] : [`${reach.web}/#start=${code}`];
  const telegram = reach.telegram === null ? [] : [`https://t.me/${reach.telegram}?start=${code}`];
  return [...telegram, ...web];
}

/**
 * Where an invitation can be opened. On the page each role gets a seat of its own, so that one browser can hold
 * a visitor, a keeper and staff side by side.
 */
export function invitationLinks(reach: Reach, role: Role, code: string): string[] {
  const web = reach.web === null ? [] : [`${reach.web}/?seat=${role}#start=${code}`];
  const telegram = reach.telegram === null ? [] : [`https://t.me/${reach.telegram}?start=${code}`];
  return [...telegram, ...web];
}

/** Where the paired phone is looked after. The key stands behind the `#`, which no server and no proxy writes down. */
export const PAIRING_PATH = '/whatsapp';

/** null: there is no such page, or nobody can reach it. */
export function pairingLink(reach: Reach, key: string): string | null {
  return reach.pairing && reach.web !== null ? `${reach.web}${PAIRING_PATH}#key=${key}` : null;
}
