import { compileRules } from '#domain/sla/compile-rules.ts';
import type { FoldRules } from '#domain/sla/rules.ts';
import { listRules, type Rules } from '#records/rules.ts';
import { getWorkspace } from '#records/workspaces.ts';
import type { App } from '../app.ts';
import type { Journal } from '../journal.ts';

/** The rules in force, as people write them and as the fold needs them. */
export interface WorkspaceRules {
  readonly timeZone: string;
  readonly written: Rules;
  readonly compiled: FoldRules;
}

interface Cached {
  readonly key: string;
  readonly rules: WorkspaceRules;
}

/** By journal, of which there is one a workspace, whatever part of it is asked for. */
const cache = new WeakMap<Journal, Cached>();

/** Compiles the rules of the workspace; again only when they have changed. */
export async function compileWorkspaceRules(app: App): Promise<WorkspaceRules> {
  const { rulesVersion, businessCalendar, timeZone } = await getWorkspace(app.records, app.workspace);
  const key = `${rulesVersion} ${businessCalendar} ${timeZone}`;
  const known = cache.get(app.journal);
  if (known?.key === key) return known.rules;
  const written = await listRules(app.records, app.workspace);
  const rules = { timeZone, written, compiled: compileRules({ ...written, businessCalendar }) };
  cache.set(app.journal, { key, rules });
  return rules;
}
