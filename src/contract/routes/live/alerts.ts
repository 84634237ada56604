import { z } from 'zod';
import { defineRoute } from '../../route.ts';
import { alert, alertChange, alertFirings, alertPreview, alertRule, newAlert } from '../../schemas/watch/alert.ts';

const id = z.object({ id: z.string().min(1).max(64) });
const named = z.array(z.object({ id: z.string(), name: z.string() }));

/** Figures that are looked at every minute, and what was said of them. */
export const alertRoutes = {
  'list-alerts': defineRoute('list-alerts', {
    tag: 'service levels',
    summary: 'KPI alerts by title; those who see a part of the data see alerts by agent and by team',
    may: 'read-reports',
    answer: {
      status: 200,
      json: z.object({
        items: z.array(alert),
        timeZone: z.string(),
        people: named.describe('Members who can be told; none for those who cannot set alerts'),
        channels: named.describe('Likewise'),
      }),
    },
  }),
  'create-alert': defineRoute('create-alert', {
    tag: 'service levels',
    summary: 'Look at a KPI from now on, and say when it leaves its bounds',
    may: 'manage-alerts',
    body: { json: newAlert },
    answer: { status: 201, json: alert },
  }),
  'update-alert': defineRoute('update-alert', {
    tag: 'service levels',
    summary: 'Change an alert, snooze or pause it, or go on with it',
    may: 'manage-alerts',
    params: id,
    body: { json: alertChange },
    answer: { status: 200, json: alert },
  }),
  'remove-alert': defineRoute('remove-alert', {
    tag: 'service levels',
    summary: 'Remove an alert with its log, at once',
    may: 'manage-alerts',
    params: id,
    answer: { status: 204, empty: true },
  }),
  'preview-alert': defineRoute('preview-alert', {
    tag: 'service levels',
    summary: 'When a rule would have fired in the last 90 days, looked at once a day; for windows of whole days',
    may: 'manage-alerts',
    body: { json: z.object({ rule: alertRule }) },
    answer: { status: 200, json: alertPreview },
  }),
  'list-alert-firings': defineRoute('list-alert-firings', {
    tag: 'service levels',
    summary: 'What left its bounds and when it was back, the newest first; of one alert, or all',
    may: 'read-reports',
    query: z.object({
      alert: z.string().max(64).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    answer: { status: 200, json: alertFirings },
  }),
};
