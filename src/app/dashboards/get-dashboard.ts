import { VigieError } from '#domain/error.ts';
import { type DashboardRecord, findDashboard } from '#records/saved/dashboards.ts';
import type { Actor } from '../access/actor.ts';
import type { App } from '../app.ts';
import { canReadSaved } from '../permissions.ts';

/** Throws `dashboard.unknown`, also where it is not shown to them. */
export async function getDashboard(app: App, actor: Actor, id: string): Promise<DashboardRecord> {
  const found = await findDashboard(app.records, app.workspace, id);
  if (found === null || !canReadSaved(actor, found))
    throw new VigieError('dashboard.unknown', { id: id.slice(0, 100) });
  return found;
}
