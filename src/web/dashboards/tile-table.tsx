import { useTranslation } from 'react-i18next';
import { sortRows } from '#presentation/table/sort-rows.ts';
import type { TableCell, TableColumn, TableModel } from '#presentation/table/table-model.ts';
import { useFormat } from '../format/use-format.ts';
import { useOpenDrill } from '../state/open-drill.ts';
import { OpensTickets } from '../ui/opens-tickets.tsx';
import { ScrollRegion } from '../ui/scroll-region.tsx';
import tableClasses from '../ui/table.module.css';
import classes from './board.module.css';

const rowsShown = 50;

interface Props {
  readonly model: TableModel;
  readonly label: string;
  readonly sort: string | null;
}

/** The table of a tile: in the order of its report, its first rows, each figure open to its tickets. */
export function TileTable({ model, label, sort }: Props) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const rows = sortRows(model, sort, language);
  return (
    <>
      <ScrollRegion label={label}>
        <table className={tableClasses.table}>
          <thead>
            <tr>
              {model.columns.map((column) => (
                <Head key={column.id} column={column} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, rowsShown).map(({ key, cells }) => (
              <Row key={key} cells={cells} columns={model.columns} />
            ))}
          </tbody>
          {model.total !== null && (
            <tfoot>
              <Row cells={model.total} columns={model.columns} />
            </tfoot>
          )}
        </table>
      </ScrollRegion>
      {rows.length > rowsShown && (
        <p className={classes.foot}>{t('dashboard.firstRows', { n: rowsShown, count: rows.length })}</p>
      )}
    </>
  );
}

function Head({ column: { name, short = name, hint, numeric } }: { readonly column: TableColumn }) {
  const said = [short === name ? null : name, hint].filter((part) => part !== null).join(' · ');
  return (
    <th scope="col" title={said === '' ? undefined : said} className={numeric ? tableClasses.number : undefined}>
      {short}
    </th>
  );
}

function Row({ cells, columns }: { readonly cells: readonly TableCell[]; readonly columns: readonly TableColumn[] }) {
  const openDrill = useOpenDrill();
  const name = cells
    .filter((_, index) => columns[index]?.numeric === false)
    .map(({ text }) => text)
    .join(', ');
  return (
    <tr>
      {columns.map(({ id, numeric, name: column }, index) => {
        const { text = '', drill = null } = cells[index] ?? {};
        if (!numeric)
          return index === 0 ? (
            <th key={id} scope="row">
              {text}
            </th>
          ) : (
            <td key={id}>{text}</td>
          );
        return (
          <td key={id} className={tableClasses.number}>
            {drill === null ? (
              text
            ) : (
              <OpensTickets at={`${name}, ${column}`} className={classes.figure} onOpen={() => openDrill(drill)}>
                {text}
              </OpensTickets>
            )}
          </td>
        );
      })}
    </tr>
  );
}
