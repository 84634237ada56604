import { expect, test } from 'vitest';
import type { Calendar } from '../time/calendar.ts';
import { compileRules } from './compile-rules.ts';
import type { Policy } from './policy.ts';

const office: Calendar = { id: 'office', name: 'Office', timeZone: 'UTC', weekly: { mon: [['09:00', '18:00']] } };
const policy: Policy = {
  id: 'a',
  name: 'A',
  kind: 'customer',
  when: { all: [] },
  calendar: 'always',
  effectiveFrom: '2026-01-01T00:00:00Z',
  targets: [],
};

function codeOf(input: { calendars?: readonly Calendar[]; policies?: readonly Policy[]; businessCalendar?: string }) {
  try {
    compileRules({ calendars: [], policies: [], ...input });
    return null;
  } catch (error) {
    return (error as { code?: string }).code;
  }
}

test('two policies of one kind with the same conditions overlap, however the conditions are written', () => {
  const when = { field: 'tier', op: 'is', value: 'gold' } as const;
  const same = { value: 'gold', op: 'is', field: 'tier' } as const;
  expect(
    codeOf({
      policies: [
        { ...policy, when },
        { ...policy, id: 'b', when: same },
      ],
    }),
  ).toBe('policy.overlap');
});

test('of different kinds they do not', () => {
  expect(codeOf({ policies: [policy, { ...policy, id: 'b', kind: 'internal' }] })).toBeNull();
});

test('a policy that begins before the one in front of it applies until then, which is no overlap', () => {
  expect(codeOf({ policies: [policy, { ...policy, id: 'b', effectiveFrom: '2025-01-01T00:00:00Z' }] })).toBeNull();
});

test('a policy whose conditions are taken only by a later version of another applies until then', () => {
  const first = { ...policy, when: { field: 'tier', op: 'is', value: 'gold' } } as const;
  const second = { ...policy, effectiveFrom: '2026-06-01T00:00:00Z' };
  expect(codeOf({ policies: [first, second, { ...policy, id: 'b' }] })).toBeNull();
});

test('versions that begin together, in whatever offset, are refused', () => {
  expect(codeOf({ policies: [policy, { ...policy, effectiveFrom: '2026-01-01T01:00:00+01:00' }] })).toBe(
    'policy.duplicate-version',
  );
  expect(codeOf({ calendars: [office, office] })).toBe('calendar.duplicate-version');
});

test('what is unknown is told: a calendar, the business calendar, a field', () => {
  expect(codeOf({ policies: [{ ...policy, targets: [target('nowhere')] }] })).toBe('policy.unknown-calendar');
  expect(codeOf({ businessCalendar: 'nowhere' })).toBe('policy.unknown-calendar');
  expect(codeOf({ policies: [{ ...policy, when: { field: 'colour', op: 'exists' } }] })).toBe('filter.unknown-field');
});

function target(calendar: string) {
  return { id: 't', metric: 'resolution', seconds: { default: 1 }, calendar } as const;
}

test('two targets of one id in a policy are refused', () => {
  expect(codeOf({ policies: [{ ...policy, targets: [target('always'), target('always')] }] })).toBe(
    'policy.duplicate-target',
  );
});
