import type { z } from 'zod';
import type { clockPage } from '#contract/schemas/clock.ts';
import type { Clock } from '#domain/sla/clock.ts';
import { cycleKey } from '#domain/sla/cycle-key.ts';
import { listReviews } from '#records/reviews/breach-reviews.ts';
import { listAcknowledgements } from '#records/watch/acknowledgements.ts';
import type { App } from '../app.ts';
import { parseCursor, writeCursor } from '../cursor.ts';
import { viewClock } from './clock-view.ts';
import { type ClockKey, type ClocksFilter, findStoppedClocks, type Place } from './find-clocks.ts';
import { foldTickets } from './fold-tickets.ts';
import { labelPeople } from './label-people.ts';
import { findOpenPage } from './open/find-open-page.ts';

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
  const page = { sort: request.sort, after, limit: request.limit + 1 };
  const [open, stopped] = await Promise.all([
    findOpenPage(app, { ...request, ...page, now }),
    findStoppedClocks(app, request, page),
  ]);
  const found = [...open.rows, ...stopped.rows].sort(compare);
  const shown = found.slice(0, request.limit);
  const clocks = await foldClocks(app, shown, now);
  if (request.sort === 'remaining') clocks.sort((a, b) => a.remainingSeconds - b.remainingSeconds);
  const last = shown.at(-1);
  const labels = await labelPeople(app, { agent: clocks.flatMap((clock) => [clock.agent, ...holderIds(clock)]) });
  const [acknowledged, excused] = await Promise.all([readAcknowledged(app, clocks), readExcused(app, clocks)]);
  return {
    now: new Date(now).toISOString(),
    items: clocks.map((clock) => ({
      ...viewClock(clock),
      acknowledged: acknowledged.get(cycleKey(clock)) ?? null,
      // An excuse stays written where its breach is no more, as the rules have changed: it then excuses nothing.
      excused: clock.status === 'breached' && excused.has(cycleKey(clock)),
    })),
    next: found.length > shown.length && last ? writeCursor([now, last.value, last.ticket, last.n]) : null,
    total: open.total + stopped.total,
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

async function readExcused({ records, workspace }: App, clocks: readonly Clock[]): Promise<ReadonlySet<string>> {
  const reviews = await listReviews(
    records,
    workspace,
    clocks.map(({ ticket }) => ticket),
  );
  return new Set(reviews.filter(({ excuse }) => excuse !== null).map(cycleKey));
}

/** Tickets in the order of their bytes, as the store sorts them. */
function compare(a: Place, b: Place): number {
  return a.value - b.value || Buffer.compare(Buffer.from(a.ticket), Buffer.from(b.ticket)) || a.n - b.n;
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
