import { z } from 'zod';
import { clock } from './clock.ts';
import { dateOrInstant, instant, jsonText, labels, pageQuery, seconds } from './common.ts';
import { filter } from './filter.ts';
import { basis, timeKind } from './query.ts';

export const ticket = z
  .object({
    key: z.string(),
    subject: z.string().nullable(),
    url: z.string().nullable(),
    source: z.string().nullable(),
    status: z.string().nullable(),
    priority: z.string().nullable(),
    type: z.string().nullable(),
    channel: z.string().nullable(),
    marketplace: z.string().nullable(),
    store: z.string().nullable(),
    team: z.string().nullable(),
    agent: z.string().nullable(),
    customer: z.string().nullable(),
    createdAt: instant.nullable(),
    solvedAt: instant.nullable(),
    updatedAt: instant.nullable(),
    firstReplySeconds: seconds.nullable(),
    fullResolutionSeconds: seconds.nullable(),
    reopens: z.int(),
    sla: z.enum(['breached', 'met', 'running']).nullable().describe('The worst of its clocks; null without any'),
    sourceSlaMet: z.boolean().nullable().describe("The source's own verdict"),
    csatScore: z.number().nullable(),
    bounded: z.boolean().describe('Some instants are only known to lie between two observations'),
  })
  .meta({ id: 'Ticket' });

export type TicketItem = z.infer<typeof ticket>;

/**
 * Tickets, newest first. With `kpi` they are the tickets behind that figure: those of its population in the period,
 * by the KPI's own basis. `part` splits the population of a share into the rows that count for it and those that do not.
 */
export const ticketsQuery = z.object({
  ...pageQuery,
  search: z.string().optional().describe('Part of a key or subject'),
  filter: jsonText(filter).optional(),
  kpi: z.string().optional().describe('`id[.variant][:statistic]`'),
  part: z.enum(['all', 'hit', 'miss']).default('all'),
  from: dateOrInstant.optional(),
  to: dateOrInstant.optional(),
  timeZone: z.string().optional(),
  basis: basis.optional(),
  time: timeKind.optional().describe('Which clock durations of `kpi` are read from; calendar unless said'),
  sort: z.enum(['created', '-created', 'resolution', '-resolution']).default('-created'),
});

export const ticketPage = z.object({
  items: z.array(ticket),
  next: z.string().nullable(),
  total: z.int().describe('Tickets that match, all pages'),
  n: z.int().describe("Rows of the KPI's population behind them (clocks, replies…); the tickets without `kpi`"),
  labels,
});

export const ticketDetail = z.object({
  ticket: ticket.extend({
    company: z.string().nullable(),
    tier: z.string().nullable(),
    stage: z.string().nullable(),
    pipeline: z.string().nullable(),
    tags: z.array(z.string()),
    fields: z.record(z.string(), z.string()),
    agentReplies: z.int(),
    customerMessages: z.int(),
    transfers: z.int(),
  }),
  clocks: z.array(clock),
  labels,
});
