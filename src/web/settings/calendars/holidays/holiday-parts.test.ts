import { expect, test } from 'vitest';
import { addHolidays, groupHolidays } from './holiday-parts.ts';

const christmas = { from: '12-24', to: '01-02', yearly: true } as const;

test('days of every year come first, then years in their order, each by date', () => {
  const groups = groupHolidays(['2027-05-01', '2026-12-25', christmas, '2026-01-01']);
  expect(groups.map(({ year, items }) => [year, items.map(({ index }) => index)])).toEqual([
    [null, [2]],
    ['2026', [3, 1]],
    ['2027', [0]],
  ]);
});

test('a day that is there already is not added twice, however it is written', () => {
  const named = { from: '2026-12-25', to: '2026-12-25', name: 'Noël' };
  expect(addHolidays(['2026-12-25'], [named, christmas, christmas])).toEqual(['2026-12-25', christmas]);
});
