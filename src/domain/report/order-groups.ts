import type { Cell } from './query.ts';

type Group = readonly Cell[];

/** Groups in the order of their values: numbers by size, texts by letter and number, none last. */
export function sortGroups(groups: readonly Group[]): Group[] {
  return groups.toSorted((a, b) => {
    for (const [index, left] of a.entries()) {
      const order = compareCells(left, b[index] ?? null);
      if (order !== 0) return order;
    }
    return 0;
  });
}

/** Groups by a figure, the largest first, those without any last; equals in the order of their values. */
export function sortLeaders(groups: readonly Group[], figureOf: (group: Group) => Cell): Group[] {
  const figures = new Map(groups.map((group) => [group, figureOf(group) as number | null]));
  return sortGroups(groups).sort((a, b) => {
    const [left, right] = [figures.get(a) ?? null, figures.get(b) ?? null];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return right - left;
  });
}

function compareCells(left: Cell, right: Cell): number {
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  const [a, b] = [naturalKey(String(left)), naturalKey(String(right))];
  return a < b ? -1 : a > b ? 1 : 0;
}

/** `agent 9` before `agent 10`, whatever the engine's language. */
function naturalKey(text: string): string {
  return text.toLowerCase().replace(/\d+/g, (digits) => digits.padStart(12, '0'));
}
