import { expect, test } from 'vitest';
import { movedOrder } from './newest-of.ts';

test('moving a policy among those of its kind leaves the places of the others', () => {
  const all = ['a', 'X', 'b', 'Y', 'c'];
  expect(movedOrder(all, ['a', 'b', 'c'], 2, 0)).toEqual(['c', 'X', 'a', 'Y', 'b']);
  expect(movedOrder(all, ['X', 'Y'], 0, 1)).toEqual(['a', 'Y', 'b', 'X', 'c']);
  expect(movedOrder(all, ['a', 'b', 'c'], 1, 1)).toEqual(all);
});
