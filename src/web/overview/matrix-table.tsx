import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Pivot } from '#presentation/figures/pivot.ts';
import { drillPatch } from '#presentation/question/drill.ts';
import type { Period } from '#presentation/question/period.ts';
import { dimensionsQuery } from '../api/queries.ts';
import { useFormat } from '../format/use-format.ts';
import { useUrl } from '../state/url.ts';
import { useNames } from '../state/use-names.ts';
import { ScrollRegion } from '../ui/scroll-region.tsx';
import { ShareCell } from '../ui/share-cell.tsx';
import classes from './matrix.module.css';

interface Props {
  readonly pivot: Pivot;
  readonly period: Period;
  readonly limit?: number;
}

const textOf = (value: string | number | null) => (value === null || value === '' ? null : String(value));

/** The matrix as a table; each cell opens its tickets. */
export function MatrixTable({ pivot, period, limit }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const names = useNames();
  const { patch } = useUrl();
  const dimensions = useQuery(dimensionsQuery).data ?? [];
  const { labels } = pivot.result.meta;
  const head = dimensions.find(({ id }) => id === pivot.rowDimension);
  const columnNames = pivot.columns.map((value) => names(pivot.columnDimension, value, labels));
  const open = (row: string | number | null, column: string | number | null) =>
    patch(
      drillPatch({
        kpi: pivot.kpi,
        period,
        cells: [
          { dimension: pivot.rowDimension, value: textOf(row) },
          { dimension: pivot.columnDimension, value: textOf(column) },
        ],
      }),
      true,
    );
  return (
    <ScrollRegion label={t('report.table')} className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{head === undefined ? pivot.rowDimension : format.text(head.label)}</th>
            {columnNames.map((name) => (
              <th key={name} scope="col" className={classes.number}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {pivot.rows.slice(0, limit).map((row) => {
            const name = names(pivot.rowDimension, row.value, labels);
            return (
              <tr key={String(row.value)}>
                <th scope="row" title={name}>
                  {name}
                </th>
                {row.cells.map((share, index) => (
                  <td key={columnNames[index]}>
                    <ShareCell
                      share={share}
                      at={`${name}, ${columnNames[index]}`}
                      onOpen={() => open(row.value, pivot.columns[index] ?? null)}
                    />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
