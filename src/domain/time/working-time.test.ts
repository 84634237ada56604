import { describe, expect, test } from 'vitest';
import type { Calendar } from './calendar.ts';
import { always, compileCalendar, compileCalendarVersions } from './compile-calendar.ts';

const at = (text: string) => Date.parse(text);
const hour = 3600;

function calendar(changes: Partial<Calendar> = {}): Calendar {
  const day = [['09:00', '17:00']] as const;
  return {
    id: 'c',
    name: 'C',
    timeZone: 'Europe/Paris',
    weekly: { mon: day, tue: day, wed: day, thu: day, fri: day },
    ...changes,
  };
}

const wholeDay = [['00:00', '24:00']] as const;
const roundTheClock = {
  mon: wholeDay,
  tue: wholeDay,
  wed: wholeDay,
  thu: wholeDay,
  fri: wholeDay,
  sat: wholeDay,
  sun: wholeDay,
};

function code(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
  return undefined;
}

describe('adding open time', () => {
  test('an hour from Friday 16:30 ends on Monday at 09:30', () => {
    const paris = compileCalendar(calendar());
    expect(paris.add(at('2026-11-06T16:30:00+01:00'), hour)).toBe(at('2026-11-09T09:30:00+01:00'));
  });

  test('a target that runs out at closing time is due at closing time, not at the next opening', () => {
    const paris = compileCalendar(calendar());
    expect(paris.add(at('2026-11-06T16:00:00+01:00'), hour)).toBe(at('2026-11-06T17:00:00+01:00'));
  });

  test('a schedule open on Tuesdays only reaches ten hours on the second Tuesday', () => {
    const tuesdays = compileCalendar(calendar({ weekly: { tue: [['09:00', '17:00']] } }));
    expect(tuesdays.add(at('2026-11-04T12:00:00+01:00'), 10 * hour)).toBe(at('2026-11-17T11:00:00+01:00'));
  });

  test('nothing added stays where it is, even when closed', () => {
    const sunday = at('2026-11-08T12:00:00+01:00');
    expect(compileCalendar(calendar()).add(sunday, 0)).toBe(sunday);
  });

  test('negative seconds go back to the latest instant, at an opening and not at the closing before', () => {
    const paris = compileCalendar(calendar());
    expect(paris.add(at('2026-11-09T10:00:00+01:00'), -hour)).toBe(at('2026-11-09T09:00:00+01:00'));
    expect(paris.add(at('2026-11-09T10:00:00+01:00'), -2 * hour)).toBe(at('2026-11-06T16:00:00+01:00'));
  });

  test('more open time than 50 years hold is refused, both ways and at once', () => {
    const rare = compileCalendar(calendar({ weekly: {}, exceptions: { '2026-06-01': [['09:00', '10:00']] } }));
    expect(rare.add(at('2026-01-01T00:00:00Z'), hour)).toBe(at('2026-06-01T10:00:00+02:00'));
    expect(code(() => rare.add(at('2026-01-01T00:00:00Z'), hour + 1))).toBe('calendar.beyond-horizon');
    expect(code(() => rare.add(at('2026-01-01T00:00:00Z'), -1))).toBe('calendar.beyond-horizon');
    expect(code(() => always.add(at('2026-01-01T00:00:00Z'), 1e12))).toBe('calendar.beyond-horizon');
    expect(code(() => compileCalendar(calendar()).add(0, Number.NaN))).toBe('calendar.beyond-horizon');
  });
});

