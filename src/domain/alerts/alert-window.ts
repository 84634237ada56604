import { localDays, startOfDays } from '../report/period.ts';

const hourMs = 3_600_000;
const weekMs = 168 * hourMs;

/** The rows that one figure is made of, `[from, to)` in epoch milliseconds. */
export interface AlertWindow {
  readonly from: number;
  readonly to: number;
}

/** The days of a window of whole days; null where it is one of hours. */
export const daysOfWindow = (hours: number): number | null => (hours % 24 === 0 ? hours / 24 : null);

/**
 * The window that ends now, or at the same time `weeks` weeks ago. One of whole days holds local days, today so far among
 * them, as the periods of reports do; one of hours holds exactly so many.
 */
export function windowAt(hours: number, timeZone: string, now: number, weeks = 0): AlertWindow {
  const days = daysOfWindow(hours);
  if (days === null) {
    const to = now - weeks * weekMs;
    return { from: to - hours * hourMs, to };
  }
  const today = localDays(timeZone, now);
  const day = today - 7 * weeks;
  return {
    from: startOfDays(timeZone, day - days + 1),
    to: startOfDays(timeZone, day) + now - startOfDays(timeZone, today),
  };
}
