import { describe, expect, test } from 'vitest';
import { parsePolicy } from './parse-policy.ts';

const target = { id: 'frt', metric: 'first-reply', seconds: { urgent: 3600, default: 14_400 }, warnAt: [0.75, 0.9] };
const gold = {
  id: 'gold',
  name: 'Gold customers',
  kind: 'customer',
  when: { all: [{ field: 'customer.tier', op: 'is', value: 'gold' }] },
  calendar: 'paris',
  effectiveFrom: '2026-01-01T00:00:00Z',
  targets: [
    target,
    { id: 'ttr', metric: 'resolution', seconds: { default: 172_800 }, calendar: 'always', pauseOn: ['pending'] },
  ],
};

test('a policy in the JSON format comes back as it is', () => {
  expect(parsePolicy(gold)).toEqual(gold);
});

test('without name its id is its name, and without conditions it matches every ticket', () => {
  expect(parsePolicy({ ...gold, name: undefined, when: undefined })).toMatchObject({ name: 'gold', when: { all: [] } });
});

describe('the first wrong value is named by code and JSON path', () => {
  const withTarget = (change: object) => ({ ...gold, targets: [{ ...target, ...change }] });
  const cases: [what: string, input: unknown, code: string, path: string][] = [
    ['no object', null, 'policy.bad-shape', '$'],
    ['no id', { ...gold, id: '' }, 'policy.bad-shape', '$.id'],
    ['an unknown kind', { ...gold, kind: 'sla' }, 'policy.bad-shape', '$.kind'],
    ['no calendar', { ...gold, calendar: undefined }, 'policy.bad-shape', '$.calendar'],
    ['a beginning without offset', { ...gold, effectiveFrom: '2026-01-01' }, 'policy.bad-shape', '$.effectiveFrom'],
    ['no targets', { ...gold, targets: {} }, 'policy.bad-shape', '$.targets'],
    ['an unknown metric', withTarget({ metric: 'speed' }), 'policy.bad-shape', '$.targets[0].metric'],
    ['negative seconds', withTarget({ seconds: { low: -1 } }), 'policy.bad-shape', '$.targets[0].seconds.low'],
    ['an unknown status', withTarget({ pauseOn: ['asleep'] }), 'policy.bad-shape', '$.targets[0].pauseOn[0]'],
    ['a share beyond the target', withTarget({ warnAt: [75] }), 'policy.bad-shape', '$.targets[0].warnAt[0]'],
    ['an unknown start', withTarget({ startAt: 'later' }), 'policy.bad-shape', '$.targets[0].startAt'],
    ['a filter of no field', { ...gold, when: { op: 'is' } }, 'filter.bad-shape', '$.when.field'],
    [
      'an unknown op',
      { ...gold, when: { any: [{ field: 'tier', op: 'like' }] } },
      'filter.bad-shape',
      '$.when.any[0].op',
    ],
    [
      'a list where a value belongs',
      { ...gold, when: { not: { field: 'tier', op: 'is', value: [] } } },
      'filter.bad-shape',
      '$.when.not.value',
    ],
  ];
  test.each(cases)('%s', (_what, input, code, path) => {
    expect(() => parsePolicy(input)).toThrow(expect.objectContaining({ code, path }));
  });
});
