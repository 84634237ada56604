import { describe, expect, test } from 'vitest';
import { localToInstant } from '#domain/time/zone.ts';
import { compileTimeFormat, notThisForm, TimeFormatError } from './compile-time-format.ts';
import { guessTimeFormat } from './guess-time-format.ts';

function read(format: string, text: string, zone = 'UTC'): string {
  const at = compileTimeFormat(format, zone)(text);
  return Number.isFinite(at) ? new Date(at).toISOString() : at === notThisForm ? 'other form' : 'no such time';
}

describe('time formats', () => {
  test.each([
    ['yyyy/MM/dd HH:mm:ss.SSS', '2010/01/13 08:40:25.120', '2010-01-13T08:40:25.120Z'],
    ['yyyy/MM/dd HH:mm:ss.SSS', '2010/01/13 08:40:25', '2010-01-13T08:40:25.000Z'],
    ['dd/MM/yyyy HH:mm', '5/3/2016 12:00', '2016-03-05T12:00:00.000Z'],
    ['d MMM yyyy HH:mm', '3 févr. 2026 09:05', '2026-02-03T09:05:00.000Z'],
    ['d MMMM yyyy', '1 août 2026', '2026-08-01T00:00:00.000Z'],
    ['MMM d, yyyy hh:mm a', 'Jul 4, 2026 12:30 AM', '2026-07-04T00:30:00.000Z'],
    ['M/d/yy h:mm a', '7/4/26 1:30 PM', '2026-07-04T13:30:00.000Z'],
    ["dd/MM/yyyy 'à' HH'h'mm", '31/12/2026 à 23h59', '2026-12-31T23:59:00.000Z'],
    ['yyyyMMddHHmmss', '20260102030405', '2026-01-02T03:04:05.000Z'],
    ['yyyy-MM-dd HH:mm:ssXXX', '2026-01-02 03:04:05+02:00', '2026-01-02T01:04:05.000Z'],
    ['iso', '2026-01-02T03:04:05.6789Z', '2026-01-02T03:04:05.678Z'],
    ['iso', '2026-01-02 03:04:05 +0530', '2026-01-01T21:34:05.000Z'],
    ['iso', '2026-01-02', '2026-01-02T00:00:00.000Z'],
    ['epoch', '1767323045', '2026-01-02T03:04:05.000Z'],
    ['epoch', '1767323045678', '2026-01-02T03:04:05.678Z'],
    ['dd/MM/yyyy HH:mm', '31/12/2026 24:00', '2027-01-01T00:00:00.000Z'],
  ])('%s reads %s', (format, text, iso) => {
    expect(read(format, text)).toBe(iso);
  });

  test.each([
    ['dd/MM/yyyy', '31/02/2026'],
    ['dd/MM/yyyy', '29/02/2025'],
    ['dd/MM/yyyy', '12/31/2026'],
    ['dd/MM/yyyy HH:mm', '01/01/2026 25:00'],
    ['dd/MM/yyyy HH:mm', '01/01/2026 10:60'],
    ['iso', '2026-13-01'],
    ['yyyy/MM/dd', '0001/01/01'],
    ['h:mm a d/M/yyyy', '13:00 PM 1/1/2026'],
  ])('a date that does not exist is told apart: %s, %s', (format, text) => {
    expect(read(format, text)).toBe('no such time');
  });

  test.each([
    ['dd/MM/yyyy', '2026-01-01'],
    ['dd/MM/yyyy', '01/01/2026 10:00'],
    ['dd/MM/yyyy HH:mm', '01/01/2026'],
    ['iso', 'yesterday'],
    ['epoch', '2026-01-01'],
    ['d MMM yyyy', '1 foo 2026'],
  ])('a text of another form is told apart: %s, %s', (format, text) => {
    expect(read(format, text)).toBe('other form');
  });

  test.each([
    'banana',
    'HH:mm',
    'DD/MM/YYYY',
    'dd/mm/yyyy HH:MM',
    'yyyy-MM-dd hh:mm',
    'yyyy-MM-dd MM',
    "yyyy-MM-dd 'T",
    '',
  ])('a format that means nothing is refused: %s', (format) => {
    expect(() => compileTimeFormat(format, 'UTC')).toThrow(TimeFormatError);
  });

  test('local times follow the zone through every change of its clock', () => {
    const parse = compileTimeFormat('yyyy-MM-dd HH:mm', 'Europe/Paris');
    for (const [text, day, hour] of [
      ['2026-03-29 01:30', 29, 1],
      ['2026-03-29 02:30', 29, 2],
      ['2026-03-29 03:30', 29, 3],
      ['2026-03-30 02:30', 30, 2],
    ] as const) {
      expect(parse(text)).toBe(localToInstant('Europe/Paris', 2026, 3, day, hour, 30));
    }
    expect(read('iso', '2026-10-25 02:30', 'Europe/Paris')).toBe('2026-10-25T00:30:00.000Z');
  });

  test('a format is guessed from texts: the first that reads all of them', () => {
    expect(guessTimeFormat(['29/2/2016 01:16', '5/3/2016 12:00'])).toEqual({
      format: 'dd/MM/yyyy HH:mm',
      ambiguous: false,
    });
    expect(guessTimeFormat(['02/29/2016 01:16'])).toEqual({ format: 'MM/dd/yyyy HH:mm', ambiguous: false });
    expect(guessTimeFormat(['2010/01/13 08:40:25.000'])?.format).toBe('yyyy/MM/dd HH:mm:ss.SSS');
    expect(guessTimeFormat(['2026-01-02T03:04:05+02:00'])?.format).toBe('iso');
    expect(guessTimeFormat(['3 févr. 2026 09:05'])?.format).toBe('d MMM yyyy HH:mm');
    expect(guessTimeFormat(['hello', '3/4/2026'])).toBeNull();
  });

  test('a few cells that are no times at all do not hide the form of the others', () => {
    expect(guessTimeFormat(['29/02/2016', '01/03/2016', 'nope'])).toEqual({ format: 'dd/MM/yyyy', ambiguous: false });
    expect(guessTimeFormat(['2026-01-05 09:00', '2026-13-45 09:00', '2026-01-06 09:00'])?.format).toBe('iso');
    expect(guessTimeFormat(['hello', 'you', '2026-01-06'])).toBeNull();
    expect(guessTimeFormat(['2026-01-06', '2026-02-30', '2026-01-06'])?.format).toBe('iso');
    expect(guessTimeFormat(['hello', 'you', '2026-01-06'], true)?.format).toBe('iso');
  });

  test('where day and month could be either, the day comes first, and the guess says so', () => {
    expect(guessTimeFormat(['03/04/2026'])).toEqual({ format: 'dd/MM/yyyy', ambiguous: true });
    expect(guessTimeFormat(['03/04/2026 09:00 PM'])).toEqual({ format: 'MM/dd/yyyy hh:mm a', ambiguous: true });
  });
});
