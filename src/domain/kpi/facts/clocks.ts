import { defineFactTable, type Row } from '../fact-table.ts';

/**
 * One row a clock, as it stood at the ticket's last event: it depends on no wall clock, so a rebuild gives the same rows.
 * A running clock whose `dueAt` has passed counts as breached at `dueAt` (the reader supplies `now`).
 */
export const clocks = defineFactTable({
  name: 'clocks',
  grain: 'one clock',
  ofTicket: true,
  columns: {
    n: 'count',
    agent: 'text',
    team: 'text',
    policy: 'text',
    policyVersion: 'count',
    policyKind: 'text',
    target: 'text',
    metric: 'text',
    cycle: 'count',
    startedAt: 'instant',
    /** `running`, `paused`, `met`, `breached`, `cancelled`. */
    clockStatus: 'text',
    stoppedAt: 'instant',
    stoppedBy: 'text',
    dueAt: 'instant',
    breachedAt: 'instant',
    /** Met: the stop; breached: the breach; else null. The instant that puts a verdict into a period. */
    decidedAt: 'instant',
    targetSeconds: 'seconds',
    elapsedSeconds: 'seconds',
    overrunSeconds: 'seconds',
    pausedSeconds: 'seconds',
    superseded: 'flag',
    provisional: 'flag',
    excused: 'flag',
    /** Kind and id of the holder at the breach. */
    holder: 'text',
    holderId: 'text',
    agentSeconds: 'seconds',
    queueSeconds: 'seconds',
    botSeconds: 'seconds',
    customerSeconds: 'seconds',
    thirdPartySeconds: 'seconds',
  },
});

export type ClockFact = Row<typeof clocks.columns>;
