import type { Clock, Upcoming } from './clock.ts';

/**
 * The next thing a clock reaches after `now` (epoch ms) if nothing happens: a warning or its breach. Null when it is
 * stopped, stands still, or has breached. A clock folded earlier answers for any later `now` before its breach; at the
 * instant it forecasts, fold again.
 */
export function forecast({ upcoming }: Clock, now: number): Upcoming | null {
  return upcoming.find(({ at }) => at > now) ?? null;
}
