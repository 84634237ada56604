import type { Unit } from '#domain/report/query.ts';
import type { Drill } from '../question/drill.ts';

export interface TableColumn {
  readonly id: string;
  readonly name: string;
  /** The name in a few words, where that is another. */
  readonly short?: string;
  /** What it means, and its n. */
  readonly hint: string | null;
  readonly unit: Unit;
  readonly numeric: boolean;
  readonly better: 'higher' | 'lower' | null;
  /** A share of promises kept, coloured by how well. */
  readonly promise: boolean;
}

export interface TableCell {
  /** What it is sorted and copied by; null is no data. */
  readonly value: string | number | null;
  readonly text: string;
  readonly before?: number | null;
  /** The figure whose tickets a click opens. */
  readonly drill?: Drill | null;
}

export interface TableRow {
  readonly key: string;
  readonly cells: readonly TableCell[];
}

/** A table ready to draw: columns, rows and a total row, cells in the order of the columns. */
export interface TableModel {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  readonly total: readonly TableCell[] | null;
}

/** Tab-separated, as spreadsheets take it: figures with a full stop, no data empty. */
export function toTsv(model: TableModel): string {
  const clean = (text: string) => text.replace(/[\t\n\r]+/g, ' ');
  const raw = (cell: TableCell, column: TableColumn | undefined) => {
    if (column?.numeric !== true) return clean(cell.text);
    return cell.value === null ? '' : String(cell.value);
  };
  const lines = [...model.rows.map(({ cells }) => cells), ...(model.total === null ? [] : [model.total])];
  const head = model.columns.map(({ name }) => clean(name));
  return [head, ...lines.map((cells) => cells.map((cell, index) => raw(cell, model.columns[index])))]
    .map((line) => line.join('\t'))
    .join('\n');
}
