import { expect, test } from 'vitest';
import { parseSteps } from '#domain/sla/escalation/parse-steps.ts';
import { actionKinds, actionOfKind, countUnclear, emptyPolicy, freeId, kindOfAction, policyToSend } from './draft.ts';

const now = Date.parse('2026-11-26T10:00:00Z');

test('a version begins when it is saved, when it began, or with a day of the workspace', () => {
  const policy = { ...emptyPolicy, effectiveFrom: '2026-01-01T00:00:00Z', retired: true, version: 4 };
  const sent = (begin: Parameters<typeof policyToSend>[1]) => policyToSend(policy, begin, now, 'Europe/Paris');
  expect(sent({ kind: 'now' })).toMatchObject({ effectiveFrom: '2026-11-26T10:00:00.000Z' });
  expect(sent({ kind: 'same' })).toMatchObject({ effectiveFrom: '2026-01-01T00:00:00Z' });
  expect(sent({ kind: 'date', date: '2026-12-01' })).toMatchObject({ effectiveFrom: '2026-11-30T23:00:00.000Z' });
  expect(sent({ kind: 'date', date: '' })).toBeNull();
  expect(sent({ kind: 'now' })).not.toHaveProperty('retired');
});

test('an id that is taken gets a number', () => {
  expect(freeId('resolution', [])).toBe('resolution');
  expect(freeId('resolution', ['resolution', 'resolution-2'])).toBe('resolution-3');
});

test('durations that were not understood are counted wherever they are typed', () => {
  const [target] = emptyPolicy.targets;
  if (target === undefined) throw new Error('the empty policy has a target');
  const targets = [{ ...target, seconds: { default: Number.NaN }, warnAt: [{ remainingSeconds: Number.NaN }, 0.5] }];
  const steps = [{ id: 's', at: { afterBreach: Number.NaN }, do: [] }];
  expect(countUnclear({ ...emptyPolicy, targets, steps })).toBe(3);
  expect(countUnclear(emptyPolicy)).toBe(0);
});

test.each(actionKinds)('an action %s is known again, and is sound once it is filled in', (kind) => {
  const action = actionOfKind(kind, 'desk');
  expect(kindOfAction(action)).toBe(kind);
  const filled = Object.fromEntries(Object.entries(action).map(([key, value]) => [key, value || 'a@example.org']));
  expect(parseSteps([{ id: 's', at: 'breach', do: [filled] }], emptyPolicy.targets, '$.steps')).toHaveLength(1);
});
