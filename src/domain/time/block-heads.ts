/**
 * An index into sorted `starts`: for each block of `width` ms from `from` to `to`, the last position whose start is not
 * after the block's beginning. A search begins there and walks a step or two instead of halving the whole array.
 * `starts` must end with Infinity and begin at or before `from`.
 */
export function blockHeads(starts: Float64Array, from: number, to: number, width: number): Int32Array {
  const heads = new Int32Array(Math.floor((to - from) / width) + 1);
  let position = 0;
  for (let block = 0; block < heads.length; block++) {
    const at = from + block * width;
    while ((starts[position + 1] as number) <= at) position++;
    heads[block] = position;
  }
  return heads;
}
