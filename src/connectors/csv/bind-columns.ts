import { VigieError } from '#domain/error.ts';
import { type Rejected, reject } from '../file/batch.ts';
import { type CellReader, createCellReader } from './cell.ts';
import type { Mapping } from './mapping.ts';
import type { CsvBlock } from './read-csv.ts';
import { findTargetKind, type TargetKind } from './targets.ts';
import { compileTimeFormat, notThisForm, type TimeParser } from './time/compile-time-format.ts';
import { guessTimeFormat } from './time/guess-time-format.ts';

/** A column of the file with the target it is mapped to. */
export interface BoundColumn {
  readonly target: string;
  readonly kind: TargetKind;
  readonly column: string;
  readonly index: number;
  readonly read: CellReader;
  /** Of columns of instants only. */
  readonly parseTime: TimeParser;
  readonly timeFormat: string;
}

/** A row that is being read: its cells and where it stands. */
export interface RowPlace {
  readonly cells: readonly string[];
  readonly line: number;
  readonly delimiter: string;
}

function findColumn(header: readonly string[], column: string): number {
  const exact = header.indexOf(column);
  if (exact >= 0) return exact;
  const plain = (name: string): string => name.trim().normalize('NFC').toLowerCase();
  const found = header.findIndex((name) => plain(name) === plain(column));
  if (found >= 0) return found;
  const columns = header.filter((name) => name !== '').join(', ');
  throw new VigieError(
    'mapping.column-not-found',
    { column, columns },
    { path: `$.columns[${JSON.stringify(column)}]` },
  );
}

function textsOf(mapping: Mapping, index: number, sample: CsvBlock): string[] {
  const missing = new Set(['', ...mapping.missing]);
  return sample.rows.map((row) => (row[index] as string).trim()).filter((text) => !missing.has(text));
}

function findTimeFormat(mapping: Mapping, column: string, index: number, sample: CsvBlock): string {
  if (mapping.timeFormat !== undefined) return mapping.timeFormat;
  // A column that is empty in the sample is taken to be written as another of the file's times.
  const texts = [index, ...timeColumns(mapping, sample)]
    .map((place) => textsOf(mapping, place, sample))
    .find(({ length }) => length > 0);
  if (texts === undefined) return 'iso';
  const format = guessTimeFormat(texts, true)?.format;
  if (format !== undefined) return format;
  throw new VigieError('mapping.time-unrecognised', { column, value: texts[0] as string }, { path: '$.timeFormat' });
}

function timeColumns(mapping: Mapping, sample: CsvBlock): number[] {
  const isTime = (target: string): boolean => findTargetKind(mapping.shape, target) === 'instant';
  return Object.entries(mapping.columns)
    .filter(([, targets]) => [targets].flat().some(isTime))
    .map(([name]) => findColumn(sample.header, name));
}

/** Finds the mapping's columns in the header; `sample` shows the form of its times where the mapping does not tell. */
export function bindColumns(mapping: Mapping, sample: CsvBlock): BoundColumn[] {
  return Object.entries(mapping.columns).flatMap(([column, targets]) => {
    const index = findColumn(sample.header, column);
    return [targets].flat().map((target): BoundColumn => {
      const kind = findTargetKind(mapping.shape, target) ?? 'text';
      const isTime = kind === 'instant';
      const timeFormat = isTime ? findTimeFormat(mapping, column, index, sample) : '';
      return {
        target,
        kind,
        column,
        index,
        read: createCellReader(target, kind, mapping),
        parseTime: isTime ? compileTimeFormat(timeFormat, mapping.timeZone) : () => notThisForm,
        timeFormat,
      };
    });
  });
}

export function rejectRow(place: RowPlace, code: Parameters<typeof reject>[0], column: BoundColumn): Rejected {
  const value = (place.cells[column.index] ?? '').trim().slice(0, 100);
  const where = { line: place.line, column: column.column, raw: place.cells.join(place.delimiter) };
  return reject(code, where, { value, column: column.column, format: column.timeFormat });
}

/** The instant of a cell, null where it is missing; a rejection where it is no time. */
export function readInstant(column: BoundColumn, place: RowPlace): number | null | Rejected {
  const cell = column.read(place.cells[column.index] as string);
  if (typeof cell !== 'string') return null;
  const instant = column.parseTime(cell);
  if (instant === notThisForm) return rejectRow(place, 'import.bad-time', column);
  if (Number.isNaN(instant)) return rejectRow(place, 'import.no-such-time', column);
  return instant;
}
