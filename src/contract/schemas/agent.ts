import { z } from 'zod';
import { type AgentKpi, agentKpis } from '#domain/agents/agent-figures.ts';
import { dateOrInstant, instant, labels, localText } from './common.ts';
import { every, timeKind } from './query.ts';
import { ticket } from './ticket.ts';

const kpi = z.enum(agentKpis as [AgentKpi, ...AgentKpi[]]);
const localDate = z.iso.date();
const period = { from: dateOrInstant.optional(), to: dateOrInstant.optional(), time: timeKind.optional() };
const team = z.string().max(200).optional();

export const agentsQuery = z.object({ ...period, team, search: z.string().max(200).optional() });
export const scorecardQuery = z.object({
  ...period,
  team: team.describe('The team to compare with; empty: the whole workspace; left out: the agent’s main team'),
});
export const agentTicketsQuery = z.object(period);

const estimate = z
  .object({ value: z.number(), low: z.number(), high: z.number() })
  .describe('With the ends of its 95 % interval');
const verdict = z.enum(['better', 'worse', 'unclear', 'too-few', 'neither']);
const figure = z.object({ value: z.number().nullable(), n: z.int() });
const place = z.object({ best: z.int(), worst: z.int(), of: z.int() }).describe('Between which places, of how many');

const fair = z
  .object({
    n: z.int(),
    comparable: z.int().describe('Of n, those in a channel and type where others have at least ten'),
    coverage: z.number().nullable().describe('comparable ÷ n'),
    observed: estimate.nullable(),
    expected: estimate.nullable().describe('What the others would have reached on the same mix'),
    difference: estimate.nullable().describe('observed − expected'),
    verdict: verdict.nullable(),
    refused: z.enum(['no-rows', 'too-few', 'too-little-in-common']).nullable().describe('Why there is no comparison'),
    place: place.nullable(),
    within: z.int().nullable().describe('Of a duration, the seconds within which the share is counted'),
  })
  .meta({ id: 'FairComparison' });

const answered = { from: z.string(), to: z.string(), timeZone: z.string(), freshness: instant.nullable() };

export const agentList = z
  .object({
    ...answered,
    team: z.string().nullable(),
    items: z.array(
      z.object({
        id: z.string(),
        name: z.string().nullable(),
        team: z.string().nullable().describe('Of whose tickets they solved most'),
        solved: figure,
        firstReply: figure,
        sla: figure,
        csat: figure,
        fair: fair.nullable().describe('In their service levels; null where they have no verdicts'),
      }),
    ),
  })
  .meta({ id: 'AgentList' });

const measured = { ...figure.shape, low: z.number().nullable(), high: z.number().nullable() };
const stratum = z.object({
  channel: z.string().nullable(),
  type: z.string().nullable(),
  n: z.int(),
  hits: z.int(),
  othersN: z.int(),
  othersHits: z.int(),
});

export const scorecard = z
  .object({
    ...answered,
    agent: z.string(),
    name: z.string().nullable(),
    running: z.int().nullable().describe('Clocks still running, which are not counted'),
    every,
    group: z.union([
      z.object({ kind: z.literal('team'), team: z.string() }),
      z.object({ kind: z.literal('workspace'), team: z.null() }),
      z.object({ kind: z.literal('none'), team: z.null(), why: z.enum(['no-team', 'team-too-small']) }),
    ]),
    figures: z.array(
      z.object({
        kpi,
        ref: z.string(),
        unit: z.enum(['seconds', 'share', 'count', 'number', 'money', 'score']),
        better: z.enum(['higher', 'lower', 'neither']),
        statistic: z.enum(['median', 'share', 'count']),
        ...measured,
        previous: z.object({ ...measured, verdict }).nullable(),
        group: z.object({ ...measured, verdict }).nullable(),
        benchmark: z
          .object({ value: z.number(), source: localText })
          .nullable()
          .describe('What the field says; it is of averages, so that no verdict is made of it'),
        fair: fair.extend({ strata: z.array(stratum) }).nullable(),
        series: z.array(z.object({ period: z.string(), value: z.number().nullable() })),
      }),
    ),
  })
  .meta({ id: 'Scorecard' });

export const agentTickets = z
  .object({
    best: z.object({ items: z.array(ticket.extend({ ratedWell: z.boolean() })), labels }),
    breaches: z.object({ items: z.array(ticket), total: z.int(), labels }),
  })
  .meta({ id: 'AgentTickets' });

const text = z.string().trim().min(1).max(4_000);
const noteVisibility = z.enum(['shared', 'managers']).describe('`shared`: the agent reads it too');
const person = z.object({ id: z.string(), name: z.string() }).nullable();

export const coachingNote = z
  .object({
    id: z.string(),
    agent: z.object({ id: z.string(), name: z.string().nullable() }),
    author: person,
    text: z.string(),
    visibility: noteVisibility,
    followUpOn: localDate.nullable(),
    doneAt: instant.nullable(),
    mayChange: z.boolean().describe('Whether whoever asks may rewrite and remove it'),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'CoachingNote' });

export const newNote = z.object({
  text,
  visibility: noteVisibility.default('managers'),
  followUpOn: z.string().nullable().default(null),
});
export const noteChange = z.object({
  text: text.optional(),
  visibility: noteVisibility.optional(),
  followUpOn: z.string().nullable().optional(),
  done: z.boolean().optional(),
});

const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .describe('`YYYY-MM`');

export const recognition = z
  .object({
    id: z.string(),
    agent: z.string(),
    month,
    kpi,
    text: z.string(),
    basis: z
      .object({
        from: z.string(),
        to: z.string(),
        team: z.string().nullable(),
        value: z.number(),
        n: z.int(),
        low: z.number().nullable(),
        high: z.number().nullable(),
        fair: fair.nullable(),
      })
      .describe('The figures it rests on, as they were when it was awarded'),
    awardedBy: person,
    createdAt: instant,
  })
  .meta({ id: 'Recognition' });

export const newRecognition = z.object({ month, kpi, text, team: z.string().min(1).max(200).nullable().default(null) });
export const suggestionsQuery = z.object({ month, team });
export const suggestion = z.object({
  agent: z.object({ id: z.string(), name: z.string().nullable() }),
  kpi,
  fair,
});
