import { z } from 'zod';
import { instant } from '../common.ts';

/** What names one cycle of a clock. */
export const clockName = z.object({
  ticket: z.string().min(1).max(500),
  policy: z.string().min(1).max(200),
  target: z.string().min(1).max(200),
  cycle: z.int().min(1),
});

export const clockNames = z.object({ clocks: z.array(clockName).min(1).max(500) });

const kind = z.enum(['warning', 'breach', 'after-breach', 'asked']);

export const stepRun = clockName
  .extend({
    step: z.string(),
    round: z.int().describe('A warning armed again by a new target is the next round of its step'),
    kind,
    outcome: z
      .enum(['on-time', 'late', 'missed', 'held'])
      .describe('missed: noticed a day too late, nobody was told; held: the clock was acknowledged'),
    dueAt: instant,
    ranAt: instant,
  })
  .meta({ id: 'StepRun' });

export const plannedStep = clockName
  .extend({
    step: z.string(),
    round: z.int(),
    kind,
    at: instant,
    ran: z.boolean().describe('It ran already, and never runs again'),
    held: z.boolean().describe('Somebody acknowledged the clock: nobody would be told'),
    tells: z.array(
      z.object({
        way: z.enum(['in-app', 'member-mail', 'address', 'channel']),
        recipient: z.string().describe('A name, an address or the id of a channel'),
        action: z.string().describe('notify, reassign, set-priority, tag or webhook'),
      }),
    ),
  })
  .meta({ id: 'PlannedStep' });

export const planQuery = z.object({
  hours: z.coerce.number().min(0).max(720).default(24),
  ticket: z.string().max(500).optional().describe('All steps of this ticket instead, those behind it too'),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
});
