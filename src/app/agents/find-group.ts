import { VigieError } from '#domain/error.ts';
import type { Actor } from '../access/actor.ts';
import { teamAudience } from '../access/find-audience.ts';
import type { App } from '../app.ts';
import { answerQuery } from '../reports/answer-query.ts';
import { mainTeams } from './list-agents.ts';
import type { Asked } from './period-asked.ts';

/** Fewer people than this behind an average would tell who, to one of them. */
const LEAST_PEOPLE = 3;

/** With whom an agent is compared: a team, the whole workspace (`team` null), or nobody. */
export type Group =
  | { readonly kind: 'team'; readonly team: string }
  | { readonly kind: 'workspace'; readonly team: null }
  | { readonly kind: 'none'; readonly team: null; readonly why: 'no-team' | 'team-too-small' };

/**
 * The group asked for, else the team of whose tickets the agent solved most, else the workspace. Agents are compared only with
 * teams of their own, and only where at least three people stand behind the averages. Throws `agent.other-team`.
 */
export async function findGroup(
  app: App,
  actor: Actor,
  { agent, asked, team }: { readonly agent: string; readonly asked: Asked; readonly team: string | undefined },
): Promise<Group> {
  const own = actor.kind === 'member' && actor.role === 'agent';
  const chosen = team ?? (await mainTeamOf(app, agent, asked));
  if (!own)
    return chosen === null || chosen === '' ? { kind: 'workspace', team: null } : { kind: 'team', team: chosen };
  const theirs = chosen !== null && actor.teams.includes(chosen) ? chosen : null;
  if (team !== undefined && theirs === null) throw new VigieError('agent.other-team', { team: team.slice(0, 100) });
  const compared = theirs ?? actor.teams[0];
  if (compared === undefined) return { kind: 'none', team: null, why: 'no-team' };
  const { agents } = await teamAudience(app, [compared]);
  if (agents.length < LEAST_PEOPLE) return { kind: 'none', team: null, why: 'team-too-small' };
  return { kind: 'team', team: compared };
}

async function mainTeamOf(app: App, agent: string, asked: Asked): Promise<string | null> {
  const filter = { field: 'agent', op: 'is', value: agent } as const;
  const answer = await answerQuery(app, { ...asked, kpis: ['tickets-solved'], by: ['agent', 'team'], filter });
  return mainTeams(answer).get(agent) ?? null;
}
