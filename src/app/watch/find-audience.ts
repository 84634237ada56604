import type { StepAudience } from '#domain/sla/escalation/step.ts';
import type { MemberView } from '#records/members.ts';

/** Who answers for a clock. */
export interface Answerable {
  readonly agent: string | null;
  readonly team: string | null;
}

/**
 * The members whom a step tells. Where nobody stands for the agent the team is told, where nobody stands for the team the
 * manager: a promise never breaks unheard because a ticket has no assignee.
 */
export function findTold(audience: StepAudience, clock: Answerable, members: readonly MemberView[]): MemberView[] {
  if (audience === 'agent') {
    const { agent } = clock;
    const found = agent === null ? [] : members.filter(({ agents }) => agents.includes(agent));
    return found.length > 0 ? found : findTold('team', clock, members);
  }
  if (audience === 'team') {
    const { team } = clock;
    const found = team === null ? [] : members.filter(({ teams, role }) => isOnTeam(role) && teams.includes(team));
    return found.length > 0 ? found : findTold('manager', clock, members);
  }
  return findManagers(clock, members);
}

/** Managers of the team where some are, else all; where there are none, who runs the workspace. */
function findManagers({ team }: Answerable, members: readonly MemberView[]): MemberView[] {
  for (const role of ['manager', 'admin', 'owner'] as const) {
    const found = members.filter((member) => member.role === role);
    const ofTeam = team === null ? [] : found.filter(({ teams }) => teams.includes(team));
    if (ofTeam.length > 0) return ofTeam;
    if (found.length > 0) return found;
  }
  return [];
}

const isOnTeam = (role: MemberView['role']) => role === 'lead' || role === 'agent';
