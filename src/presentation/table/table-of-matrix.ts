import type { Cell, QueryResult } from '#domain/report/query.ts';
import { type Figures, isPromise, numberAt, readFigures } from '../figures/figures.ts';
import { type Pivot, pivotOf } from '../figures/pivot.ts';
import type { Drill } from '../question/drill.ts';
import { bucketPeriod } from '../question/period.ts';
import type { Words } from '../words/create-words.ts';
import type { TableCell, TableColumn, TableModel } from './table-model.ts';
import { type Frame, tableOfFigures, textOf } from './table-of-figures.ts';

export interface MatrixAnswers {
  /** By the row's dimension and the column's (or time): the middle of the table. */
  readonly spread: QueryResult;
  /** By the row's dimension alone: its name and its own figures. */
  readonly whole: QueryResult;
  /** By the column's dimension alone: the total row, since shares and medians do not add up. */
  readonly across: QueryResult;
}

/** A matrix with the row's own figures after it. The columns in the middle are values of a dimension, or buckets of time. */
export function tableOfMatrix({ spread, whole, across }: MatrixAnswers, frame: Frame, words: Words): TableModel {
  const pivot = pivotOf(spread);
  const figures = readFigures(whole);
  const base = tableOfFigures(figures, { ...frame, every: null }, words);
  if (pivot === null) return base;
  const unit = spread.columns.find(({ id }) => id === pivot.kpi)?.unit ?? 'share';
  const middle = pivot.columns.map((value) => middleColumn(pivot, value, unit, frame, words));
  const cellAt = (value: number | null, row: Cell | undefined, column: Cell): TableCell => ({
    value,
    text: words.format.value(value, unit, { time: frame.time }),
    drill: value === null || !words.opens(pivot.kpi) ? null : drillAt(pivot, row, column, frame),
  });
  const byRow = new Map(pivot.rows.map((row) => [textOf(row.value), row.cells]));
  const rows = whole.rows.map((row, place) => {
    const name = row[figures.dimensions[0]?.index ?? 0] ?? null;
    const cells = byRow.get(textOf(name)) ?? [];
    const own = base.rows[place]?.cells ?? [];
    const between = pivot.columns.map((column, index) => cellAt(cells[index] ?? null, name, column));
    return { key: textOf(name) ?? '~', cells: [...own.slice(0, 1), ...between, ...own.slice(1)] };
  });
  const totals = totalsAcross(pivot, readFigures(across));
  const below = pivot.columns.map((column, index) => cellAt(totals[index] ?? null, undefined, column));
  const total = base.total === null ? null : [...base.total.slice(0, 1), ...below, ...base.total.slice(1)];
  return { columns: [...base.columns.slice(0, 1), ...middle, ...base.columns.slice(1)], rows, total };
}

function middleColumn(pivot: Pivot, value: Cell, unit: TableColumn['unit'], frame: Frame, words: Words): TableColumn {
  const name =
    pivot.columnDimension === 'period'
      ? words.format.bucket(String(value), frame.every ?? 'day', true)
      : words.names(pivot.columnDimension, value, pivot.result.meta.labels);
  return {
    id: `=${value}`,
    name,
    hint: null,
    unit,
    numeric: true,
    better: words.kpiOf(pivot.kpi)?.better ?? null,
    promise: isPromise(pivot.kpi),
  };
}

/** The figure of one cell; without a row, that of its column over all rows. */
function drillAt(pivot: Pivot, row: Cell | undefined, column: Cell, frame: Frame): Drill {
  const ofRow = row === undefined ? [] : [{ dimension: pivot.rowDimension, value: textOf(row) }];
  if (pivot.columnDimension === 'period') {
    const period = bucketPeriod(String(column).slice(0, 10), frame.every ?? 'day', frame.period);
    return { kpi: pivot.kpi, period, cells: ofRow };
  }
  const ofColumn = { dimension: pivot.columnDimension, value: textOf(column) };
  return { kpi: pivot.kpi, period: frame.period, cells: [...ofRow, ofColumn] };
}

function totalsAcross(pivot: Pivot, across: Figures): readonly (number | null)[] {
  const at = across.dimensions[0]?.index ?? across.period;
  const [figure] = across.columns;
  if (at === null || figure === undefined) return [];
  const values = new Map(across.result.rows.map((row) => [textOf(row[at]), numberAt(row, figure.index)]));
  return pivot.columns.map((column) => values.get(textOf(column)) ?? null);
}
