import { z } from 'zod';
import { audiences } from '#domain/sla/escalation/step.ts';
import { clockStarts, metrics, policyKinds } from '#domain/sla/policy.ts';
import { weekdays } from '#domain/time/calendar.ts';
import { filter } from './filter.ts';

const window = z.tuple([z.string(), z.string()]);

export const calendar = z
  .object({
    id: z.string(),
    name: z.string(),
    timeZone: z.string(),
    weekly: z.partialRecord(z.enum(weekdays), z.array(window)),
    holidays: z.exactOptional(
      z.array(
        z.union([
          z.string(),
          z.object({
            from: z.string(),
            to: z.string(),
            yearly: z.exactOptional(z.boolean()),
            name: z.exactOptional(z.string()),
          }),
        ]),
      ),
    ),
    exceptions: z.exactOptional(z.record(z.string(), z.array(window))),
    effectiveFrom: z.exactOptional(z.string()),
  })
  .meta({ id: 'Calendar' });

const target = z.object({
  id: z.string(),
  metric: z.enum(metrics),
  seconds: z.record(z.string(), z.int()),
  calendar: z.exactOptional(z.string()),
  pauseOn: z.exactOptional(z.array(z.string())),
  warnAt: z.exactOptional(z.array(z.union([z.number(), z.object({ remainingSeconds: z.int() })]))),
  startAt: z.exactOptional(z.enum(clockStarts)),
});

const action = z.union([
  z.object({ type: z.literal('notify'), to: z.enum(audiences) }),
  z.object({ type: z.literal('notify'), to: z.literal('address'), address: z.string() }),
  z.object({ type: z.literal('notify'), to: z.literal('channel'), channel: z.string() }),
  z.object({
    type: z.literal('reassign'),
    channel: z.string(),
    agent: z.exactOptional(z.string()),
    team: z.exactOptional(z.string()),
  }),
  z.object({ type: z.literal('set-priority'), channel: z.string(), priority: z.string() }),
  z.object({ type: z.literal('tag'), channel: z.string(), tag: z.string() }),
  z.object({ type: z.literal('webhook'), channel: z.string() }),
]);

/** What a policy does at a warning, at a breach and after it. */
const step = z.object({
  id: z.string(),
  at: z.union([
    z.literal('breach'),
    z.object({
      warning: z.union([z.number(), z.object({ index: z.int() }), z.object({ remainingSeconds: z.int() })]),
    }),
    z.object({ afterBreach: z.int().describe('Seconds of the clock’s calendar') }),
  ]),
  targets: z.exactOptional(z.array(z.string())),
  do: z.array(action),
});

export const policy = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(policyKinds),
    when: filter,
    calendar: z.string(),
    effectiveFrom: z.string(),
    openTicketsToo: z.exactOptional(z.boolean()),
    retired: z.exactOptional(z.boolean()).describe('From this version on it takes no ticket'),
    version: z.exactOptional(z.int()),
    targets: z.array(target),
    steps: z.exactOptional(z.array(step)),
  })
  .meta({ id: 'Policy' });
