import type { HolidayPreview } from '#contract/schemas/rules/calendars.ts';
import { type Language, VigieError } from '#domain/error.ts';

type Preview = HolidayPreview['items'][number];

/** A country, a region of it, a part of that: `DE`, `DE-BY`, `DE-BY-A`. */
const partsOf = (place: string) => place.split(/[./-]/) as [string, ...string[]];

const open = async () => new (await import('date-holidays')).default();

/** Countries, or the regions of a place, by name in a language. */
export async function listHolidayPlaces(place: string | null, language: Language) {
  const known = await open();
  const [country, state] = place === null ? [] : partsOf(place);
  const found = country === undefined ? known.getCountries(language) : placesIn(known, country, state, language);
  return Object.entries(found)
    .map(([code, name]) => ({
      id: place === null ? code : `${place}-${code}`,
      name: nameOf(place, code, name, language),
    }))
    .sort((one, other) => one.name.localeCompare(other.name, language));
}

type Known = Awaited<ReturnType<typeof open>>;

function placesIn(known: Known, country: string, state: string | undefined, language: Language) {
  const found = state === undefined ? known.getStates(country, language) : known.getRegions(country, state, language);
  return (found as Record<string, string> | undefined) ?? {};
}

/** Countries are named as everywhere else; of regions the library knows the names. */
function nameOf(place: string | null, code: string, name: string, language: Language): string {
  return place === null ? (new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? name) : name;
}

/**
 * The dates of the holidays of a place. A holiday of half a day is left out: it would close the whole day. Throws
 * `calendar.no-holidays`.
 */
export async function resolveCountryHolidays(
  place: string,
  { from, to, optional, language }: { from: number; to: number; optional: boolean; language: Language },
): Promise<Preview[]> {
  const [country, state, region] = partsOf(place);
  const known = await open();
  const isThere = known.getCountries()[country] !== undefined;
  const inState = state === undefined || state in placesIn(known, country, undefined, language);
  const inRegion = region === undefined || region in placesIn(known, country, state, language);
  if (!isThere || !inState || !inRegion)
    throw new VigieError('calendar.no-holidays', { place }, { path: 'body.place' });
  const types = optional ? (['optional', 'bank', 'public'] as const) : (['public'] as const);
  known.init(country, state ?? '', region ?? '', { types: [...types] });
  const years = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const found = years.flatMap((year) => known.getHolidays(year, language) ?? []);
  if (found.length === 0) throw new VigieError('calendar.no-holidays', { place }, { path: 'body.place' });
  return found
    .filter(
      ({ date, start, end }) => date.slice(11, 19) === '00:00:00' && end.getTime() - start.getTime() >= shortestDayMs,
    )
    .map(({ date, start, end, name, type }) => {
      const first = date.slice(0, 10);
      const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / dayMs));
      return { from: first, to: later(first, days - 1), name, kind: type as Preview['kind'] };
    });
}

const dayMs = 86_400_000;
/** The day on which clocks go forward. */
const shortestDayMs = 23 * 3_600_000;

function later(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}
