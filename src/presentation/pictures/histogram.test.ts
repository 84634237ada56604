import { expect, test } from 'vitest';
import { classesOf } from './histogram.ts';

test('classes are what lies between two thresholds, and the rest beyond the last', () => {
  expect(classesOf([60, 3_600], [0.25, 0.75])).toEqual([
    { from: 0, to: 60, share: 0.25 },
    { from: 60, to: 3_600, share: 0.5 },
    { from: 3_600, to: null, share: 0.25 },
  ]);
});

test('without data there are no classes', () => {
  expect(classesOf([60], [null])).toBeNull();
});
