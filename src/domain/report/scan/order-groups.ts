import type { Cell } from '../query.ts';

type Group = readonly Cell[];

/** Groups in the order of their values: numbers by size, texts by letter and number, none last. */
export function sortGroups(groups: readonly Group[]): Group[] {
  return groups.toSorted((a, b) => compareGroups(a, b, compareNatural));
}

type CompareTexts = (left: string, right: string) => number;

function compareGroups(a: Group, b: Group, texts: CompareTexts): number {
  for (const [index, left] of a.entries()) {
    const order = compareCells(left, b[index] ?? null, texts);
    if (order !== 0) return order;
  }
  return 0;
}

/**
 * Groups by a figure, the largest first, those without any last; equals letter by letter, so that the store and the domain
 * cut the same ones off.
 */
export function sortLeaders(groups: readonly Group[], figureOf: (group: Group) => Cell): Group[] {
  const figures = new Map(groups.map((group) => [group, figureOf(group) as number | null]));
  return groups.toSorted((a, b) => {
    const [left, right] = [figures.get(a) ?? null, figures.get(b) ?? null];
    const missing = Number(left === null) - Number(right === null);
    const order = left === null || right === null ? missing : right - left;
    return order === 0 ? compareGroups(a, b, comparePlain) : order;
  });
}

function compareCells(left: Cell, right: Cell, texts: CompareTexts): number {
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return texts(String(left), String(right));
}

const comparePlain: CompareTexts = (left, right) => (left < right ? -1 : left > right ? 1 : 0);
const compareNatural: CompareTexts = (left, right) => comparePlain(naturalKey(left), naturalKey(right));

/** `agent 9` before `agent 10`, whatever the engine's language. */
function naturalKey(text: string): string {
  return text.toLowerCase().replace(/\d+/g, (digits) => digits.padStart(12, '0'));
}
