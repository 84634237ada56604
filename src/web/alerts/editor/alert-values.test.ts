import { expect, test } from 'vitest';
import { emptyAlert, readLine, readNumber, ruleOf, unitOfFigure, writeLine } from './alert-values.ts';

test('a line is typed in the unit of its figure: percent, a duration, a number', () => {
  expect(readLine('90', 'share')).toBe(0.9);
  expect(readLine('90,5 %', 'share')).toBe(0.905);
  expect(readLine('4 h', 'seconds')).toBe(14_400);
  expect(readLine('12', 'count')).toBe(12);
});

test('what is no line of its unit is none', () => {
  expect([readLine('190', 'share'), readLine('soon', 'seconds'), readLine('', 'count')]).toEqual([null, null, null]);
  expect(readNumber('1 h')).toBeNull();
});

test('a line reads as it was typed', () => {
  expect([writeLine(0.905, 'share'), writeLine(14_400, 'seconds'), writeLine(12, 'count')]).toEqual([
    '90.5',
    '4 h',
    '12',
  ]);
});

test('days are whole days of hours', () => {
  const values = { ...emptyAlert, line: '90', windowHours: '7' };
  expect(ruleOf(values)).toMatchObject({
    windowHours: 168,
    condition: { kind: 'threshold', side: 'below', line: 0.9 },
  });
  expect(ruleOf({ ...values, windowUnit: 'hours' }).windowHours).toBe(7);
});

test('the unit is that of the variant or statistic', () => {
  expect([unitOfFigure('sla-compliance'), unitOfFigure('sla-compliance.decided'), unitOfFigure('nothing')]).toEqual([
    'share',
    'count',
    null,
  ]);
});
