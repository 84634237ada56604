import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareFairly, type Stratum } from './fair-comparison.ts';
import { differenceOf, type Estimate, exactly, weightedSum } from './interval.ts';
import { compare } from './judge.ts';
import { medianRanks } from './median-ranks.ts';
import { placesOf } from './rank.ts';
import { wilson } from './wilson.ts';

const shares = fc
  .integer({ min: 1, max: 5_000 })
  .chain((n) => fc.record({ n: fc.constant(n), hits: fc.integer({ min: 0, max: n }) }));
const estimates = shares.map(({ hits, n }) => wilson(hits, n) as Estimate);

test('Wilson’s interval gives the figures of Newcombe’s table: 81 of 263, 15 of 148, 0 of 20, 1 of 29', () => {
  for (const [hits, n, low, high] of [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ] as const) {
    const found = wilson(hits, n) as Estimate;
    expect([found.low, found.high]).toEqual([expect.closeTo(low, 4), expect.closeTo(high, 4)]);
  }
});

test('Newcombe’s difference of 56 of 70 and 48 of 80 is 0.2, between 0.0524 and 0.3339', () => {
  const found = differenceOf(wilson(56, 70) as Estimate, wilson(48, 80) as Estimate);
  expect(found).toEqual({
    value: expect.closeTo(0.2, 10),
    low: expect.closeTo(0.0524, 4),
    high: expect.closeTo(0.3339, 4),
  });
});

test('a share lies in its interval, the interval in [0, 1], and it is the mirror of the share of misses', () => {
  fc.assert(
    fc.property(shares, ({ hits, n }) => {
      const [found, mirror] = [wilson(hits, n) as Estimate, wilson(n - hits, n) as Estimate];
      expect(found.low).toBeGreaterThanOrEqual(0);
      expect(found.high).toBeLessThanOrEqual(1);
      expect(found.low).toBeLessThanOrEqual(found.value);
      expect(found.high).toBeGreaterThanOrEqual(found.value);
      expect(1 - mirror.high).toBeCloseTo(found.low, 9);
    }),
  );
});

test('without rows there is no share', () => {
  expect(wilson(0, 0)).toBeNull();
});

test('the ranks around a median are those of the tables: none under 6, 1–6, 2–9, 10–21, 40–61', () => {
  expect([0, 1, 5].map(medianRanks)).toEqual([null, null, null]);
  const ends = [6, 10, 30, 100].map((n) => [medianRanks(n)?.low, medianRanks(n)?.high]);
  expect(ends).toEqual([
    [1, 6],
    [2, 9],
    [10, 21],
    [40, 61],
  ]);
  expect(medianRanks(6)?.coverage).toBeCloseTo(0.96875, 10);
});

test('an interval for a median covers at least 95 %, is symmetric, and one rank narrower would cover less', () => {
  fc.assert(
    fc.property(fc.integer({ min: 6, max: 900 }), (n) => {
      const ranks = medianRanks(n);
      if (ranks === null) throw new Error('there is one from six on');
      expect(ranks.low + ranks.high).toBe(n + 1);
      expect(ranks.coverage).toBeCloseTo(1 - 2 * tail(n, ranks.low - 1), 9);
      expect(ranks.coverage).toBeGreaterThanOrEqual(0.95);
      expect(tail(n, ranks.low)).toBeGreaterThan(0.025);
    }),
  );
});

test('ranks of a million values are found, near what the normal curve says', () => {
  const { low, high } = medianRanks(1_000_000) ?? { low: 0, high: 0 };
  expect(low).toBeGreaterThan(499_018);
  expect(low).toBeLessThan(499_022);
  expect(high).toBe(1_000_001 - low);
});

test('no verdict is given where the interval of a figure spans what it is held against', () => {
  fc.assert(
    fc.property(estimates, estimates, (a, b) => {
      fc.pre(a.low <= b.value && b.value <= a.high);
      expect(compare({ of: a, n: 50 }, { of: b, n: 50 }, 'higher').verdict).toBe('unclear');
      expect(compare({ of: a, n: 50 }, { of: exactly(b.value), n: 50 }, 'lower').verdict).toBe('unclear');
    }),
  );
});

test('fewer than ten rows on either side are too few to say, however far apart the figures', () => {
  const [none, all] = [wilson(0, 9) as Estimate, wilson(9, 9) as Estimate];
  expect(compare({ of: all, n: 9 }, { of: none, n: 500 }, 'higher').verdict).toBe('too-few');
  expect(compare({ of: all, n: 500 }, { of: none, n: 9 }, 'higher').verdict).toBe('too-few');
  expect(compare({ of: null, n: 0 }, { of: none, n: 500 }, 'higher')).toEqual({
    verdict: 'too-few',
    difference: null,
  });
});

