import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { StatusView } from '#contract/schemas/status.ts';
import { readFigures } from '#presentation/figures/figures.ts';
import { filterOfSearch } from '#presentation/question/conditions.ts';
import { parsePeriod } from '#presentation/question/period.ts';
import { SeenPart } from '../access/seen-part.tsx';
import { figuresQuery, kpisQuery } from '../api/queries.ts';
import { usePeriodContext } from '../api/workspace.ts';
import { FilterBar } from '../reports/filters/filter-bar.tsx';
import { useUrl } from '../state/url.ts';
import { DrillDown } from '../tickets/drill-down.tsx';
import { CompareMenu } from '../ui/compare-menu.tsx';
import { Page } from '../ui/page.tsx';
import { PageBar } from '../ui/page-bar.tsx';
import { PeriodMenu } from '../ui/period-menu.tsx';
import { ProblemView } from '../ui/problem-view.tsx';
import { Changes } from './changes.tsx';
import { Matrix } from './matrix.tsx';
import classes from './overview.module.css';
import { TileCard, TileSkeleton } from './tile-card.tsx';
import { tiles, tilesQuery } from './tiles.ts';

export function OverviewPage({ status }: { readonly status: StatusView }) {
  const { t } = useTranslation();
  const { search } = useUrl();
  const context = usePeriodContext();
  const period = parsePeriod(search.period, context);
  const compare = search.compare === 'none' ? null : search.compare === 'year' ? 'year' : 'previous';
  const filter = filterOfSearch(search);
  const answer = useQuery(figuresQuery(tilesQuery(period, filter, compare)));
  const kpis = useQuery(kpisQuery).data;
  const figures = useMemo(() => (answer.data === undefined ? undefined : readFigures(answer.data)), [answer.data]);
  return (
    <Page title={t('overview.title')}>
      <PageBar>
        <PeriodMenu />
        <CompareMenu />
        <FilterBar primary={['channel', 'team']} />
        <SeenPart />
        <span className={classes.zone}>{status.timeZone}</span>
      </PageBar>
      {status.runningImport !== null && (
        <p className={classes.note} role="status">
          {t('overview.importing')}
        </p>
      )}
      {answer.isError && figures === undefined ? (
        <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />
      ) : (
        <section className={classes.tiles} aria-label={t('overview.tiles')} aria-busy={answer.isFetching}>
          {tiles.map((tile, index) =>
            figures === undefined ? (
              <TileSkeleton key={tile.kpi} />
            ) : (
              <TileCard key={tile.kpi} tile={tile} figures={figures} place={index} period={period} kpis={kpis ?? []} />
            ),
          )}
        </section>
      )}
      <div className={classes.lower}>
        <Matrix period={period} filter={filter} />
        <Changes period={period} filter={filter} compare={compare} />
      </div>
      <DrillDown />
    </Page>
  );
}
