import { expect, test } from 'vitest';
import type { Event } from '../../ticket/event.ts';
import { foldTicket } from '../../ticket/fold-ticket.ts';
import { compileRules } from '../compile-rules.ts';
import { parsePolicy } from '../parse-policy.ts';
import { openClocksNow, openClocksOf } from './open-clock.ts';

const day = [['09:00', '18:00']] as const;
const tell = [{ type: 'notify', to: 'agent' }];
const policy = {
  id: 'p',
  kind: 'customer',
  calendar: 'office',
  effectiveFrom: '2026-01-01T00:00:00Z',
  targets: [
    {
      id: 'ttr',
      metric: 'resolution',
      seconds: { high: 3600, default: 7200 },
      warnAt: [0.5, { remainingSeconds: 600 }],
      pauseOn: ['pending'],
    },
  ],
  steps: [
    { id: 'half', at: { warning: 0.5 }, do: tell },
    { id: 'last', at: { warning: { index: 2 } }, do: tell },
    { id: 'late', at: 'breach', do: tell },
    { id: 'boss', at: { afterBreach: 1800 }, do: tell },
  ],
};
const calendars = [{ id: 'office', name: 'Office', timeZone: 'UTC', weekly: { mon: day, tue: day } }];
const rulesOf = (...policies: object[]) => compileRules({ calendars, policies: policies.map(parsePolicy) });
const rules = rulesOf(policy);
const monday = (hour: number, minute = 0) => Date.UTC(2026, 10, 2, hour, minute);
const created: Event = { id: 'c', source: 's', type: 'ticket.created', at: monday(16), key: 'T', data: {} };
const event = (id: string, type: Event['type'], at: number, data: Event['data']): Event => ({
  ...created,
  id,
  type,
  at,
  data,
});

function planned(events: readonly Event[], now?: number): string[] {
  const fold = foldTicket(events, rules, now);
  const [clock] = fold === null ? [] : openClocksOf(fold);
  return (clock?.steps ?? []).map(({ step, round, at }) => `${step} ${round} ${new Date(at).toISOString()}`);
}

const alone = [
  'half 1 2026-11-02T17:00:00.000Z',
  'last 1 2026-11-02T17:50:00.000Z',
  'late 1 2026-11-03T09:00:00.001Z',
  'boss 1 2026-11-03T09:30:00.001Z',
];

test('steps are due at their warning, at the first instant beyond the target, and in open time after it', () => {
  expect(planned([created])).toEqual(alone);
});

test('the plan is the same at whatever instant after the last event the ticket is folded', () => {
  for (const now of [monday(16, 30), monday(17), monday(18), monday(33), monday(33, 20), monday(40)]) {
    expect(planned([created], now)).toEqual(alone);
  }
});

test('a pause that lasts puts off what is ahead of it, and its end plans it again', () => {
  const paused = [created, event('p', 'ticket.status', monday(17, 30), { status: 'pending' })];
  expect(planned(paused)).toEqual(alone.slice(0, 1));
  const back = [...paused, event('b', 'ticket.status', monday(33), { status: 'open' })];
  expect(planned(back)).toEqual([
    'half 1 2026-11-02T17:00:00.000Z',
    'last 1 2026-11-03T09:20:00.000Z',
    'late 1 2026-11-03T09:30:00.001Z',
    'boss 1 2026-11-03T10:00:00.001Z',
  ]);
});

test('a clock that breached and stands still plans nothing beyond its pause', () => {
  const still = [created, event('p', 'ticket.status', monday(33, 10), { status: 'pending' })];
  expect(planned(still)).toEqual(alone.slice(0, 3));
});

test('a warning armed again by a new target is the next round of its step', () => {
  const high = event('h', 'ticket.updated', monday(16, 10), { priority: 'high' });
  const usual = event('u', 'ticket.updated', monday(16, 40), { priority: null });
  expect(planned([created, high, usual]).slice(0, 3)).toEqual([
    'half 1 2026-11-02T16:30:00.000Z',
    'half 2 2026-11-02T17:00:00.000Z',
    'last 1 2026-11-02T17:50:00.000Z',
  ]);
});

test('a stopped clock has no steps left', () => {
  expect(planned([created, event('s', 'ticket.status', monday(17), { status: 'solved' })])).toEqual([]);
});

test('a version for open tickets that began after the last event counts from then on', () => {
  const next = { ...policy, effectiveFrom: '2026-11-02T16:20:00Z', openTicketsToo: true, steps: [] };
  const fold = foldTicket([created], rulesOf(policy, next));
  const versions = (now: number) => fold && openClocksNow(fold, [created], now).map((clock) => clock.policyVersion);
  expect(versions(monday(16, 10))).toEqual([1]);
  expect(versions(monday(16, 20))).toEqual([2]);
});
