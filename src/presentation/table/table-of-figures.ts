import type { Cell, Every, TimeKind } from '#domain/report/query.ts';
import { type Figures, isPromise, numberAt } from '../figures/figures.ts';
import type { DrillCell } from '../question/drill.ts';
import { bucketPeriod, type Period } from '../question/period.ts';
import type { Words } from '../words/create-words.ts';
import type { TableCell, TableColumn, TableModel } from './table-model.ts';

export interface Frame {
  readonly period: Period;
  readonly every: Every | null;
  readonly time: TimeKind;
}

export const textOf = (value: Cell | undefined): string | null =>
  value === null || value === undefined || value === '' ? null : String(value);

/** The coordinates of a row: the value of each dimension it stands for. */
export function cellsOf(figures: Figures, row: readonly Cell[]): readonly DrillCell[] {
  return figures.dimensions.map(({ id, index }) => ({ dimension: id, value: textOf(row[index]) }));
}

/** The part of the period that a row covers. */
export function periodOf(figures: Figures, row: readonly Cell[], frame: Frame): Period {
  const bucket = figures.period === null ? null : textOf(row[figures.period]);
  return bucket === null || frame.every === null
    ? frame.period
    : bucketPeriod(bucket.slice(0, 10), frame.every, frame.period);
}

function columnsOf(figures: Figures, words: Words): readonly TableColumn[] {
  const plain = { hint: null, better: null, numeric: false, promise: false } as const;
  return [
    ...(figures.period === null ? [] : [{ id: 'period', name: words.period, unit: 'date' as const, ...plain }]),
    ...figures.dimensions.map(({ id }) => ({ id, name: words.dimension(id), unit: 'text' as const, ...plain })),
    ...figures.columns.map(({ id, unit, n }) => {
      const kpi = words.kpiOf(id);
      const help = kpi === null ? null : words.format.text(kpi.help);
      const hint = [help, n === null ? null : `n ${words.format.count(n)}`].filter((part) => part !== null).join(' · ');
      return {
        id,
        name: words.figure(id),
        ...(words.short(id) === words.figure(id) ? {} : { short: words.short(id) }),
        hint: hint === '' ? null : hint,
        unit,
        numeric: true,
        better: kpi?.unit === unit ? kpi.better : null,
        promise: isPromise(id),
      };
    }),
  ];
}

/** A result as a table: periods and groups first, then the figures, each with its comparison and its tickets. */
export function tableOfFigures(figures: Figures, frame: Frame, words: Words): TableModel {
  const { result } = figures;
  const figureCells = (row: readonly Cell[], period: Period, cells: readonly DrillCell[]): TableCell[] =>
    figures.columns.map(({ id, index, unit, before }) => {
      const value = numberAt(row, index);
      return {
        value,
        text: words.format.value(value, unit, { time: frame.time }),
        before: numberAt(row, before),
        drill: value === null || !words.opens(id) ? null : { kpi: id, period, cells },
      };
    });
  const rows = result.rows.map((row, place) => {
    const bucket = figures.period === null ? null : textOf(row[figures.period]);
    const heads: TableCell[] = figures.dimensions.map(({ id, index }) => {
      const value = row[index] ?? null;
      return { value, text: words.names(id, value, result.meta.labels) };
    });
    if (bucket !== null) heads.unshift({ value: bucket, text: words.format.bucket(bucket, frame.every ?? 'day') });
    return {
      key: String(place),
      cells: [...heads, ...figureCells(row, periodOf(figures, row, frame), cellsOf(figures, row))],
    };
  });
  const columns = columnsOf(figures, words);
  const empty = columns.length - figures.columns.length;
  const heads: TableCell[] = Array.from({ length: empty }, (_, index) => ({
    value: null,
    text: index === 0 ? words.total : '',
  }));
  const total = empty === 0 ? null : [...heads, ...figureCells(result.total, frame.period, [])];
  return {
    columns,
    rows: empty === 0 ? [{ key: 'total', cells: figureCells(result.total, frame.period, []) }] : rows,
    total,
  };
}
