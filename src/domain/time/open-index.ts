import { VigieError } from '../error.ts';
import { blockHeads } from './block-heads.ts';
import { checkInstant, earliestInstant, horizonMs, latestInstant } from './instant.ts';
import { appendSegment, type OpenSegments } from './open-segments.ts';
import type { WorkingTime } from './working-time.ts';

/** Width of a block of the search index, about 4 h 40: few calendars open or close more than once inside one. */
const blockWidth = 2 ** 24;
const blocksPerMs = 1 / blockWidth;
/** Segments are found by chunks of about 13 months. */
export const chunkMs = 2 ** 35;
/** Where cumulative open time is zero: the beginning of the chunk of early 2020, near which most questions fall. */
export const originMs = 46 * chunkMs;

/**
 * Open segments with the open time before each, so that any span is the difference of two look-ups. Position 0 is an
 * empty segment at the beginning of the covered time, the last one starts at Infinity: a search needs no bounds checks.
 */
export class OpenIndex implements WorkingTime {
  readonly timeZone: string;
  readonly #source: OpenSegments;
  #segments: number[] = [];
  #from = originMs;
  #to = originMs;
  /** The covered part of the instants that may be asked about. */
  #answersFrom = originMs;
  #answersTo = originMs;
  #openAtEnd = 0;
  #starts = new Float64Array(0);
  #ends = new Float64Array(0);
  /** Cumulative open time before the segment minus its start: open time inside it is `base + instant`. */
  #bases = new Float64Array(0);
  #heads: Int32Array = new Int32Array(0);

  constructor(source: OpenSegments) {
    this.#source = source;
    this.timeZone = source.timeZone;
  }

  openMs(atMs: number): number {
    const position = this.#positionAt(atMs);
    const end = this.#ends[position] as number;
    return (this.#bases[position] as number) + Math.min(atMs, end);
  }

  betweenMs(fromMs: number, toMs: number): number {
    return this.openMs(toMs) - this.openMs(fromMs);
  }

  between(fromMs: number, toMs: number): number {
    return Math.trunc((this.openMs(toMs) - this.openMs(fromMs)) / 1000) + 0; // + 0 turns -0 into 0
  }

  add(fromMs: number, seconds: number): number {
    return this.addMs(fromMs, Math.round(seconds * 1000));
  }

  addMs(fromMs: number, ms: number): number {
    checkInstant(fromMs);
    if (ms === 0) return fromMs;
    if (!(Math.abs(ms) <= horizonMs)) throw this.#beyondHorizon();
    const target = this.openMs(fromMs) + ms;
    const at = ms > 0 ? this.#earliestWith(target, fromMs + horizonMs) : this.#latestWith(target, fromMs - horizonMs);
    if (Math.abs(at - fromMs) > horizonMs) throw this.#beyondHorizon();
    return at;
  }

  isOpen(atMs: number): boolean {
    const position = this.#positionAt(atMs);
    return atMs < (this.#ends[position] as number);
  }

  nextOpen(atMs: number): number | null {
    const limit = atMs + horizonMs;
    let position = this.#positionAt(atMs);
    if (atMs < (this.#ends[position] as number)) return atMs;
    while (this.#starts[position + 1] === Number.POSITIVE_INFINITY && this.#to <= limit) {
      this.#cover(this.#from, this.#to + chunkMs);
      position = this.#positionAt(atMs);
    }
    const start = this.#starts[position + 1] as number;
    return start <= limit ? start : null;
  }

  nextClose(atMs: number): number | null {
    const limit = atMs + horizonMs;
    const open = this.nextOpen(atMs);
    if (open === null) return null;
    let end = this.#ends[this.#coveredPositionAt(open)] as number;
    while (end === this.#to && this.#to <= limit) {
      this.#cover(this.#from, this.#to + chunkMs);
      end = this.#ends[this.#coveredPositionAt(open)] as number;
    }
    return end <= limit ? end : null;
  }

  /** Position of the last segment that starts at or before an instant; covers more time where it must. */
  #positionAt(atMs: number): number {
    if (!(atMs >= this.#answersFrom && atMs < this.#answersTo)) {
      checkInstant(atMs);
      this.#cover(atMs, atMs + 1);
    }
    return this.#coveredPositionAt(atMs);
  }

  #coveredPositionAt(atMs: number): number {
    let position = this.#heads[((atMs - this.#from) * blocksPerMs) | 0] as number;
    while ((this.#starts[position + 1] as number) <= atMs) position++;
    return position;
  }

  #earliestWith(openMs: number, limit: number): number {
    while (this.#openAtEnd < openMs) {
      if (this.#to > limit) throw this.#beyondHorizon();
      this.#cover(this.#from, Math.min(2 * this.#to - this.#from, limit + 1));
    }
    const position = this.#lastBefore((cumulative) => cumulative < openMs);
    return openMs - (this.#bases[position] as number);
  }

  #latestWith(openMs: number, limit: number): number {
    while ((this.#bases[0] as number) + this.#from > openMs) {
      if (this.#from < limit) throw this.#beyondHorizon();
      this.#cover(Math.max(2 * this.#from - this.#to, limit - 1), this.#to);
    }
    const position = this.#lastBefore((cumulative) => cumulative <= openMs);
    return openMs - (this.#bases[position] as number);
  }

  /** The last segment whose cumulative open time passes the test, which holds for a prefix of the segments. */
  #lastBefore(test: (cumulative: number) => boolean): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (test((this.#bases[middle] as number) + (this.#starts[middle] as number))) low = middle;
      else high = middle;
    }
    return low;
  }

  #beyondHorizon(): VigieError {
    return new VigieError('calendar.beyond-horizon', { calendar: this.#source.label });
  }

  /** Extends the covered time, by whole chunks, to hold `[fromMs, toMs)`. */
  #cover(fromMs: number, toMs: number): void {
    const from = Math.min(this.#from, Math.floor(fromMs / chunkMs) * chunkMs);
    const to = Math.max(this.#to, Math.ceil(toMs / chunkMs) * chunkMs);
    if (from < this.#from) {
      const segments: number[] = [];
      this.#source.append(segments, from, this.#from);
      for (let i = 0; i < this.#segments.length; i += 2) {
        appendSegment(segments, this.#segments[i] as number, this.#segments[i + 1] as number);
      }
      this.#segments = segments;
    }
    if (to > this.#to) this.#source.append(this.#segments, this.#to, to);
    this.#from = from;
    this.#to = to;
    this.#answersFrom = Math.max(from, earliestInstant);
    this.#answersTo = Math.min(to, latestInstant + 1);
    this.#rebuild();
  }

  #rebuild(): void {
    const segments = this.#segments;
    const size = segments.length / 2 + 2;
    const [starts, ends, bases] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
    let cumulative = 0;
    for (let i = 0; i < segments.length && (segments[i] as number) < originMs; i += 2) {
      cumulative -= Math.min(segments[i + 1] as number, originMs) - (segments[i] as number);
    }
    starts[0] = ends[0] = this.#from;
    bases[0] = cumulative - this.#from;
    for (let i = 0; i < segments.length; i += 2) {
      const position = i / 2 + 1;
      const start = segments[i] as number;
      const end = segments[i + 1] as number;
      starts[position] = start;
      ends[position] = end;
      bases[position] = cumulative - start;
      cumulative += end - start;
    }
    starts[size - 1] = Number.POSITIVE_INFINITY;
    this.#openAtEnd = cumulative;
    [this.#starts, this.#ends, this.#bases] = [starts, ends, bases];
    this.#heads = blockHeads(starts, this.#from, this.#to, blockWidth);
  }
}