describe('measuring open time', () => {
  test('a lunch break is not counted', () => {
    const weekly = {
      mon: [
        ['09:00', '12:30'],
        ['14:00', '18:00'],
      ],
    } as const;
    const paris = compileCalendar(calendar({ weekly }));
    expect(paris.between(at('2026-11-09T12:00:00+01:00'), at('2026-11-09T15:00:00+01:00'))).toBe(1.5 * hour);
  });

  test('yearly holidays from 24 December to 2 January close both years', () => {
    const paris = compileCalendar(calendar({ holidays: [{ from: '12-24', to: '01-02', yearly: true }] }));
    expect(paris.between(at('2026-12-23T00:00:00+01:00'), at('2027-01-05T00:00:00+01:00'))).toBe(2 * 8 * hour);
    expect(paris.add(at('2030-12-23T17:00:00+01:00'), 60)).toBe(at('2031-01-03T09:01:00+01:00'));
  });

  test('a range of dates closes both its ends in its own year only', () => {
    const paris = compileCalendar(calendar({ holidays: [{ from: '2026-08-03', to: '2026-08-07' }] }));
    expect(paris.between(at('2026-08-03T00:00:00+02:00'), at('2026-08-10T00:00:00+02:00'))).toBe(0);
    expect(paris.between(at('2027-08-02T00:00:00+02:00'), at('2027-08-09T00:00:00+02:00'))).toBe(40 * hour);
  });

  test('an exception replaces the weekday and wins over a holiday', () => {
    const paris = compileCalendar(
      calendar({ holidays: ['2026-12-31'], exceptions: { '2026-12-31': [['09:00', '12:00']], '2026-12-30': [] } }),
    );
    expect(paris.between(at('2026-12-30T00:00:00+01:00'), at('2027-01-01T00:00:00+01:00'))).toBe(3 * hour);
  });

  test('a window over midnight runs on into a holiday, and is gone with its tail when its own date is one', () => {
    const nights = calendar({ weekly: { fri: [['22:00', '06:00']] } });
    const [friday, sunday] = [at('2026-11-06T00:00:00+01:00'), at('2026-11-08T00:00:00+01:00')];
    expect(compileCalendar({ ...nights, holidays: ['2026-11-07'] }).between(friday, sunday)).toBe(8 * hour);
    expect(compileCalendar({ ...nights, holidays: ['2026-11-06'] }).add(friday, 1)).toBe(
      at('2026-11-13T22:00:01+01:00'),
    );
  });

  test('days of 25 and of 23 hours count what the clock on the wall shows', () => {
    const paris = compileCalendar(calendar({ weekly: roundTheClock }));
    expect(paris.between(at('2026-10-25T00:00:00+02:00'), at('2026-10-26T00:00:00+01:00'))).toBe(25 * hour);
    expect(paris.between(at('2026-03-29T00:00:00+01:00'), at('2026-03-30T00:00:00+02:00'))).toBe(23 * hour);
    expect(paris.add(at('2026-10-25T00:30:00+02:00'), 24 * hour)).toBe(at('2026-10-25T23:30:00+01:00'));
    expect(paris.add(at('2026-03-28T23:30:00+01:00'), 24 * hour)).toBe(at('2026-03-30T00:30:00+02:00'));
  });

  test('a local time that happens twice is open twice and one that is skipped is never open', () => {
    const night = compileCalendar(calendar({ weekly: { sun: [['02:00', '03:00']] } }));
    expect(night.between(at('2026-10-25T00:00:00+02:00'), at('2026-10-26T00:00:00+01:00'))).toBe(2 * hour);
    expect(night.between(at('2026-03-29T00:00:00+01:00'), at('2026-03-30T00:00:00+02:00'))).toBe(0);
  });

  test('a date that the zone skips has no open time', () => {
    const apia = compileCalendar(calendar({ timeZone: 'Pacific/Apia', weekly: roundTheClock }));
    expect(apia.between(at('2011-12-29T00:00:00-10:00'), at('2012-01-01T00:00:00+14:00'))).toBe(48 * hour);
  });

  test('00:00 to 24:00 every day never closes', () => {
    const utc = compileCalendar(calendar({ timeZone: 'UTC', weekly: roundTheClock }));
    expect(utc.nextClose(at('2026-01-01T00:00:00Z'))).toBeNull();
    expect(utc.between(at('1990-01-01T00:00:00Z'), at('2090-01-01T00:00:00Z'))).toBe(36_525 * 24 * hour);
  });

  test('seconds are rounded toward zero once, at the end, and a reversed span is negative', () => {
    const paris = compileCalendar(calendar());
    const from = at('2026-11-09T10:00:00.400+01:00');
    expect(paris.between(from, from + 1999)).toBe(1);
    expect(paris.between(from + 1999, from)).toBe(-1);
    expect(Object.is(paris.between(from + 1, from), 0)).toBe(true);
    expect(always.between(from + 1999, from)).toBe(-1);
  });

  test('instants outside 1900 to 2199 are refused, whatever was asked before', () => {
    const paris = compileCalendar(calendar());
    paris.nextOpen(at('2199-12-31T23:00:00Z'));
    for (const instant of [at('2200-01-02T00:00:00Z'), at('1899-12-31T00:00:00Z'), Number.NaN, Infinity]) {
      expect(code(() => paris.isOpen(instant))).toBe('instant.out-of-range');
    }
  });
});

