import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quantileOf } from '../../kpi/evaluate-measure.ts';
import { quantileOfLists } from './lists-quantile.ts';

const numbers = fc.array(fc.oneof(fc.integer({ min: 0, max: 5 }), fc.double({ noNaN: true, min: -1e9, max: 1e9 })));
const lists = fc.array(numbers, { maxLength: 8 }).filter((all) => all.flat().length > 0);

test('a quantile of several rising lists is that of all their numbers', () => {
  fc.assert(
    fc.property(lists, fc.double({ min: 0, max: 1, noNaN: true }), (all, level) => {
      const rising = all.map((each) => Float64Array.from(each).sort());
      expect(quantileOfLists(rising, level)).toBe(quantileOf(all.flat(), level));
    }),
    { numRuns: 2000 },
  );
});

test('a quantile of many long lists is found without putting them together', () => {
  const long = Array.from({ length: 100 }, (_, turn) =>
    Float64Array.from({ length: 20_000 }, (_, at) => at * 100 + turn),
  );
  expect(quantileOfLists(long, 0.5)).toBe(999_999.5);
  expect(quantileOfLists(long, 0)).toBe(0);
  expect(quantileOfLists(long, 1)).toBe(1_999_999);
});
