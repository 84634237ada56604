import { z } from 'zod';
import { defineRoute } from '../route.ts';
import { newSchedule, schedule, scheduleChange, scheduleRun } from '../schemas/schedule.ts';

const id = z.object({ id: z.string().min(1).max(200) });

/** Reports and dashboards that go out by mail by themselves. */
export const scheduleRoutes = {
  'list-schedules': defineRoute('list-schedules', {
    tag: 'schedules',
    summary: 'Reports and dashboards that are sent by mail',
    may: 'schedule-reports',
    answer: {
      status: 200,
      json: z.object({
        items: z.array(schedule),
        mail: z.boolean().describe('Whether a mail server is set'),
        people: z.array(z.object({ id: z.string(), name: z.string() })).describe('Members, who can be written to'),
      }),
    },
  }),
  'create-schedule': defineRoute('create-schedule', {
    tag: 'schedules',
    summary: 'Send a report or a dashboard by mail, again and again',
    may: 'schedule-reports',
    body: { json: newSchedule },
    answer: { status: 201, json: schedule },
  }),
  'update-schedule': defineRoute('update-schedule', {
    tag: 'schedules',
    summary: 'Change a schedule, pause it or go on with it',
    may: 'schedule-reports',
    params: id,
    body: { json: scheduleChange },
    answer: { status: 200, json: schedule },
  }),
  'remove-schedule': defineRoute('remove-schedule', {
    tag: 'schedules',
    summary: 'End a schedule, at once',
    may: 'schedule-reports',
    params: id,
    answer: { status: 204, empty: true },
  }),
  'run-schedule': defineRoute('run-schedule', {
    tag: 'schedules',
    summary: 'Send it now, out of turn; the answer says how it went',
    may: 'schedule-reports',
    params: id,
    answer: { status: 200, json: scheduleRun },
  }),
  'list-schedule-runs': defineRoute('list-schedule-runs', {
    tag: 'schedules',
    summary: 'What was sent to whom, the newest first',
    may: 'schedule-reports',
    params: id,
    query: z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
    answer: { status: 200, json: z.object({ items: z.array(scheduleRun) }) },
  }),
  unsubscribe: defineRoute('unsubscribe', {
    tag: 'schedules',
    summary: 'One click of whoever gets a mail: no more of it (RFC 8058)',
    may: 'anyone',
    params: z.object({ token: z.string().min(20).max(2000) }),
    answer: { status: 200, json: z.object({ title: z.string(), address: z.string() }) },
  }),
};
