import type { LetterCell, LetterTable } from '#notifiers/e-mail/letter-parts.ts';
import type { FileCell, FileTable } from '#presentation/document/file-table.ts';
import type { Texts } from '#presentation/i18n/catalogue.ts';

/** The first rows of a table and its total as a letter shows them; the file that comes with it has all rows. */
export function letterTable({ columns, rows, total }: FileTable, rowsShown: number, { t }: Texts): LetterTable {
  const cells = (line: readonly FileCell[]): readonly LetterCell[] =>
    line.map(({ text }, place) => ({ text, numeric: columns[place]?.numeric === true }));
  const left = rows.length - rowsShown;
  return {
    head: columns.map(({ name, numeric }) => ({ text: name, numeric })),
    rows: rows.slice(0, rowsShown).map(cells),
    total: total === null ? null : cells(total),
    more: left > 0 ? t('schedule.moreRows', { count: left }) : null,
  };
}
