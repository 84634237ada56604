import { z } from 'zod';
import { clock, holder } from './clock.ts';
import { instant, labels, localText, seconds } from './common.ts';

/**
 * A stretch of a clock's life. `counted` adds to the elapsed time; every other kind says why it does not. `reason` names
 * the pause status or the holiday, where there is one.
 */
export const proofSpan = z.object({
  from: instant,
  to: instant,
  kind: z.enum(['counted', 'closed', 'paused', 'solved']),
  reason: z.string().nullable(),
  seconds: seconds.describe('Seconds added to the elapsed time: 0 unless counted'),
  holder: holder.nullable(),
});

export const clockProof = z
  .object({
    clock,
    policy: z.object({
      id: z.string(),
      name: z.string(),
      version: z.int(),
      rule: z.int().describe('Place of the policy in its list, from 1'),
    }),
    calendar: z.object({
      id: z.string().describe('A calendar, or `always`'),
      name: z.string(),
      timeZone: z.string(),
      version: z.int(),
    }),
    spans: z.array(proofSpan),
    formula: localText,
  })
  .meta({ id: 'ClockProof' });

export type ClockProofView = z.infer<typeof clockProof>;

/** Everything a verdict rests on: what happened, who held the ticket, and each clock second by second. */
export const proof = z.object({
  ticket: z.object({
    key: z.string(),
    subject: z.string().nullable(),
    channel: z.string().nullable(),
    marketplace: z.string().nullable(),
    priority: z.string().nullable(),
    status: z.string().nullable(),
    sourceSlaMet: z.boolean().nullable(),
  }),
  now: instant,
  timeZone: z.string(),
  statuses: z.array(z.object({ from: instant, to: instant.nullable(), status: z.string() })),
  holders: z.array(z.object({ from: instant, to: instant.nullable(), holder })),
  events: z.array(
    z.object({
      id: z.string(),
      at: instant,
      type: z.string(),
      actor: z.object({ kind: z.string(), id: z.string().nullable() }).nullable(),
      summary: localText,
      bounded: z.boolean(),
    }),
  ),
  clocks: z.array(clockProof),
  labels,
});
