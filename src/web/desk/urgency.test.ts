import { expect, test } from 'vitest';
import { urgencyOf, usedShare } from './urgency.ts';

const clock = (elapsedSeconds: number, status = 'running') => ({ elapsedSeconds, status, targetSeconds: 100 });

test('a clock hurries by the share of its target that is used, and a word says so besides the colour', () => {
  expect([0, 74, 75, 89, 90, 100].map((used) => urgencyOf(clock(used)))).toEqual([
    ...['calm', 'calm', 'risk', 'risk', 'urgent', 'urgent'],
  ]);
  expect(urgencyOf(clock(101, 'breached'))).toBe('breached');
  expect(urgencyOf(clock(95, 'paused'))).toBe('paused');
});

test('a target of nothing is used up at once', () => {
  expect(usedShare({ ...clock(0), targetSeconds: 0 })).toBe(1);
  expect(usedShare({ ...clock(1), targetSeconds: 0 })).toBe(2);
});
