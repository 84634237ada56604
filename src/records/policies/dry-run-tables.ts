import type { ColumnType } from 'kysely';
import type { Policy } from '#domain/sla/policy.ts';
import type { TicketVerdict } from '#domain/sla/what-if/compare-ticket.ts';
import type { WhatIfFigures } from '#domain/sla/what-if/figures.ts';

type Json<T> = ColumnType<T, string, string>;
type Instant = ColumnType<Date, Date, Date>;

export type DryRunState = 'running' | 'done' | 'cancelled' | 'failed';

/** The policies on both sides of a run, as they judged. */
export interface ComparedPolicies {
  readonly before: readonly Policy[];
  readonly after: readonly Policy[];
}

/** Changed policies run over the tickets created in a period. */
export interface DryRunTable {
  workspace: string;
  id: string;
  state: DryRunState;
  periodFrom: Instant;
  periodTo: Instant;
  /** Tickets looked at, and to look at. */
  done: ColumnType<number, number | undefined, number>;
  total: number;
  sets: Json<ComparedPolicies>;
  /** Null until it is done. */
  figures: ColumnType<WhatIfFigures | null, string | undefined, string>;
  errorCode: ColumnType<string | null, string | undefined, string>;
  errorParams: ColumnType<Readonly<Record<string, string | number>> | null, string | undefined, string>;
  startedAt: Instant;
  /** When its process last gave a sign. */
  touchedAt: Instant;
  finishedAt: ColumnType<Date | null, Date | undefined, Date>;
}

/** A ticket that stands elsewhere under the changed policies. */
export interface DryRunTicketTable {
  workspace: string;
  run: string;
  ticket: string;
  before: TicketVerdict;
  after: TicketVerdict;
}
