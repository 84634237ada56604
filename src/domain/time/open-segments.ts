import type { Calendar, CalendarRef } from './calendar.ts';
import { dayMs } from './civil.ts';
import { compileDayWindows } from './day-windows.ts';
import { getZoneTable, type OffsetSpan } from './zone-table.ts';

/** Where the open time of a calendar comes from, in instants. */
export interface OpenSegments {
  /** What to call the calendar in an error. */
  readonly label: string;
  readonly timeZone: string;
  /** Appends the open segments of `[fromMs, toMs)` as flat pairs, in order and joined with the last where they touch. */
  append(out: number[], fromMs: number, toMs: number): void;
}

/** Appends one segment, joined with the last one where they touch or overlap; segments come ordered by beginning. */
export function appendSegment(out: number[], start: number, end: number): void {
  if (start >= end) return;
  const last = out.length - 1;
  if (last > 0 && start <= (out[last] as number)) {
    if (end > (out[last] as number)) out[last] = end;
  } else {
    out.push(start, end);
  }
}

/**
 * An instant is open when its reading on the wall lies in a window. So inside each stretch of constant offset the windows
 * are shifted by that offset and cut to the stretch: what happens twice is open twice, what is skipped never is.
 */
function calendarSegments(calendar: Calendar): OpenSegments {
  const table = getZoneTable(calendar.timeZone);
  const windowsOf = compileDayWindows(calendar);

  function appendSpan(out: number[], { fromMs, toMs, offsetMs }: OffsetSpan): void {
    const firstDay = Math.floor((fromMs + offsetMs) / dayMs) - 1; // the day before may have a window that runs on
    const lastDay = Math.floor((toMs - 1 + offsetMs) / dayMs);
    for (let day = firstDay; day <= lastDay; day++) {
      const windows = windowsOf(day);
      const midnight = day * dayMs - offsetMs;
      for (let i = 0; i < windows.length; i += 2) {
        const start = Math.max(midnight + (windows[i] as number), fromMs);
        appendSegment(out, start, Math.min(midnight + (windows[i + 1] as number), toMs));
      }
    }
  }

  return {
    label: calendar.id,
    timeZone: calendar.timeZone,
    append(out, fromMs, toMs) {
      for (let position = table.positionAt(fromMs); position < table.size; position++) {
        const span = table.span(position);
        if (span.fromMs >= toMs) break;
        const cut = { fromMs: Math.max(span.fromMs, fromMs), toMs: Math.min(span.toMs, toMs), offsetMs: span.offsetMs };
        appendSpan(out, cut);
      }
    },
  };
}

const alwaysSegments: OpenSegments = { label: 'always', timeZone: 'UTC', append: appendSegment };

export function openSegmentsOf(calendar: CalendarRef): OpenSegments {
  return calendar === 'always' ? alwaysSegments : calendarSegments(calendar);
}

/** A version of the segments and the instant from which it holds. */
export interface DatedSegments {
  readonly effectiveFrom: number;
  readonly segments: OpenSegments;
}

/** At each instant the segments of the version in force; the first version also holds before its own beginning. */
export function versionedSegments(versions: readonly DatedSegments[]): OpenSegments {
  const sorted = [...versions].sort((a, b) => a.effectiveFrom - b.effectiveFrom);
  const latest = sorted.at(-1)?.segments ?? alwaysSegments;
  return {
    label: latest.label,
    timeZone: latest.timeZone,
    append(out, fromMs, toMs) {
      sorted.forEach(({ effectiveFrom, segments }, i) => {
        const start = i === 0 ? fromMs : Math.max(effectiveFrom, fromMs);
        const end = Math.min(sorted[i + 1]?.effectiveFrom ?? toMs, toMs);
        if (start < end) segments.append(out, start, end);
      });
    },
  };
}
