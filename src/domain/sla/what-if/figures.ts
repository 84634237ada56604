import type { Clock } from '../clock.ts';

/** Clocks of one side by how they stand; cancelled ones count nowhere. */
export interface Tally {
  readonly met: number;
  readonly breached: number;
  /** Not decided yet: running or paused. */
  readonly running: number;
}

/** One set of policies over all tickets of the period. */
export interface SideFigures {
  /** Tickets that have a clock. */
  readonly covered: number;
  readonly total: Tally;
  /** By `targetKey`. */
  readonly targets: Readonly<Record<string, Tally>>;
  /** By the team answerable, '' where there is none. */
  readonly teams: Readonly<Record<string, Tally>>;
}

export interface WhatIfFigures {
  /** Tickets of the period, neither merged nor deleted. */
  readonly tickets: number;
  /** Tickets that could not be folded, a defect of ours; they count nowhere. */
  readonly failed: number;
  readonly before: SideFigures;
  readonly after: SideFigures;
}

export const targetKey = (policy: string, target: string) => JSON.stringify([policy, target]);

export function readTargetKey(key: string): { readonly policy: string; readonly target: string } {
  const [policy, target] = JSON.parse(key) as [string, string];
  return { policy, target };
}

export const noTally: Tally = { met: 0, breached: 0, running: 0 };
export const noSide: SideFigures = { covered: 0, total: noTally, targets: {}, teams: {} };
export const noFigures: WhatIfFigures = { tickets: 0, failed: 0, before: noSide, after: noSide };

/** Share of the decided clocks that were met, as the KPI `sla-compliance` has it; null where none is decided. */
export function complianceOf({ met, breached }: Tally): number | null {
  return met + breached === 0 ? null : met / (met + breached);
}

function addTally(a: Tally, b: Tally): Tally {
  return { met: a.met + b.met, breached: a.breached + b.breached, running: a.running + b.running };
}

function addTallies(
  a: Readonly<Record<string, Tally>>,
  b: Readonly<Record<string, Tally>>,
): Readonly<Record<string, Tally>> {
  const sum: Record<string, Tally> = { ...a };
  for (const [key, tally] of Object.entries(b)) sum[key] = addTally(sum[key] ?? noTally, tally);
  return sum;
}

function addSides(a: SideFigures, b: SideFigures): SideFigures {
  return {
    covered: a.covered + b.covered,
    total: addTally(a.total, b.total),
    targets: addTallies(a.targets, b.targets),
    teams: addTallies(a.teams, b.teams),
  };
}

/** The figures of two parts of the tickets together. */
export function addFigures(a: WhatIfFigures, b: WhatIfFigures): WhatIfFigures {
  return {
    tickets: a.tickets + b.tickets,
    failed: a.failed + b.failed,
    before: addSides(a.before, b.before),
    after: addSides(a.after, b.after),
  };
}

type Counted = { met: number; breached: number; running: number };

/** Counts the clocks of one set of policies, ticket by ticket. */
export class SideCounter {
  #covered = 0;
  readonly #total: Counted = { ...noTally };
  readonly #targets = new Map<string, Counted>();
  readonly #teams = new Map<string, Counted>();

  add(clocks: readonly Clock[]): void {
    let covered = false;
    for (const clock of clocks) {
      const part = standingOf(clock);
      if (part === null) continue;
      covered = true;
      this.#total[part]++;
      of(this.#targets, targetKey(clock.policy, clock.target))[part]++;
      of(this.#teams, clock.team ?? '')[part]++;
    }
    if (covered) this.#covered++;
  }

  figures(): SideFigures {
    return {
      covered: this.#covered,
      total: { ...this.#total },
      targets: Object.fromEntries(this.#targets),
      teams: Object.fromEntries(this.#teams),
    };
  }
}

function of(counts: Map<string, Counted>, key: string): Counted {
  let counted = counts.get(key);
  if (counted === undefined) {
    counted = { ...noTally };
    counts.set(key, counted);
  }
  return counted;
}

/** Where a clock counts; null where it was cancelled. */
export function standingOf({ status }: Pick<Clock, 'status'>): keyof Tally | null {
  if (status === 'cancelled') return null;
  return status === 'met' || status === 'breached' ? status : 'running';
}
