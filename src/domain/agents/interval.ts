/** A figure with the ends of its 95 % confidence interval. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** The normal quantile of a two-sided 95 % interval. */
export const z95 = 1.959963984540054;

/** A number that nothing is uncertain about, such as a target. */
export const exactly = (value: number): Estimate => ({ value, low: value, high: value });

/**
 * The first figure less the second, with a 95 % interval made of theirs by "square and add": Newcombe, "Interval estimation
 * for the difference between independent proportions", Statistics in Medicine 17 (1998), method 10; for figures of any kind
 * Zou & Donner, Statistics in Medicine 27 (2008). It contains 0 wherever one interval contains the other figure.
 */
export function differenceOf(first: Estimate, second: Estimate): Estimate {
  const value = first.value - second.value;
  return {
    value,
    low: value - Math.hypot(first.value - first.low, second.high - second.value),
    high: value + Math.hypot(first.high - first.value, second.value - second.low),
  };
}

/** Figures added by weight, with a 95 % interval made of theirs in the same way (Zou & Donner 2008). Weights are not negative. */
export function weightedSum(parts: readonly { readonly weight: number; readonly of: Estimate }[]): Estimate {
  let [value, below, above] = [0, 0, 0];
  for (const { weight, of } of parts) {
    value += weight * of.value;
    below = Math.hypot(below, weight * (of.value - of.low));
    above = Math.hypot(above, weight * (of.high - of.value));
  }
  return { value, low: value - below, high: value + above };
}
