/**
 * The inclusive quantile of all the numbers of several rising lists, at least one of which has a number: what `quantileOf`
 * says of the lists in one. None is copied or sorted anew.
 */
export function quantileOfLists(lists: readonly Float64Array[], level: number): number {
  const rank = (lists.reduce((sum, list) => sum + list.length, 0) - 1) * level;
  const below = Math.floor(rank);
  const low = numberAt(lists, below);
  return rank === below ? low : low + (rank - below) * (numberAt(lists, below + 1) - low);
}

/** The number at a rank, counted from 0, among all lists. */
function numberAt(lists: readonly Float64Array[], rank: number): number {
  const starts = lists.map(() => 0);
  const ends = lists.map((list) => list.length);
  for (;;) {
    const widest = ends.reduce(
      (best, end, at) => (end - (starts[at] as number) > (ends[best] as number) - (starts[best] as number) ? at : best),
      0,
    );
    const list = lists[widest] as Float64Array;
    const pivot = list[((starts[widest] as number) + (ends[widest] as number)) >> 1] as number;
    const smaller = lists.map((each, at) => countUpTo(each, pivot, false, starts[at] as number, ends[at] as number));
    if (rank < total(smaller)) {
      for (const [at, count] of smaller.entries()) ends[at] = count;
      continue;
    }
    const upTo = lists.map((each, at) => countUpTo(each, pivot, true, starts[at] as number, ends[at] as number));
    if (rank < total(upTo)) return pivot;
    for (const [at, count] of upTo.entries()) starts[at] = count;
  }
}

const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

/** How many numbers of a rising list are below a pivot, or equal to it too; the count is known to lie in `[low, high]`. */
function countUpTo(list: Float64Array, pivot: number, orEqual: boolean, low: number, high: number): number {
  while (low < high) {
    const middle = (low + high) >> 1;
    const value = list[middle] as number;
    if (value < pivot || (orEqual && value === pivot)) low = middle + 1;
    else high = middle;
  }
  return low;
}
