import type { UsualBand } from './alert.ts';

/** How many weeks back the same window is looked at. */
export const weeksCompared = 8;

/** Fewer earlier windows with a figure do not say what is usual. */
const leastWindows = 4;

/** Where nearly all windows are alike, a band has at least this share of the median on each side. */
const leastHalfWidth = 0.05;

/**
 * The band around the median of earlier figures, `width` median distances from it wide on each side. Medians are not moved by
 * one odd week, as a mean would be. Null where fewer than four earlier windows have a figure.
 */
export function usualBand(earlier: readonly (number | null)[], width: number): UsualBand | null {
  const figures = earlier.filter((figure) => figure !== null);
  if (figures.length < leastWindows) return null;
  const median = medianOf(figures);
  const distance = medianOf(figures.map((figure) => Math.abs(figure - median)));
  const half = Math.max(width * distance, leastHalfWidth * Math.abs(median));
  return { median, low: median - half, high: median + half, windows: figures.length };
}

function medianOf(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
}
