/** Which of n values, from the smallest and counted from 1, are the ends of an interval for the median. */
export interface MedianRanks {
  readonly low: number;
  readonly high: number;
  /** The chance that the interval holds the median, at least 0.95. */
  readonly coverage: number;
}

/** Weights this small next to the largest change no sum. */
const NOTHING = 1e-30;

/**
 * The order-statistic interval for a median (Conover, "Practical Nonparametric Statistics", section 3.2; David & Nagaraja,
 * "Order Statistics", section 7.1): it asks nothing of how the values are spread. The number of values below the median
 * is binomial (n, ½), summed here exactly; the interval is the narrowest of equal tails that holds the median in at least
 * 95 %. Null where no two of the values do, for n under 6.
 */
export function medianRanks(n: number): MedianRanks | null {
  const weights = lowerHalf(n);
  const middle = Math.floor(n / 2);
  const whole = weights.reduce((sum, weight) => sum + weight, 0) * 2 - (n % 2 === 0 ? (weights[0] ?? 0) : 0);
  let below = 0;
  let low = 0;
  for (let at = weights.length - 1; at >= 0; at--) {
    const next = below + (weights[at] as number) / whole;
    if (next > 0.025) break;
    below = next;
    low = middle - at + 1;
  }
  return low < 1 ? null : { low, high: n - low + 1, coverage: 1 - 2 * below };
}

/** Chances of ⌊n/2⌋, ⌊n/2⌋ − 1 … values below the median, next to that of the first. */
function lowerHalf(n: number): number[] {
  const weights = [1];
  for (let k = Math.floor(n / 2); k > 0; k--) {
    const weight = ((weights.at(-1) as number) * k) / (n - k + 1);
    if (weight < NOTHING) break;
    weights.push(weight);
  }
  return weights;
}
