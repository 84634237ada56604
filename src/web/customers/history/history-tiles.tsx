import { useTranslation } from 'react-i18next';
import { parseRef } from '#presentation/figures/figures.ts';
import type { Period } from '#presentation/question/period.ts';
import { useFormat } from '../../format/use-format.ts';
import tileClasses from '../../overview/tile.module.css';
import { Tile } from '../../overview/tile.tsx';
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
        <FigureTile key={figure.id} figure={figure} customer={customer} period={period} />
      ))}
    </section>
  );
}

interface TileProps extends Omit<Props, 'figures'> {
  readonly figure: History['figures'][number];
}

function FigureTile({ figure, customer, period }: TileProps) {
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
  return (
    <Tile
      small
      name={name}
      help={kpi === null ? undefined : format.text(kpi.help)}
      value={text(value)}
      change={<ChangeBadge now={value} before={before} unit={unit} better={kpi?.better ?? null} />}
      onOpen={
        value === null || n === 0
          ? undefined
          : () => openDrill({ kpi: id, period, cells: [{ dimension: customer.by, value: customer.id }] })
      }
    >
      <span className={`${tileClasses.foot} figures`}>
        <span>
          <RowsBehind figure={id} value={value} n={n} />
        </span>
        <span>{unit === 'count' ? null : t('customer.ofAll', { value: text(all) })}</span>
      </span>
    </Tile>
  );
}
