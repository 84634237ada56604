import type { ClockStatus } from '#domain/sla/clock.ts';
import type { App } from '../../app.ts';
import { compileWorkspaceRules } from '../../rules/compile-workspace-rules.ts';
import { type ClocksFilter, noDue, type OpenClock, type Place } from '../find-clocks.ts';
import { standingOf } from '../standing-of.ts';
import { OpenScan } from './open-scan.ts';

export interface OpenAsked extends ClocksFilter {
  /** Epoch ms. */
  readonly now: number;
  readonly sort: 'remaining' | 'due';
  readonly after: Place | null;
  readonly limit: number;
}

interface Found {
  readonly rows: readonly (OpenClock & { readonly value: number })[];
  readonly total: number;
}

const columns = 'ticket, n, policy, policyVersion, target, cycle, superseded, clockStatus, due AS dueAt, remaining';

/** Clocks that time still moves, from a place on, and how many there are in all: as a list of each of them would show them. */
export async function findOpenPage(app: App, asked: OpenAsked): Promise<Found> {
  if (asked.status === 'met' || asked.status === 'cancelled') return { rows: [], total: 0 };
  const { compiled } = await compileWorkspaceRules(app);
  const scan = new OpenScan(compiled, asked.now, asked);
  const ofStatus = statusSql(scan, asked.status);
  const found =
    asked.sort === 'due' ? await byDue(app, scan, ofStatus, asked) : await byTimeLeft(app, scan, ofStatus, asked);
  const standing = standingOf(compiled, asked.now);
  const sortedBy = (clock: OpenClock) => (asked.sort === 'due' ? (clock.dueAt ?? noDue) : standing(clock).remaining);
  return { total: found.total, rows: found.rows.map((clock) => ({ ...clock, value: sortedBy(clock) })) };
}

interface Taken {
  readonly rows: readonly OpenClock[];
  readonly total: number;
}

/** A running clock is breached from the first whole second that it is over. */
function statusSql(scan: OpenScan, status: ClockStatus | undefined): string {
  if (status === undefined) return 'true';
  if (status === 'paused') return `clockStatus = 'paused'`;
  const kept = scan.atLeast(0);
  return status === 'running'
    ? `clockStatus = 'running' AND ${kept}`
    : `(clockStatus = 'breached' OR clockStatus = 'running' AND NOT (${kept}))`;
}

async function byTimeLeft(app: App, scan: OpenScan, ofStatus: string, { after, limit }: OpenAsked): Promise<Taken> {
  const later = after === null ? 'true' : laterThan(scan, after);
  const groups = await app.analytics.query<{ pace: number; total: number; places: number[] }>(
    `SELECT pace, count() AS total, ${scan.places('least', limit, later)} AS places
     FROM ${scan.clocks()} WHERE ${ofStatus} GROUP BY pace`,
    scan.binder.params(app.workspace),
  );
  const { clocks, condition, order } = scan.upTo('least', scan.cut(groups, 'least', limit));
  const rows = await app.analytics.query<OpenClock>(
    `SELECT ${columns} FROM ${clocks} WHERE ${ofStatus} AND ${later} AND ${condition}
     ORDER BY ${order} LIMIT ${scan.binder.bind(limit, 'UInt32')}`,
    scan.binder.params(app.workspace),
  );
  return { rows, total: groups.reduce((sum, { total }) => sum + total, 0) };
}

function laterThan(scan: OpenScan, { value, ticket, n }: Place): string {
  const next = `(ticket, n) > (${scan.binder.bind(ticket, 'String')}, ${scan.binder.bind(n, 'UInt32')})`;
  return `(${scan.atLeast(value + 1)} OR ${scan.atLeast(value)} AND ${next})`;
}

async function byDue(app: App, scan: OpenScan, ofStatus: string, { after, limit }: OpenAsked): Promise<Taken> {
  const { binder } = scan;
  const value = `ifNull(due, ${noDue})`;
  const later =
    after === null
      ? 'true'
      : `(${value}, ticket, n) > (${binder.bind(after.value, 'Int64')}, ${binder.bind(after.ticket, 'String')}, ${binder.bind(after.n, 'UInt32')})`;
  const rows = await app.analytics.query<OpenClock>(
    `SELECT ${columns} FROM ${scan.clocks()} WHERE ${ofStatus} AND ${later}
     ORDER BY ${value}, ticket, n LIMIT ${binder.bind(limit, 'UInt32')}`,
    binder.params(app.workspace),
  );
  const [counted] = await app.analytics.query<{ total: number }>(
    `SELECT count() AS total FROM ${scan.clocks()} WHERE ${ofStatus}`,
    binder.params(app.workspace),
  );
  return { rows, total: counted?.total ?? 0 };
}
