import { expect, test } from 'vitest';
import { changesIn } from './changes-in.ts';

test('only what differs is a change', () => {
  const from = { role: 'agent', teams: ['Returns'], agents: [] };
  const to = { role: 'lead', teams: ['Returns'], agents: [] };
  expect(changesIn({ from, to })).toEqual([{ name: 'role', before: 'agent', after: 'lead' }]);
});

test('an entry without a before and after has no changes', () => {
  expect(changesIn({ email: 'lea@example.com' })).toEqual([]);
});
