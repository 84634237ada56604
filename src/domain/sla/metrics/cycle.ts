/**
 * One run of a metric over a ticket, before any target is looked at. `stop` ends it with a verdict; `cancel` ends it
 * without one, unless the breach had happened. An open cycle has no `stoppedAt` and the position Infinity.
 */
export interface Cycle {
  readonly number: number;
  readonly startedAt: number;
  readonly startPos: number;
  readonly stoppedAt: number | null;
  readonly stopPos: number;
  readonly stoppedBy: string | null;
  readonly ending: 'stop' | 'cancel';
  /** Who stopped it; null leaves it to who held the ticket then. */
  readonly agent: string | null;
  /** The team that is answerable where it is not the one at the end of the cycle; undefined: it is. */
  readonly team: string | null | undefined;
}

export const noCycles: readonly Cycle[] = Object.freeze([]);

export function openCycle(number: number, startedAt: number, startPos: number): Cycle {
  return {
    number,
    startedAt,
    startPos,
    stoppedAt: null,
    stopPos: Number.POSITIVE_INFINITY,
    stoppedBy: null,
    ending: 'stop',
    agent: null,
    team: undefined,
  };
}

export interface CycleEnd {
  readonly at: number;
  readonly pos: number;
  readonly by: string;
  readonly ending: 'stop' | 'cancel';
  readonly agent: string | null;
  readonly team?: string | null;
}

export function closedCycle(number: number, startedAt: number, startPos: number, end: CycleEnd): Cycle {
  return {
    number,
    startedAt,
    startPos,
    stoppedAt: end.at,
    stopPos: end.pos,
    stoppedBy: end.by,
    ending: end.ending,
    agent: end.agent,
    team: end.team,
  };
}
