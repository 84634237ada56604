import { z } from 'zod';
import { type ReasonKind, reasonKinds } from '#domain/sla/review/breach-review.ts';
import { holder } from '../clock.ts';
import { dateOrInstant, instant, jsonText, labels, pageQuery, seconds } from '../common.ts';
import { filter } from '../filter.ts';
import { clockName, clockNames } from './watch.ts';

const reasonKind = z.enum(Object.keys(reasonKinds) as [ReasonKind, ...ReasonKind[]]);
const reason = z.string().trim().max(2_000);
const name = z.string().trim().min(1).max(200);
const doing = { member: z.string().nullable(), name: z.string().nullable(), at: instant };

export const breachState = z.enum(['open', 'explained', 'asked', 'excused']);

export const breachesQuery = z.object({
  ...pageQuery,
  from: dateOrInstant.optional(),
  to: dateOrInstant.optional(),
  filter: jsonText(filter).optional(),
  state: breachState
    .optional()
    .describe('open: not excused; explained: with an explanation; asked: an excuse is asked for; excused'),
});

export const breach = clockName
  .extend({
    metric: z.enum(['assignment', 'first-reply', 'next-reply', 'periodic-update', 'resolution', 'ownership']),
    at: instant.describe('When it broke'),
    running: z.boolean().describe('The clock is not stopped yet'),
    targetSeconds: seconds,
    overrunSeconds: seconds.nullable().describe('Null while it runs'),
    agent: z.string().nullable().describe('Who answers for it'),
    team: z.string().nullable(),
    holder: holder.nullable().describe('Who held the ticket at the breach, or was made answerable'),
    heldSeconds: z
      .object({ agent: seconds, queue: seconds, bot: seconds, customer: seconds, 'third-party': seconds })
      .describe('Time of the clock by who held the ticket'),
    explanation: z.object({ ...doing, kind: reasonKind, text: z.string(), asksExcuse: z.boolean() }).nullable(),
    excuse: z.object({ ...doing, reason: z.string() }).nullable(),
    responsible: z
      .object({ ...doing, agent: z.string().nullable(), team: z.string().nullable(), reason: z.string() })
      .nullable(),
  })
  .meta({ id: 'Breach' });

const share = z.number().nullable().describe('Null: nothing was decided');

export const breachPage = z.object({
  from: z.string(),
  to: z.string(),
  items: z.array(breach),
  next: z.string().nullable(),
  total: z.int(),
  compliance: z.object({ raw: share, adjusted: share }).describe('Of all clocks of the period and filter'),
  counts: z.object({ raw: z.int(), adjusted: z.int() }).describe('Breaches of the period and filter'),
  labels,
});

export const explainBody = clockNames.extend({
  kind: reasonKind,
  text: reason.default(''),
  asksExcuse: z.boolean().default(false),
});

export const excuseBody = clockNames.extend({
  excused: z.boolean().default(true).describe('false takes the excuse back'),
  reason: reason.optional().describe('Needed to excuse'),
});

export const reassignBody = clockNames.extend({
  to: z
    .union([z.strictObject({ agent: name, team: name.optional() }), z.strictObject({ team: name })])
    .nullable()
    .describe('Who answers for it; null: as the rules say'),
  reason: reason.min(1),
});

export const reviewed = z.object({
  changed: z.int(),
  pending: z.boolean().describe('True: figures follow in a moment, since other work goes first'),
});
