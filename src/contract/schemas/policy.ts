import { z } from 'zod';
import { metrics } from '#domain/sla/policy.ts';
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
        z.union([z.string(), z.object({ from: z.string(), to: z.string(), yearly: z.exactOptional(z.boolean()) })]),
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
  startAt: z.exactOptional(z.enum(['created', 'first-customer-message', 'assigned', 'handed-off'])),
});

export const policy = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(['customer', 'internal', 'marketplace']),
    when: filter,
    calendar: z.string(),
    effectiveFrom: z.string(),
    openTicketsToo: z.exactOptional(z.boolean()),
    version: z.exactOptional(z.int()),
    targets: z.array(target),
  })
  .meta({ id: 'Policy' });
