import { expect, test } from 'vitest';
import type { Policy, Target } from '../policy.ts';
import { findPolicyProblems } from './find-problems.ts';

const frt: Target = { id: 'frt', metric: 'first-reply', seconds: { default: 3600 } };
const policy: Policy = {
  id: 'gold',
  name: 'Gold',
  kind: 'customer',
  when: { all: [] },
  calendar: 'paris',
  effectiveFrom: '2026-01-01T00:00:00Z',
  targets: [frt],
};
const channels = [
  { id: 'desk', kind: 'e-mail' },
  { id: 'helpdesk', kind: 'webhook' },
];
const known = { calendars: ['paris'], channels };
const found = (changes: Partial<Policy>) =>
  findPolicyProblems({ ...policy, ...changes }, known).map(({ code, path }) => [code, path]);
const ofTarget = (changes: Partial<Target>) => found({ targets: [{ ...frt, ...changes }] });

test('a sound policy has no problem', () => {
  expect(found({})).toEqual([]);
  expect(found({ calendar: 'always' })).toEqual([]);
});

test.each<[what: string, changes: Partial<Policy>, code: string, path: string]>([
  ['no name', { name: ' ' }, 'policy.name-missing', '$.name'],
  ['no target', { targets: [] }, 'policy.no-targets', '$.targets'],
  ['no such calendar', { calendar: 'moon' }, 'policy.unknown-calendar', '$.calendar'],
  ['no such field', { when: { field: 'shoe', op: 'exists' } }, 'filter.unknown-field', '$.when'],
  ['two of one id', { targets: [frt, frt] }, 'policy.duplicate-target', '$.targets[1].id'],
])('%s', (_, changes, code, path) => {
  expect(found(changes)).toEqual([[code, path]]);
});

test.each<[what: string, changes: Partial<Target>, code: string, at: string]>([
  ['no time', { seconds: {} }, 'policy.target-without-time', 'seconds'],
  ['no time at all for a priority', { seconds: { urgent: 0, default: 60 } }, 'policy.target-zero', 'seconds.urgent'],
  ['no such calendar of its own', { calendar: 'moon' }, 'policy.unknown-calendar', 'calendar'],
  [
    'a start of another metric',
    { metric: 'resolution', startAt: 'created' },
    'policy.start-not-first-reply',
    'startAt',
  ],
  ['a clock that never runs', { pauseOn: ['new', 'open', 'pending', 'on-hold'] }, 'policy.always-paused', 'pauseOn'],
  [
    'a warning before the clock begins',
    { warnAt: [0.5, { remainingSeconds: 3600 }] },
    'policy.warning-too-early',
    'warnAt[1]',
  ],
])('%s', (_, changes, code, at) => {
  expect(ofTarget(changes)).toEqual([[code, `$.targets[0].${at}`]]);
});

test('a step that writes to no channel that is there', () => {
  const steps: Policy['steps'] = [
    {
      id: 's',
      at: 'breach',
      do: [
        { type: 'notify', to: 'agent' },
        { type: 'webhook', channel: 'nowhere' },
      ],
    },
  ];
  expect(found({ steps })).toEqual([['policy.unknown-channel', '$.steps[0].do[1].channel']]);
  expect(findPolicyProblems({ ...policy, steps }, { ...known, channels: null })).toEqual([]);
});

test('a step that asks a channel to act which can only be written to', () => {
  const asked = (channel: string) =>
    found({
      steps: [
        {
          id: 's',
          at: 'breach',
          do: [
            { type: 'notify', to: 'channel', channel },
            { type: 'tag', channel, tag: 'x' },
          ],
        },
      ],
    });
  expect(asked('helpdesk')).toEqual([]);
  expect(asked('desk')).toEqual([['policy.channel-only-tells', '$.steps[0].do[1].channel']]);
});

test('all problems are told at once, and none of a version that ends the policy but its name', () => {
  expect(found({ name: '', targets: [], calendar: 'moon' })).toHaveLength(3);
  expect(found({ retired: true, targets: [], calendar: 'moon' })).toEqual([]);
});
