import { horizonMs } from '../../time/instant.ts';
import type { WorkingTime } from '../../time/working-time.ts';

/**
 * The earliest due instant (epoch ms) at which a clock of this calendar has at least so many whole seconds left at `now`.
 * Time left never falls as the due instant moves on, so who knows this instant need not ask each clock. Infinite where the
 * calendar has no such instant within 50 years.
 */
export function earliestDue(calendar: WorkingTime, now: number, seconds: number): number {
  // Time left is rounded toward zero: -1 begins where a whole second is missing, 0 where less than one is.
  const ms = seconds > 0 ? seconds * 1000 : (seconds - 1) * 1000;
  if (Math.abs(ms) > horizonMs) return seconds > 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  try {
    return seconds > 0 ? calendar.addMs(now, ms) : calendar.addMs(now, ms) + 1;
  } catch {
    return seconds > 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  }
}
