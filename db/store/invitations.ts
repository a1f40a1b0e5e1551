/** Invitations made outside of a chat: by the command line and at the first start. */
import { and, count, eq, isNull } from 'drizzle-orm';
import type { Role } from '../../src/shop/roles.ts';
import type { Database } from '../database.ts';
import { audit, invitations, roles, units } from '../schema.ts';
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
