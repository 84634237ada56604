import type { Audience } from '#domain/access/audience.ts';
import type { Subject } from '#domain/discussion/subject.ts';
import { VigieError } from '#domain/error.ts';
import { type Address, fieldOfParameter } from '#domain/report/dashboards/address.ts';
import { getReport } from '#domain/report/get-report.ts';
import { decodeValues } from '#presentation/question/filters.ts';
import { findDashboard } from '#records/saved/dashboards.ts';
import { findSavedReport } from '#records/saved/saved-reports.ts';
import type { Actor } from '../access/actor.ts';
import { findAudience } from '../access/find-audience.ts';
import type { App } from '../app.ts';
import { canReadSaved, may } from '../permissions.ts';

/** Fields that say who a report is narrowed to. */
const ofAgents: ReadonlySet<string> = new Set(['agent', 'holder']);

/**
 * Whether somebody sees what is discussed, as it was set: an agent sees nothing that is about another agent, be it that agent
 * or a report narrowed to them; nor does a lead of one outside their teams.
 */
export async function canSeeSubject(app: App, actor: Actor, { kind, id }: Subject, query: Address): Promise<boolean> {
  if (!may(actor, 'read-reports')) return false;
  const audience = await findAudience(app, actor);
  if (!seesAgents(audience, agentsIn(query))) return false;
  switch (kind) {
    case 'report':
      return isReport(id);
    case 'saved-report': {
      const saved = await findSavedReport(app.records, app.workspace, id);
      return saved !== null && canReadSaved(actor, saved) && seesAgents(audience, agentsIn(saved.query));
    }
    case 'dashboard': {
      const dashboard = await findDashboard(app.records, app.workspace, id);
      return dashboard !== null && canReadSaved(actor, dashboard);
    }
    case 'agent':
      return seesAgents(audience, [id]) && (await isAgent(app, id));
  }
}

/** Throws `discussion.unknown-subject`, also where it is not shown to them. */
export async function mustSeeSubject(app: App, actor: Actor, subject: Subject, query: Address = {}): Promise<void> {
  if (await canSeeSubject(app, actor, subject, query)) return;
  throw new VigieError('discussion.unknown-subject', { kind: subject.kind, id: subject.id.slice(0, 100) });
}

const seesAgents = (audience: Audience | null, agents: readonly string[]) =>
  audience === null || agents.every((agent) => audience.agents.includes(agent));

function agentsIn(query: Address): readonly string[] {
  return Object.entries(query).flatMap(([name, value]) =>
    ofAgents.has(fieldOfParameter(name) ?? '') ? decodeValues(value).filter((agent) => agent !== null) : [],
  );
}

function isReport(id: string): boolean {
  try {
    getReport(id);
    return true;
  } catch (error) {
    if (error instanceof VigieError) return false;
    throw error;
  }
}

async function isAgent(app: App, id: string): Promise<boolean> {
  const from = (table: string) => `SELECT 1 AS found FROM ${table}
    WHERE workspace = {workspace:String} AND buried = 0 AND agent = {agent:String} LIMIT 1`;
  const found = await app.analytics.query(`SELECT found FROM (${from('tickets')} UNION ALL ${from('replies')})`, {
    workspace: app.workspace,
    agent: id,
  });
  return found.length > 0;
}
