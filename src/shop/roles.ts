/** What somebody may do here, beyond visiting. Roles belong to the address that accepted the invitation. */
export const ROLES = ['staff', 'keeper', 'curator', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export interface RoleGrant {
  readonly role: Role;
  /** The unit of a staff member; null for the other roles. */
  readonly unitId: number | null;
  /** How colleagues read who did something. */
  readonly name: string;
}

export function isStaffOf(grants: readonly RoleGrant[], unitId: number): boolean {
  return grants.some((grant) => grant.role === 'staff' && grant.unitId === unitId);
}

export function hasRole(grants: readonly RoleGrant[], ...roles: Role[]): boolean {
  return grants.some((grant) => roles.includes(grant.role));
}
