import { expect, test } from 'vitest';
import { usualBand } from './usual-band.ts';

test('the usual band lies around the median of earlier weeks, and one odd week does not move it', () => {
  expect(usualBand([10, 11, 12, 13, 14, 15, 16, 400], 3)).toEqual({ median: 13.5, low: 7.5, high: 19.5, windows: 8 });
});

test('fewer than four earlier windows do not say what is usual', () => {
  expect(usualBand([1, 2, 3, null, null, null, null, null], 3)).toBeNull();
});

test('weeks that were all alike leave a little room on each side', () => {
  expect(usualBand([100, 100, 100, 100], 3)).toEqual({ median: 100, low: 95, high: 105, windows: 4 });
});
