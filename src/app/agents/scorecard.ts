import { type AgentKpi, agentFigures, agentKpis, type FairKpi, fairKpis, refOf } from '#domain/agents/agent-figures.ts';
import { compare } from '#domain/agents/judge.ts';
import { getKpi } from '#domain/kpi/resolve-kpi.ts';
import type { QueryResult } from '#domain/report/query.ts';
import type { Actor } from '../access/actor.ts';
import type { App } from '../app.ts';
import { answerQuery } from '../reports/answer-query.ts';
import { labelPeople } from '../tickets/label-people.ts';
import { findGroup, type Group } from './find-group.ts';
import { ofAgents } from './list-agents.ts';
import { type AgentsRequest, type Asked, everyOf, periodBefore, readAsked } from './period-asked.ts';
import { type Figures, readFigures } from './read-figures.ts';
import { agentViewFor } from './see-agent.ts';
import { type Standing, type Standings, standFairly } from './stand-fairly.ts';

/**
 * An agent’s figures of a period, each against their own period before, their group, and what the KPI is measured by in the
 * field; with n and 95 % intervals, and where they stand on the same mix of channel and type. Throws `agent.unknown`,
 * `agent.other-team` and what a wrong period throws.
 */
export async function getScorecard(app: App, actor: Actor, agent: string, request: AgentsRequest) {
  const view = await agentViewFor(app, actor, agent);
  const asked = await readAsked(view, request);
  const group = await findGroup(view, actor, { agent, asked, team: request.team });
  const filter = { field: 'agent', op: 'is', value: agent } as const;
  const every = await everyOf(view, asked);
  const [own, before, theirs, series, labels] = await Promise.all([
    readFigures(view, { ...asked, filter }),
    readFigures(view, { ...(await periodBefore(view, asked)), filter }),
    group.kind === 'none' ? null : readFigures(view, { ...asked, filter: ofAgents(group.team) }),
    answerQuery(view, { ...asked, filter, every, kpis: agentKpis.map(refOf) }),
    labelPeople(view, { agent: [agent] }),
  ]);
  const standings = theirs === null ? new Map() : await standingsIn(view, asked, group, theirs);
  const { from, to, timeZone, freshness, running } = series.meta;
  return {
    ...{ agent, name: labels.agent?.[agent] ?? null, from, to, timeZone, freshness, running, every, group },
    figures: agentKpis.map((kpi) => lineOf(kpi, { agent, own, before, theirs, series, standings })),
  };
}

export function standingsIn(app: App, asked: Asked, { team }: Pick<Group, 'team'>, theirs: Figures) {
  return standFairly(app, { ...asked, filter: ofAgents(team) }, fairKpis, (kpi) => theirs[kpi].value);
}

interface Read {
  readonly agent: string;
  readonly own: Figures;
  readonly before: Figures;
  readonly theirs: Figures | null;
  readonly series: QueryResult;
  readonly standings: ReadonlyMap<FairKpi, Standings>;
}

function lineOf(kpi: AgentKpi, { agent, own, before, theirs, series, standings }: Read) {
  const { unit, better, benchmark } = getKpi(kpi);
  const counted = agentFigures[kpi] === 'count';
  const against = (other: Figures | null) => {
    if (other === null) return null;
    const [figure, reference] = [own[kpi], other[kpi]];
    const sides = [figure, reference].map(({ estimate, n }) => ({ of: estimate, n }));
    const { verdict } = compare(sides[0] as Side, sides[1] as Side, counted ? 'neither' : better);
    return { ...flat(reference), verdict };
  };
  return {
    ...{ kpi, ref: refOf(kpi), unit, better, statistic: agentFigures[kpi] },
    ...flat(own[kpi]),
    previous: against(before),
    // The volume of a whole team is no measure of one of its people.
    group: counted ? null : against(theirs),
    benchmark: benchmark === undefined ? null : { value: benchmark.value, source: benchmark.source },
    fair: counted ? null : standingOf(standings.get(kpi as FairKpi)?.get(agent)),
    series: seriesOf(kpi, series),
  };
}

type Side = Parameters<typeof compare>[0];

function flat({ value, n, estimate }: Figures[AgentKpi]) {
  return { value, n, low: estimate?.low ?? null, high: estimate?.high ?? null };
}

const standingOf = (standing: Standing | undefined) => standing ?? null;

function seriesOf(kpi: AgentKpi, { columns, rows }: QueryResult) {
  const at = columns.findIndex(({ id }) => id === refOf(kpi));
  return rows.map((row) => ({ period: String(row[0]), value: typeof row[at] === 'number' ? Number(row[at]) : null }));
}
