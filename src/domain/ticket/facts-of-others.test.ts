import { expect, test } from 'vitest';
import type { Event, EventData, EventType } from './event.ts';
import { factsOfOthers } from './facts-of-others.ts';

let count = 0;
function event(type: EventType, at: number, data: EventData): Event {
  count++;
  return { id: `e${count}`, source: 's', type, at, key: 'k', data };
}

test('presence lasts until the next change, and a status of the source’s own counts as away', () => {
  const { presence } = factsOfOthers('k', [
    event('agent.presence', 2000, { agent: 'k', status: 'En réunion', capacity: 3 }),
    event('agent.presence', 1000, { agent: 'k', status: 'online' }),
    event('agent.presence', 3000, { agent: 'k', status: 'offline' }),
  ]);
  expect(presence.map(({ n, presenceStatus, label, from, to }) => [n, presenceStatus, label, from, to])).toEqual([
    [0, 'online', null, 1000, 2000],
    [1, 'away', 'En réunion', 2000, 3000],
    [2, 'offline', null, 3000, null],
  ]);
});

test('an end closes the subscription of its plan; the others last', () => {
  const { subscriptions } = factsOfOthers('k', [
    event('subscription.started', 1, { customer: 'k', plan: 'basic', monthlyValue: 10 }),
    event('subscription.started', 2, { customer: 'k', plan: 'pro', monthlyValue: 50 }),
    event('subscription.ended', 3, { customer: 'k', plan: 'pro' }),
    event('subscription.ended', 4, { customer: 'k', plan: 'gone' }),
  ]);
  expect(subscriptions.map(({ plan, startedAt, endedAt }) => [plan, startedAt, endedAt])).toEqual([
    ['basic', 1, null],
    ['pro', 2, 3],
    ['gone', null, 4],
  ]);
});

test('a later event of the same beginning tells the same incident further', () => {
  const from = '2026-11-02T09:00:00Z';
  const { incidents } = factsOfOthers('k', [
    event('service.incident', 1, { component: 'k', from }),
    event('service.incident', 2, { component: 'k', from, respondedAt: '2026-11-02T09:05:00Z' }),
    event('service.incident', 3, { component: 'k', from, to: '2026-11-02T10:00:00Z' }),
    event('service.check', 4, { component: 'k', value: 1 }),
  ]);
  expect(incidents).toMatchObject([
    {
      kind: 'incident',
      from: Date.parse(from),
      respondedAt: Date.parse('2026-11-02T09:05:00Z'),
      to: Date.parse('2026-11-02T10:00:00Z'),
    },
    { kind: 'check', from: 4, to: null, value: 1 },
  ]);
});

test('what begins during a maintenance of its component is marked, whichever is told first', () => {
  const span = { from: '2026-11-02T09:00:00Z', to: '2026-11-02T10:00:00Z' };
  const { incidents } = factsOfOthers('k', [
    event('service.incident', 1, { component: 'k', from: '2026-11-02T09:30:00Z', to: '2026-11-02T11:00:00Z' }),
    event('service.incident', 2, { component: 'k', from: '2026-11-02T10:00:00Z', to: null }),
    event('service.maintenance', 3, { component: 'k', ...span }),
  ]);
  expect(incidents.map(({ kind, inMaintenance }) => [kind, inMaintenance])).toEqual([
    ['incident', true],
    ['incident', false],
    ['maintenance', false],
  ]);
});

test('shifts and ledger entries keep their spans', () => {
  const span = { from: '2026-11-02T08:00:00Z', to: '2026-11-02T16:00:00Z' };
  const { shifts, ledger } = factsOfOthers('k', [
    event('agent.shift', 1, { agent: 'k', ...span }),
    event('ledger.entry', 2, { kind: 'support-cost', amount: 12.5, currency: 'EUR', ...span }),
  ]);
  expect(shifts).toMatchObject([{ agent: 'k', seconds: 28_800 }]);
  expect(ledger).toMatchObject([
    { kind: 'support-cost', amount: 12.5, from: Date.parse(span.from), to: Date.parse(span.to) },
  ]);
});
