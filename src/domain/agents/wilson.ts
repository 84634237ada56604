import { type Estimate, z95 } from './interval.ts';

/**
 * The share of hits among n with its 95 % Wilson score interval (Wilson, "Probable inference, the law of succession, and
 * statistical inference", JASA 22, 1927): right for small n and near 0 and 1, where the usual ± fails. Null without rows.
 */
export function wilson(hits: number, n: number): Estimate | null {
  if (n <= 0) return null;
  const value = hits / n;
  const square = z95 * z95;
  const middle = (value + square / (2 * n)) / (1 + square / n);
  const reach = (z95 / (1 + square / n)) * Math.sqrt((value * (1 - value)) / n + square / (4 * n * n));
  return {
    value,
    low: hits === 0 ? 0 : Math.max(0, Math.min(value, middle - reach)),
    high: hits === n ? 1 : Math.min(1, Math.max(value, middle + reach)),
  };
}
