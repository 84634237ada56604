import { z } from 'zod';
import { defineRoute } from '../route.ts';
import {
  boardData,
  dashboard,
  dashboardQuestion,
  dashboardReplacement,
  dashboardSummary,
  dashboardTemplate,
  newDashboard,
} from '../schemas/dashboard.ts';
import { copyTitle } from '../schemas/saved-report.ts';

const params = z.object({ id: z.string().min(1).max(200) });

/** Several reports on one page. */
export const dashboardRoutes = {
  'list-dashboard-templates': defineRoute('list-dashboard-templates', {
    tag: 'dashboards',
    summary: 'Templates to begin a dashboard with',
    may: 'read-reports',
    answer: { status: 200, json: z.object({ items: z.array(dashboardTemplate) }) },
  }),
  'list-dashboards': defineRoute('list-dashboards', {
    tag: 'dashboards',
    summary: 'Dashboards: one’s own, and those shown to the workspace',
    may: 'read-reports',
    answer: { status: 200, json: z.object({ items: z.array(dashboardSummary) }) },
  }),
  'create-dashboard': defineRoute('create-dashboard', {
    tag: 'dashboards',
    summary: 'Make a dashboard, empty, with tiles or from a template',
    may: 'save-reports',
    body: { json: newDashboard },
    answer: { status: 201, json: dashboard },
  }),
  'get-dashboard': defineRoute('get-dashboard', {
    tag: 'dashboards',
    summary: 'A dashboard; its ETag names the version',
    may: 'read-reports',
    params,
    answer: { status: 200, json: dashboard },
  }),
  'replace-dashboard': defineRoute('replace-dashboard', {
    tag: 'dashboards',
    summary: 'Replace the version of a dashboard that If-Match names',
    may: 'save-reports',
    params,
    body: { json: dashboardReplacement },
    answer: { status: 200, json: dashboard },
  }),
  'remove-dashboard': defineRoute('remove-dashboard', {
    tag: 'dashboards',
    summary: 'Remove a dashboard, the links that share it, and its schedules',
    may: 'save-reports',
    params,
    answer: { status: 204, empty: true },
  }),
  'duplicate-dashboard': defineRoute('duplicate-dashboard', {
    tag: 'dashboards',
    summary: 'A copy of a dashboard, of one’s own',
    may: 'save-reports',
    params,
    body: { json: copyTitle },
    answer: { status: 201, json: dashboard },
  }),
  'run-dashboard': defineRoute('run-dashboard', {
    tag: 'dashboards',
    summary: 'The figures of all tiles in one answer; a tile that fails says why',
    may: 'read-reports',
    params,
    body: { json: dashboardQuestion },
    answer: { status: 200, json: boardData },
  }),
};
