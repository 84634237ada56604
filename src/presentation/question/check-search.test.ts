import { expect, test } from 'vitest';
import { checkSearch } from './check-search.ts';

const dimensions = ['agent', 'team', 'fields.size'];

test('what can be followed stays as it is', () => {
  const search = {
    every: 'week',
    by: 'agent,team',
    stat: 'within-2700',
    top: '5',
    'f.team': 'a',
    'f-gt.fields.size': '3',
  };
  expect(checkSearch(search, dimensions)).toEqual({ search, problems: [] });
});

test('unknown keys, values and dimensions are told and left out', () => {
  const search = {
    every: 'fortnight',
    period: '2026-02-31..2026-03-40',
    stat: 'mode',
    top: '0',
    colour: 'red',
    by: 'agent,planet',
    'f.planet': 'mars',
    'f-lt.fields.size': 'small',
  };
  const { search: checked, problems } = checkSearch(search, dimensions);
  expect(checked).toEqual({ by: 'agent' });
  expect(problems.map(({ key, why }) => `${key} ${why}`)).toEqual([
    'every bad-value',
    'period bad-value',
    'stat bad-value',
    'top bad-value',
    'colour unknown-key',
    'planet unknown-dimension',
    'fields.size bad-value',
    'by unknown-dimension',
  ]);
});

test('while the dimensions are not known, none is refused', () => {
  expect(checkSearch({ by: 'planet' }, null).problems).toEqual([]);
});
