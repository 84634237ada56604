import type { NotificationPreferences } from '#domain/notification/notification-preferences.ts';
import type { CompiledPolicy } from '#domain/sla/rules.ts';
import type { Records } from '#records/client.ts';
import { listMembers, type MemberView } from '#records/members.ts';
import { listAllPreferences } from '#records/talk/notifications.ts';
import type { App } from '../app.ts';
import { compileWorkspaceRules } from '../rules/compile-workspace-rules.ts';

/** What the watch of a workspace needs besides its clocks. */
export interface WatchContext {
  readonly app: App;
  readonly members: readonly MemberView[];
  readonly preferences: ReadonlyMap<string, NotificationPreferences>;
  /** A version of a policy as the fold knows it; null: rules have changed and the clock is about to be folded again. */
  policyOf(id: string, version: number): CompiledPolicy | null;
}

/** `everywhere` are the records of the installation, which know accounts. */
export async function readWatchContext(app: App, everywhere: Records): Promise<WatchContext> {
  const { compiled } = await compileWorkspaceRules(app);
  const [members, preferences] = await Promise.all([
    listMembers(everywhere, app.workspace),
    listAllPreferences(app.records, app.workspace),
  ]);
  const versions = compiled.kinds.flatMap(({ families }) => families).flatMap((family) => family.versions);
  const policies = new Map(versions.map((policy) => [`${policy.version} ${policy.id}`, policy]));
  return { app, members, preferences, policyOf: (id, version) => policies.get(`${version} ${id}`) ?? null };
}
