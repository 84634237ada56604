import { expect, test } from 'vitest';
import { readFilters } from './filter-option.ts';

test('a value is a condition, a list any of them, nothing the missing value', () => {
  expect(readFilters(['channel=email'])).toEqual({ field: 'channel', op: 'is', value: 'email' });
  expect(readFilters(['channel=email,chat'])).toEqual({ field: 'channel', op: 'in', value: ['email', 'chat'] });
  expect(readFilters(['agent='])).toEqual({ field: 'agent', op: 'is', value: null });
  expect(readFilters(['fields.sku=a=b'])).toEqual({ field: 'fields.sku', op: 'is', value: 'a=b' });
});

test('several filters must all hold, and != turns one round', () => {
  expect(readFilters([])).toBeNull();
  expect(readFilters(['team!=L1', '{"field":"tag","op":"exists"}'])).toEqual({
    all: [{ not: { field: 'team', op: 'is', value: 'L1' } }, { field: 'tag', op: 'exists' }],
  });
});

test('what is no filter is refused with its code', () => {
  for (const wrong of ['channel', '{"field"', '=x']) expect(() => readFilters([wrong])).toThrow(/--filter/);
  expect(() => readFilters(['{"field":"tag","op":"near","value":1}'])).toThrow(/\$\.op/);
});
