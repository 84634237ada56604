import type { Holiday, HolidayRange } from '#domain/time/calendar.ts';

/** Days of the year from a holiday list: those of every year, then those of each year. */
export interface HolidayGroup {
  /** Null: every year. */
  readonly year: string | null;
  readonly items: readonly { readonly index: number; readonly range: HolidayRange }[];
}

export function rangeOf(holiday: Holiday): HolidayRange {
  return typeof holiday === 'string' ? { from: holiday, to: holiday } : holiday;
}

/** In the order of their days; `index` is the place in the list. */
export function groupHolidays(holidays: readonly Holiday[]): HolidayGroup[] {
  const all = holidays.map((holiday, index) => ({ index, range: rangeOf(holiday) }));
  const sorted = all.sort((one, other) => one.range.from.localeCompare(other.range.from));
  const groups = Map.groupBy(sorted, ({ range }) => (range.yearly === true ? '' : range.from.slice(0, 4)));
  return [...groups]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([year, items]) => ({ year: year === '' ? null : year, items }));
}

export function isSameRange(one: Holiday, other: Holiday): boolean {
  const [a, b] = [rangeOf(one), rangeOf(other)];
  return a.from === b.from && a.to === b.to && (a.yearly === true) === (b.yearly === true);
}

/** A list with further holidays; days that are there already stay as they are. */
export function addHolidays(holidays: readonly Holiday[], added: readonly Holiday[]): readonly Holiday[] {
  const list = [...holidays];
  for (const holiday of added) {
    if (!list.some((known) => isSameRange(known, holiday))) list.push(holiday);
  }
  return list;
}
