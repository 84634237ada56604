import { type Role, roles } from '#domain/access/role.ts';

/** Roles that somebody may give: only owners make owners. */
export function assignableBy(role: Role | null): readonly Role[] {
  return role === 'owner' ? roles : roles.filter((each) => each !== 'owner');
}

/** Whether somebody may change or remove a member of a role: only owners change owners. */
export function mayChange(mine: Role | null, theirs: Role): boolean {
  return theirs !== 'owner' || mine === 'owner';
}
