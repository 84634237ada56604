import { type Calendar, type Weekday, type Window, weekdays } from '../calendar.ts';
import { dayMs, parseTimeOfDay } from '../civil.ts';
import { formatTimeText } from './time-text.ts';

export type Weekly = Calendar['weekly'];

/** Slots of a day in a painted week. */
export const slotsPerDay = 96;
export const slotMs = dayMs / slotsPerDay;

/** How much of a slot is open: by windows of its own day, or by the end of one that began the day before (`tail`). */
export type Slot = 'open' | 'tail' | 'part' | 'closed';

/** An open span in ms of the wall clock of the day on which it begins; it may end on the next. */
type Span = readonly [from: number, to: number];

const halfDay = dayMs / 2;

function spansOf(windows: readonly Window[]): Span[] {
  return windows.flatMap(([from, to]): Span[] => {
    const [start, end] = [parseTimeOfDay(from), parseTimeOfDay(to)];
    if (start === null || end === null) return [];
    return [[start, end <= start ? end + dayMs : end]];
  });
}

function previous(weekday: Weekday): Weekday {
  return weekdays[(weekdays.indexOf(weekday) + 6) % 7] as Weekday;
}

/** The quarter hours of a weekday, from midnight to midnight. */
export function slotsOf(weekly: Weekly, weekday: Weekday): Slot[] {
  const own = spansOf(weekly[weekday] ?? []);
  const tails = spansOf(weekly[previous(weekday)] ?? []).map(([from, to]): Span => [from - dayMs, to - dayMs]);
  return Array.from({ length: slotsPerDay }, (_, index) => {
    const slot: Span = [index * slotMs, (index + 1) * slotMs];
    if (coveredMs(own, slot) === slotMs) return 'open';
    const covered = coveredMs([...own, ...tails], slot);
    if (covered === slotMs) return 'tail';
    return covered > 0 ? 'part' : 'closed';
  });
}

function coveredMs(spans: readonly Span[], [from, to]: Span): number {
  let [covered, reached] = [0, from];
  for (const span of spans.toSorted((one, other) => one[0] - other[0])) {
    const [start, end] = [Math.max(span[0], reached), Math.min(span[1], to)];
    if (end <= start) continue;
    covered += end - start;
    reached = end;
  }
  return covered;
}

/** What is painted: the slots from one to another, both included, of some days. */
export interface Stroke {
  readonly days: readonly Weekday[];
  readonly from: number;
  readonly to: number;
  readonly open: boolean;
}

/**
 * A week with a stroke painted over it. What is closed is closed for all: a window of the day before that runs into it is cut
 * too. Times that fit no slot are kept wherever the stroke does not pass, and
 * days that it does not touch stay as they are written.
 */
export function paintWeek(weekly: Weekly, { days, from, to, open }: Stroke): Weekly {
  const stroke: Span = [Math.min(from, to) * slotMs, (Math.max(from, to) + 1) * slotMs];
  const next = new Map<Weekday, Span[]>(weekdays.map((weekday) => [weekday, spansOf(weekly[weekday] ?? [])]));
  for (const weekday of days) {
    const own = next.get(weekday) ?? [];
    if (open) {
      next.set(weekday, [...own, stroke]);
      continue;
    }
    next.set(weekday, cut(own, stroke));
    const before = previous(weekday);
    next.set(before, cut(next.get(before) ?? [], [stroke[0] + dayMs, stroke[1] + dayMs]));
  }
  const touched = new Set(open ? days : [...days, ...days.map(previous)]);
  return Object.fromEntries(
    weekdays.map((weekday) => {
      return [weekday, touched.has(weekday) ? windowsOf(next.get(weekday) ?? []) : (weekly[weekday] ?? [])];
    }),
  );
}

function cut(spans: readonly Span[], [from, to]: Span): Span[] {
  return spans.flatMap(([start, end]): Span[] => {
    if (end <= from || start >= to) return [[start, end]];
    const parts: Span[] = [
      [start, from],
      [to, end],
    ];
    return parts.filter((part) => part[1] > part[0]);
  });
}

/** Windows in order, those that touch as one. A day that is open throughout stays apart from what runs past its midnight. */
function windowsOf(spans: readonly Span[]): Window[] {
  const joined: Span[] = [];
  for (const span of spans.toSorted((one, other) => one[0] - other[0])) {
    const last = joined.at(-1);
    const together: Span | null = last && span[0] <= last[1] ? [last[0], Math.max(last[1], span[1])] : null;
    if (together === null) joined.push(span);
    else joined.splice(-1, 1, together);
  }
  return joined.flatMap(writable).map(([from, to]): Window => {
    return [formatTimeText(from), formatTimeText(to > dayMs ? to - dayMs : to)];
  });
}

/** A window is shorter than a day, or ends at midnight, and begins on its own day. */
function writable([from, to]: Span): Span[] {
  if (from >= dayMs) return [];
  if (to <= dayMs || to - from < dayMs) return [[from, to]];
  return [
    [from, dayMs],
    [Math.max(from, halfDay, to - dayMs + 1000), to],
  ];
}
