import { addAudit } from '#records/audit.ts';
import type { Records } from '#records/client.ts';
import type { Actor } from '../access/actor.ts';

/** By whom something is done, and from which address. */
export interface By {
  readonly actor: Actor;
  readonly address: string | null;
}

/** Whoever uses the command line on the machine. */
export const byOperator: By = { actor: { kind: 'operator' }, address: null };

/** Vigie itself. */
export const bySystem: By = { actor: { kind: 'system' }, address: null };

/** What was done: an action is `noun.verb`, never renamed. Details say what changed and hold no secret. */
export interface Deed {
  readonly action: string;
  readonly subject?: string | null;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Writes into the audit log of a workspace; nobody in it can change or remove what stands there. */
export async function recordAudit(records: Records, workspace: string, by: By, deed: Deed): Promise<void> {
  const { actor, address } = by;
  const named = actor.kind === 'member' || actor.kind === 'guest' || actor.kind === 'token' ? actor : null;
  await addAudit(records, {
    workspace,
    actorKind: actor.kind === 'guest' ? 'member' : actor.kind,
    actorId: named?.id ?? null,
    actorName: named?.name ?? null,
    action: deed.action,
    subject: deed.subject ?? null,
    details: JSON.stringify(deed.details ?? {}),
    address,
  });
}
