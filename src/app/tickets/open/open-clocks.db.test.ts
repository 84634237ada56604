import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Binder } from '#analytics/binder.ts';
import type { Calendar } from '#domain/time/calendar.ts';
import { eventOf, reply, start, WatchDesk, watchPolicy } from '#test/support/watch-desk.ts';
import { byOperator } from '../../audit/record-audit.ts';
import { adoptRules } from '../../rules/adopt-rules.ts';
import { compileWorkspaceRules } from '../../rules/compile-workspace-rules.ts';
import { type ClocksFilter, conditionsOf, isOpen, keyColumns, noDue, type OpenClock } from '../find-clocks.ts';
import { standingOf } from '../standing-of.ts';
import { findOpenPage } from './find-open-page.ts';
import { findUrgent } from './find-urgent.ts';

let desk: WatchDesk;
const TICKETS = 260;

const office: Calendar = {
  ...{ id: 'office', name: 'Office', timeZone: 'Europe/Paris', effectiveFrom: '2020-01-01T00:00:00Z' },
  weekly: {
    mon: [
      ['09:00', '12:00'],
      ['14:00', '18:00'],
    ],
    tue: [['22:00', '06:00']],
    fri: [['08:00', '10:00']],
  },
} as Calendar;

const targets = (calendar: string) => [
  { id: 'frt', metric: 'first-reply', seconds: { default: 600, urgent: 60 } },
  { id: 'ttr', metric: 'resolution', calendar, seconds: { default: 14_400, urgent: 600 }, pauseOn: ['pending'] },
];

/** Clocks of three calendars, many of them due at the very same second, some of them standing still or stopped. */
beforeAll(async () => {
  desk = await WatchDesk.open();
  await desk.enter('open');
  const { steps: _, ...plain } = watchPolicy;
  const others = { ...plain, id: 'inside', kind: 'internal', calendar: 'office', targets: targets('always') };
  const policies = [{ ...plain, targets: targets('office') }, others];
  await adoptRules(desk.app, { calendars: [office], policies }, byOperator);
  const [cases] = fc.sample(fc.array(ticketCase, { minLength: TICKETS, maxLength: TICKETS }), { seed: 7, numRuns: 1 });
  await desk.send(...(cases ?? []).flatMap(eventsOf));
}, 180_000);
afterAll(() => desk.close());

const ticketCase = fc.record({
  at: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 200_000 })),
  urgent: fc.boolean(),
  team: fc.constantFrom('care', 'returns', null),
  later: fc.constantFrom('nothing', 'nothing', 'reply', 'pending', 'solved'),
});

function eventsOf(
  { at, urgent, team, later }: typeof ticketCase extends fc.Arbitrary<infer T> ? T : never,
  n: number,
): object[] {
  const ticket = `T-${(n * 7) % TICKETS}`;
  const created = eventOf(ticket, at, 'ticket.created', { agent: 'a1', team, priority: urgent ? 'urgent' : 'normal' });
  if (later === 'nothing') return [created];
  if (later === 'reply') return [created, eventOf(ticket, at + 30, 'ticket.message', reply)];
  return [created, eventOf(ticket, at + 40, 'ticket.status', { actor: reply.actor, status: later })];
}

/** The plain way: every open clock is read and asked how it stands. */
async function readAll(filter: ClocksFilter, now: number) {
  const { compiled } = await compileWorkspaceRules(desk.app);
  const binder = new Binder();
  const rows = await desk.app.analytics.query<OpenClock>(
    `SELECT ${keyColumns}, clockStatus, toUnixTimestamp64Milli(dueAt) AS dueAt, targetSeconds - elapsedSeconds AS remaining
     FROM clocks FINAL WHERE ${conditionsOf(filter, binder)} AND ${isOpen}`,
    binder.params(desk.app.workspace),
  );
  const standing = standingOf(compiled, now);
  const all = rows.map((clock) => ({ ...clock, left: standing(clock) }));
  return all.filter(({ left }) => filter.status === undefined || filter.status === left.status);
}

