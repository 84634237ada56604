import { expect, test } from 'vitest';
import { listHolidayPlaces, resolveCountryHolidays } from './country-holidays.ts';
import { readIcalHolidays } from './read-ical.ts';

const ask = (place: string, optional = false) =>
  resolveCountryHolidays(place, { from: 2026, to: 2027, optional, language: 'en' });
const file = (...events: string[]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...events.flatMap((each) => ['BEGIN:VEVENT', each, 'END:VEVENT']),
    'END:VCALENDAR',
  ].join('\r\n');

test('a country is resolved to dates of each year asked for, those that move included', async () => {
  const dates = (await ask('FR')).map(({ from }) => from);
  expect(dates).toContain('2026-04-06');
  expect(dates).toContain('2027-03-29');
  expect(dates).toHaveLength(22);
});

test('a region has its own holidays beside those of its country', async () => {
  const names = (await ask('DE-BY')).map(({ from }) => from);
  expect(names).toContain('2026-01-06');
  expect((await ask('DE-BE')).map(({ from }) => from)).not.toContain('2026-01-06');
});

test('a holiday of half a day is left out, since it would close the whole day', async () => {
  expect((await ask('DE', true)).map(({ from }) => from)).not.toContain('2026-12-24');
});

test('a holiday of several days is one range', async () => {
  expect((await ask('SA')).some(({ from, to }) => to > from)).toBe(true);
});

test.each(['ZZ', 'FR-XX', 'DE-BY-XX'])('a place of which nothing is known is refused: %s', async (place) => {
  await expect(ask(place)).rejects.toMatchObject({ code: 'calendar.no-holidays' });
});

test('places have names in the language of who asks', async () => {
  const english = await listHolidayPlaces(null, 'en');
  const french = await listHolidayPlaces(null, 'fr');
  expect(english.find(({ id }) => id === 'DE')?.name).toBe('Germany');
  expect(french.find(({ id }) => id === 'DE')?.name).toBe('Allemagne');
  expect((await listHolidayPlaces('DE', 'fr')).map(({ id }) => id)).toContain('DE-BY');
  expect(await listHolidayPlaces('ZZ', 'fr')).toEqual([]);
});

test('an event of whole days is a range without the day after it', async () => {
  const text = file('SUMMARY:Inventory\r\nDTSTART;VALUE=DATE:20260105\r\nDTEND;VALUE=DATE:20260107');
  expect(await readIcalHolidays(text, { from: 2026, to: 2026 })).toEqual([
    { from: '2026-01-05', to: '2026-01-06', name: 'Inventory', kind: 'file' },
  ]);
});

test('an event of every year is resolved for the years asked for, without those taken out', async () => {
  const text = file('SUMMARY:Feast\r\nDTSTART;VALUE=DATE:20200310\r\nRRULE:FREQ=YEARLY\r\nEXDATE;VALUE=DATE:20270310');
  const found = await readIcalHolidays(text, { from: 2026, to: 2028 });
  expect(found.map(({ from }) => from)).toEqual(['2026-03-10', '2028-03-10']);
});

test('an event of every year that is moved once, or cancelled once, is not on its usual day that year', async () => {
  const yearly = 'UID:a\r\nSUMMARY:Feast\r\nDTSTART;VALUE=DATE:20200310\r\nRRULE:FREQ=YEARLY';
  const once = (day: string, rest: string) => `UID:a\r\nRECURRENCE-ID;VALUE=DATE:${day}\r\nSUMMARY:Feast\r\n${rest}`;
  const text = file(
    yearly,
    once('20260310', 'DTSTART;VALUE=DATE:20260311'),
    once('20270310', 'STATUS:CANCELLED\r\nDTSTART;VALUE=DATE:20270310'),
  );
  const found = await readIcalHolidays(text, { from: 2026, to: 2028 });
  expect(found.map(({ from }) => from)).toEqual(['2026-03-11', '2028-03-10']);
});

test('an event that begins in the year before closes the days it has in the years asked for', async () => {
  const text = file('SUMMARY:New Year\r\nDTSTART;VALUE=DATE:20251231\r\nDTEND;VALUE=DATE:20260103');
  expect(await readIcalHolidays(text, { from: 2026, to: 2026 })).toMatchObject([
    { from: '2025-12-31', to: '2026-01-02' },
  ]);
});

test('events with times of day and cancelled ones are no holidays', async () => {
  const text = file(
    'SUMMARY:Meeting\r\nDTSTART:20260105T090000Z\r\nDTEND:20260105T100000Z',
    'SUMMARY:Off\r\nSTATUS:CANCELLED\r\nDTSTART;VALUE=DATE:20260105',
  );
  expect(await readIcalHolidays(text, { from: 2026, to: 2026 })).toEqual([]);
});

test('a file whose events repeat without end is refused before it costs much', async () => {
  const text = file('SUMMARY:Daily\r\nDTSTART;VALUE=DATE:19000101\r\nRRULE:FREQ=DAILY');
  await expect(readIcalHolidays(text, { from: 2026, to: 2037 })).rejects.toMatchObject({
    code: 'calendar.file-too-long',
  });
});

test.each(['', 'nonsense', 'BEGIN:VCARD\r\nEND:VCARD', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT'])(
  'a file that is none is refused: %j',
  async (text) => {
    await expect(readIcalHolidays(text, { from: 2026, to: 2026 })).rejects.toMatchObject({ code: 'calendar.bad-file' });
  },
);
