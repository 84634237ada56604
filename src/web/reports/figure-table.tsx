import { Button } from '@mantine/core';
import { rowSortingFeature, type SortingState, tableFeatures, useTable } from '@tanstack/react-table';
import { memo, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Drill, drillPatch } from '#presentation/question/drill.ts';
import { sortRows } from '#presentation/table/sort-rows.ts';
import type { TableCell, TableColumn, TableModel, TableRow } from '#presentation/table/table-model.ts';
import { useFormat } from '../format/use-format.ts';
import { useUrl } from '../state/url.ts';
import { usePrinting } from '../state/use-printing.ts';
import { ChangeBadge } from '../ui/change-badge.tsx';
import { OpensTickets } from '../ui/opens-tickets.tsx';
import { PrintedRows } from '../ui/printed-rows.tsx';
import { ScrollRegion } from '../ui/scroll-region.tsx';
import { ShareCell } from '../ui/share-cell.tsx';
import tableClasses from '../ui/table.module.css';
import classes from './figure-table.module.css';

const features = tableFeatures({ rowSortingFeature });

const rowsShown = 50;

/** `sla-compliance` ascending, `-sla-compliance` descending. */
function readSorting(text: string | undefined): SortingState {
  if (text === undefined) return [];
  return text.startsWith('-') ? [{ id: text.slice(1), desc: true }] : [{ id: text, desc: false }];
}

interface Props {
  readonly model: TableModel;
  readonly label: string;
  /** The order until the reader chooses another. */
  readonly sort?: string;
}

/** Figures to compare: sortable, the total below, each figure open to its tickets. */
export function FigureTable({ model, label, sort }: Props) {
  const { t } = useTranslation();
  const { search, patch } = useUrl();
  const [all, setAll] = useState(false);
  const printing = usePrinting();
  const { language } = useFormat();
  const order = search.sort ?? sort;
  const sorting = useMemo(() => readSorting(order), [order]);
  const sorted = useMemo(() => sortRows(model, order ?? null, language), [model, order, language]);
  const columns = useMemo(
    () =>
      model.columns.map(({ id, numeric }, index) => ({
        id,
        accessorFn: ({ cells }: TableRow) => cells[index]?.value,
        sortDescFirst: numeric,
      })),
    [model.columns],
  );
  const table = useTable({
    features,
    columns,
    data: sorted as TableRow[],
    // Files are in the same order, so it is not the table that makes it.
    manualSorting: true,
    getRowId: ({ key }: TableRow) => key,
    state: { sorting },
    onSortingChange: (update: SortingState | ((old: SortingState) => SortingState)) => {
      const [next] = typeof update === 'function' ? update(sorting) : update;
      patch({ sort: next === undefined ? null : `${next.desc ? '-' : ''}${next.id}` });
    },
  });
  const openDrill = useCallback((drill: Drill) => patch(drillPatch(drill), true), [patch]);
  const { rows } = table.getRowModel();
  const shown = all || printing ? rows : rows.slice(0, rowsShown);
  return (
    <>
      <ScrollRegion label={label}>
        <table className={`${tableClasses.table} ${classes.table}`}>
          <thead>
            <tr>
              {table.getFlatHeaders().map((header, index) => (
                <Head
                  key={header.id}
                  column={model.columns[index]}
                  sorted={header.column.getIsSorted()}
                  onSort={() => header.column.toggleSorting()}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ id, original }) => (
              <Row
                key={id}
                cells={original.cells}
                columns={model.columns}
                name={rowName(original, model)}
                onDrill={openDrill}
              />
            ))}
          </tbody>
          {model.total !== null && (
            <tfoot>
              <Row cells={model.total} columns={model.columns} name={t('common.total')} onDrill={openDrill} />
            </tfoot>
          )}
        </table>
      </ScrollRegion>
      <PrintedRows shown={rows.length} total={rows.length} />
      {rows.length > shown.length && (
        <Button variant="subtle" size="xs" m={8} onClick={() => setAll(true)}>
          {t('common.showAll', { n: rows.length })}
        </Button>
      )}
    </>
  );
}

function rowName({ cells }: TableRow, model: TableModel): string {
  return cells
    .filter((_, index) => model.columns[index]?.numeric === false)
    .map(({ text }) => text)
    .join(', ');
}

interface HeadProps {
  readonly column: TableColumn | undefined;
  readonly sorted: false | 'asc' | 'desc';
  readonly onSort: () => void;
}

function Head({ column, sorted, onSort }: HeadProps) {
  const { t } = useTranslation();
  if (column === undefined) return null;
  const { name, short = name, hint } = column;
  const sorts = t('report.sortBy', { column: name });
  const order = sorted === false ? 'none' : sorted === 'asc' ? 'ascending' : 'descending';
  return (
    <th scope="col" aria-sort={order} className={column.numeric ? tableClasses.number : undefined}>
      <button
        type="button"
        className={classes.sort}
        onClick={onSort}
        title={short === name ? (hint ?? undefined) : [name, hint].filter((part) => part !== null).join(' · ')}
        aria-label={short === name ? sorts : `${short}. ${sorts}`}
      >
        {short}
        <span className={classes.arrow} aria-hidden>
          {sorted === 'asc' ? '↑' : sorted === 'desc' ? '↓' : ''}
        </span>
      </button>
    </th>
  );
}

interface RowProps {
  readonly cells: readonly TableCell[];
  readonly columns: readonly TableColumn[];
  /** What it is a row of, in words. */
  readonly name: string;
  readonly onDrill: (drill: Drill) => void;
}

/** Drawn again only where its figures change, not whenever the address of the page does. */
const Row = memo(function Row({ cells, columns, name, onDrill }: RowProps) {
  return (
    <tr>
      {cells.map((cell, index) => (
        <Body
          key={columns[index]?.id}
          cell={cell}
          column={columns[index]}
          row={name}
          head={index === 0}
          onDrill={onDrill}
        />
      ))}
    </tr>
  );
});

interface BodyProps {
  readonly cell: TableCell;
  readonly column: TableColumn | undefined;
  readonly row: string;
  readonly head: boolean;
  readonly onDrill: (drill: Drill) => void;
}

function Body({ cell, column, row, head, onDrill }: BodyProps) {
  if (column === undefined) return null;
  if (head && !column.numeric) return <th scope="row">{cell.text}</th>;
  if (!column.numeric) return <td>{cell.text}</td>;
  const { drill } = cell;
  const at = `${row}, ${column.name}`;
  const open = drill == null ? undefined : () => onDrill(drill);
  const value = typeof cell.value === 'number' ? cell.value : null;
  const change = cell.before != null && (
    <ChangeBadge now={value} before={cell.before} unit={column.unit} better={column.better} />
  );
  if (column.unit === 'share' && column.better === 'higher' && (value === null || value <= 1)) {
    return (
      <td className={`${tableClasses.number} ${classes.share}`}>
        <ShareCell
          share={value}
          digits={1}
          promise={column.promise}
          at={at}
          {...(open === undefined ? {} : { onOpen: open })}
        >
          {change && <> {change}</>}
        </ShareCell>
      </td>
    );
  }
  return (
    <td className={tableClasses.number}>
      {open === undefined ? (
        <span className={classes.none}>{cell.text}</span>
      ) : (
        <OpensTickets at={at} className={classes.figure} onOpen={open}>
          {cell.text} {change}
        </OpensTickets>
      )}
    </td>
  );
}
