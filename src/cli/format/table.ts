import type { Cli } from '../cli.ts';
import { oneLine } from './align.ts';

export interface TableColumn {
  readonly title: string;
  readonly align?: 'left' | 'right';
}

/**
 * Prints a table: drawn on a terminal; in a pipe one row a line, cells parted by tabs, so that other programs can cut it.
 */
export async function printTable(
  cli: Cli,
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
): Promise<void> {
  if (!cli.io.tty.stdout) {
    const lines = [columns.map(({ title }) => title), ...rows].map((row) => row.map(oneLine).join('\t'));
    return cli.print(lines.join('\n'));
  }
  const { default: Table } = await import('cli-table3');
  const table = new Table({
    head: columns.map(({ title }) => title),
    colAligns: columns.map(({ align }) => align ?? 'left'),
    chars: plainChars,
    style: { head: ['bold'], border: [], compact: true, 'padding-left': 0, 'padding-right': 2 },
  });
  table.push(...rows.map((row) => row.map(oneLine)));
  await cli.print(table.toString());
}

const plainChars = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '',
};
