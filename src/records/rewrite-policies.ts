import type { Policy } from '#domain/sla/policy.ts';
import type { Records } from './client.ts';
import { bumpRulesVersion } from './workspaces.ts';

/**
 * Changes stored versions of policies in place, which only the erasure of a person may do. Where one changed, facts count
 * as folded under older rules.
 */
export async function rewritePolicies(
  records: Records,
  workspace: string,
  rewrite: (policy: Policy) => Policy,
): Promise<void> {
  await records.transaction().execute(async (trx) => {
    let changed = false;
    const rows = await trx
      .selectFrom('policies')
      .select(['id', 'version', 'body'])
      .where('workspace', '=', workspace)
      .execute();
    for (const { id, version, body } of rows) {
      const rewritten = JSON.stringify(rewrite(body as Policy));
      if (rewritten === JSON.stringify(body)) continue;
      await trx
        .updateTable('policies')
        .set({ body: rewritten })
        .where('workspace', '=', workspace)
        .where('id', '=', id)
        .where('version', '=', version)
        .execute();
      changed = true;
    }
    if (changed) await bumpRulesVersion(trx, workspace);
  });
}
