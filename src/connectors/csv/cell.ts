import type { Mapping } from './mapping.ts';
import type { TargetKind } from './targets.ts';

/** What a cell says: a value, `null` for none, `undefined` for “changes nothing”, or that it cannot be read. */
export type CellValue = string | number | readonly string[] | null | undefined | typeof badCell;

export const badCell: unique symbol = Symbol('bad cell');

export type CellReader = (cell: string) => CellValue;

const statusWords = new Map(
  ['new', 'open', 'pending', 'on-hold', 'solved', 'closed'].flatMap((status) => [
    [status, status],
    [status.replace('-', ' '), status],
    [status.replace('-', '_'), status],
  ]),
);

/** A number as people write it: `1 234,50`, `1,234.50`, `4,5`; null when it is none. */
export function parseNumber(text: string): number | null {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '');
  const comma = plain.lastIndexOf(',');
  const point = plain.lastIndexOf('.');
  const english = comma >= 0 && point >= 0 && point > comma;
  const normal = english ? plain.replaceAll(',', '') : plain.replaceAll(comma > point && point >= 0 ? '.' : ' ', '');
  const number = normal.replace(',', '.');
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(number) ? Number(number) : null;
}

function readPlain(kind: TargetKind, text: string): CellValue {
  if (kind === 'lower') return text.toLowerCase();
  if (kind === 'status') return statusWords.get(text.toLowerCase());
  if (kind === 'number') return parseNumber(text) ?? badCell;
  if (kind === 'tags') {
    const tags = text.split(/[,;|]/).map((tag) => tag.trim());
    return tags.filter((tag) => tag !== '');
  }
  return text;
}

/** How cells of one target are read: trimmed, missing ones are null, then the mapping's values, then the kind's own way. */
export function createCellReader(target: string, kind: TargetKind, mapping: Mapping): CellReader {
  const missing = new Set(['', ...mapping.missing.map((word) => word.trim())]);
  // Most cells are longer than any word for “none”: their length tells it, and is cheaper to ask than their hash.
  const longest = Math.max(...[...missing].map((word) => word.length));
  const words = mapping.values[target];
  const values = words === undefined ? null : new Map(Object.entries(words).map(([word, ours]) => [word.trim(), ours]));
  return (cell) => {
    const text = cell.trim();
    if (text.length <= longest && missing.has(text)) return kind === 'status' ? undefined : null;
    if (values === null) return readPlain(kind, text);
    const ours = values.get(text);
    return ours === undefined ? undefined : readPlain(kind, ours);
  };
}

/** The value that a constant of the mapping gives its target. */
export function readConstant(kind: TargetKind, text: string): string | number | readonly string[] {
  const value = readPlain(kind, text);
  return value === undefined || value === null || value === badCell ? text : value;
}

/** A copy that stands alone: a slice of a block would keep the whole block in memory. */
export function detach(text: string): string {
  return text.length < 13 ? text : Buffer.from(text).toString();
}
