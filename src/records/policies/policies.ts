import type { Policy } from '#domain/sla/policy.ts';
import type { Records } from '../client.ts';
import { bumpRulesVersion } from '../workspaces.ts';

/** A version of a policy as it was written. */
export interface PolicyVersion {
  readonly version: number;
  readonly position: number;
  readonly policy: Policy;
  readonly createdAt: Date;
}

/**
 * Changes rules one change at a time, of all processes: what `work` reads stays true until it has written. Facts count as folded
 * under older rules from then on.
 */
export async function changeRules<T>(
  records: Records,
  workspace: string,
  work: (records: Records) => Promise<T>,
): Promise<T> {
  return records.transaction().execute(async (trx) => {
    await bumpRulesVersion(trx, workspace);
    return work(trx);
  });
}

/** Every version, those corrected later too, oldest first; empty where there is no such policy. */
export async function listPolicyVersions(records: Records, workspace: string, id: string): Promise<PolicyVersion[]> {
  const rows = await records
    .selectFrom('policies')
    .select(['version', 'position', 'body', 'createdAt'])
    .where('workspace', '=', workspace)
    .where('id', '=', id)
    .orderBy('version')
    .execute();
  return rows.map(({ version, position, body, createdAt }) => {
    return { version, position, createdAt, policy: { ...(body as Policy), version } };
  });
}

/** Writes the next version of a policy; a new policy comes last. */
export async function addPolicyVersion(records: Records, workspace: string, policy: Policy): Promise<void> {
  const { version: _, ...body } = policy;
  const [newest] = (await listPolicyVersions(records, workspace, policy.id)).slice(-1);
  const position = newest?.position ?? (await nextPosition(records, workspace));
  const version = (newest?.version ?? 0) + 1;
  await records
    .insertInto('policies')
    .values({ workspace, id: policy.id, version, position, body: JSON.stringify(body) })
    .execute();
}

async function nextPosition(records: Records, workspace: string): Promise<number> {
  const last = await records
    .selectFrom('policies')
    .select(({ fn }) => fn.max('position').as('position'))
    .where('workspace', '=', workspace)
    .executeTakeFirst();
  return Number(last?.position ?? 0) + 1;
}

/** The ids of all policies in their order of precedence. */
export async function listPolicyIds(records: Records, workspace: string): Promise<string[]> {
  const rows = await records
    .selectFrom('policies')
    .select('id')
    .select(({ fn }) => fn.min('position').as('place'))
    .where('workspace', '=', workspace)
    .groupBy('id')
    .orderBy('place')
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Puts policies in an order. */
export async function orderPolicies(records: Records, workspace: string, ids: readonly string[]): Promise<void> {
  for (const [index, id] of ids.entries()) {
    await records
      .updateTable('policies')
      .set({ position: index + 1 })
      .where('workspace', '=', workspace)
      .where('id', '=', id)
      .execute();
  }
}

/** Removes a policy with all its versions. */
export async function removePolicy(records: Records, workspace: string, id: string): Promise<void> {
  await records.deleteFrom('policies').where('workspace', '=', workspace).where('id', '=', id).execute();
}
