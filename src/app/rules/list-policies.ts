import type { Policy } from '#domain/sla/policy.ts';
import { listRules } from '#records/rules.ts';
import type { App } from '../app.ts';

/** Every version of every policy of the workspace, in order of precedence. */
export async function listPolicies(app: App): Promise<readonly Policy[]> {
  return (await listRules(app.records, app.workspace)).policies;
}
