/**
 * A compiled calendar: questions about open time, in epoch ms. Unless said otherwise, instants outside 1900–2200 throw
 * `instant.out-of-range`.
 */
export interface WorkingTime {
  /** Zone of the calendar (of its last version); `UTC` for the calendar that never closes. */
  readonly timeZone: string;
  /** Open milliseconds in `[fromMs, toMs)`; negative when reversed. */
  betweenMs(fromMs: number, toMs: number): number;
  /** Open time in `[fromMs, toMs)` in whole seconds, rounded toward zero once, at the end; negative when reversed. */
  between(fromMs: number, toMs: number): number;
  /**
   * The earliest instant `t ≥ fromMs` with `between(fromMs, t) = seconds`; with negative seconds the latest `t ≤ fromMs`
   * with `between(t, fromMs) = |seconds|`; `add(from, 0) = from`. Throws `calendar.beyond-horizon` past 50 years.
   */
  add(fromMs: number, seconds: number): number;
  /** Like `add`, in milliseconds. */
  addMs(fromMs: number, ms: number): number;
  isOpen(atMs: number): boolean;
  /** The earliest open instant at or after `atMs` (`atMs` itself when open), or null when there is none within 50 years. */
  nextOpen(atMs: number): number | null;
  /** When the open time that holds `atMs`, or else the next one, ends; null when it does not within 50 years. */
  nextClose(atMs: number): number | null;
  /** Open milliseconds from a fixed origin to `atMs` (negative before it): `betweenMs` is the difference of two of these. */
  openMs(atMs: number): number;
}
