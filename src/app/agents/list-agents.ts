import type { AgentKpi } from '#domain/agents/agent-figures.ts';
import { refOf } from '#domain/agents/agent-figures.ts';
import type { Filter } from '#domain/report/filter.ts';
import type { QueryResult } from '#domain/report/query.ts';
import type { Actor } from '../access/actor.ts';
import { viewFor } from '../access/view-for.ts';
import type { App } from '../app.ts';
import { canSeeAll } from '../permissions.ts';
import { answerQuery } from '../reports/answer-query.ts';
import { type AgentsRequest, readAsked } from './period-asked.ts';
import { seenAgents } from './see-agent.ts';
import { type Standings, standFairly } from './stand-fairly.ts';

const listed = ['tickets-solved', 'first-reply-time', 'sla-compliance', 'csat'] as const satisfies AgentKpi[];

const ofTeam = (team: string | null): Filter | null =>
  team === null ? null : { field: 'team', op: 'is', value: team };

/** What agents hold or did in a team, or anywhere: what broke in a queue before anybody took it is nobody's figure. */
export const ofAgents = (team: string | null): Filter => {
  const held: Filter = { field: 'agent', op: 'exists', value: true };
  const within = ofTeam(team);
  return within === null ? held : { all: [held, within] };
};

/**
 * Agents with a few figures of a period, by name, and where they stand in their service levels on the same mix of tickets. Three
 * questions, however many agents there are. Agents see themselves alone, without a standing.
 */
export async function listAgents(
  app: App,
  actor: Actor,
  request: AgentsRequest & { readonly search?: string | undefined },
) {
  const asked = await readAsked(app, request);
  const team = request.team === undefined || request.team === '' ? null : request.team;
  const seen = await seenAgents(app, actor);
  const own = actor.kind === 'member' && actor.role === 'agent';
  const view = own || canSeeAll(actor) ? app : await viewFor(app, actor);
  const filter = own ? { field: 'agent', op: 'in' as const, value: [...(seen ?? [])] } : ofTeam(team);
  const question = { ...asked, filter };
  const [figures, teams, standings] = await Promise.all([
    answerQuery(view, { ...question, kpis: listed.flatMap((kpi) => [refOf(kpi), `${kpi}:n`]), by: ['agent'] }),
    answerQuery(view, { ...question, kpis: ['tickets-solved'], by: ['agent', 'team'] }),
    own ? null : standFairly(view, { ...asked, filter: ofAgents(team) }, ['sla-compliance'], () => null),
  ]);
  const items = itemsOf(figures, mainTeams(teams), standings?.get('sla-compliance') ?? new Map());
  const wanted = (request.search ?? '').trim().toLocaleLowerCase();
  const shown = items.filter(
    ({ id, name }) => (seen === null || seen.has(id)) && `${name ?? ''}\n${id}`.toLocaleLowerCase().includes(wanted),
  );
  const { from, to, timeZone, freshness } = figures.meta;
  return { from, to, timeZone, freshness, team, items: shown };
}

function itemsOf({ columns, rows, meta }: QueryResult, teams: ReadonlyMap<string, string>, standings: Standings) {
  const at = (id: string) => columns.findIndex((column) => column.id === id);
  const number = (row: QueryResult['rows'][number], id: string) => {
    const cell = row[at(id)];
    return typeof cell === 'number' ? cell : null;
  };
  const items = rows.flatMap((row) => {
    const [id] = row;
    if (typeof id !== 'string') return [];
    const figure = (kpi: AgentKpi) => ({ value: number(row, refOf(kpi)), n: number(row, `${kpi}:n`) ?? 0 });
    const { strata: _, ...fair } = standings.get(id) ?? { strata: [] };
    return [
      {
        ...{ id, name: meta.labels.agent?.[id] ?? null, team: teams.get(id) ?? null },
        ...{ solved: figure('tickets-solved'), firstReply: figure('first-reply-time') },
        ...{ sla: figure('sla-compliance'), csat: figure('csat') },
        fair: 'n' in fair ? fair : null,
      },
    ];
  });
  return items.sort((a, b) => (a.name ?? a.id).localeCompare(b.name ?? b.id) || (a.id < b.id ? -1 : 1));
}

/** The team of whose tickets each agent solved most. */
export function mainTeams({ rows }: Pick<QueryResult, 'rows'>): Map<string, string> {
  const most = new Map<string, { readonly team: string; readonly n: number }>();
  for (const [agent, team, count] of rows) {
    if (typeof agent !== 'string' || typeof team !== 'string') continue;
    const n = Number(count ?? 0);
    if (n > (most.get(agent)?.n ?? 0)) most.set(agent, { team, n });
  }
  return new Map([...most].map(([agent, { team }]) => [agent, team]));
}
