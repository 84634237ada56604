import { expect, test } from 'vitest';
import { filterOf } from './filters.ts';

test('one value is `is`, several are `in`, none is `is null`', () => {
  expect(filterOf({ channel: ['email'] })).toEqual({ field: 'channel', op: 'is', value: 'email' });
  expect(filterOf({ channel: ['email', 'chat'] })).toEqual({ field: 'channel', op: 'in', value: ['email', 'chat'] });
  expect(filterOf({ agent: [null] })).toEqual({ field: 'agent', op: 'is', value: null });
  expect(filterOf({ agent: ['a', null] })).toEqual({
    any: [
      { field: 'agent', op: 'is', value: 'a' },
      { field: 'agent', op: 'is', value: null },
    ],
  });
});

test('filters of several origins must all match', () => {
  const own = { not: { field: 'type', op: 'is', value: 'spam' } } as const;
  expect(filterOf(own, { team: ['a'] }, null, {})).toEqual({ all: [own, { field: 'team', op: 'is', value: 'a' }] });
  expect(filterOf({})).toBeNull();
});

test('a dimension may be called all or any', () => {
  expect(filterOf({ all: ['x'] })).toEqual({ field: 'all', op: 'is', value: 'x' });
});
