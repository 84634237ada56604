import { civilFromDays, daysFromCivil, weekdayOf } from '../time/civil.ts';
import { nextLocalInstant, wallClockAt } from '../time/zone.ts';

/** How often a schedule runs. */
export const cadences = ['day', 'week', 'month'] as const;
export type Cadence = (typeof cadences)[number];

/** When a schedule runs: at a local time of a zone, every day, on a weekday, or on a day of the month. */
export interface Timing {
  readonly every: Cadence;
  /** Monday is 1, Sunday 7; null unless weekly. */
  readonly weekday: number | null;
  /** 1 to 31; a shorter month has it on its last day. Null unless monthly. */
  readonly day: number | null;
  /** `08:00`, on a clock of 24 hours. */
  readonly time: string;
  readonly timeZone: string;
}

/** Farther apart than two runs of any cadence ever are, in days. */
const farthest = 62;

/** The first run after an instant. A local time that is skipped runs when it is; one that happens twice runs the first time. */
export function nextRun(timing: Timing, afterMs: number): number {
  const today = dayNumber(timing, afterMs);
  for (let day = today - 1; day <= today + farthest; day++) {
    const at = runOn(timing, day);
    if (at !== null && at > afterMs) return at;
  }
  throw new RangeError(`A schedule ${JSON.stringify(timing)} never runs.`);
}

/** The last run at or before an instant: the one that is due when a server has been away. */
export function latestRun(timing: Timing, atMs: number): number {
  const today = dayNumber(timing, atMs);
  for (let day = today + 1; day >= today - farthest; day--) {
    const at = runOn(timing, day);
    if (at !== null && at <= atMs) return at;
  }
  throw new RangeError(`A schedule ${JSON.stringify(timing)} never ran.`);
}

/** How many runs lie after one instant and up to another, both counted as instants of runs. */
export function countRuns(timing: Timing, afterMs: number, upToMs: number): number {
  let count = 0;
  for (let at = nextRun(timing, afterMs); at <= upToMs; at = nextRun(timing, at)) count++;
  return count;
}

function dayNumber({ timeZone }: Timing, atMs: number): number {
  const { year, month, day } = wallClockAt(timeZone, atMs);
  return daysFromCivil(year, month, day);
}

/** The run of a local date, days since 1970; null where it has none. */
function runOn(timing: Timing, days: number): number | null {
  const date = civilFromDays(days);
  if (timing.every === 'week' && weekdayOf(days) + 1 !== timing.weekday) return null;
  if (timing.every === 'month' && date.day !== Math.min(timing.day ?? 1, lengthOfMonth(date.year, date.month)))
    return null;
  const [hour = 0, minute = 0] = timing.time.split(':').map(Number);
  return nextLocalInstant(timing.timeZone, date, hour, minute);
}

function lengthOfMonth(year: number, month: number): number {
  const next = month === 12 ? daysFromCivil(year + 1, 1, 1) : daysFromCivil(year, month + 1, 1);
  return next - daysFromCivil(year, month, 1);
}
