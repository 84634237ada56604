import { describe, expect, test } from 'vitest';
import { parseDuration, writeDuration } from './duration-text.ts';
import { workingDay } from './working-day.ts';

const day = 9 * 3600;

describe('a duration is read as people type it', () => {
  const cases: [text: string, seconds: number][] = [
    ['4 h', 14_400],
    ['4h', 14_400],
    ['30 min', 1800],
    ['45 s', 45],
    ['1 h 30', 5400],
    ['1h30', 5400],
    ['1 h 30 min 15 s', 5415],
    ['1,5 h', 5400],
    ['1.5 hours', 5400],
    ['2 heures', 7200],
    ['2 j', 2 * day],
    ['2 days', 2 * day],
    ['1 j 4 h', day + 14_400],
    ['\u00a04\u202fh ', 14_400],
    ['0 min', 0],
  ];
  test.each(cases)('%s', (text, seconds) => {
    expect(parseDuration(text, day)).toEqual({ seconds });
  });
});

test.each(['', '4', '4 hens', 'h', '-4 h', '4 h later', '4 min 30', '1e9 h', '9007199254740993 h'])(
  '“%s” is no duration',
  (text) => {
    expect(parseDuration(text, day)).toEqual({ problem: 'unclear' });
  },
);

test('days are refused where they differ in length, and hours are not', () => {
  expect(parseDuration('2 d', null)).toEqual({ problem: 'days-differ' });
  expect(parseDuration('18 h', null)).toEqual({ seconds: 64_800 });
});

test('what is written is read as the same', () => {
  for (const seconds of [0, 1, 59, 60, 3599, 3600, 5415, 86_400, 172_800, 259_201]) {
    expect(parseDuration(writeDuration(seconds), null)).toEqual({ seconds });
  }
  expect(writeDuration(5400)).toBe('1\u00a0h 30\u00a0min');
});

describe('a day of a calendar', () => {
  const weekly = (mon: [string, string][], tue = mon) => ({ weekly: { mon, tue } });
  test('has 24 hours where it never closes', () => expect(workingDay(null)).toBe(86_400));
  test('is as long as its open weekdays', () => {
    expect(
      workingDay(
        weekly([
          ['09:00', '12:30'],
          ['14:00', '18:00'],
        ]),
      ),
    ).toBe(7.5 * 3600);
    expect(workingDay(weekly([['00:00', '24:00']]))).toBe(86_400);
  });
  test('counts what overlaps once, and a night whole', () => {
    expect(
      workingDay(
        weekly([
          ['09:00', '12:00'],
          ['11:00', '13:00'],
        ]),
      ),
    ).toBe(4 * 3600);
    expect(workingDay(weekly([['22:00', '06:00']]))).toBe(8 * 3600);
  });
  test('is none where they differ, or where it never opens', () => {
    expect(workingDay(weekly([['09:00', '18:00']], [['09:00', '12:00']]))).toBeNull();
    expect(workingDay({ weekly: {} })).toBeNull();
  });
});
