import { randomUUID } from 'node:crypto';
import { type AgentKpi, agentFigures, type FairKpi, fairKpis } from '#domain/agents/agent-figures.ts';
import { leastRows } from '#domain/agents/judge.ts';
import type { RecognitionBasis } from '#domain/agents/recognition.ts';
import { VigieError } from '#domain/error.ts';
import { moveMonths } from '#domain/report/compare-period.ts';
import { formatCivilDate } from '#domain/report/period.ts';
import { parseCivilDate } from '#domain/time/civil.ts';
import {
  addRecognition,
  listRecognitionsOf,
  type RecognitionRecord,
  removeRecognition,
} from '#records/coaching/recognitions.ts';
import { listUserNames } from '#records/users.ts';
import type { Actor } from '../access/actor.ts';
import { viewFor } from '../access/view-for.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { App } from '../app.ts';
import { type By, recordAudit } from '../audit/record-audit.ts';
import { isAgentOneself } from '../permissions.ts';
import { labelPeople } from '../tickets/label-people.ts';
import { ofAgents } from './list-agents.ts';
import type { Asked } from './period-asked.ts';
import { type Figures, readFigures } from './read-figures.ts';
import { standingsIn } from './scorecard.ts';
import { agentViewFor } from './see-agent.ts';
import type { Standing } from './stand-fairly.ts';

export interface NewRecognition {
  readonly month: string;
  readonly kpi: AgentKpi;
  readonly text: string;
  readonly team: string | null;
}

/** Recognitions of an agent, the newest month first. Throws `agent.unknown`. */
export async function listRecognitions(accounts: Accounts, app: App, actor: Actor, agent: string) {
  await agentViewFor(app, actor, agent);
  return viewsOf(accounts, await listRecognitionsOf(app.records, app.workspace, agent));
}

/** Who did better than chance explains in a month on the same mix of tickets: of each figure, whose lead is the surest. */
export async function suggestRecognitions(app: App, actor: Actor, month: string, team: string | null) {
  const view = await viewFor(app, actor);
  const asked = monthAsked(month);
  const theirs = await readFigures(view, { ...asked, filter: ofAgents(team) });
  const standings = await standingsIn(view, asked, { team }, theirs);
  const best = fairKpis.flatMap((kpi) => {
    const better = [...(standings.get(kpi) ?? [])].filter(([, { verdict }]) => verdict === 'better');
    const [first] = better.sort(([, a], [, b]) => leadOf(b) - leadOf(a));
    return first === undefined ? [] : [{ kpi, agent: first[0], fair: withoutStrata(first[1]) }];
  });
  const labels = await labelPeople(view, { agent: best.map(({ agent }) => agent) });
  const named = best.filter(({ agent }) => !isAgentOneself(actor, agent));
  return named.map(({ agent, ...rest }) => ({ agent: { id: agent, name: labels.agent?.[agent] ?? null }, ...rest }));
}

/** The least that the difference may be, whichever way is better. */
function leadOf({ difference }: Standing): number {
  return difference === null ? 0 : Math.min(Math.abs(difference.low), Math.abs(difference.high));
}

/**
 * Recognises an agent for a month, with the figures it rests on. Throws `agent.unknown`, `recognition.own`,
 * `recognition.too-few` and `recognition.known`.
 */
export async function awardRecognition(accounts: Accounts, app: App, agent: string, given: NewRecognition, by: By) {
  const view = await agentViewFor(app, by.actor, agent);
  if (isAgentOneself(by.actor, agent)) throw new VigieError('recognition.own');
  const { month, kpi, text, team } = given;
  const basis = await basisOf(view, agent, given);
  const recognition = await addRecognition(app.records, {
    ...{ workspace: app.workspace, id: randomUUID(), agent, month, kpi, text, basis: JSON.stringify(basis) },
    awardedBy: by.actor.kind === 'member' ? by.actor.id : null,
  });
  if (recognition === null) throw new VigieError('recognition.known', { month });
  const details = { month, kpi, team };
  await recordAudit(app.records, app.workspace, by, { action: 'recognition.awarded', subject: agent, details });
  const [seen] = await viewsOf(accounts, [recognition]);
  return seen as NonNullable<typeof seen>;
}

/** Throws `agent.unknown` and `recognition.unknown`. */
export async function dropRecognition(
  app: App,
  { agent, id }: { readonly agent: string; readonly id: string },
  by: By,
): Promise<void> {
  await agentViewFor(app, by.actor, agent);
  const gone = await removeRecognition(app.records, app.workspace, agent, id);
  if (gone === null) throw new VigieError('recognition.unknown', { id: id.slice(0, 100) });
  const details = { month: gone.month, kpi: gone.kpi };
  await recordAudit(app.records, app.workspace, by, { action: 'recognition.removed', subject: agent, details });
}

async function basisOf(app: App, agent: string, { month, kpi, team }: NewRecognition): Promise<RecognitionBasis> {
  const asked = monthAsked(month);
  const filter = { field: 'agent', op: 'is', value: agent } as const;
  const [own, theirs] = await Promise.all([
    readFigures(app, { ...asked, filter }),
    readFigures(app, { ...asked, filter: ofAgents(team) }),
  ]);
  const { value, n, estimate } = own[kpi];
  if (value === null || n < leastRows) throw new VigieError('recognition.too-few', { month, n, least: leastRows });
  const fair = agentFigures[kpi] === 'count' ? null : await standingOf(app, asked, { agent, kpi, team, theirs });
  const { from, to } = asked;
  return { from, to, team, value, n, low: estimate?.low ?? null, high: estimate?.high ?? null, fair };
}

interface OfAgent {
  readonly agent: string;
  readonly kpi: AgentKpi;
  readonly team: string | null;
  readonly theirs: Figures;
}

async function standingOf(app: App, asked: Asked, { agent, kpi, team, theirs }: OfAgent) {
  const standings = await standingsIn(app, asked, { team }, theirs);
  const standing = standings.get(kpi as FairKpi)?.get(agent);
  return standing === undefined ? null : withoutStrata(standing);
}

const withoutStrata = ({ strata: _, ...fair }: Standing) => fair;

/** The days of a month, `YYYY-MM`. */
function monthAsked(month: string): Asked {
  const from = parseCivilDate(`${month}-01`);
  if (from === null) throw new VigieError('query.bad-date', { value: month }, { path: '$.month' });
  return { from: formatCivilDate(from), to: formatCivilDate(moveMonths(from, 1)), time: 'business' };
}

async function viewsOf({ everywhere }: Accounts, recognitions: readonly RecognitionRecord[]) {
  const givers = [...new Set(recognitions.flatMap(({ awardedBy }) => awardedBy ?? []))];
  const names = await listUserNames(everywhere, givers);
  return recognitions.map(({ id, agent, month, kpi, text, basis, awardedBy, createdAt }) => ({
    ...{ id, agent, month, kpi, text, basis },
    awardedBy: awardedBy === null ? null : { id: awardedBy, name: names.get(awardedBy) ?? '' },
    createdAt: createdAt.toISOString(),
  }));
}
