import { z } from 'zod';
import { periodPresets } from '#domain/report/preset-period.ts';
import { cadences } from '#domain/report/schedule.ts';
import { instant } from './common.ts';
import { address } from './saved-report.ts';

/** What is sent. */
const subject = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('report'),
    report: z.string(),
    query: z
      .record(z.string(), z.string())
      .default({})
      .describe('Parameters of GET /reports/{id}/data; its period is that of the schedule'),
  }),
  z.object({
    kind: z.literal('dashboard'),
    dashboard: z.string().min(1).max(200).describe('As it is at each run'),
    query: address
      .nullable()
      .default(null)
      .describe('Filters and settings in the place of those of the dashboard; its period is that of the schedule'),
  }),
]);

const settings = {
  title: z.string().trim().min(1).max(200),
  subject,
  period: z
    .enum([...periodPresets, 'latest-30-days', 'own'])
    .describe(
      'As seen from the instant of each run; `latest-30-days` end with the last day that has data; `own`: for a dashboard, the periods that it says itself',
    ),
  every: z.enum(cadences),
  weekday: z.int().min(1).max(7).nullable().default(null).describe('Every week: Monday is 1'),
  day: z.int().min(1).max(31).nullable().default(null).describe('Every month; the last day of shorter ones'),
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .describe('Local time, `08:00`'),
  timeZone: z.string().min(1).max(60),
  language: z.enum(['en', 'fr']),
  attachment: z.enum(['pdf', 'xlsx']).nullable().default(null),
  onlyWithData: z.boolean().default(false).describe('Nothing is sent while no figure says anything'),
  members: z.array(z.string()).max(200).default([]).describe('Ids of members'),
  addresses: z.array(z.email()).max(200).default([]).describe('Of people without an account'),
};

export const newSchedule = z.object(settings);

export const scheduleChange = z.object({
  title: settings.title.optional(),
  subject: subject.optional(),
  period: settings.period.optional(),
  every: settings.every.optional(),
  weekday: z.int().min(1).max(7).nullable().optional(),
  day: z.int().min(1).max(31).nullable().optional(),
  time: settings.time.optional(),
  timeZone: settings.timeZone.optional(),
  language: settings.language.optional(),
  attachment: z.enum(['pdf', 'xlsx']).nullable().optional(),
  onlyWithData: z.boolean().optional(),
  members: z.array(z.string()).max(200).optional(),
  addresses: z.array(z.email()).max(200).optional(),
  paused: z.boolean().optional(),
});

const runState = z.enum(['due', 'sent', 'empty', 'failed']);

export const scheduleRun = z
  .object({
    id: z.string(),
    dueAt: instant,
    asked: z.boolean().describe('Sent out of turn, because somebody asked'),
    missed: z.int().describe('Runs before it that were never sent, since no server ran'),
    state: runState,
    attempts: z.int(),
    retryAt: instant.nullable(),
    finishedAt: instant.nullable(),
    error: z.object({ code: z.string(), detail: z.string(), todo: z.string() }).nullable(),
    deliveries: z.array(
      z.object({
        address: z.string(),
        state: z.enum(['sent', 'failed', 'refused']),
        at: instant,
        answer: z.string().nullable().describe('What the mail server said'),
      }),
    ),
  })
  .meta({ id: 'ScheduleRun' });

export const schedule = z
  .object({
    id: z.string(),
    ...settings,
    weekday: z.int().nullable(),
    day: z.int().nullable(),
    attachment: z.enum(['pdf', 'xlsx']).nullable(),
    onlyWithData: z.boolean(),
    members: z.array(z.string()),
    addresses: z.array(z.string()),
    paused: z.boolean(),
    nextAt: instant,
    createdBy: z.string().nullable(),
    createdAt: instant,
    last: z.object({ dueAt: instant, state: runState }).nullable(),
    optOuts: z.array(z.string()).describe('Addresses that unsubscribed'),
  })
  .meta({ id: 'Schedule' });
