import { decodeValues, encodeValues, type Search } from './filters.ts';
import type { Patch } from './patch-search.ts';
import { type Period, writeRange } from './period.ts';

/** One coordinate of a figure: the value its row or column stands for. */
export interface DrillCell {
  readonly dimension: string;
  readonly value: string | null;
}

/** A figure that was asked for its tickets. */
export interface Drill {
  readonly kpi: string;
  readonly period: Period;
  readonly cells: readonly DrillCell[];
}

/** What to write into the URL to open the drawer on a figure; it survives a reload and a shared link. */
export function drillPatch(drill: Drill): Patch {
  return {
    drill: drill.kpi,
    'd.period': writeRange(drill.period),
    'd.at':
      drill.cells.length === 0
        ? null
        : drill.cells.map(({ dimension, value }) => `${dimension}=${encodeValues([value])}`).join(';'),
    'd.part': null,
    'd.of': null,
  };
}

export const closeDrill: Patch = { drill: null, 'd.period': null, 'd.at': null, 'd.part': null, 'd.of': null };

export function readDrill(search: Search): Drill | null {
  const [from, to] = (search['d.period'] ?? '').split('..');
  if (search.drill === undefined || from === undefined || to === undefined) return null;
  const cells = (search['d.at'] ?? '').split(';').flatMap((part) => {
    const cut = part.indexOf('=');
    const [value] = decodeValues(part.slice(cut + 1));
    return cut < 1 || value === undefined ? [] : [{ dimension: part.slice(0, cut), value }];
  });
  return { kpi: search.drill, period: { from, to }, cells };
}
