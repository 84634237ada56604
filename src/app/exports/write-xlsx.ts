import { type CellStyle, type CellValue, type ColumnDef, type WriteSheet, writeXlsx as write } from 'hucre/xlsx';
import type { Language } from '#domain/error.ts';
import type { Unit } from '#domain/report/query.ts';
import type { Document } from '#presentation/document/describe-document.ts';
import type { FileCell, FileColumn, FileTable } from '#presentation/document/file-table.ts';
import { texts } from '#presentation/i18n/texts.ts';
import { aboutRows } from './about-rows.ts';
import { safeText } from './safe-text.ts';

const secondsADay = 86_400;

/** How Excel shows each unit; it writes decimals and thousands as its reader's language has them. */
const formats: Readonly<Partial<Record<Unit, string>>> = {
  seconds: '[h]:mm:ss',
  share: '0.0%',
  count: '#,##0',
  number: '#,##0.0#',
  score: '#,##0.0#',
  money: '#,##0.00',
  date: 'yyyy-mm-dd',
};

/** Excel keeps a duration as a part of a day, and a date as a day. */
export function excelValue({ value }: FileCell, { unit, numeric }: FileColumn): CellValue {
  if (value === null) return null;
  if (unit === 'date' && /^\d{4}-/.test(String(value))) return new Date(`${String(value).slice(0, 10)}T00:00:00Z`);
  if (!numeric) return safeText(String(value));
  return unit === 'seconds' ? Number(value) / secondsADay : Number(value);
}

const bold: CellStyle = { font: { bold: true } };

/** Names of sheets are short and without some signs. */
export const sheetName = (name: string): string => name.replaceAll(/[\\/?*[\]:']/g, ' ').slice(0, 31);

/** A workbook: the table, and what it rests on. */
export async function writeXlsx(document: Document, language: Language): Promise<Uint8Array> {
  const about = aboutSheet(texts[language].t('file.sheetAbout'), aboutRows(document));
  const sheets = [tableSheet(document.table, sheetName(document.title), language), about];
  return write({ sheets, properties: { title: document.title, creator: 'Vigie' } });
}

/** Pairs of a name and what it is. */
export function aboutSheet(name: string, rows: readonly (readonly [string, string])[]): WriteSheet {
  return {
    name: sheetName(name),
    columns: [{ width: 28 }, { width: 100 }],
    rows: rows.map((pair) => pair.map(safeText)),
  };
}

/** A table with figures as numbers, and durations again as seconds at its right. */
export function tableSheet({ columns, rows, total }: FileTable, name: string, language: Language): WriteSheet {
  const { t } = texts[language];
  // The cells of a matrix are of the same figure as its rows': their seconds again would be a second matrix.
  const inSeconds = columns.flatMap((column, place) =>
    column.unit === 'seconds' && !column.id.startsWith('=') ? [{ column, place }] : [],
  );
  const cellsOf = (cells: readonly FileCell[]): CellValue[] => [
    ...cells.map((cell, place) => excelValue(cell, columns[place] as FileColumn)),
    ...inSeconds.map(({ place }) => cells[place]?.value ?? null),
  ];
  const heads = [
    ...columns.map(({ name }) => name),
    ...inSeconds.map(({ column }) => t('file.inSeconds', { figure: column.name })),
  ];
  const lines = total === null ? rows : [...rows, total];
  const last = lines.length;
  const styles = new Map(
    heads.flatMap((_, place) => [
      [`0,${place}`, { style: bold }] as const,
      ...(total === null ? [] : [[`${last},${place}`, { style: { ...styleOf(columns[place]), ...bold } }] as const]),
    ]),
  );
  return {
    name,
    columns: heads.map((name, place) => columnOf(columns[place], name)),
    rows: [heads.map(safeText), ...lines.map(cellsOf)],
    cells: styles,
    freezePane: { rows: 1 },
  };
}

function styleOf(column: FileColumn | undefined): CellStyle {
  const numFmt = column === undefined ? '0' : formats[column.unit];
  return numFmt === undefined ? {} : { numFmt };
}

function columnOf(column: FileColumn | undefined, name: string): ColumnDef {
  return { width: Math.min(48, Math.max(12, name.length + 2)), style: styleOf(column) };
}
