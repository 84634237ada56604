import { VigieError } from '../error.ts';
import type { CalendarRef } from './calendar.ts';
import { checkInstant, earliestInstant, horizonMs, latestInstant } from './instant.ts';
import { chunkMs, OpenIndex, originMs } from './open-index.ts';
import { type DatedSegments, type OpenSegments, openSegmentsOf, versionedSegments } from './open-segments.ts';
import type { WorkingTime } from './working-time.ts';

export type { WorkingTime } from './working-time.ts';

/** The calendar that never closes: open time is time, at any instant. Only `add` keeps the others' limits. */
export const always: WorkingTime = {
  timeZone: 'UTC',
  openMs: (atMs) => atMs,
  betweenMs: (fromMs, toMs) => toMs - fromMs,
  between: (fromMs, toMs) => Math.trunc((toMs - fromMs) / 1000) + 0, // + 0 turns -0 into 0
  add: (fromMs, seconds) => always.addMs(fromMs, Math.round(seconds * 1000)),
  addMs(fromMs, ms) {
    checkInstant(fromMs);
    if (!(Math.abs(ms) <= horizonMs)) throw new VigieError('calendar.beyond-horizon', { calendar: 'always' });
    return fromMs + ms;
  },
  isOpen: () => true,
  nextOpen: (atMs) => atMs,
  nextClose: () => null,
};

/** Looks for open time chunk by chunk, away from the origin on both sides: most calendars answer on the first. */
function checkEverOpen(source: OpenSegments): void {
  const found: number[] = [];
  for (let reach = 0; found.length === 0; reach += chunkMs) {
    const [before, after] = [originMs - chunkMs - reach, originMs + reach];
    if (before < earliestInstant && after > latestInstant) {
      throw new VigieError('calendar.never-open', { calendar: source.label });
    }
    if (after < latestInstant) source.append(found, after, after + chunkMs);
    if (before + chunkMs > earliestInstant) source.append(found, before, before + chunkMs);
  }
}

function getOpenSegments(calendar: CalendarRef): OpenSegments {
  const source = openSegmentsOf(calendar);
  checkEverOpen(source);
  return source;
}

/**
 * Compiles a calendar once; what it returns indexes further years when it is asked about them. Throws
 * `calendar.never-open` for a calendar without an open instant and `zone.unknown`.
 */
export function compileCalendar(calendar: CalendarRef): WorkingTime {
  return calendar === 'always' ? always : new OpenIndex(getOpenSegments(calendar));
}

/** A version of a calendar and the instant (epoch ms, or -Infinity) from which it holds. */
export interface CalendarVersion {
  readonly effectiveFrom: number;
  readonly calendar: CalendarRef;
}

/**
 * Compiles the versions of one calendar: at each instant the version in force counts, and before the first one the first.
 * Throws like `compileCalendar`, and `calendar.never-open` when there is no version.
 */
export function compileCalendarVersions(versions: readonly CalendarVersion[]): WorkingTime {
  const [first, ...others] = versions;
  if (first === undefined) throw new VigieError('calendar.never-open', { calendar: '' });
  if (others.length === 0) return compileCalendar(first.calendar);
  const dated = versions.map(({ effectiveFrom, calendar }): DatedSegments => {
    return { effectiveFrom, segments: getOpenSegments(calendar) };
  });
  return new OpenIndex(versionedSegments(dated));
}
