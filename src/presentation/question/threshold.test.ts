import { expect, test } from 'vitest';
import { parseThreshold, writeThreshold } from './threshold.ts';

test.each([
  ['45 min', 2_700],
  ['45', 2_700],
  ['1 h 30', 5_400],
  ['1h30min', 5_400],
  ['2 j', 172_800],
  ['1,5 h', 5_400],
  ['90 s', 90],
])('“%s” is a threshold', (text, seconds) => {
  expect(parseThreshold(text)).toBe(seconds);
});

test.each(['', 'soon', '0', '-5 min', '3 weeks', '20 years', '5 min!'])('“%s” is none', (text) => {
  expect(parseThreshold(text)).toBeNull();
});

test('a threshold is written as it is read', () => {
  for (const seconds of [1, 90, 2_700, 5_400, 90_061, 172_800]) {
    expect(parseThreshold(writeThreshold(`within-${seconds}`))).toBe(seconds);
  }
});
