import { VigieError } from '../../error.ts';
import { sameHolder } from '../../ticket/holder.ts';
import { isSolved } from '../../ticket/status.ts';
import type { Span } from '../../ticket/story.ts';
import type { WorkingTime } from '../../time/working-time.ts';
import type { Booking, Holder, Pause } from '../clock.ts';
import type { Terms } from './terms.ts';

/** The last span that begins at or before an instant (the first one for an instant before all). */
export function spanIndexAt(spans: readonly Span[], at: number): number {
  let low = 0;
  let high = spans.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span).at <= at) low = middle;
    else high = middle;
  }
  return low;
}

/** Like `addMs`, but null where the calendar never offers so much open time. */
export function tryAddMs(calendar: WorkingTime, fromMs: number, ms: number): number | null {
  try {
    return calendar.addMs(fromMs, ms);
  } catch (error) {
    if (error instanceof VigieError) return null;
    throw error;
  }
}

const noPauses: readonly Pause[] = Object.freeze([]);

/**
 * Measures the time that counts for a target over a ticket's spans: open in the target's calendar, and not in a status in
 * which the clock stands still. One meter is used again for clock after clock, because millions are measured.
 */
export class Meter {
  elapsedMs = 0;
  /** When the elapsed time reached the target, null if it has not. */
  reachedAt: number | null = null;
  /** Whether the clock stands still at the end of the measured time. */
  still = false;
  #pauses: Pause[] | null = null;
  #stillFrom = 0;
  #stillReason = '';
  #end = 0;
  #lastFrom = 0;
  #lastElapsed = 0;
  #terms: Terms | null = null;
  readonly #holders: Holder[] = [];
  readonly #booked: number[] = [];

  /** Measures `[from, to)`. `live` says that the clock goes on at `to`, in the span then begun. */
  run(spans: readonly Span[], from: number, to: number, terms: Terms, live: boolean): void {
    const { calendar, stillBits } = terms.target;
    const targetMs = terms.seconds * 1000;
    this.#reset(terms, from, to);
    let openAt = Number.NaN;
    for (let i = spanIndexAt(spans, from); i < spans.length; i++) {
      const span = spans[i] as Span;
      const start = Math.max(span.at, from);
      const next = i + 1 < spans.length ? (spans[i + 1] as Span).at : Number.POSITIVE_INFINITY;
      const end = Math.min(next, to);
      if (start > to || (start === to && !live)) break;
      if (end <= start && !(live && start === to && next > to)) continue;
      if ((span.bit & stillBits) !== 0) {
        this.#standStill(span, start);
        openAt = Number.NaN;
        continue;
      }
      this.#goOn(start);
      const before = Number.isNaN(openAt) ? calendar.openMs(start) : openAt;
      openAt = calendar.openMs(end);
      this.#count(span.holder, start, openAt - before, targetMs);
    }
  }

  #reset(terms: Terms, from: number, to: number): void {
    this.elapsedMs = 0;
    this.reachedAt = null;
    this.still = false;
    this.#pauses = null;
    this.#end = to;
    this.#lastFrom = from;
    this.#lastElapsed = 0;
    this.#terms = terms;
    this.#holders.length = 0;
    this.#booked.length = 0;
  }

  #standStill(span: Span, at: number): void {
    const reason = isSolved(span.status) ? 'solved' : span.status;
    if (this.still && this.#stillReason === reason) return;
    this.#goOn(at);
    this.still = true;
    this.#stillFrom = at;
    this.#stillReason = reason;
  }

  #goOn(at: number): void {
    if (!this.still) return;
    this.still = false;
    this.#pauses ??= [];
    this.#pauses.push({ from: this.#stillFrom, to: at, reason: this.#stillReason });
  }

  #count(holder: Holder, from: number, ms: number, targetMs: number): void {
    const total = this.elapsedMs + ms;
    if (this.reachedAt === null && total >= targetMs) {
      const { calendar } = (this.#terms as Terms).target;
      this.reachedAt = tryAddMs(calendar, from, targetMs - this.elapsedMs) ?? from;
    }
    this.#lastFrom = from;
    this.#lastElapsed = this.elapsedMs;
    this.elapsedMs = total;
    if (ms === 0) return;
    for (let i = 0; i < this.#holders.length; i++) {
      if (sameHolder(this.#holders[i] as Holder, holder)) {
        this.#booked[i] = (this.#booked[i] as number) + ms;
        return;
      }
    }
    this.#holders.push(holder);
    this.#booked.push(ms);
  }

  /** When the elapsed time will reach so many milliseconds if the clock runs on from where the measure ended. */
  instantOf(ms: number): number | null {
    const { calendar } = (this.#terms as Terms).target;
    return this.still
      ? tryAddMs(calendar, this.#end, ms - this.elapsedMs)
      : tryAddMs(calendar, this.#lastFrom, ms - this.#lastElapsed);
  }

  /** The pauses so far, each once; one that lasts has no end, or that of the clock. */
  pauses(live: boolean): readonly Pause[] {
    const done = this.#pauses ?? noPauses;
    if (!this.still) return done;
    return [...done, { from: this.#stillFrom, to: live ? null : this.#end, reason: this.#stillReason }];
  }

  pausedSeconds(pauses: readonly Pause[]): number {
    if (pauses.length === 0) return 0;
    const { calendar } = (this.#terms as Terms).target;
    let ms = 0;
    for (const { from, to } of pauses) ms += calendar.betweenMs(from, to ?? this.#end);
    return Math.floor(ms / 1000);
  }

  /** The elapsed time by holder, in the order of their first turn; the seconds add up to the whole seconds elapsed. */
  bookings(): readonly Booking[] {
    let sum = 0;
    let told = 0;
    const bookings: Booking[] = [];
    for (let i = 0; i < this.#holders.length; i++) {
      sum += this.#booked[i] as number;
      const seconds = Math.floor(sum / 1000) - told;
      told += seconds;
      bookings.push({ holder: this.#holders[i] as Holder, seconds });
    }
    return bookings;
  }
}
