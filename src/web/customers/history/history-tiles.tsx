import { useTranslation } from 'react-i18next';
import { parseRef } from '#presentation/figures/figures.ts';
import type { Period } from '#presentation/question/period.ts';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../reports/use-words.ts';
import { useOpenDrill } from '../../state/open-drill.ts';
import { useUrl } from '../../state/url.ts';
import { ChangeBadge } from '../../ui/change-badge.tsx';
import { timeOf } from '../asking.ts';
import type { History } from '../queries.ts';
import { RowsBehind } from '../rows-behind.tsx';
import { useFigureNames } from '../use-figure-names.ts';
import classes from './history.module.css';

interface Props {
  readonly customer: History['customer'];
  readonly figures: History['figures'];
  readonly period: Period;
}

/** Key figures of the period beside the period before and all customers; each opens the tickets behind it. */
export function HistoryTiles({ customer, figures, period }: Props) {
  const { t } = useTranslation();
  return (
    <section className={classes.tiles} aria-label={t('customer.figures')}>
      {figures.map((figure) => (
        <Tile key={figure.id} figure={figure} customer={customer} period={period} />
      ))}
    </section>
  );
}

interface TileProps extends Omit<Props, 'figures'> {
  readonly figure: History['figures'][number];
}

function Tile({ figure, customer, period }: TileProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useWords();
  const nameOf = useFigureNames();
  const openDrill = useOpenDrill();
  const { search } = useUrl();
  const { id, unit, value, n, before, all } = figure;
  const text = (of: number | null) => format.value(of, unit, { time: timeOf(search) });
  const kpi = words.kpiOf(id);
  const name = parseRef(id).statistic === 'median' ? `${nameOf(id)}, ${t('customer.median')}` : nameOf(id);
  const inner = (
    <>
      <span className={classes.name}>{name}</span>
      <span className={classes.figure}>
        <span className={`${classes.value} figures`}>{text(value)}</span>
        <ChangeBadge now={value} before={before} unit={unit} better={kpi?.better ?? null} />
      </span>
      <span className={`${classes.beside} figures`}>
        <span>
          <RowsBehind figure={id} value={value} n={n} />
        </span>
        <span>{unit === 'count' ? null : t('customer.ofAll', { value: text(all) })}</span>
      </span>
    </>
  );
  const title = kpi === null ? {} : { title: format.text(kpi.help) };
  if (value === null || n === 0) {
    return (
      <div className={classes.tile} {...title}>
        {inner}
      </div>
    );
  }
  return (
    <button
      type="button"
      className={classes.tile}
      {...title}
      onClick={() => openDrill({ kpi: id, period, cells: [{ dimension: customer.by, value: customer.id }] })}
    >
      {inner}
      <span className="visually-hidden">{t('overview.seeTickets', { figure: `${name} ${text(value)}` })}</span>
    </button>
  );
}
