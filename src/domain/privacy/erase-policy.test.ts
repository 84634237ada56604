import { expect, test } from 'vitest';
import type { Policy } from '../sla/policy.ts';
import { eraseFromPolicy } from './erase-policy.ts';

const policy: Policy = {
  id: 'own',
  name: 'Own promise',
  kind: 'customer',
  when: {
    any: [
      { field: 'customer.id', op: 'is', value: '42' },
      { all: [{ field: 'customer', op: 'in', value: ['41', 42] }, { not: { field: 'agent', op: 'is', value: '42' } }] },
      { field: 'customer', op: 'exists' },
    ],
  },
  calendar: 'always',
  effectiveFrom: '2026-01-01T00:00:00Z',
  targets: [],
};

test('a policy that names the customer names the pseudonym instead, and nothing else of it changes', () => {
  expect(eraseFromPolicy(policy, '42', 'p')).toEqual({
    ...policy,
    when: {
      any: [
        { field: 'customer.id', op: 'is', value: 'p' },
        {
          all: [
            { field: 'customer', op: 'in', value: ['41', 'p'] },
            { not: { field: 'agent', op: 'is', value: '42' } },
          ],
        },
        { field: 'customer', op: 'exists' },
      ],
    },
  });
  expect(eraseFromPolicy(policy, '7', 'p')).toEqual(policy);
});
