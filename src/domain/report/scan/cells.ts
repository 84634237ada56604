import { wallClockAt } from '../../time/zone.ts';
import type { Bucket, Period } from '../period.ts';

const quarterHour = 900_000;

/** A slice of the period by which spans are cut: a bucket, or an hour of it as the clock on the wall shows. */
export interface CutCell extends Bucket {
  readonly bucket: number;
  readonly hour: number | null;
  readonly weekday: number | null;
}

/** The buckets that began before now; `byHour` cuts them into hours of the zone, weekdays counted from Monday = 1. */
export function cutCells(period: Period, now: number, byHour: boolean): CutCell[] {
  return period.buckets.flatMap((bucket, index) => {
    if (bucket.start >= now) return [];
    const end = Math.min(bucket.end, now);
    if (!byHour) return [{ ...bucket, end, bucket: index, hour: null, weekday: null }];
    return cutHours(period.timeZone, { ...bucket, end }, index);
  });
}

/** Every clock change known falls on a quarter of an hour of UTC, so hours are found by walking quarters. */
function cutHours(timeZone: string, bucket: Bucket, index: number): CutCell[] {
  const cells: CutCell[] = [];
  let start = bucket.start;
  while (start < bucket.end) {
    const { hour, weekday } = wallClockAt(timeZone, start);
    let end = nextQuarter(start);
    while (end < bucket.end && wallClockAt(timeZone, end).hour === hour) end = nextQuarter(end);
    end = Math.min(end, bucket.end);
    cells.push({ label: bucket.label, start, end, bucket: index, hour, weekday: weekday + 1 });
    start = end;
  }
  return cells;
}

const nextQuarter = (atMs: number) => (Math.floor(atMs / quarterHour) + 1) * quarterHour;
