import { z } from 'zod';
import { instant, jsonText, labels, seconds } from '../common.ts';
import { filter } from '../filter.ts';

const count = z.int().min(0);
const share = z.number().min(0).nullable().describe('Null: nothing to count');

/** Time left, whole seconds in the clock's own calendar: under none, 15 minutes, an hour, four hours; more; standing still. */
export const timeLeftBands = ['over', 'quarter', 'hour', 'four-hours', 'later', 'paused'] as const;

const wallClock = z.object({
  ticket: z.string(),
  policy: z.string(),
  target: z.string(),
  metric: z.enum(['assignment', 'first-reply', 'next-reply', 'periodic-update', 'resolution', 'ownership']),
  cycle: z.int(),
  agent: z.string().nullable(),
  team: z.string().nullable(),
});

export const wallQuery = z.object({ filter: jsonText(filter).optional() });

/** What happens now. Everything is as of `now`; “today” begins at midnight of the workspace's zone. */
export const wall = z
  .object({
    now: instant.describe('The instant of which it speaks'),
    newestEventAt: instant.nullable().describe('The newest event of a ticket that it knows of'),
    waitingEvents: count.describe('Events that arrived and are not yet in these figures'),
    timeZone: z.string(),
    chats: z.object({
      active: count.describe('Held by an agent now'),
      waiting: count.describe('Without an answer, and neither left nor solved'),
      today: count,
      answered: count.describe('Of today'),
      abandoned: count.describe('Of today: left before an answer'),
    }),
    resources: z.object({
      used: count.describe('Chats held by agents'),
      places: z.number().min(0).describe('Chats that the agents who are online can take'),
      share,
      online: count,
      busy: count,
      away: count,
    }),
    today: z.object({
      created: count,
      solved: count,
      breaches: count,
      compliance: share,
      adjusted: share.describe('Without excused breaches'),
      hours: z.array(z.object({ hour: z.int().min(0).max(23), created: count, solved: count })),
    }),
    queue: z.object({
      total: count,
      bands: z.array(z.object({ id: z.enum(timeLeftBands), count })),
      items: z.array(
        wallClock.extend({
          status: z.enum(['running', 'paused', 'breached']),
          remainingSeconds: seconds.describe('In the calendar of the clock; negative when overrun'),
          dueAt: instant.nullable(),
        }),
      ),
    }),
    breaches: z.array(wallClock.extend({ at: instant })).describe('Of today, the newest first'),
    labels,
  })
  .meta({ id: 'Wall' });

export type WallView = z.infer<typeof wall>;
