import type { Better } from '../kpi/kpi.ts';
import { differenceOf, type Estimate } from './interval.ts';

/** Fewer rows than this say nothing of a person. */
export const leastRows = 10;

/**
 * What a comparison says. `unclear`: chance alone may explain the difference. `too-few`: one side has fewer than ten rows.
 * `neither`: more of it is neither good nor bad, or the two cannot be held against each other.
 */
export type Verdict = 'better' | 'worse' | 'unclear' | 'too-few' | 'neither';

export interface Comparison {
  readonly verdict: Verdict;
  /** Figure less reference, in the figure's unit; null where one of them is unknown. */
  readonly difference: Estimate | null;
}

/** Holds a figure against another; null for one that is not known. */
export function compare(
  figure: { readonly of: Estimate | null; readonly n: number },
  reference: { readonly of: Estimate | null; readonly n: number },
  better: Better,
): Comparison {
  const difference = figure.of && reference.of && differenceOf(figure.of, reference.of);
  if (better === 'neither') return { verdict: 'neither', difference };
  if (difference === null || figure.n < leastRows || reference.n < leastRows) {
    return { verdict: 'too-few', difference };
  }
  return { verdict: verdictOf(difference, better), difference };
}

/** What a difference says by itself: nothing where its interval holds 0. */
export function verdictOf({ low, high }: Estimate, better: Better): Verdict {
  if (better === 'neither') return 'neither';
  if (low <= 0 && high >= 0) return 'unclear';
  return low > 0 === (better === 'higher') ? 'better' : 'worse';
}
