import type { Unit } from '#domain/report/query.ts';
import type { Texts } from '../i18n/catalogue.ts';
import { sortRows } from '../table/sort-rows.ts';
import type { TableCell, TableModel } from '../table/table-model.ts';
import type { Frame } from '../table/table-of-figures.ts';
import type { Words } from '../words/create-words.ts';

export interface FileColumn {
  readonly id: string;
  readonly name: string;
  readonly unit: Unit;
  readonly numeric: boolean;
}

/** A cell as a machine reads it, and as people do; null is no data. */
export interface FileCell {
  readonly value: string | number | null;
  readonly text: string;
}

/** A table as files have it: that of the screen in its order, what figures are compared with in columns of their own. */
export interface FileTable {
  readonly columns: readonly FileColumn[];
  readonly rows: readonly (readonly FileCell[])[];
  readonly total: readonly FileCell[] | null;
}

/** Builds the table of a file out of that of the screen. */
export function fileTableOf(
  model: TableModel,
  { frame, sort, words, texts }: { frame: Frame; sort: string | null; words: Words; texts: Texts },
): FileTable {
  const lines = [...model.rows.map(({ cells }) => cells), ...(model.total === null ? [] : [model.total])];
  const compared = model.columns.map((_, place) => lines.some((cells) => cells[place]?.before != null));
  const cellsOf = (cells: readonly TableCell[]): readonly FileCell[] =>
    cells.flatMap(({ value, text, before = null }, place) => {
      const unit = model.columns[place]?.unit ?? 'text';
      // A date is read as one; the word that stands in its place in the row of totals is a text.
      const own = { value: unit === 'text' ? text : unit === 'date' ? (value ?? text) : value, text };
      if (compared[place] !== true) return [own];
      return [own, { value: before, text: words.format.value(before, unit, { time: frame.time }) }];
    });
  return {
    columns: model.columns.flatMap(({ id, name, unit, numeric }, place) => {
      const own = { id, name, unit, numeric };
      if (compared[place] !== true) return [own];
      return [own, { id: `${id}~before`, name: texts.t('file.before', { figure: name }), unit, numeric }];
    }),
    rows: sortRows(model, sort, words.format.language).map(({ cells }) => cellsOf(cells)),
    total: model.total === null ? null : cellsOf(model.total),
  };
}
