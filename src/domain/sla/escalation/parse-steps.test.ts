import { expect, test } from 'vitest';
import { VigieError } from '../../error.ts';
import { parsePolicy } from '../parse-policy.ts';

const tell = [{ type: 'notify', to: 'agent' }];

function policyWith(...steps: object[]) {
  return {
    id: 'p',
    kind: 'customer',
    calendar: 'always',
    effectiveFrom: '2026-01-01T00:00:00Z',
    targets: [{ id: 'ttr', metric: 'resolution', seconds: { default: 60 }, warnAt: [0.5, { remainingSeconds: 10 }] }],
    steps,
  };
}

function problemOf(...steps: object[]): unknown {
  try {
    return parsePolicy(policyWith(...steps)).steps;
  } catch (error) {
    return error instanceof VigieError ? [error.code, error.path] : error;
  }
}

test('every kind of step is read as it is written', () => {
  const steps = [
    { id: 'half', at: { warning: 0.5 }, do: tell },
    { id: 'second', at: { warning: { index: 2 } }, targets: ['ttr'], do: tell },
    { id: 'left', at: { warning: { remainingSeconds: 10 } }, do: [{ type: 'notify', to: 'channel', channel: 'ops' }] },
    { id: 'late', at: 'breach', do: [{ type: 'notify', to: 'address', address: 'boss@example.org' }] },
    {
      id: 'boss',
      at: { afterBreach: 600 },
      do: [
        { type: 'notify', to: 'manager' },
        { type: 'reassign', channel: 'hook', team: 'tier-2' },
        { type: 'set-priority', channel: 'hook', priority: 'urgent' },
        { type: 'tag', channel: 'hook', tag: 'late' },
        { type: 'webhook', channel: 'hook' },
      ],
    },
  ];
  expect(parsePolicy(policyWith(...steps)).steps).toEqual(steps);
});

test('a step that could never be due, or is wrong, is refused with its place', () => {
  expect(problemOf({ id: 'x', at: { warning: 0.6 }, do: tell })).toEqual([
    'policy.step-without-warning',
    '$.steps[0].at',
  ]);
  expect(problemOf({ id: 'x', at: { warning: { index: 3 } }, do: tell })).toEqual([
    'policy.step-without-warning',
    '$.steps[0].at',
  ]);
  expect(problemOf({ id: 'x', at: 'breach', targets: ['no'], do: tell })).toEqual([
    'policy.step-unknown-target',
    '$.steps[0].targets[0]',
  ]);
  expect(problemOf({ id: 'x', at: 'breach', do: tell }, { id: 'x', at: 'breach', do: tell })).toEqual([
    'policy.duplicate-step',
    '$.steps[1].id',
  ]);
  expect(problemOf({ id: 'X!', at: 'breach', do: tell })).toEqual(['policy.bad-shape', '$.steps[0].id']);
  expect(problemOf({ id: 'x', at: 'soon', do: tell })).toEqual(['policy.bad-shape', '$.steps[0].at']);
  expect(problemOf({ id: 'x', at: { afterBreach: -1 }, do: tell })).toEqual([
    'policy.bad-shape',
    '$.steps[0].at.afterBreach',
  ]);
  expect(problemOf({ id: 'x', at: 'breach', do: [] })).toEqual(['policy.bad-shape', '$.steps[0].do']);
  expect(problemOf({ id: 'x', at: 'breach', do: [{ type: 'reassign', channel: 'h' }] })).toEqual([
    'policy.bad-shape',
    '$.steps[0].do[0]',
  ]);
  expect(problemOf({ id: 'x', at: 'breach', do: [{ type: 'notify', to: 'address', address: 'nobody' }] })).toEqual([
    'policy.bad-shape',
    '$.steps[0].do[0].address',
  ]);
});
