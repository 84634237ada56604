import { describe, expect, test } from 'vitest';
import type { Filter } from './filter.ts';
import { type FieldValue, fieldsOfFilter, matchFilter } from './match-filter.ts';

const ticket: Readonly<Record<string, FieldValue>> = {
  channel: 'email',
  priority: null,
  tags: ['vip', 'refund-2026'],
  none: [],
  orderValue: 120,
  'fields.seats': '15',
  'fields.paid': 'true',
  'fields.since': '2026-03-01',
};

function matches(filter: Filter): boolean {
  return matchFilter(filter, (field) => ticket[field]);
}

describe('a condition matches', () => {
  test.each<[Filter, boolean]>([
    [{ field: 'channel', op: 'is', value: 'email' }, true],
    [{ field: 'channel', op: 'is', value: 'Email' }, false],
    [{ field: 'priority', op: 'is', value: null }, true],
    [{ field: 'priority', op: 'is', value: 'low' }, false],
    [{ field: 'channel', op: 'is', value: null }, false],
    [{ field: 'channel', op: 'in', value: ['chat', 'email'] }, true],
    [{ field: 'priority', op: 'in', value: ['low'] }, false],
    [{ field: 'channel', op: 'contains', value: 'mai' }, true],
    [{ field: 'channel', op: 'starts-with', value: 'em' }, true],
    [{ field: 'channel', op: 'starts-with', value: 'mail' }, false],
    [{ field: 'tags', op: 'contains', value: 'vip' }, true],
    [{ field: 'tags', op: 'contains', value: 'refund' }, false],
    [{ field: 'tags', op: 'is', value: 'vip' }, true],
    [{ field: 'tags', op: 'in', value: ['gold', 'vip'] }, true],
    [{ field: 'tags', op: 'starts-with', value: 'refund' }, true],
    [{ field: 'tags', op: 'exists' }, true],
    [{ field: 'none', op: 'exists' }, false],
    [{ field: 'none', op: 'is', value: null }, true],
    [{ field: 'orderValue', op: 'gt', value: 100 }, true],
    [{ field: 'orderValue', op: 'lt', value: 100 }, false],
    [{ field: 'fields.seats', op: 'gt', value: 9 }, true],
    [{ field: 'fields.seats', op: 'is', value: 15 }, true],
    [{ field: 'fields.paid', op: 'is', value: true }, true],
    [{ field: 'fields.since', op: 'lt', value: '2026-04-01' }, true],
    [{ field: 'fields.absent', op: 'gt', value: 0 }, false],
    [{ field: 'priority', op: 'exists' }, false],
    [{ field: 'priority', op: 'exists', value: false }, true],
    [{ field: 'channel', op: 'exists', value: true }, true],
  ])('%j is %s', (filter, expected) => {
    expect(matches(filter)).toBe(expected);
  });
});

test('all of nothing matches everything, any of nothing matches nothing', () => {
  expect(matches({ all: [] })).toBe(true);
  expect(matches({ any: [] })).toBe(false);
});

test('groups nest', () => {
  const filter: Filter = {
    all: [
      { not: { field: 'priority', op: 'exists' } },
      {
        any: [
          { field: 'channel', op: 'is', value: 'chat' },
          { field: 'tags', op: 'contains', value: 'vip' },
        ],
      },
    ],
  };
  expect(matches(filter)).toBe(true);
  expect(matches({ not: filter })).toBe(false);
  expect(fieldsOfFilter(filter)).toEqual(['priority', 'channel', 'tags']);
});
