import type { QueryResult } from '#domain/report/query.ts';
import { numberAt, readFigures } from './figures.ts';

type Value = string | number | null;

/** One figure spread over two dimensions: rows by columns, null where there is no data. */
export interface Pivot {
  readonly rowDimension: string;
  readonly columnDimension: string;
  readonly columns: readonly Value[];
  readonly rows: readonly { readonly value: Value; readonly cells: readonly (number | null)[] }[];
  readonly kpi: string;
  readonly result: QueryResult;
}

/** Turns a result by two dimensions, or by one and time, into a matrix of its first figure. */
export function pivotOf(result: QueryResult): Pivot | null {
  const { dimensions, columns, period } = readFigures(result);
  const [rowDimension, second] = dimensions;
  const columnDimension = second ?? (period === null ? undefined : { id: 'period', index: period });
  const [figure] = columns;
  if (rowDimension === undefined || columnDimension === undefined || figure === undefined) return null;
  const columnValues: Value[] = [];
  const byRow = new Map<Value, Map<Value, number | null>>();
  for (const row of result.rows) {
    const at = row[rowDimension.index] ?? null;
    const across = row[columnDimension.index] ?? null;
    if (!columnValues.includes(across)) columnValues.push(across);
    const cells = byRow.get(at) ?? new Map<Value, number | null>();
    cells.set(across, numberAt(row, figure.index));
    byRow.set(at, cells);
  }
  const ordered = orderValues(columnDimension.id, columnValues);
  return {
    rowDimension: rowDimension.id,
    columnDimension: columnDimension.id,
    columns: ordered,
    rows: [...byRow].map(([value, cells]) => ({ value, cells: ordered.map((column) => cells.get(column) ?? null) })),
    kpi: figure.id,
    result,
  };
}

const metricOrder = ['assignment', 'first-reply', 'next-reply', 'periodic-update', 'resolution', 'ownership'];

/** Metrics in the order of a ticket's life, numbers by size, anything else as it comes, “none” last. */
export function orderValues(dimension: string, values: readonly Value[]): readonly Value[] {
  const rank = (value: Value) => {
    if (value === null || value === '') return Number.MAX_SAFE_INTEGER;
    if (dimension === 'metric') return metricOrder.indexOf(String(value));
    return typeof value === 'number' ? value : Number.MAX_SAFE_INTEGER - 1;
  };
  if (dimension === 'period') return [...values].sort();
  return [...values].sort((one, other) => rank(one) - rank(other));
}
