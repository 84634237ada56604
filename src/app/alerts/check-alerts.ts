import { listAlerts } from '#records/alerts/alerts.ts';
import type { App } from '../app.ts';
import type { Outgoing } from '../watch/outgoing.ts';
import { checkAlert } from './check-alert.ts';

/** Looks at every alert of a workspace that is not paused. One that fails does not keep the others from it. */
export async function checkAlerts(app: App, people: Pick<Outgoing, 'everywhere'>): Promise<void> {
  let failure: unknown = null;
  for (const alert of await listAlerts(app.records, app.workspace)) {
    if (alert.paused) continue;
    try {
      await checkAlert(app, people, alert);
    } catch (error) {
      failure = error;
    }
  }
  if (failure) throw failure;
}
