import { z } from 'zod';
import { instant, jsonText, labels, pageQuery, seconds } from './common.ts';
import { filter } from './filter.ts';

export const clockStatus = z.enum(['running', 'paused', 'met', 'breached', 'cancelled']);

export const holder = z.object({
  kind: z.enum(['nobody', 'customer', 'third-party', 'agent', 'bot', 'queue']),
  id: z.string().nullable().describe('The agent, or the team of a queue'),
});

const metric = z.enum(['assignment', 'first-reply', 'next-reply', 'periodic-update', 'resolution', 'ownership']);

/** One run of one target over one ticket. Seconds are whole and in the clock's own calendar. */
export const clock = z
  .object({
    ticket: z.string(),
    policy: z.string(),
    policyVersion: z.int(),
    policyKind: z.enum(['customer', 'internal', 'marketplace']),
    target: z.string(),
    metric,
    cycle: z.int(),
    status: clockStatus,
    startedAt: instant,
    targetSeconds: seconds,
    elapsedSeconds: seconds,
    remainingSeconds: seconds.describe('Target minus elapsed: negative when overrun'),
    overrunSeconds: seconds,
    dueAt: instant.nullable().describe('Null while paused'),
    stoppedAt: instant.nullable(),
    stoppedBy: z.string().nullable(),
    breachedAt: instant.nullable(),
    superseded: z.boolean(),
    provisional: z.boolean(),
    bounded: z.boolean(),
    agent: z.string().nullable(),
    team: z.string().nullable(),
    holderAtBreach: holder.nullable(),
    pauses: z.array(z.object({ from: instant, to: instant.nullable(), reason: z.string() })),
    bookings: z.array(z.object({ holder, seconds })),
    warnings: z.array(z.object({ at: instant, share: z.number().nullable(), remainingSeconds: seconds.nullable() })),
  })
  .meta({ id: 'Clock' });

export type ClockView = z.infer<typeof clock>;

export const clocksQuery = z.object({
  ...pageQuery,
  status: clockStatus.optional(),
  metric: metric.optional(),
  open: z
    .enum(['true', 'false'])
    .optional()
    .describe('true: only those that are not stopped, breached ones that run on included'),
  filter: jsonText(filter).optional(),
  sort: z.enum(['remaining', 'due']).default('remaining'),
});

export const clockPage = z.object({
  now: instant.describe('The instant of which they speak'),
  items: z.array(
    clock.extend({
      acknowledged: z.object({ by: z.string().nullable(), at: instant }).nullable().describe('Who looks after it'),
      excused: z.boolean().describe('Over its target, and excused: adjusted figures leave it out'),
    }),
  ),
  next: z.string().nullable(),
  total: z.int(),
  labels,
});
