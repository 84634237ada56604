import { z } from 'zod';
import { metrics } from '#domain/sla/policy.ts';
import { verdicts } from '#domain/sla/what-if/compare-ticket.ts';
import { instant, localText } from '../common.ts';
import { calendar, policy } from '../policy.ts';

const draft = z.record(z.string(), z.unknown());
const policyDraft = draft.meta({ id: 'PolicyDraft', description: 'A policy as in Policy; what it lacks is named' });
const calendarDraft = draft.meta({ id: 'CalendarDraft', description: 'A calendar as in Calendar' });

export const policyList = z.object({
  items: z.array(policy),
  version: z.int().describe('Stands for the order; the ETag, which a new order names'),
  inForce: z.record(z.string(), z.int()).describe('The version that tickets created now are measured by, by policy'),
});

export const policyDetail = z
  .object({
    version: z.int().describe('The newest; the ETag'),
    policy,
    inForce: z.int().nullable().describe('The version that tickets created now are measured by'),
    versions: z.array(z.object({ version: z.int(), createdAt: instant, policy })).describe('The newest first'),
  })
  .meta({ id: 'PolicyDetail' });

export const savedPolicy = z.object({
  policy: policyDraft,
  calendars: z.array(calendarDraft).max(20).optional().describe('Kept where there are none of their ids'),
});

const beginning = {
  from: instant.optional().describe('From when on; now unless said'),
  openTicketsToo: z.boolean().optional().describe('For tickets already open then, too'),
};

export const retirement = z.object(beginning);
export const restoration = z.object({ version: z.int().min(1), ...beginning });
export const policyOrder = z.object({ ids: z.array(z.string().min(1).max(200)).max(10_000) });

export const policyChange = z.object({
  part: z.string(),
  of: z.string().nullable().describe('The target or step; null: the policy itself'),
  priority: z.string().nullable(),
  before: z.unknown(),
  after: z.unknown(),
});

export const policyPreset = z.object({
  id: z.string(),
  name: localText,
  about: localText,
  sources: z.array(z.object({ title: z.string(), url: z.string(), readOn: z.iso.date(), says: localText })),
  missing: localText.nullable().describe('What was looked for and not found'),
  policies: z.array(policy).describe('In the language asked for, to begin with'),
  calendars: z.array(calendar),
});

export const dryRunRequest = z.object({
  policies: z.array(policyDraft).max(1000).describe('Take the place of those of their ids, or come last'),
  calendars: z.array(calendarDraft).max(100).optional().describe('Take the place of those of their ids'),
  retired: z.array(z.string()).max(1000).optional().describe('Ids of policies to do without'),
  order: z.array(z.string()).max(10_000).optional(),
  months: z.int().min(1).max(36).default(3).describe('Back from the newest ticket'),
});

const tally = z
  .object({
    met: z.int(),
    breached: z.int(),
    running: z.int().describe('Not decided yet'),
    compliance: z.number().nullable().describe('Met ÷ (met + breached); null where none is decided'),
  })
  .meta({ id: 'WhatIfTally' });

const pair = { before: tally.nullable(), after: tally.nullable() };
const verdict = z.enum(verdicts);

export const dryRun = z
  .object({
    id: z.string(),
    state: z.enum(['running', 'done', 'cancelled', 'failed', 'interrupted']),
    done: z.int().describe('Tickets looked at'),
    total: z.int().describe('Tickets to look at'),
    period: z.object({ from: instant, to: instant }).describe('When they were created'),
    startedAt: instant,
    endedAt: instant.nullable(),
    error: z.object({ code: z.string(), detail: z.string(), todo: z.string() }).nullable(),
    result: z
      .object({
        tickets: z.int(),
        failed: z.int().describe('Tickets that could not be followed'),
        covered: z.object({ before: z.int(), after: z.int() }).describe('Tickets with a clock'),
        total: z.object({ before: tally, after: tally }),
        targets: z.array(
          z.object({
            policy: z.string(),
            policyName: z.string(),
            target: z.string(),
            metric: z.enum(metrics),
            ...pair,
          }),
        ),
        teams: z.array(z.object({ team: z.string().nullable(), ...pair })),
        changes: z.array(z.object({ before: verdict, after: verdict, n: z.int() })),
      })
      .nullable(),
  })
  .meta({ id: 'DryRun' });

export const dryRunTicket = z.object({ ticket: z.string(), before: verdict, after: verdict });
export const dryRunVerdicts = {
  was: verdict.optional().describe('Only those that stand so today'),
  becomes: verdict.optional().describe('Only those that would stand so'),
};