describe('opening and closing', () => {
  test('the next opening is now when open, and the next closing ends that open time', () => {
    const paris = compileCalendar(calendar());
    const [friday, monday] = [at('2026-11-06T17:00:00+01:00'), at('2026-11-09T09:00:00+01:00')];
    expect([paris.isOpen(friday - 1), paris.isOpen(friday), paris.isOpen(monday)]).toEqual([true, false, true]);
    expect([paris.nextOpen(friday - 1), paris.nextOpen(friday)]).toEqual([friday - 1, monday]);
    expect([paris.nextClose(friday - 1), paris.nextClose(friday)]).toEqual([friday, monday + 8 * hour * 1000]);
  });

  test('a calendar with no further opening within 50 years has none', () => {
    const once = compileCalendar(calendar({ weekly: {}, exceptions: { '1995-06-01': [['09:00', '10:00']] } }));
    expect(once.nextOpen(at('1995-01-01T00:00:00Z'))).toBe(at('1995-06-01T09:00:00+02:00'));
    expect([once.nextOpen(at('1996-01-01T00:00:00Z')), once.nextClose(at('1996-01-01T00:00:00Z'))]).toEqual([
      null,
      null,
    ]);
    expect(once.nextOpen(at('1901-01-01T00:00:00Z'))).toBeNull();
  });

  test('a calendar without an open instant is refused', () => {
    const never = [
      calendar({ weekly: {} }),
      calendar({ holidays: [{ from: '01-01', to: '12-31', yearly: true }] }),
      calendar({ weekly: {}, exceptions: { '2026-03-29': [['02:00', '03:00']] } }),
    ];
    for (const closed of never) expect(code(() => compileCalendar(closed))).toBe('calendar.never-open');
    expect(code(() => compileCalendarVersions([]))).toBe('calendar.never-open');
  });
});

describe('versions', () => {
  const [morning, evening] = [
    calendar({ weekly: { mon: [['09:00', '11:00']] } }),
    calendar({ weekly: { mon: [['10:00', '20:00']] }, timeZone: 'Europe/London' }),
  ];
  const change = at('2026-11-09T10:30:00+01:00');
  const versions = [
    { effectiveFrom: change, calendar: evening },
    { effectiveFrom: Number.NEGATIVE_INFINITY, calendar: morning },
  ];

  test('at each instant the version in force counts, in its own zone', () => {
    const both = compileCalendarVersions(versions);
    const [day, next] = [at('2026-11-09T00:00:00Z'), at('2026-11-10T00:00:00Z')];
    expect(both.between(day, next)).toBe(1.5 * hour + 10 * hour);
    expect(both.nextClose(day)).toBe(change);
    expect(both.timeZone).toBe('Europe/London');
  });

  test('the first version also holds before its own beginning, and “always” may be a version', () => {
    const mixed = compileCalendarVersions([
      { effectiveFrom: change, calendar: morning },
      { effectiveFrom: change + hour * 1000, calendar: 'always' },
    ]);
    expect(mixed.isOpen(at('2020-01-06T09:30:00+01:00'))).toBe(true);
    expect(mixed.between(change, change + 10 * hour * 1000)).toBe(0.5 * hour + 9 * hour);
  });
});
