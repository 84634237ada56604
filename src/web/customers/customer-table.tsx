import { useTranslation } from 'react-i18next';
import type { CustomerGroup } from '#domain/report/customer-figures.ts';
import type { QueryResult } from '#domain/report/query.ts';
import { parseRef } from '#presentation/figures/figures.ts';
import type { Period } from '#presentation/question/period.ts';
import { useZone } from '../api/workspace.ts';
import { useFormat } from '../format/use-format.ts';
import { useWords } from '../reports/use-words.ts';
import { useUrl } from '../state/url.ts';
import { ScrollRegion } from '../ui/scroll-region.tsx';
import tableClasses from '../ui/table.module.css';
import { sortOf, timeOf } from './asking.ts';
import { CustomerLink } from './customer-link.tsx';
import classes from './customers.module.css';
import { FigureCell } from './figure-cell.tsx';
import { LastAnswer } from './last-answer.tsx';
import type { CustomerItem, CustomerPageAnswer } from './queries.ts';
import { useFigureNames } from './use-figure-names.ts';

interface Props {
  readonly page: CustomerPageAnswer;
  readonly by: CustomerGroup;
  readonly period: Period;
  /** The figures of all customers together; null while they are not there. */
  readonly all: QueryResult | null;
}

/** One row a customer, every figure open to its tickets; a press on a heading orders by it. */
export function CustomerTable({ page, by, period, all }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useWords();
  const { search } = useUrl();
  return (
    <ScrollRegion label={t('customer.title')}>
      <table className={tableClasses.table}>
        <thead>
          <tr>
            <th scope="col">{words.dimension(by)}</th>
            {page.columns.map(({ id }) => (
              <Head key={id} id={id} />
            ))}
            <th scope="col">{t('customer.lastAnswer')}</th>
            <th scope="col" className={tableClasses.number}>
              {t('customer.lastContact')}
            </th>
          </tr>
        </thead>
        <tbody>
          {page.items.map((item) => (
            <Row key={item.id} item={item} page={page} by={by} period={period} />
          ))}
        </tbody>
        {all !== null && (
          <tfoot>
            <tr>
              <th scope="row">{t(by === 'company' ? 'customer.allCompanies' : 'customer.all')}</th>
              {page.columns.map(({ id, unit }) => {
                const value = all.total[all.columns.findIndex((column) => column.id === id)];
                return (
                  <td key={id} className={tableClasses.number}>
                    {format.value(typeof value === 'number' ? value : null, unit, { time: timeOf(search) })}
                  </td>
                );
              })}
              <td />
              <td />
            </tr>
          </tfoot>
        )}
      </table>
    </ScrollRegion>
  );
}

/** The first press orders from large to small, the next the other way. */
function Head({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const words = useWords();
  const { search, patch } = useUrl();
  const nameOf = useFigureNames();
  const sort = sortOf(search);
  const sorted = sort.replace(/^-/, '') === id;
  const descends = sort.startsWith('-');
  const order = !sorted ? 'none' : descends ? 'descending' : 'ascending';
  const help = words.kpiOf(id)?.help;
  const full = words.figure(id);
  return (
    <th scope="col" aria-sort={order} className={`${tableClasses.number} ${classes.head}`}>
      <button
        type="button"
        className={classes.sort}
        onClick={() => patch({ sort: sorted && descends ? id : `-${id}`, after: null })}
        title={help === undefined ? full : `${full} · ${words.format.text(help)}`}
      >
        {nameOf(id)}
        <span className={classes.arrow} aria-hidden>
          {sorted ? (descends ? '↓' : '↑') : ''}
        </span>
        {parseRef(id).statistic === 'median' && <span className={classes.statistic}>{t('customer.median')}</span>}
        <span className="visually-hidden">. {t('report.sortBy', { column: full })}</span>
      </button>
    </th>
  );
}

interface RowProps extends Omit<Props, 'all'> {
  readonly item: CustomerItem;
}

function Row({ item, page, by, period }: RowProps) {
  const format = useFormat();
  const zone = useZone();
  const traits = [item.name === null ? null : item.id, by === 'company' ? null : item.company, item.tier, item.region];
  const known = [...new Set(traits.filter((trait) => trait !== null && trait !== item.name))];
  return (
    <tr>
      <th scope="row" className={tableClasses.key}>
        <CustomerLink id={item.id} name={item.name} by={by} />
        {known.length > 0 && <span className={tableClasses.sub}>{known.join(' · ')}</span>}
      </th>
      {page.columns.map(({ id, unit }) => (
        <td key={id} className={tableClasses.number}>
          <FigureCell item={item} figure={id} unit={unit} by={by} period={period} />
        </td>
      ))}
      <td>
        <LastAnswer answer={item.lastAnswer} />
      </td>
      <td className={tableClasses.number}>
        {item.lastContactAt === null ? '–' : format.instant(item.lastContactAt, zone)}
      </td>
    </tr>
  );
}
