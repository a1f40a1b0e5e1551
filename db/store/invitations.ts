/** Invitations made outside of a chat: by the command line and at the first start. */
import { and, count, eq, isNull, sql } from 'drizzle-orm';
import type { Role } from '../../src/shop/roles.ts';
import type { Database } from '../database.ts';
import { acceptances, audit, invitations, roles, units } from '../schema.ts';
import { compiler, once, query } from '../statement.ts';
import { hashCode } from './hash-code.ts';

export interface NewInvitation {
  readonly code: string;
  readonly role: Role;
  readonly unitId: number | null;
  readonly name: string;
  readonly now: number;
  readonly expiresAt: number;
}

export async function saveInvitation(database: Database, made: NewInvitation): Promise<void> {
  const { role, unitId, name, now, expiresAt } = made;
  const codeHash = await hashCode(made.code);
  await database.write([
    once(compiler.insert(invitations).values({ codeHash, role, unitId, name, createdAt: now, expiresAt })),
    once(
      compiler
        .insert(audit)
        .values({ at: now, what: 'invite', subject: unitId === null ? role : `${role} of unit ${unitId}` }),
    ),
  ]);
}

/** What a code would make of its holder; null: it is not known. */
export interface FoundInvitation {
  readonly role: Role;
  readonly unitId: number | null;
  readonly name: string;
  readonly expiresAt: number;
  readonly accepted: boolean;
}

const byHash = query(
  compiler
    .select({
      role: invitations.role,
      unitId: invitations.unitId,
      name: invitations.name,
      expiresAt: invitations.expiresAt,
      acceptedBy: acceptances.addressId,
    })
    .from(invitations)
    .leftJoin(acceptances, eq(acceptances.invitationId, invitations.id))
    .where(eq(invitations.codeHash, sql.placeholder('codeHash'))),
);

/** Looks, and does not use it up. */
export async function findInvitation(database: Database, code: string): Promise<FoundInvitation | null> {
  const [rows] = await database.read([byHash.with({ codeHash: await hashCode(code) })]);
  const [row] = byHash.rows(rows);
  if (!row) return null;
  const { acceptedBy, ...found } = row;
  return { ...found, accepted: acceptedBy !== null };
}

const holdersQuery = query(
  compiler
    .select({ role: roles.role, value: count() })
    .from(roles)
    .where(isNull(roles.endedAt))
    .groupBy(roles.role),
);

/** How many people hold each role. */
export async function countRoles(database: Database): Promise<ReadonlyMap<Role, number>> {
  const [result] = await database.read([holdersQuery.with()]);
  return new Map(holdersQuery.rows(result).map(({ role, value }) => [role, value]));
}

/** The id of a unit by its slug, or null. */
export async function findUnit(database: Database, slug: string): Promise<number | null> {
  const found = compiler
    .select({ id: units.id })
    .from(units)
    .where(and(eq(units.slug, slug)));
  const [result] = await database.read([once(found)]);
  const id = result?.rows[0]?.[0];
  return typeof id === 'number' ? id : null;
}
