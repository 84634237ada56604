import { type CellValue, writeXlsxStream } from 'hucre/xlsx';
import type { StoredColumn } from '#analytics/schema.ts';
import { safeText } from '../exports/safe-text.ts';

/** Rows that a sheet of Excel has, its head among them. */
const sheetRows = 1_048_576;

/**
 * Facts as a workbook, written as they are read: instants as dates of UTC, figures as numbers, lists and custom fields as JSON.
 * Where a sheet is full a further one begins, with the same head.
 */
export async function* writeFactsXlsx(
  name: string,
  columns: readonly StoredColumn[],
  pieces: AsyncIterable<readonly unknown[][]>,
  rowsPerSheet = sheetRows,
): AsyncGenerator<Uint8Array> {
  async function* rows(): AsyncGenerator<CellValue[]> {
    for await (const piece of pieces) {
      for (const cells of piece) yield cells.map((cell, place) => cellOf(cell, columns[place]));
    }
  }
  const stream = writeXlsxStream(rows(), {
    name,
    columns: columns.map((column) => ({
      header: column.name,
      ...(column.kind === 'instant' ? { numFmt: 'yyyy-mm-dd hh:mm:ss', width: 20 } : {}),
    })),
    freezePane: { rows: 1 },
    maxRowsPerSheet: rowsPerSheet,
    zip64: true,
  });
  yield* stream;
}

function cellOf(cell: unknown, column: StoredColumn | undefined): CellValue {
  if (cell === null || cell === undefined) return null;
  if (column?.kind === 'instant') return new Date(String(cell));
  if (typeof cell === 'boolean') return cell;
  if (column?.kind === 'seconds' || column?.kind === 'count' || column?.kind === 'number') return Number(cell);
  return safeText(String(cell));
}
