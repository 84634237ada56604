import { type Calendar, weekdays } from '../../time/calendar.ts';

const daySeconds = 86_400;

function secondsOf(text: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = text.split(':').map(Number);
  return hours * 3600 + minutes * 60 + seconds;
}

/** Open seconds of the windows of one weekday, each counted once where they overlap. */
function openSeconds(windows: readonly (readonly [string, string])[]): number {
  const spans = windows
    .map(([from, to]) => [secondsOf(from), secondsOf(to)] as const)
    .map(([from, to]) => [from, to <= from ? to + daySeconds : to] as const)
    .sort(([a], [b]) => a - b);
  let open = 0;
  let until = 0;
  for (const [from, to] of spans) {
    open += Math.max(0, to - Math.max(from, until));
    until = Math.max(until, to);
  }
  return open;
}

/**
 * How many seconds of a calendar a day is, so that “2 days” can be typed: 24 hours where it never closes (null), else the
 * length of its open weekdays. Null where these differ.
 */
export function workingDay(calendar: Pick<Calendar, 'weekly'> | null): number | null {
  if (calendar === null) return daySeconds;
  const lengths = new Set(weekdays.map((day) => openSeconds(calendar.weekly[day] ?? [])).filter((open) => open > 0));
  const [only] = lengths;
  return lengths.size === 1 && only !== undefined ? only : null;
}
