import {
  changeDashboard,
  createDashboard,
  dropDashboard,
  duplicateDashboard,
  getDashboardView,
  listDashboardViews,
  listTemplates,
} from '#app/dashboards/dashboards.ts';
import { runDashboard } from '#app/dashboards/run-dashboard.ts';
import { VigieError } from '#domain/error.ts';
import type { Handlers } from '../handler.ts';

type Dashboards =
  | 'list-dashboard-templates'
  | 'list-dashboards'
  | 'create-dashboard'
  | 'get-dashboard'
  | 'replace-dashboard'
  | 'remove-dashboard'
  | 'duplicate-dashboard'
  | 'run-dashboard';

export const dashboardHandlers: Pick<Handlers, Dashboards> = {
  'list-dashboard-templates': async () => ({ items: listTemplates() }),
  async 'list-dashboards'({ accounts, app, actor }) {
    return { items: await listDashboardViews(accounts, app, actor) };
  },
  'create-dashboard': ({ accounts, app, actor, address, language, body }) =>
    createDashboard(accounts, app, body, { actor, address, language }),
  'get-dashboard': ({ accounts, app, actor, params }) => getDashboardView(accounts, app, actor, params.id),
  'replace-dashboard': ({ accounts, app, actor, address, params, body, ifMatch }) => {
    if (ifMatch === null) throw new VigieError('dashboard.version-missing', { id: params.id.slice(0, 100) });
    // What is no number is no version that there ever was.
    const version = /^\d{1,9}$/.test(ifMatch) ? Number(ifMatch) : 0;
    return changeDashboard(accounts, app, { id: params.id, version }, body, { actor, address });
  },
  'remove-dashboard': ({ app, actor, address, params }) => dropDashboard(app, params.id, { actor, address }),
  'duplicate-dashboard': ({ accounts, app, actor, address, language, params, body }) =>
    duplicateDashboard(accounts, app, params.id, { actor, address, language, title: body.title }),
  'run-dashboard': ({ app, actor, language, params, body, log }) =>
    runDashboard(app, params.id, {
      ...body,
      actor,
      language,
      onUnexpected: (err) => log.error({ err }, 'a tile failed'),
    }),
};
