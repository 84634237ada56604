import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Calendar, type Window, weekdays } from './calendar.ts';
import { compileCalendar } from './compile-calendar.ts';

const dayMs = 86_400_000;
const zones = [
  'Europe/Paris',
  'America/Sao_Paulo',
  'Pacific/Apia',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'America/St_Johns',
  'America/Havana',
  'Antarctica/Troll',
  'Asia/Kolkata',
  'America/New_York',
  'Europe/Dublin',
  'UTC',
];

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const window = fc
  .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }))
  .filter(([from, to]) => from !== to)
  .map(([from, to]): Window => [clock(from), clock(to)]);
const windows = fc.array(window, { maxLength: 3 });

/** An instant within ten days of a change of the zone's offset between 1987 and 2093, where mistakes live. */
const place = fc
  .record({
    timeZone: fc.constantFrom(...zones),
    near: fc.integer({ min: Date.UTC(1987, 0, 1), max: Date.UTC(2093, 0, 1) }),
    minutes: fc.integer({ min: -14_400, max: 14_400 }),
  })
  .map(({ timeZone, near, minutes }) => {
    const zoned = Temporal.Instant.fromEpochMilliseconds(near).toZonedDateTimeISO(timeZone);
    const change = zoned.getTimeZoneTransition('previous')?.epochMilliseconds ?? near;
    return { timeZone, atMs: Math.floor(change / 60_000) * 60_000 + minutes * 60_000 };
  });

const dateOf = (atMs: number) => new Date(atMs).toISOString().slice(0, 10);

const scene = fc
  .record({
    place,
    weekly: fc.record({
      mon: windows,
      tue: windows,
      wed: windows,
      thu: windows,
      fri: windows,
      sat: windows,
      sun: windows,
    }),
    mondayIsOpen: window,
    holidays: fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 3 }),
    exceptions: fc.array(fc.tuple(fc.integer({ min: -5, max: 5 }), windows), { maxLength: 2 }),
  })
  .map(({ place: { timeZone, atMs }, weekly, mondayIsOpen, holidays, exceptions }) => {
    const calendar: Calendar = {
      id: 'random',
      name: 'Random',
      timeZone,
      weekly: { ...weekly, mon: [...weekly.mon, mondayIsOpen] },
      holidays: holidays.map((days) => dateOf(atMs + days * dayMs)),
      exceptions: Object.fromEntries(exceptions.map(([days, list]) => [dateOf(atMs + days * dayMs), list])),
    };
    return { calendar, atMs };
  });

const minutesOf = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));

/** The rule read literally: the wall clock lies in a window of its date or in the tail of one of the day before. */
function isOpenByTheRule(calendar: Calendar, atMs: number): boolean {
  const reading = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(calendar.timeZone).toPlainDateTime();
  const minutes = reading.hour * 60 + reading.minute;
  const windowsOn = (date: Temporal.PlainDate): readonly Window[] => {
    const exception = calendar.exceptions?.[date.toString()];
    if (exception !== undefined) return exception;
    if (calendar.holidays?.includes(date.toString())) return [];
    return calendar.weekly[weekdays[date.dayOfWeek - 1] ?? 'mon'] ?? [];
  };
  const today = reading.toPlainDate();
  const crosses = ([from, to]: Window) => minutesOf(to) <= minutesOf(from);
  return (
    windowsOn(today).some((w) => minutes >= minutesOf(w[0]) && (crosses(w) || minutes < minutesOf(w[1]))) ||
    windowsOn(today.subtract({ days: 1 })).some((w) => crosses(w) && minutes < minutesOf(w[1]))
  );
}

test('open minutes are those whose reading on the wall lies in a window, minute by minute around clock changes', () => {
  fc.assert(
    fc.property(scene, fc.integer({ min: 0, max: 2 * 1440 }), ({ calendar, atMs }, minutes) => {
      const time = compileCalendar(calendar);
      let open = 0;
      for (let minute = 0; minute < minutes; minute++) {
        const expected = isOpenByTheRule(calendar, atMs + minute * 60_000);
        if (expected !== time.isOpen(atMs + minute * 60_000)) expect.fail(`minute ${minute} of ${atMs} is ${expected}`);
        if (expected) open += 60;
      }
      expect(time.between(atMs, atMs + minutes * 60_000)).toBe(open);
    }),
    { numRuns: 60 },
  );
});

test('open time adds up: from a to b and from b to c is from a to c', () => {
  const step = fc.integer({ min: -4e10, max: 4e10 });
  fc.assert(
    fc.property(scene, step, step, ({ calendar, atMs }, first, second) => {
      const time = compileCalendar(calendar);
      const [b, c] = [atMs + first, atMs + first + second];
      expect(time.betweenMs(atMs, b) + time.betweenMs(b, c)).toBe(time.betweenMs(atMs, c));
      expect(time.betweenMs(b, atMs) + 0).toBe(0 - time.betweenMs(atMs, b));
    }),
  );
});

test('what is added is what lies between, at the earliest instant forwards and at the latest backwards', () => {
  fc.assert(
    fc.property(scene, fc.integer({ min: -3_000_000, max: 3_000_000 }), ({ calendar, atMs }, seconds) => {
      const time = compileCalendar(calendar);
      const end = time.add(atMs, seconds);
      expect(time.between(atMs, end)).toBe(seconds);
      if (seconds > 0) expect(time.isOpen(end - 1)).toBe(true);
      if (seconds < 0) expect(time.isOpen(end)).toBe(true);
    }),
  );
});

test('the order of windows, their overlaps and how they are cut make no difference', () => {
  fc.assert(
    fc.property(scene, fc.integer({ min: -1e9, max: 1e9 }), ({ calendar, atMs }, span) => {
      const rearranged = weekdays.map((weekday) => {
        const list = calendar.weekly[weekday] ?? [];
        const cut = list.flatMap(([from, to]): Window[] => {
          const middle = Math.floor((minutesOf(from) + minutesOf(to)) / 2);
          return minutesOf(to) - minutesOf(from) < 2
            ? []
            : [
                [clock(middle), to],
                [from, clock(middle)],
              ];
        });
        return [weekday, [...cut, ...[...list].reverse()]];
      });
      const other: Calendar = { ...calendar, weekly: Object.fromEntries(rearranged) };
      const [a, b] = [compileCalendar(calendar), compileCalendar(other)];
      expect(b.betweenMs(atMs, atMs + span)).toBe(a.betweenMs(atMs, atMs + span));
    }),
  );
});

test('answers do not depend on what was asked before', () => {
  const instant = fc.integer({ min: Date.UTC(1950, 0, 1), max: Date.UTC(2150, 0, 1) });
  fc.assert(
    fc.property(
      scene,
      fc.array(instant, { maxLength: 4 }),
      fc.integer({ min: -1e6, max: 1e6 }),
      (drawn, asked, seconds) => {
        const [fresh, used] = [compileCalendar(drawn.calendar), compileCalendar(drawn.calendar)];
        for (const at of asked) used.openMs(at);
        expect(used.openMs(drawn.atMs)).toBe(fresh.openMs(drawn.atMs));
        expect(used.add(drawn.atMs, seconds)).toBe(fresh.add(drawn.atMs, seconds));
        expect(used.nextClose(drawn.atMs)).toBe(fresh.nextClose(drawn.atMs));
      },
    ),
    { numRuns: 50 },
  );
});
