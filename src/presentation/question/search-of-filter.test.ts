import { expect, test } from 'vitest';
import type { Filter } from '#domain/report/filter.ts';
import { filterOrAll, searchOfFilter } from './search-of-filter.ts';

const through = (filter: Filter) => {
  const search = searchOfFilter(filter);
  return search === null ? null : filterOrAll(search);
};

test('what the filter editor can show comes back as it was', () => {
  const parts: Filter[] = [
    { field: 'marketplace', op: 'is', value: 'ebay' },
    { field: 'channel', op: 'in', value: ['email', 'chat'] },
    { not: { field: 'team', op: 'is', value: 'Retours' } },
    { field: 'subject', op: 'contains', value: 'refund' },
    { field: 'fields.size', op: 'gt', value: 3 },
    { field: 'store', op: 'exists', value: false },
    {
      any: [
        { field: 'tier', op: 'is', value: 'gold' },
        { field: 'tier', op: 'is', value: null },
      ],
    },
  ];
  for (const part of parts) expect(through(part)).toEqual(part);
  expect(through({ all: parts })).toEqual({ all: parts });
  expect(through({ all: [] })).toEqual({ all: [] });
});

test('a field by another of its names is shown by its own', () => {
  expect(through({ field: 'customer.tier', op: 'is', value: 'gold' })).toEqual({
    field: 'tier',
    op: 'is',
    value: 'gold',
  });
});

test('what it cannot show is not shown as something else', () => {
  const cannot: Filter[] = [
    { field: 'subject', op: 'starts-with', value: 'Re' },
    {
      any: [
        { field: 'channel', op: 'is', value: 'chat' },
        { field: 'team', op: 'is', value: 'a' },
      ],
    },
    { not: { all: [] } },
    { field: 'vip', op: 'is', value: true },
    {
      all: [
        { field: 'type', op: 'is', value: 'a' },
        { field: 'type', op: 'is', value: 'b' },
      ],
    },
    { all: [{ all: [] }] },
  ];
  for (const filter of cannot) expect([filter, searchOfFilter(filter)]).toEqual([filter, null]);
});
