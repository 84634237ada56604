import { type Permission, type PermissionId, permissions, type TokenScope } from '#domain/access/permission.ts';
import type { Role } from '#domain/access/role.ts';
import type { Kept } from '#domain/access/visibility.ts';
import { VigieError } from '#domain/error.ts';
import type { Actor } from './access/actor.ts';

/** Whether somebody has a permission in the workspace they ask of. */
export function may(actor: Actor, permission: PermissionId): boolean {
  const { roles, scopes, operator = false }: Permission = permissions[permission];
  switch (actor.kind) {
    case 'member':
      return roles.includes(actor.role) || (operator && actor.operator);
    case 'guest':
      return operator && actor.operator;
    case 'token':
      return scopes.includes(actor.scope);
    case 'operator':
    case 'system':
      return true;
  }
}

/** Throws `access.denied`, naming what is not allowed. */
export function mustHave(actor: Actor, permission: PermissionId): void {
  if (!may(actor, permission)) throw new VigieError('access.denied', { what: permissions[permission].help.en });
}

/** Whether they may give a role, or take it from somebody: owners are made and unmade by owners. */
export function canGiveRole(actor: Actor, role: Role): boolean {
  if (!may(actor, 'manage-members')) return false;
  return role !== 'owner' || actor.kind === 'operator' || (actor.kind === 'member' && actor.role === 'owner');
}

/** Whether they may make a token of a scope: a token makes none that may do more than itself. */
export function canMakeToken(actor: Actor, scope: TokenScope): boolean {
  return may(actor, 'manage-tokens') && (actor.kind !== 'token' || actor.scope === 'admin' || actor.scope === scope);
}

/** Whether they see all data of the workspace. Leads see their teams, agents themselves. */
export function canSeeAll(actor: Actor): boolean {
  return actor.kind !== 'member' || (actor.role !== 'lead' && actor.role !== 'agent');
}

/** Whether they see something saved: their own, and what is shown to the workspace. */
export function canReadSaved(actor: Actor, { owner, visibility }: Kept): boolean {
  if (!may(actor, 'read-reports')) return false;
  if (visibility !== 'own' || actor.kind === 'operator' || actor.kind === 'system') return true;
  return actor.kind === 'member' && owner === actor.id;
}

/** Whether they change what something saved says. */
export function canChangeSaved(actor: Actor, kept: Kept): boolean {
  return canManageSaved(actor, kept) || (kept.visibility === 'editable' && may(actor, 'save-reports'));
}

/** Whether they remove something saved, or decide who sees it: its owner does, and whoever runs the workspace. */
export function canManageSaved(actor: Actor, kept: Kept): boolean {
  if (!may(actor, 'save-reports') || !canReadSaved(actor, kept)) return false;
  return (actor.kind === 'member' && kept.owner === actor.id) || may(actor, 'manage-workspace');
}

/** A note on an agent: who wrote it, and who reads it. */
interface NoteOfAgent {
  readonly agent: string;
  readonly author: string | null;
  readonly visibility: 'shared' | 'managers';
}

/** Whether somebody is the agent of that id. */
export function isAgentOneself(actor: Actor, agent: string): boolean {
  return actor.kind === 'member' && actor.agents.includes(agent);
}

/**
 * Whether they read a note on an agent whom they see: agents what is shared with them, whoever coaches all notes. A lead who is
 * the agent reads of themselves what is shared.
 */
export function canReadNote(actor: Actor, { agent, author, visibility }: NoteOfAgent): boolean {
  if (!may(actor, 'read-coaching')) return false;
  if (visibility === 'shared' || (actor.kind === 'member' && author === actor.id)) return true;
  return may(actor, 'coach-agents') && (canSeeAll(actor) || !isAgentOneself(actor, agent));
}

/** Whether they rewrite or remove a note: its author does, and whoever runs the workspace. */
export function canChangeNote(actor: Actor, note: NoteOfAgent): boolean {
  if (!may(actor, 'coach-agents') || !canReadNote(actor, note)) return false;
  return (actor.kind === 'member' && note.author === actor.id) || may(actor, 'manage-workspace');
}
