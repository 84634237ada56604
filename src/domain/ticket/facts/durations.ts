import type { WorkingTime } from '../../time/working-time.ts';

/** A duration measured twice: in calendar seconds and in seconds of the business calendar. Null where it did not happen. */
export interface Durations {
  readonly seconds: number | null;
  readonly business: number | null;
}

export const noDurations: Durations = Object.freeze({ seconds: null, business: null });

/** Time between two instants; none when one is missing or they are reversed. */
export function durationsBetween(business: WorkingTime, from: number | null, to: number | null): Durations {
  if (from === null || to === null || to < from) return noDurations;
  return { seconds: Math.floor((to - from) / 1000), business: Math.floor(business.betweenMs(from, to) / 1000) };
}

/** Adds up spans, in milliseconds until the end, so that seconds are rounded once. */
export class DurationSum {
  readonly #business: WorkingTime;
  #ms = 0;
  #businessMs = 0;
  #happened = false;

  constructor(business: WorkingTime) {
    this.#business = business;
  }

  add(from: number, to: number): void {
    this.#happened = true;
    this.#ms += to - from;
    this.#businessMs += this.#business.betweenMs(from, to);
  }

  subtract(from: number, to: number): void {
    this.#ms -= to - from;
    this.#businessMs -= this.#business.betweenMs(from, to);
  }

  total(): Durations {
    if (!this.#happened) return noDurations;
    return { seconds: Math.floor(this.#ms / 1000), business: Math.floor(this.#businessMs / 1000) };
  }
}
