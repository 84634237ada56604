import type { Language } from '#domain/error.ts';
import type { TableModel, TableRow } from './table-model.ts';

/**
 * The rows of a table by one column: `sla-compliance` from small to large, `-sla-compliance` from large to small. No data is
 * last in both; rows that are alike keep their order. Null, or a column that is not there, keeps the order of the answer.
 */
export function sortRows({ columns, rows }: TableModel, sort: string | null, language: Language): readonly TableRow[] {
  if (sort === null) return rows;
  const down = sort.startsWith('-');
  const place = columns.findIndex(({ id }) => id === (down ? sort.slice(1) : sort));
  if (place < 0) return rows;
  const { compare } = new Intl.Collator(language, { numeric: true });
  return [...rows].sort((one, other) => {
    const [a, b] = [one.cells[place]?.value ?? null, other.cells[place]?.value ?? null];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    const order = typeof a === 'number' && typeof b === 'number' ? a - b : compare(String(a), String(b));
    return down ? -order : order;
  });
}
