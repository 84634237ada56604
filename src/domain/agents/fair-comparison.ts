import { differenceOf, type Estimate, weightedSum } from './interval.ts';
import { type Verdict, verdictOf } from './judge.ts';
import { wilson } from './wilson.ts';

/** One mix of channel and type: what the agent did in it, and what the others did. */
export interface Stratum {
  readonly channel: string | null;
  readonly type: string | null;
  readonly n: number;
  readonly hits: number;
  readonly othersN: number;
  readonly othersHits: number;
}

/** Rows of others that a stratum must have to be compared in. */
export const leastOthers = 10;
/** Comparable rows that the agent must have. */
export const leastComparable = 30;
/** Share of the agent's rows that must be comparable. */
export const leastCoverage = 0.8;

/** Why no fair comparison is made. */
export type Refusal = 'no-rows' | 'too-few' | 'too-little-in-common';

export interface FairComparison {
  readonly n: number;
  /** Of n, those in strata where others have enough rows. */
  readonly comparable: number;
  /** `comparable` ÷ n; null without rows. */
  readonly coverage: number | null;
  /** The share of hits among the comparable rows. */
  readonly observed: Estimate | null;
  /** What the others would have reached on the agent's own mix. */
  readonly expected: Estimate | null;
  /** Observed less expected. */
  readonly difference: Estimate | null;
  readonly verdict: Verdict | null;
  readonly refused: Refusal | null;
}

/**
 * Holds an agent's share against what the others would have reached on the same mix of channel and type: indirect
 * standardisation (Breslow & Day, "Statistical Methods in Cancer Research", vol. II, IARC 1987, ch. 2), the others' rates
 * weighted by the agent's rows. The uncertainty of both sides is in the interval of the difference. Refused, with the
 * reason, where the agent has too few comparable rows or too few of them are comparable.
 */
export function compareFairly(strata: readonly Stratum[], better: 'higher' | 'lower'): FairComparison {
  const shared = strata.filter(({ n, othersN }) => n > 0 && othersN >= leastOthers);
  const n = sum(strata, (stratum) => stratum.n);
  const comparable = sum(shared, (stratum) => stratum.n);
  const coverage = n === 0 ? null : comparable / n;
  const observed = wilson(
    sum(shared, ({ hits }) => hits),
    comparable,
  );
  const expected = comparable === 0 ? null : expectedOf(shared, comparable);
  const difference = observed && expected && differenceOf(observed, expected);
  const refused = refusalOf(n, comparable);
  return {
    ...{ n, comparable, coverage, observed, expected, difference, refused },
    verdict: refused === null && difference !== null ? verdictOf(difference, better) : null,
  };
}

function expectedOf(shared: readonly Stratum[], comparable: number): Estimate {
  const parts = shared.map(({ n, othersHits, othersN }) => ({
    weight: n / comparable,
    of: wilson(othersHits, othersN) as Estimate,
  }));
  return weightedSum(parts);
}

function refusalOf(n: number, comparable: number): Refusal | null {
  if (n === 0) return 'no-rows';
  if (n < leastComparable) return 'too-few';
  if (comparable / n < leastCoverage) return 'too-little-in-common';
  return comparable < leastComparable ? 'too-few' : null;
}

function sum<Item>(items: readonly Item[], read: (item: Item) => number): number {
  return items.reduce((total, item) => total + read(item), 0);
}
