import type { Calendar } from '../calendar.ts';
import { compileCalendarVersions } from '../compile-calendar.ts';
import { parseInstant } from '../instant.ts';
import type { WorkingTime } from '../working-time.ts';

/** Whether a calendar is open at an instant, and when that changes next (epoch ms); null: not within 50 years. */
export interface CalendarNow {
  readonly open: boolean;
  /** The beginning of the next open time; null while it is open. */
  readonly opensAt: number | null;
  /** The end of the open time that runs, or of the next one. */
  readonly closesAt: number | null;
}

/** The versions of one calendar compiled together. Throws like `compileCalendarVersions`. */
export function compileVersions(versions: readonly Calendar[]): WorkingTime {
  const dated = versions.map((calendar) => ({
    effectiveFrom: parseInstant(calendar.effectiveFrom ?? '') ?? Number.NEGATIVE_INFINITY,
    calendar,
  }));
  return compileCalendarVersions(dated.sort((a, b) => a.effectiveFrom - b.effectiveFrom));
}

export function describeNow(time: WorkingTime, at: number): CalendarNow {
  const open = time.isOpen(at);
  return { open, opensAt: open ? null : time.nextOpen(at), closesAt: time.nextClose(at) };
}

/** The version in force at an instant; before the first one, the first. */
export function versionInForce(versions: readonly Calendar[], at: number): Calendar | null {
  const begun = versions
    .map((calendar) => ({ calendar, from: parseInstant(calendar.effectiveFrom ?? '') ?? Number.NEGATIVE_INFINITY }))
    .sort((a, b) => a.from - b.from);
  return (begun.findLast(({ from }) => from <= at) ?? begun[0])?.calendar ?? null;
}
