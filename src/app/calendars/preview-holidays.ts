import type { z } from 'zod';
import type { HolidayPreview, holidayRequest } from '#contract/schemas/rules/calendars.ts';
import { type Language, VigieError } from '#domain/error.ts';
import { resolveCountryHolidays } from './country-holidays.ts';
import { readIcalHolidays } from './read-ical.ts';

/** Years resolved at once: further ones are not sure yet, and every date of them is kept. */
const MOST_YEARS = 12;

/** The dates of the holidays of a place, or of a file. Throws `calendar.no-holidays` and `calendar.bad-file`. */
export async function previewHolidays(
  { place, ical, from, to, optional }: z.output<typeof holidayRequest>,
  language: Language,
): Promise<HolidayPreview['items']> {
  const last = Math.min(Math.max(from, to), from + MOST_YEARS - 1);
  if (ical !== undefined) return readIcalHolidays(ical, { from, to: last });
  if (place === undefined) throw new VigieError('calendar.no-holidays', { place: '' }, { path: 'body.place' });
  return resolveCountryHolidays(place, { from, to: last, optional, language });
}
