import { expect, test } from 'vitest';
import { moveInGrid } from './move-in-grid.ts';

const press = (key: string, ctrlKey = false) => moveInGrid({ day: 2, slot: 40 }, { key, ctrlKey, metaKey: false });

test.each([
  ['ArrowRight', false, 2, 41],
  ['ArrowLeft', true, 2, 36],
  ['ArrowDown', false, 3, 40],
  ['PageDown', false, 2, 44],
  ['Home', false, 2, 0],
  ['End', true, 6, 95],
])('%s (Ctrl: %s) moves to day %d, slot %d', (key, ctrl, day, slot) => {
  expect(press(key, ctrl)).toEqual({ day, slot });
});

test('nothing leads out of the grid, and other keys lead nowhere', () => {
  expect(moveInGrid({ day: 6, slot: 95 }, { key: 'ArrowDown', ctrlKey: false, metaKey: false })).toEqual({
    day: 6,
    slot: 95,
  });
  expect(moveInGrid({ day: 0, slot: 0 }, { key: 'PageUp', ctrlKey: false, metaKey: false })).toEqual({
    day: 0,
    slot: 0,
  });
  expect(press('a')).toBeNull();
});
