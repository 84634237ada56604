import { tokenHex } from '../colors/series.ts';
import type { Scheme } from '../colors/tokens.ts';
import type { FigureColumn } from '../figures/figures.ts';
import type { Words } from '../words/create-words.ts';

/** The values that the field compares a figure with, as dashed lines across the picture; undefined where there are none. */
export function referenceLines(
  column: FigureColumn | undefined,
  axis: 'xAxis' | 'yAxis',
  scheme: Scheme,
  words: Words,
) {
  const kpi = column === undefined ? null : words.kpiOf(column.id);
  const isOfOwnUnit = kpi !== null && column?.unit === kpi.unit;
  if (kpi === null || kpi.benchmark === null || !isOfOwnUnit) return undefined;
  const { value, also = [] } = kpi.benchmark;
  return linesAt([value, ...also], axis, scheme, (at) => words.format.value(at, kpi.unit, { dense: true }));
}

/** Dashed lines at some values of an axis, each with its value. */
export function linesAt(
  values: readonly number[],
  axis: 'xAxis' | 'yAxis',
  scheme: Scheme,
  told: (value: number) => string,
) {
  return {
    silent: true,
    symbol: 'none',
    lineStyle: { color: tokenHex(scheme, 'text'), type: 'dashed', width: 1 },
    label: { color: tokenHex(scheme, 'text'), position: axis === 'yAxis' ? 'insideEndTop' : 'end' },
    data: values.map((value) => ({ [axis]: value, label: { formatter: told(value) } })),
  };
}

/** The highest of the reference lines of a figure, so that the axis reaches it. */
export function highestReference(column: FigureColumn | undefined, words: Words): number {
  const kpi = column === undefined ? null : words.kpiOf(column.id);
  if (kpi === null || kpi.benchmark === null || column?.unit !== kpi.unit) return 0;
  return Math.max(kpi.benchmark.value, ...(kpi.benchmark.also ?? []));
}