test('what is better by one direction is worse by the other, and neither where neither is good', () => {
  const [low, high] = [wilson(10, 100) as Estimate, wilson(90, 100) as Estimate];
  const verdicts = (['higher', 'lower', 'neither'] as const).map(
    (better) => compare({ of: high, n: 100 }, { of: low, n: 100 }, better).verdict,
  );
  expect(verdicts).toEqual(['better', 'worse', 'neither']);
});

const strata = fc.array(
  fc.record({ own: shares, others: shares }).map(
    ({ own, others }): Stratum => ({
      channel: 'e-mail',
      type: null,
      n: own.n,
      hits: own.hits,
      othersN: others.n,
      othersHits: others.hits,
    }),
  ),
  { minLength: 1, maxLength: 8 },
);

test('what the others would have reached lies between their worst and their best rate', () => {
  fc.assert(
    fc.property(strata, (given) => {
      const { expected, comparable, n } = compareFairly(given, 'higher');
      expect(comparable).toBeLessThanOrEqual(n);
      if (expected === null) return;
      const rates = given.filter(({ othersN }) => othersN >= 10).map(({ othersHits, othersN }) => othersHits / othersN);
      expect(expected.value).toBeGreaterThanOrEqual(Math.min(...rates) - 1e-9);
      expect(expected.value).toBeLessThanOrEqual(Math.max(...rates) + 1e-9);
    }),
  );
});

test('an agent who does in each stratum just what the others do stands where they stand, whatever the mix', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ rate: fc.integer({ min: 0, max: 20 }), size: fc.integer({ min: 1, max: 50 }) }), {
        minLength: 1,
      }),
      (mix) => {
        const given = mix.map(({ rate, size }) => ({
          ...{ channel: null, type: null, n: 20 * size, hits: rate * size },
          ...{ othersN: 200, othersHits: rate * 10 },
        }));
        const { difference } = compareFairly(given, 'higher');
        expect(difference?.value).toBeCloseTo(0, 9);
      },
    ),
  );
});

test('a mix of harder tickets is not held against an agent: better in each stratum is better, though worse in sum', () => {
  const fair = compareFairly(
    [
      { channel: 'phone', type: null, n: 40, hits: 38, othersN: 2_000, othersHits: 1_700 },
      { channel: 'e-mail', type: null, n: 400, hits: 200, othersN: 500, othersHits: 150 },
    ],
    'higher',
  );
  expect(fair.observed?.value).toBeLessThan(1_850 / 2_500);
  expect(fair.verdict).toBe('better');
});

test('without enough rows, or enough in common, no comparison is made and the reason is told', () => {
  const row = { channel: null, type: null, hits: 5, othersHits: 50, othersN: 100 };
  expect(compareFairly([], 'higher').refused).toBe('no-rows');
  expect(compareFairly([{ ...row, n: 29 }], 'higher')).toMatchObject({ refused: 'too-few', verdict: null });
  const alone = { ...row, channel: 'fax', othersN: 9, othersHits: 9 };
  const found = compareFairly(
    [
      { ...row, n: 60 },
      { ...alone, n: 40 },
    ],
    'higher',
  );
  expect(found).toMatchObject({ refused: 'too-little-in-common', coverage: 0.6, comparable: 60, verdict: null });
});

test('figures added with one weight of 1 are the figure itself', () => {
  fc.assert(
    fc.property(estimates, (of) => {
      const { value, low, high } = weightedSum([{ weight: 1, of }]);
      expect([value, low, high].map((each) => each.toFixed(9))).toEqual(
        [of.value, of.low, of.high].map((each) => each.toFixed(9)),
      );
    }),
  );
});

test('places: who surely stands before and after is counted, all others are shared', () => {
  const given = [
    { value: 0.9, low: 0.8, high: 1 },
    { value: 0.7, low: 0.5, high: 0.9 },
    { value: 0.1, low: 0, high: 0.2 },
  ];
  expect(placesOf(given, 'higher')).toEqual([
    { best: 1, worst: 2, of: 3 },
    { best: 1, worst: 2, of: 3 },
    { best: 3, worst: 3, of: 3 },
  ]);
  expect(placesOf(given, 'lower')[2]).toEqual({ best: 1, worst: 1, of: 3 });
});

function tail(n: number, upTo: number): number {
  let chance = 0;
  for (let k = 0; k <= upTo; k++) chance += Math.exp(logChoose(n, k) - n * Math.LN2);
  return chance;
}

function logChoose(n: number, k: number): number {
  let sum = 0;
  for (let i = 1; i <= k; i++) sum += Math.log(n - k + i) - Math.log(i);
  return sum;
}
