import type { Estimate } from './interval.ts';

/** Between which places somebody stands, 1 the best, of how many who can be compared. */
export interface Place {
  readonly best: number;
  readonly worst: number;
  readonly of: number;
}

/**
 * Places by a difference, as far as the figures tell them apart: only whose whole interval lies beyond one's own surely stands
 * before or after. Single ranks of uncertain figures are noise (Goldstein & Spiegelhalter, "League tables and their
 * limitations", JRSS A 159, 1996). In the order given.
 */
export function placesOf(differences: readonly Estimate[], better: 'higher' | 'lower'): Place[] {
  const lows = differences.map(({ low }) => low).sort((a, b) => a - b);
  const highs = differences.map(({ high }) => high).sort((a, b) => a - b);
  return differences.map(({ low, high }) => {
    const above = lows.length - countUpTo(lows, high);
    const below = countBelow(highs, low);
    const [before, after] = better === 'higher' ? [above, below] : [below, above];
    return { best: before + 1, worst: differences.length - after, of: differences.length };
  });
}

/** How many of sorted values are at most `limit`. */
function countUpTo(sorted: readonly number[], limit: number): number {
  const found = sorted.findIndex((value) => value > limit);
  return found === -1 ? sorted.length : found;
}

/** How many of sorted values are under `limit`. */
function countBelow(sorted: readonly number[], limit: number): number {
  const found = sorted.findIndex((value) => value >= limit);
  return found === -1 ? sorted.length : found;
}
