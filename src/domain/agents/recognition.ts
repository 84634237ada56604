import type { Refusal } from './fair-comparison.ts';
import type { Estimate } from './interval.ts';
import type { Verdict } from './judge.ts';
import type { Place } from './rank.ts';

/** A fair comparison without its strata: what is told of it. */
export interface FairStanding {
  readonly n: number;
  readonly comparable: number;
  readonly coverage: number | null;
  readonly observed: Estimate | null;
  readonly expected: Estimate | null;
  readonly difference: Estimate | null;
  readonly verdict: Verdict | null;
  readonly refused: Refusal | null;
  /** Null where the comparison is refused. */
  readonly place: Place | null;
  /** Seconds, where the share is of durations no longer than this, the median of all. */
  readonly within: number | null;
}

/** The figures that a recognition rests on, as they were when it was awarded. */
export interface RecognitionBasis {
  /** Local dates, half-open. */
  readonly from: string;
  readonly to: string;
  /** Null: the whole workspace. */
  readonly team: string | null;
  readonly value: number;
  readonly n: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly fair: FairStanding | null;
}
