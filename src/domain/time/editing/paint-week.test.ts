import { expect, test } from 'vitest';
import { paintWeek, type Stroke, slotsOf, type Weekly } from './paint-week.ts';
import { readTimeText } from './time-text.ts';

const nine = 36;
const noon = 48;
const paint = (weekly: Weekly, stroke: Partial<Stroke>) =>
  paintWeek(weekly, { days: ['mon'], from: nine, to: noon - 1, open: true, ...stroke });
const count = (weekly: Weekly, day: 'mon' | 'tue', slot: string) =>
  slotsOf(weekly, day).filter((each) => each === slot).length;

test('what is painted is open, on each of the days', () => {
  expect(paint({}, { days: ['mon', 'tue'] })).toMatchObject({
    mon: [['09:00', '12:00']],
    tue: [['09:00', '12:00']],
    wed: [],
  });
});

test('windows that touch become one', () => {
  expect(paint({ mon: [['12:00', '18:00']] }, {}).mon).toEqual([['09:00', '18:00']]);
});

test('a stroke may be drawn backwards', () => {
  expect(paint({}, { from: noon - 1, to: nine }).mon).toEqual([['09:00', '12:00']]);
});

test('closing cuts a window in two', () => {
  expect(paint({ mon: [['08:00', '18:00']] }, { open: false }).mon).toEqual([
    ['08:00', '09:00'],
    ['12:00', '18:00'],
  ]);
});

test('a whole day ends at 24:00', () => {
  expect(paint({}, { from: 0, to: 95 }).mon).toEqual([['00:00', '24:00']]);
});

test('a window over midnight stays on its day, and shows on the next', () => {
  const weekly: Weekly = { mon: [['22:00', '06:00']] };
  expect(count(weekly, 'mon', 'open')).toBe(8);
  expect(count(weekly, 'tue', 'tail')).toBe(24);
});

test('closing the morning cuts the window of the evening before', () => {
  const night: Weekly = { mon: [['22:00', '06:00']] };
  expect(paint(night, { days: ['tue'], from: 16, to: 23, open: false }).mon).toEqual([['22:00', '04:00']]);
});

test('what cannot begin on its own day after a cut is closed', () => {
  const night: Weekly = { mon: [['22:00', '06:00']] };
  const cut = paint(night, { days: ['tue'], from: 0, to: 7, open: false });
  expect(cut.mon).toEqual([['22:00', '24:00']]);
});

test('a day painted whole keeps what runs past its midnight', () => {
  const weekly = paint({ mon: [['22:00', '06:00']] }, { from: 0, to: 95 });
  expect(weekly.mon?.[0]).toEqual(['00:00', '24:00']);
  expect(count(weekly, 'mon', 'open')).toBe(96);
  expect(count(weekly, 'tue', 'tail')).toBe(24);
});

test('times between slots are kept where nothing is painted, and shown as partly open', () => {
  const weekly = paint({ mon: [['16:10', '18:20']] }, {});
  expect(weekly.mon).toEqual([
    ['09:00', '12:00'],
    ['16:10', '18:20'],
  ]);
  expect(count(weekly, 'mon', 'part')).toBe(2);
});

test('painting open what is open, or closed what is closed, changes nothing', () => {
  const weekly = paint({}, {});
  expect(paint(weekly, {})).toEqual(weekly);
  expect(paint({}, { open: false })).toEqual(paint({}, { open: false, days: [] }));
});

test.each([
  ['9', '09:00'],
  ['9h30', '09:30'],
  ['9h', '09:00'],
  ['09.30', '09:30'],
  ['930', '09:30'],
  ['1745', '17:45'],
  [' 9 : 30 ', '09:30'],
  ['23:59:59', '23:59:59'],
  ['24:00', '24:00'],
  ['24:01', null],
  ['9:60', null],
  ['25', null],
  ['', null],
  ['noon', null],
])('%j is typed for %j', (typed, time) => {
  expect(readTimeText(typed)).toBe(time);
});
