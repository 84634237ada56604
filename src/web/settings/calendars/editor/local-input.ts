import { localToInstant, wallClockAt } from '#domain/time/zone.ts';

const two = (value: number) => String(value).padStart(2, '0');

/** An instant as a field of local date and time holds it, to the minute: `2026-11-26T09:30`. */
export function inputOfInstant(at: number, zone: string): string {
  const { year, month, day, hour, minute } = wallClockAt(zone, at);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
}

/** The instant of a field of local date and time; null while it is empty. */
export function instantOfInput(text: string, zone: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/.exec(text);
  if (match === null) return null;
  const [year, month, day, hour, minute] = match.slice(1).map(Number) as [number, number, number, number, number];
  return localToInstant(zone, year, month, day, hour, minute);
}
