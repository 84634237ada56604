import type { Cell, QueryResult } from '#domain/report/query.ts';
import { type Figures, numberAt, readFigures } from '../state/figures.ts';
import { type Pivot, pivotOf } from '../state/pivot.ts';
import type { TableCell, TableColumn, TableModel } from './table-model.ts';
import { type Frame, tableOfFigures, textOf } from './table-of-figures.ts';
import type { Words } from './use-words.ts';

/**
 * A matrix with the row's own figures after it: `spread` by two dimensions gives the columns in the middle, `whole` by the
 * first dimension alone the row, its name and the figures that follow.
 */
export function tableOfMatrix(
  spread: QueryResult,
  whole: QueryResult,
  across: QueryResult,
  frame: Frame,
  words: Words,
): TableModel {
  const pivot = pivotOf(spread);
  const figures = readFigures(whole);
  const base = tableOfFigures(figures, frame, words);
  if (pivot === null) return base;
  const unit = spread.columns.find(({ id }) => id === pivot.kpi)?.unit ?? 'share';
  const middle: TableColumn[] = pivot.columns.map((value) => ({
    id: `=${value}`,
    name: words.names(pivot.columnDimension, value, spread.meta.labels),
    hint: null,
    unit,
    numeric: true,
    better: words.kpiOf(pivot.kpi)?.better ?? null,
  }));
  const byRow = new Map(pivot.rows.map((row) => [textOf(row.value), row.cells]));
  const cellAt = (value: number | null, row: Cell | null, column: Cell): TableCell => ({
    value,
    text: words.format.value(value, unit, { time: frame.time, dense: true }),
    drill: value === null ? null : { kpi: pivot.kpi, period: frame.period, cells: coordinates(pivot, row, column) },
  });
  const rows = whole.rows.map((row, place) => {
    const name = row[figures.dimensions[0]?.index ?? 0] ?? null;
    const cells = byRow.get(textOf(name)) ?? [];
    const own = base.rows[place]?.cells ?? [];
    const spreadCells = pivot.columns.map((column, index) => cellAt(cells[index] ?? null, name, column));
    return { key: `${textOf(name) ?? '~'}`, cells: [...own.slice(0, 1), ...spreadCells, ...own.slice(1)] };
  });
  const totals = totalsAcross(pivot, readFigures(across));
  const totalCells = pivot.columns.map((column, index) => {
    const cell = cellAt(totals[index] ?? null, null, column);
    const drill = cell.drill == null ? null : { ...cell.drill, cells: cell.drill.cells.slice(1) };
    return { ...cell, drill };
  });
  const total = base.total === null ? null : [...base.total.slice(0, 1), ...totalCells, ...base.total.slice(1)];
  return { columns: [...base.columns.slice(0, 1), ...middle, ...base.columns.slice(1)], rows, total };
}

function coordinates(pivot: Pivot, row: Cell | null, column: Cell) {
  return [
    { dimension: pivot.rowDimension, value: textOf(row) },
    { dimension: pivot.columnDimension, value: textOf(column) },
  ];
}

/** The figure of each column over all rows: asked by the second dimension alone, since shares do not add up. */
function totalsAcross(pivot: Pivot, across: Figures): readonly (number | null)[] {
  const [dimension] = across.dimensions;
  const [figure] = across.columns;
  if (dimension === undefined || figure === undefined) return [];
  const values = new Map(across.result.rows.map((row) => [textOf(row[dimension.index]), numberAt(row, figure.index)]));
  return pivot.columns.map((column) => values.get(textOf(column)) ?? null);
}
