import { expect, test } from 'vitest';
import { clearConditions, filterOfSearch, readConditions, withCondition } from './conditions.ts';

test('any value survives the URL, commas, tildes and percent signs too', () => {
  const values = ['a,b', '~x', '50%', '%2C', null, 'Léa'];
  for (const kind of ['is', 'not'] as const) {
    const condition = { field: 'fields.product', kind, values };
    expect(readConditions(withCondition({}, condition))).toEqual([condition]);
  }
});

test('choosing nothing removes the filter and leaves the rest', () => {
  const search = { every: 'week', 'f.team': 'a', 'f-not.team': 'b' };
  expect(withCondition(search, { field: 'team', kind: 'is', values: [] })).toEqual({
    every: 'week',
    'f-not.team': 'b',
  });
  expect(clearConditions({ ...search, 'f-gt.fields.size': '3' })).toEqual({ every: 'week' });
});

test('each kind of filter asks its own question, and all must match', () => {
  const search = { 'f-not.team': 'a,b', 'f-has.type': 'ref', 'f-gt.fields.size': '3', 'f-set.agent': 'no' };
  expect(filterOfSearch(search, { field: 'channel', op: 'is', value: 'chat' })).toEqual({
    all: [
      { field: 'channel', op: 'is', value: 'chat' },
      { not: { field: 'team', op: 'in', value: ['a', 'b'] } },
      { field: 'type', op: 'contains', value: 'ref' },
      { field: 'fields.size', op: 'gt', value: 3 },
      { field: 'agent', op: 'exists', value: false },
    ],
  });
});

test('a filter that is not sound is left out', () => {
  expect(filterOfSearch({ 'f-gt.fields.size': 'big', 'f-set.agent': 'maybe' })).toBeNull();
});

test('a filter changes its kind in place of the one before', () => {
  const search = withCondition(
    { 'f.team': 'a' },
    { field: 'team', kind: 'not', values: ['a'] },
    { field: 'team', kind: 'is' },
  );
  expect(search).toEqual({ 'f-not.team': 'a' });
});
