import { z } from 'zod';
import { type AgentKpi, agentKpis } from '#domain/agents/agent-figures.ts';
import { dateOrInstant, instant, labels, localText } from '../common.ts';
import { every, timeKind } from '../query.ts';
import { ticket } from '../ticket.ts';

export const kpi = z.enum(agentKpis as [AgentKpi, ...AgentKpi[]]);
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

export const fair = z
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
