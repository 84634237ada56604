import { expect, test } from 'vitest';
import type { Policy } from '../policy.ts';
import { compareVersions } from './compare-versions.ts';

const policy: Policy = {
  id: 'gold',
  name: 'Gold',
  kind: 'customer',
  when: { field: 'tier', op: 'is', value: 'gold' },
  calendar: 'paris',
  effectiveFrom: '2026-01-01T00:00:00Z',
  targets: [
    { id: 'frt', metric: 'first-reply', seconds: { urgent: 600, default: 3600 }, warnAt: [0.5] },
    { id: 'ttr', metric: 'resolution', seconds: { default: 7200 }, pauseOn: ['pending'] },
  ],
};

test('versions that promise the same have no change, whatever the order of their keys and what they leave unsaid', () => {
  const { name, ...rest } = policy;
  const [frt, ttr] = policy.targets;
  const same = { ...rest, when: { value: 'gold', op: 'is', field: 'tier' }, name, openTicketsToo: false } as Policy;
  expect(compareVersions(policy, same)).toEqual([]);
  expect(compareVersions({ ...policy, targets: [{ ...frt, warnAt: [0.5] }, ttr] } as Policy, policy)).toEqual([]);
});

test('each change stands alone, with what it was and what it became', () => {
  const [frt] = policy.targets;
  const after: Policy = {
    ...policy,
    name: 'Gold customers',
    openTicketsToo: true,
    targets: [
      { ...(frt as Policy['targets'][number]), seconds: { high: 1200, default: 1800 }, calendar: 'always' },
      { id: 'own', metric: 'ownership', seconds: { default: 60 } },
    ],
    steps: [{ id: 'tell', at: 'breach', do: [{ type: 'notify', to: 'agent' }] }],
  };
  const told = compareVersions(policy, after).map(({ part, of, priority, before, after: next }) => [
    [part, of, priority].filter((each) => each !== null).join(' '),
    before,
    next,
  ]);
  expect(told).toEqual([
    ['name', 'Gold', 'Gold customers'],
    ['openTicketsToo', false, true],
    ['seconds frt urgent', 600, null],
    ['seconds frt default', 3600, 1800],
    ['seconds frt high', null, 1200],
    ['targetCalendar frt', null, 'always'],
    ['target ttr', policy.targets[1], null],
    ['target own', null, after.targets[1]],
    ['step tell', null, after.steps?.[0]],
  ]);
});
