import { expect, test } from 'vitest';
import { timeStep } from './picture.ts';

test('a time axis counts in quarters, hours, or tens of hours', () => {
  expect(timeStep(3000)).toBe(900);
  expect(timeStep(5 * 3600)).toBe(3600);
  expect(timeStep(600 * 3600)).toBe(200 * 3600);
  expect(timeStep(1621 * 3600) % 3600).toBe(0);
});
