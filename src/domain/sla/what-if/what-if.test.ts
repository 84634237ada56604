import { expect, test } from 'vitest';
import type { Event } from '../../ticket/event.ts';
import { compileRules } from '../compile-rules.ts';
import type { Policy } from '../policy.ts';
import { asIfAlways, changePolicies, policiesInForce } from './as-if-always.ts';
import { WhatIfComparison } from './compare-ticket.ts';
import { addFigures, complianceOf, noFigures, targetKey } from './figures.ts';

const policy = (id: string, changes: Partial<Policy> = {}): Policy => ({
  id,
  name: id,
  kind: 'customer',
  when: { field: 'channel', op: 'is', value: id },
  calendar: 'always',
  effectiveFrom: '2026-01-01T00:00:00Z',
  targets: [{ id: 'frt', metric: 'first-reply', seconds: { default: 3600 } }],
  ...changes,
});
const at = (text: string) => Date.parse(text);
const ids = (policies: readonly Policy[]) => policies.map(({ id }) => id);

test('of each policy the version that has begun last is in force, unless it ends the policy', () => {
  const versions = [
    policy('a', { version: 1 }),
    policy('a', { version: 2, effectiveFrom: '2026-06-01T00:00:00Z' }),
    policy('b', { effectiveFrom: '2026-09-01T00:00:00Z' }),
    policy('c', { version: 1 }),
    policy('c', { version: 2, effectiveFrom: '2026-03-01T00:00:00Z', retired: true }),
  ];
  const inForce = (text: string) =>
    policiesInForce(versions, at(text)).map(({ id, version }) => `${id}${version ?? ''}`);
  expect(inForce('2025-01-01T00:00:00Z')).toEqual([]);
  expect(inForce('2026-02-01T00:00:00Z')).toEqual(['a1', 'c1']);
  expect(inForce('2026-07-01T00:00:00Z')).toEqual(['a2']);
  expect(inForce('2026-12-01T00:00:00Z')).toEqual(['a2', 'b']);
});

test('changes replace, add, end and order policies', () => {
  const today = [policy('a'), policy('b'), policy('c')];
  const tighter = policy('b', { name: 'tighter' });
  const changed = changePolicies(today, { policies: [tighter, policy('d')], retired: ['a'], order: ['d', 'b'] });
  expect(ids(changed)).toEqual(['d', 'b', 'c']);
  expect(changed[1]).toBe(tighter);
  expect(ids(changePolicies(today, { policies: [policy('c', { retired: true })] }))).toEqual(['a', 'b']);
});

test('policies as if always begin before every ticket, and one that could never apply is left out', () => {
  const shadow = policy('shadow', { when: policy('a').when, openTicketsToo: true });
  const always = asIfAlways([policy('a'), shadow, policy('b', { openTicketsToo: true })]);
  expect(ids(always)).toEqual(['a', 'b']);
  expect(always.every((one) => at(one.effectiveFrom) === 0 && one.openTicketsToo === undefined)).toBe(true);
  expect(() => compileRules({ calendars: [], policies: always })).not.toThrow();
});

let made = 0;
const event = (key: string, type: Event['type'], time: string, data: Event['data'] = {}): Event => ({
  ...{ id: String(++made), source: 's', type, at: at(time), key, data },
});
const reply = { actor: { kind: 'agent', id: 'a1', name: null }, direction: 'outbound', public: true } as const;

/** A ticket answered after some minutes; never where they are null. */
function ticket(key: string, day: string, minutes: number | null): Event[] {
  const created = event(key, 'ticket.created', `${day}T09:00:00Z`, { channel: 'chat', team: 'x' });
  if (minutes === null) return [created];
  return [
    created,
    event(key, 'ticket.message', new Date(created.at + minutes * 60_000).toISOString(), reply as Event['data']),
  ];
}

test('tickets of the period are judged by both sets, and those that stand elsewhere are named', () => {
  const rules = (seconds: number) =>
    compileRules({
      calendars: [],
      policies: [policy('chat', { targets: [{ id: 'frt', metric: 'first-reply', seconds: { default: seconds } }] })],
    });
  const period = { from: at('2026-03-01T00:00:00Z'), to: at('2026-04-01T00:00:00Z'), now: at('2026-03-20T10:00:00Z') };
  const comparison = new WhatIfComparison({ before: rules(3600), after: rules(600) }, period);
  comparison.add('quick', ticket('quick', '2026-03-02', 5));
  comparison.add('slow', ticket('slow', '2026-03-02', 30));
  comparison.add('late', ticket('late', '2026-03-02', 90));
  comparison.add('open', ticket('open', '2026-03-20', null));
  comparison.add('before', ticket('before', '2026-02-28', 30));
  comparison.add('gone', [
    ...ticket('gone', '2026-03-03', 30),
    event('gone', 'ticket.deleted', '2026-03-03T12:00:00Z', { reason: 'spam' } as Event['data']),
  ]);
  // At the very end of its hour the open one is not late yet.
  const before = { met: 2, breached: 1, running: 1 };
  const after = { met: 1, breached: 3, running: 0 };
  const side = (tally: typeof before) => ({
    covered: 4,
    total: tally,
    targets: { [targetKey('chat', 'frt')]: tally },
    teams: { x: tally },
  });
  expect(comparison.figures).toEqual({ tickets: 4, failed: 0, before: side(before), after: side(after) });
  expect(comparison.changed).toEqual([
    { ticket: 'slow', before: 'kept', after: 'broken' },
    { ticket: 'open', before: 'open', after: 'broken' },
  ]);
  comparison.fail();
  const twice = addFigures(comparison.figures, addFigures(noFigures, comparison.figures));
  expect(twice).toMatchObject({ tickets: 8, failed: 2, after: { total: { met: 2, breached: 6 }, covered: 8 } });
  expect(complianceOf(before)).toBeCloseTo(2 / 3);
  expect(complianceOf(noFigures.before.total)).toBeNull();
});

test('a policy that has ended takes no ticket, and the next of its kind takes them', () => {
  const ended = policy('a', { when: { all: [] }, effectiveFrom: '2026-06-01T00:00:00Z', retired: true, version: 2 });
  const first = policy('a', { when: { all: [] }, version: 1 });
  const rules = compileRules({
    calendars: [],
    policies: [first, ended, policy('b', { when: { all: [] }, effectiveFrom: '2026-06-01T00:00:00Z' })],
  });
  const period = { from: 0, to: at('2027-01-01T00:00:00Z'), now: at('2027-01-01T00:00:00Z') };
  const comparison = new WhatIfComparison({ before: rules, after: rules }, period);
  comparison.add('old', ticket('old', '2026-03-02', 5));
  comparison.add('new', ticket('new', '2026-07-02', 5));
  expect(Object.keys(comparison.figures.after.targets)).toEqual([targetKey('a', 'frt'), targetKey('b', 'frt')]);
});
