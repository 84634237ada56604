import type { QueryResult } from '#domain/report/query.ts';
import { numberAt, readFigures } from '#presentation/figures/figures.ts';

/** A group whose share moved, or that stands apart from the whole. */
export interface Change {
  readonly dimension: string;
  readonly value: string | number;
  readonly now: number;
  /** The period before, or the share of the whole. */
  readonly reference: number;
  readonly difference: number;
  /** Clocks behind it. */
  readonly n: number;
}

/** Fewer verdicts than this are an anecdote, not a change. */
const fewest = 20;
/** Differences below two points are noise to a reader. */
const smallest = 0.02;

/**
 * Changes of the share in target of one result (share first, count second) grouped by one dimension, against the period
 * before where `compared`, else against the whole.
 */
export function findChanges(result: QueryResult, compared: boolean): readonly Change[] {
  const { dimensions, columns } = readFigures(result);
  const [dimension] = dimensions;
  const [share, count] = columns;
  if (dimension === undefined || share === undefined || count === undefined) return [];
  const whole = numberAt(result.total, share.index);
  return result.rows.flatMap((row) => {
    const value = row[dimension.index];
    const now = numberAt(row, share.index);
    const reference = compared ? numberAt(row, share.before) : whole;
    const n = numberAt(row, count.index) ?? 0;
    if (value === null || value === undefined || value === '' || now === null || reference === null || n < fewest)
      return [];
    const difference = now - reference;
    if (Math.abs(difference) < smallest) return [];
    return [{ dimension: dimension.id, value, now, reference, difference, n }];
  });
}

/**
 * The changes that weigh most, by the size of the difference and the root of the clocks behind it. What got worse comes
 * first, but not alone: a fall and a rise are both news.
 */
export function heaviest(changes: readonly Change[], limit: number): readonly Change[] {
  const weight = ({ difference, n }: Change) => Math.abs(difference) * Math.sqrt(n);
  const ranked = [...changes].sort((one, other) => weight(other) - weight(one));
  const worse = ranked.filter(({ difference }) => difference < 0);
  const better = ranked.filter(({ difference }) => difference > 0);
  const fewestWorse = Math.max(Math.ceil(limit * 0.6), limit - better.length);
  const shownWorse = worse.slice(0, fewestWorse);
  return [...shownWorse, ...better.slice(0, limit - shownWorse.length)];
}
