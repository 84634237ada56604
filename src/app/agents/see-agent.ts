import { VigieError } from '#domain/error.ts';
import type { Actor } from '../access/actor.ts';
import { findAudience } from '../access/find-audience.ts';
import { viewFor } from '../access/view-for.ts';
import type { App } from '../app.ts';
import { canSeeAll } from '../permissions.ts';

/** Agents that somebody sees; null: all of them. */
export async function seenAgents(app: App, actor: Actor): Promise<ReadonlySet<string> | null> {
  const audience = await findAudience(app, actor);
  return audience === null ? null : new Set(audience.agents);
}

/**
 * The workspace as far as an agent's figures are read from it. Agents read their own as their managers do, wherever the ticket
 * stands now; leads those of the tickets of their teams. Throws `agent.unknown`, also where the agent is not shown to them.
 */
export async function agentViewFor(app: App, actor: Actor, agent: string): Promise<App> {
  const seen = await seenAgents(app, actor);
  const own = actor.kind === 'member' && actor.role === 'agent';
  if ((seen !== null && !seen.has(agent)) || !(await isKnown(app, agent))) throw unknownAgent(agent);
  return own || canSeeAll(actor) ? app : viewFor(app, actor);
}

export const unknownAgent = (id: string) => new VigieError('agent.unknown', { id: id.slice(0, 100) });

async function isKnown(app: App, agent: string): Promise<boolean> {
  const of = (table: string, column: string) =>
    `SELECT 1 FROM ${table} WHERE workspace = {workspace:String} AND buried = 0 AND ${column} = {agent:String} LIMIT 1`;
  const [ticket, reply, name] = [of('tickets', 'agent'), of('replies', 'agent'), of('names', 'id')];
  const rows = await app.analytics.query(
    `SELECT 1 FROM (${ticket} UNION ALL ${reply} UNION ALL ${name.replace('LIMIT', `AND kind = 'agent' LIMIT`)}) LIMIT 1`,
    { workspace: app.workspace, agent },
  );
  return rows.length > 0;
}
