import type { Audience } from '#domain/access/audience.ts';
import type { App } from '../app.ts';
import type { Journal } from '../journal.ts';
import { canSeeAll } from '../permissions.ts';
import type { Actor } from './actor.ts';

/** How long the agents of a team are remembered; who joins it is seen after that. */
const KNOWN_FOR = 60_000;

interface Known {
  readonly until: number;
  readonly agents: Promise<readonly string[]>;
}

const known = new WeakMap<Journal, Map<string, Known>>();

/** What of the workspace somebody sees: null is all of it. */
export async function findAudience(app: App, actor: Actor): Promise<Audience | null> {
  if (actor.kind !== 'member' || canSeeAll(actor)) return null;
  if (actor.role === 'agent') {
    return { by: 'agent', values: actor.agents, agents: actor.agents, involved: false };
  }
  return teamAudience(app, actor.teams);
}

export async function teamAudience(app: App, teams: readonly string[]): Promise<Audience> {
  return { by: 'team', values: teams, agents: await agentsOf(app, teams), involved: false };
}

/** Agents who hold or answer tickets of these teams: facts of shifts and presence know agents only. */
function agentsOf(app: App, teams: readonly string[]): Promise<readonly string[]> {
  const of = known.get(app.journal) ?? new Map<string, Known>();
  known.set(app.journal, of);
  const key = JSON.stringify(teams);
  const found = of.get(key);
  const now = performance.now();
  if (found && found.until > now) return found.agents;
  const agents = readAgents(app, teams);
  of.set(key, { until: now + KNOWN_FOR, agents });
  agents.catch(() => of.delete(key));
  return agents;
}

async function readAgents(app: App, teams: readonly string[]): Promise<readonly string[]> {
  const of = (table: string) => `SELECT DISTINCT agent FROM ${table}
    WHERE workspace = {workspace:String} AND buried = 0 AND team IN ({teams:Array(String)}) AND isNotNull(agent)`;
  const rows = await app.analytics.query<{ agent: string }>(
    `SELECT DISTINCT agent FROM (${of('tickets')} UNION ALL ${of('replies')}) ORDER BY agent`,
    { workspace: app.workspace, teams },
  );
  return rows.map(({ agent }) => agent);
}