const byTicket = (a: { ticket: string; n: number }, b: { ticket: string; n: number }) =>
  a.ticket < b.ticket ? -1 : a.ticket > b.ticket ? 1 : a.n - b.n;

const asked = fc.record({
  now: fc
    .integer({ min: start - 1_000, max: start + 400_000_000 })
    .chain((at) => fc.constantFrom(at, start + 600_500, start + 60_999)),
  sort: fc.constantFrom('remaining' as const, 'due' as const),
  status: fc.constantFrom(undefined, undefined, 'running' as const, 'breached' as const, 'paused' as const),
  metric: fc.constantFrom(undefined, 'resolution' as const),
  filter: fc.constantFrom(undefined, { field: 'team', op: 'is', value: 'care' } as const),
  limit: fc.constantFrom(23, 70, 500),
});

test('the clocks at hand run, stand still and are over, and several have the same time left', async () => {
  const all = await readAll({}, start + 600_500);
  expect(new Set(all.map(({ left }) => left.status))).toEqual(new Set(['running', 'paused', 'breached']));
  expect(new Set(all.map(({ left }) => left.remaining)).size).toBeLessThan(all.length / 2);
});

test('pages hold the clocks, in the order and number, that reading them all would give', async () => {
  await fc.assert(
    fc.asyncProperty(asked, async ({ now, sort, limit, ...filter }) => {
      const all = (await readAll(filter, now)).map((clock) => ({
        ...{ ticket: clock.ticket, n: clock.n },
        value: sort === 'due' ? (clock.dueAt ?? noDue) : clock.left.remaining,
      }));
      all.sort((a, b) => a.value - b.value || byTicket(a, b));
      const walked: typeof all = [];
      for (;;) {
        const page = await findOpenPage(desk.app, { ...filter, now, sort, limit, after: walked.at(-1) ?? null });
        expect(page.total).toBe(all.length);
        const rows = page.rows.map(({ ticket, n, value }) => ({ ticket, n, value }));
        walked.push(...rows.sort((a, b) => a.value - b.value || byTicket(a, b)));
        if (rows.length < limit) break;
      }
      expect(walked).toEqual(all);
    }),
    { numRuns: 25, seed: 11 },
  );
}, 180_000);

test('the wallboard counts and begins with the clocks that reading them all would give', async () => {
  await fc.assert(
    fc.asyncProperty(asked, async ({ now, filter, limit }) => {
      const all = await readAll({ filter }, now);
      const bandOf = ({ status, remaining }: (typeof all)[number]['left']) => {
        if (status === 'paused') return 'paused';
        if (remaining < 0) return 'over';
        if (remaining < 900) return 'quarter';
        if (remaining < 3_600) return 'hour';
        return remaining < 14_400 ? 'four-hours' : 'later';
      };
      const counts = new Map<string, number>();
      for (const { left } of all) counts.set(bandOf(left), (counts.get(bandOf(left)) ?? 0) + 1);
      const running = all.filter(({ left }) => left.status !== 'paused');
      const kept = running.filter(({ left }) => left.remaining >= 0);
      const over = running.filter(({ left }) => left.remaining < 0);
      kept.sort((a, b) => a.left.remaining - b.left.remaining || byTicket(a, b));
      over.sort((a, b) => b.left.remaining - a.left.remaining || byTicket(a, b));
      const found = await findUrgent(desk.app, { filter, now, limit });
      expect(found.bands).toEqual(counts);
      expect(found.first.map(({ ticket, n, remaining }) => [ticket, n, remaining])).toEqual(
        [...kept, ...over].slice(0, limit).map(({ ticket, n, left }) => [ticket, n, left.remaining]),
      );
    }),
    { numRuns: 25, seed: 13 },
  );
}, 180_000);
