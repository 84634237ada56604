import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { KpiInfo } from '#contract/schemas/registry.ts';
import type { QueryResult } from '#domain/report/query.ts';
import { type Figures, numberAt, parseRef } from '#presentation/figures/figures.ts';
import { drillPatch } from '#presentation/question/drill.ts';
import { bucketEnd, type Period, suitableEvery } from '#presentation/question/period.ts';
import { useFormat } from '../format/use-format.ts';
import { useUrl } from '../state/url.ts';
import { ChangeBadge } from '../ui/change-badge.tsx';
import { Sparkline } from '../ui/sparkline.tsx';
import classes from './tile.module.css';
import { Tile } from './tile.tsx';
import { type Tile as Figure, tiles } from './tiles.ts';

interface Props {
  readonly tile: Figure;
  readonly figures: Figures;
  readonly place: number;
  readonly period: Period;
  readonly kpis: readonly KpiInfo[];
}

/** One key figure: value, change, trend, what it is and its n. */
export function TileCard({ tile, figures, place, period, kpis }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { patch } = useUrl();
  const column = figures.columns[place];
  const { result } = figures;
  const value = numberAt(result.total, column?.index ?? null);
  const kpi = kpis.find(({ id }) => id === parseRef(tile.kpi).kpi);
  const name = t(`overview.${tile.name}`);
  if (column === undefined || value === null) {
    return (
      <Tile name={name} value="–">
        <span className={`${classes.blank} hatched`} aria-hidden />
        <span className={classes.foot}>{t(`overview.${tile.reason}`)}</span>
      </Tile>
    );
  }
  const trend = wholeBuckets(figures, period).map((row) => numberAt(row, column.index));
  return (
    <Tile
      name={name}
      help={kpi === undefined ? undefined : format.text(kpi.help)}
      value={format.value(value, column.unit, { time: result.meta.time })}
      change={
        <ChangeBadge
          now={value}
          before={numberAt(result.total, column.before)}
          unit={column.unit}
          better={kpi?.better ?? null}
        />
      }
      onOpen={() => patch(drillPatch({ kpi: tile.kpi, period, cells: [] }), true)}
    >
      <span className={classes.trend}>
        <Sparkline values={trend} />
      </span>
      <span className={`${classes.foot} figures`}>
        <Footnote tile={tile} figures={figures} n={column.n} />
      </span>
    </Tile>
  );
}

/** Rows of buckets that lie wholly in the period: a cut week would look like a fall. */
function wholeBuckets({ result, period: at }: Figures, period: Period): QueryResult['rows'] {
  const every = suitableEvery(period);
  const whole = result.rows.filter((row) => {
    const start = String(row[at ?? 0]).slice(0, 10);
    return start >= period.from && bucketEnd(start, every) <= period.to;
  });
  return whole.length >= 3 ? whole : result.rows;
}

function Footnote({
  tile,
  figures,
  n,
}: {
  readonly tile: Figure;
  readonly figures: Figures;
  readonly n: number | null;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const count = n === null ? '' : format.count(n);
  const { running } = figures.result.meta;
  switch (tile.name) {
    case 'firstReply':
    case 'resolution':
      return (
        <>
          {t('overview.median')} <span className={classes.n}>n {count}</span>
        </>
      );
    case 'sla':
      return (
        <>
          {t('overview.decided', { n: count })}
          <Adjusted figures={figures} />
          {running !== null && running > 0 && <span>{t('overview.running', { n: format.count(running) })}</span>}
        </>
      );
    case 'csat':
      return t('overview.answers', { n: count });
    case 'backlog':
      return t('overview.openAtEnd');
    case 'atRisk':
      return t('overview.openClocks');
    default:
      return null;
  }
}

export function TileSkeleton() {
  return (
    <div className={classes.tile}>
      <Skeleton height={12} width="50%" />
      <Skeleton height={30} width="70%" mt={8} />
      <Skeleton height={36} mt={8} />
      <Skeleton height={12} width="40%" mt={8} />
    </div>
  );
}

/** The rate without excused breaches. */
function Adjusted({ figures }: { readonly figures: Figures }) {
  const { t } = useTranslation();
  const format = useFormat();
  const column = figures.columns[tiles.length];
  const value = numberAt(figures.result.total, column?.index ?? null);
  return value === null ? null : <span>{t('overview.adjusted', { share: format.share(value) })}</span>;
}
