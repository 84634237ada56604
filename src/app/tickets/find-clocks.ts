import { Binder } from '#analytics/binder.ts';
import type { Filter } from '#domain/report/filter.ts';
import type { ClockStatus } from '#domain/sla/clock.ts';
import type { Metric } from '#domain/sla/policy.ts';
import type { App } from '../app.ts';
import { whereFacts } from '../reports/where-facts.ts';

export interface ClocksFilter {
  readonly status?: ClockStatus | undefined;
  readonly metric?: Metric | undefined;
  /** Only those that are not stopped. */
  readonly open?: 'true' | 'false' | undefined;
  readonly filter?: Filter | undefined;
}

/** What names a clock among those of its ticket. */
export interface ClockKey {
  readonly ticket: string;
  readonly n: number;
  readonly policy: string;
  readonly policyVersion: number;
  readonly target: string;
  readonly cycle: number;
  readonly superseded: boolean;
}

/** A clock that time still moves, as it stood at its ticket's last event. */
export interface OpenClock extends ClockKey {
  readonly clockStatus: ClockStatus;
  readonly dueAt: number | null;
  readonly remaining: number;
}

/** A place in the order of a list: the value sorted by, then what makes it one place. */
export interface Place {
  readonly value: number;
  readonly ticket: string;
  readonly n: number;
}

/** SQL of being moved by time. */
export const isOpen = `isNull(stoppedAt) AND clockStatus != 'cancelled' AND NOT coalesce(superseded, false)`;
export const keyColumns = `ticket, n, policy, policyVersion, target, cycle, coalesce(superseded, false) AS superseded`;
/** Sorts clocks without a due instant last, and fits a double. */
export const noDue = 9_000_000_000_000_000;

/** SQL of clocks of live tickets that a filter keeps, whatever their status. */
export function conditionsOf({ metric, filter }: ClocksFilter, binder: Binder): string {
  const ofMetric = metric === undefined ? '' : ` AND metric = ${binder.bind(metric, 'String')}`;
  return `${whereFacts('clocks', filter, binder)} AND outcome = 'live'${ofMetric}`;
}

/** Clocks that nothing moves any more, from a place on, and how many there are in all. */
export async function findStoppedClocks(
  app: App,
  filter: ClocksFilter,
  page: { readonly sort: 'remaining' | 'due'; readonly after: Place | null; readonly limit: number },
): Promise<{ rows: (ClockKey & { readonly value: number })[]; total: number }> {
  const { status } = filter;
  if (filter.open === 'true') return { rows: [], total: 0 };
  if (status === 'running' || status === 'paused') return { rows: [], total: 0 };
  const binder = new Binder();
  const ofStatus = status === undefined ? '' : ` AND clockStatus = ${binder.bind(status, 'String')}`;
  const value = `coalesce(${page.sort === 'due' ? 'toUnixTimestamp64Milli(dueAt)' : 'targetSeconds - elapsedSeconds'}, ${noDue})`;
  const from = `FROM clocks FINAL WHERE ${conditionsOf(filter, binder)}${ofStatus} AND NOT (${isOpen})`;
  const [counted] = await app.analytics.query<{ total: number }>(
    `SELECT count() AS total ${from}`,
    binder.params(app.workspace),
  );
  const later = page.after === null ? '' : ` AND (${value}, ticket, n) > ${bindPlace(page.after, binder)}`;
  const rows = await app.analytics.query<ClockKey & { value: number }>(
    `SELECT ${keyColumns}, ${value} AS value ${from}${later}
     ORDER BY value, ticket, n LIMIT ${binder.bind(page.limit, 'UInt32')}`,
    binder.params(app.workspace),
  );
  return { rows, total: counted?.total ?? 0 };
}

function bindPlace({ value, ticket, n }: Place, binder: Binder): string {
  return `(${binder.bind(value, 'Int64')}, ${binder.bind(ticket, 'String')}, ${binder.bind(n, 'UInt32')})`;
}
