import type { z } from 'zod';
import type { clockPage } from '#contract/schemas/clock.ts';
import type { Clock } from '#domain/sla/clock.ts';
import { cycleKey, listAcknowledgements } from '#records/watch/acknowledgements.ts';
import type { App } from '../app.ts';
import { parseCursor, writeCursor } from '../cursor.ts';
import { compileWorkspaceRules } from '../rules/compile-workspace-rules.ts';
import { viewClock } from './clock-view.ts';
import {
  type ClockKey,
  type ClocksFilter,
  findOpenClocks,
  findStoppedClocks,
  noDue,
  type Place,
} from './find-clocks.ts';
import { foldTickets } from './fold-tickets.ts';
import { labelPeople } from './label-people.ts';
import { standingOf } from './standing-of.ts';

export interface ClocksRequest extends ClocksFilter {
  readonly after?: string | undefined;
  readonly limit: number;
  readonly sort: 'remaining' | 'due';
}

type ClockPage = z.infer<typeof clockPage>;

/**
 * Clocks of live tickets as they stand now, those with the least time left (or due first) first. Time left is in each
 * clock's own calendar. All pages of one walk are read at the instant of the first.
 */
export async function listClocks(app: App, request: ClocksRequest): Promise<ClockPage> {
  const cursor =
    request.after === undefined ? null : parseCursor(request.after, ['number', 'number', 'string', 'number']);
  const now = cursor?.[0] ?? app.now();
  const after: Place | null = cursor && { value: cursor[1], ticket: cursor[2], n: cursor[3] };
  const { compiled } = await compileWorkspaceRules(app);
  const [open, stopped] = await Promise.all([
    findOpenClocks(app, request),
    findStoppedClocks(app, request, { sort: request.sort, after, limit: request.limit + 1 }),
  ]);
  const standing = standingOf(compiled, now);
  const placed = open.flatMap((clock) => {
    const { status, remaining } = standing(clock);
    if (request.status !== undefined && request.status !== status) return [];
    return [{ ...clock, value: request.sort === 'due' ? (clock.dueAt ?? noDue) : remaining }];
  });
  const later = after === null ? placed : placed.filter((clock) => compare(clock, after) > 0);
  const found = [...later.toSorted(compare).slice(0, request.limit + 1), ...stopped.rows].sort(compare);
  const shown = found.slice(0, request.limit);
  const clocks = await foldClocks(app, shown, now);
  if (request.sort === 'remaining') clocks.sort((a, b) => a.remainingSeconds - b.remainingSeconds);
  const last = shown.at(-1);
  const labels = await labelPeople(app, { agent: clocks.flatMap((clock) => [clock.agent, ...holderIds(clock)]) });
  const acknowledged = await readAcknowledged(app, clocks);
  return {
    now: new Date(now).toISOString(),
    items: clocks.map((clock) => ({ ...viewClock(clock), acknowledged: acknowledged.get(cycleKey(clock)) ?? null })),
    next: found.length > shown.length && last ? writeCursor([now, last.value, last.ticket, last.n]) : null,
    total: placed.length + stopped.total,
    labels,
  };
}

async function readAcknowledged({ records, workspace }: App, clocks: readonly Clock[]) {
  const rows = await listAcknowledgements(
    records,
    workspace,
    clocks.map(({ ticket }) => ticket),
  );
  return new Map(rows.map((row) => [cycleKey(row), { by: row.name, at: row.at.toISOString() }]));
}

function compare(a: Place, b: Place): number {
  return a.value - b.value || (a.ticket < b.ticket ? -1 : a.ticket > b.ticket ? 1 : a.n - b.n);
}

/** The clocks of these keys, folded from their tickets' events as of now: pauses, bookings and warnings included. */
async function foldClocks(app: App, keys: readonly ClockKey[], now: number): Promise<Clock[]> {
  const folds = await foldTickets(app, [...new Set(keys.map(({ ticket }) => ticket))], now);
  return keys.flatMap((key) => folds.get(key.ticket)?.clocks.find((clock) => isClock(clock, key)) ?? []);
}

function isClock(clock: Clock, key: ClockKey): boolean {
  return (
    clock.policy === key.policy &&
    clock.policyVersion === key.policyVersion &&
    clock.target === key.target &&
    clock.cycle === key.cycle &&
    clock.superseded === key.superseded
  );
}

function holderIds({ bookings, holderAtBreach }: Clock): (string | null)[] {
  return [...bookings.map(({ holder }) => holder), ...(holderAtBreach ? [holderAtBreach] : [])].flatMap((holder) =>
    holder.kind === 'agent' ? [holder.id] : [],
  );
}
