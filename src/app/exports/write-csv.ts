import type { Document } from '#presentation/document/describe-document.ts';
import type { FileCell, FileColumn } from '#presentation/document/file-table.ts';
import { aboutRows } from './about-rows.ts';
import { safeText } from './safe-text.ts';

/** UTF-8 begins with this mark, without which Excel takes accents for something else. */
const mark = '\ufeff';

/** A field of CSV (RFC 4180). */
function field(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const line = (fields: readonly string[]): string => `${fields.map(field).join(',')}\r\n`;

function cellText({ value }: FileCell, column: FileColumn | undefined): string {
  if (value === null) return '';
  return column?.numeric === true ? String(value) : safeText(String(value));
}

/**
 * The table of a report as CSV, raw figures and empty cells without data. Nothing but the table, unless what it rests on is
 * asked for: then it follows, after an empty line.
 */
export function* writeCsv({ table, ...document }: Document, withAbout: boolean): Generator<Uint8Array> {
  const { columns, rows, total } = table;
  yield Buffer.from(mark + line(columns.map(({ name }) => safeText(name))));
  for (const cells of total === null ? rows : [...rows, total]) {
    yield Buffer.from(line(cells.map((cell, place) => cellText(cell, columns[place]))));
  }
  if (!withAbout) return;
  yield Buffer.from('\r\n');
  for (const [name, value] of aboutRows(document)) yield Buffer.from(line([safeText(name), safeText(value)]));
}
