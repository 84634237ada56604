import { describe, expect, test } from 'vitest';
import { VigieError } from '../error.ts';
import { parseCalendar } from './parse-calendar.ts';

const paris = {
  id: 'paris',
  name: 'Paris',
  timeZone: 'Europe/Paris',
  weekly: { mon: [['09:00', '12:30']], fri: [['22:00', '06:00']], sat: [] },
  holidays: ['2026-12-25', { from: '12-24', to: '01-02', yearly: true }, { from: '2026-08-01', to: '2026-08-15' }],
  exceptions: { '2026-12-31': [['09:00:30', '24:00']] },
  effectiveFrom: '2026-01-01T00:00:00+01:00',
};

test('a calendar in the JSON format comes back as it is, without warnings', () => {
  expect(parseCalendar(paris)).toEqual({ calendar: paris, warnings: [] });
});

test('a window that ends at 23:59 gets a warning with its place, in both languages', () => {
  const { warnings } = parseCalendar({ ...paris, weekly: { sun: [['00:00', '23:59']] } });
  expect(warnings.map(({ code, path }) => [code, path])).toEqual([
    ['window-ends-before-midnight', '$.weekly.sun[0][1]'],
  ]);
  expect(warnings[0]?.message.fr).toContain('24:00');
});

test('a key that calendars do not have is reported, so that a typing error is seen', () => {
  const { warnings } = parseCalendar({ ...paris, exeptions: {} });
  expect(warnings.map(({ code, path }) => [code, path])).toEqual([['unknown-key', '$.exeptions']]);
});

describe('the first wrong value is named by code and JSON path', () => {
  const cases: [what: string, input: unknown, code: string, path: string][] = [
    ['no object', [], 'calendar.bad-shape', '$'],
    ['no id', { ...paris, id: undefined }, 'calendar.bad-shape', '$.id'],
    ['an empty name', { ...paris, name: '' }, 'calendar.bad-shape', '$.name'],
    ['no week', { ...paris, weekly: undefined }, 'calendar.bad-shape', '$.weekly'],
    ['an unknown zone', { ...paris, timeZone: 'Europe/Pariss' }, 'zone.unknown', '$.timeZone'],
    ['a bare offset', { ...paris, timeZone: '+02:00' }, 'zone.unknown', '$.timeZone'],
    ['an unknown weekday', { ...paris, weekly: { monday: [] } }, 'calendar.unknown-weekday', '$.weekly.monday'],
    ['windows of the wrong shape', { ...paris, weekly: { mon: '9-5' } }, 'calendar.bad-shape', '$.weekly.mon'],
    ['half a window', { ...paris, weekly: { mon: [['09:00']] } }, 'calendar.bad-shape', '$.weekly.mon[0]'],
    [
      'a time of one digit',
      { ...paris, weekly: { mon: [['9:00', '17:00']] } },
      'calendar.bad-time',
      '$.weekly.mon[0][0]',
    ],
    [
      'a time past 24:00',
      { ...paris, weekly: { mon: [['09:00', '24:01']] } },
      'calendar.bad-time',
      '$.weekly.mon[0][1]',
    ],
    [
      'a beginning at 24:00',
      { ...paris, weekly: { mon: [['24:00', '02:00']] } },
      'calendar.bad-time',
      '$.weekly.mon[0][0]',
    ],
    [
      'an empty window',
      { ...paris, weekly: { mon: [['09:00', '09:00:00']] } },
      'calendar.empty-window',
      '$.weekly.mon[0]',
    ],
    ['a date that does not exist', { ...paris, holidays: ['2026-02-29'] }, 'calendar.bad-date', '$.holidays[0]'],
    [
      'a day of no year',
      { ...paris, holidays: [{ from: '02-30', to: '03-01', yearly: true }] },
      'calendar.bad-date',
      '$.holidays[0].from',
    ],
    [
      'a reversed range',
      { ...paris, holidays: [{ from: '2026-02-02', to: '2026-02-01' }] },
      'calendar.bad-range',
      '$.holidays[0]',
    ],
    [
      'a year in a yearly range',
      { ...paris, holidays: [{ from: '12-24', to: '2027-01-02', yearly: true }] },
      'calendar.bad-date',
      '$.holidays[0].to',
    ],
    [
      'a yearly that is no boolean',
      { ...paris, holidays: [{ from: '12-24', to: '01-02', yearly: 1 }] },
      'calendar.bad-shape',
      '$.holidays[0].yearly',
    ],
    [
      'an exception on no date',
      { ...paris, exceptions: { '2026-13-01': [] } },
      'calendar.bad-date',
      '$.exceptions["2026-13-01"]',
    ],
    [
      'a version date without offset',
      { ...paris, effectiveFrom: '2026-01-01T00:00:00' },
      'calendar.bad-shape',
      '$.effectiveFrom',
    ],
  ];
  test.each(cases)('%s', (_what, input, code, path) => {
    expect(() => parseCalendar(input)).toThrow(expect.objectContaining({ code, path }));
    expect(() => parseCalendar(input)).toThrow(VigieError);
  });
});
