import { VigieError } from '#domain/error.ts';
import { type Cadence, nextRun, type Timing } from '#domain/report/schedule.ts';

export interface GivenTiming {
  readonly every: Cadence;
  readonly weekday: number | null;
  readonly day: number | null;
  readonly time: string;
  readonly timeZone: string;
}

const needs = { day: 'nothing else', week: 'weekday', month: 'day' } as const;

/** Checks when a schedule runs. Throws `schedule.bad-timing` and `zone.unknown`. */
export function timingOf({ every, weekday, day, time, timeZone }: GivenTiming, nowMs: number): Timing {
  const whole = (every === 'week') === (weekday !== null) && (every === 'month') === (day !== null);
  if (!whole) throw new VigieError('schedule.bad-timing', { every, needs: needs[every] });
  const timing: Timing = { every, weekday, day, time, timeZone };
  nextRun(timing, nowMs);
  return timing;
}
