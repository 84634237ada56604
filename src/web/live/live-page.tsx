import { Button, SegmentedControl, Skeleton } from '@mantine/core';
import { IconDeviceTv } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { FilterBar } from '../reports/filters/filter-bar.tsx';
import { useUrl } from '../state/url.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from '../ui/page.tsx';
import { PageBar } from '../ui/page-bar.tsx';
import { ProblemView } from '../ui/problem-view.tsx';
import { ShareWall } from './share-wall.tsx';
import { useWall } from './use-wall.ts';
import classes from './wall.module.css';
import { WallStanding } from './wall-standing.tsx';
import { layoutOf, layouts, WallView } from './wall-view.tsx';

const WallScreen = lazy(async () => ({ default: (await import('./wall-screen.tsx')).WallScreen }));
const filters = ['team', 'channel'] as const;

/** What happens now, for a desk and for a wall. Layout, filters and TV mode stand in the address. */
export function LivePage() {
  const { t } = useTranslation();
  const { search, patch } = useUrl();
  const live = useWall(search);
  const { answer, wall, age } = live;
  const layout = layoutOf(search.layout);
  const tv = search.tv !== undefined;
  return (
    <Page
      title={t('wall.title')}
      lead={t('wall.lead')}
      actions={
        <>
          <ShareWall layout={layout} filter={live.filter} />
          <Button
            variant="default"
            size="xs"
            leftSection={<IconDeviceTv size={16} aria-hidden />}
            onClick={() => patch({ tv: '1' }, true)}
          >
            {t('dashboard.tv')}
          </Button>
        </>
      }
    >
      <PageBar>
        <SegmentedControl
          size="xs"
          aria-label={t('wall.layout')}
          value={layout}
          onChange={(value) => patch({ layout: value === 'whole' ? null : value })}
          data={layouts.map((value) => ({ value, label: t(`wall.layouts.${value}`) }))}
        />
        <FilterBar primary={filters} offered={filters} />
      </PageBar>
      {wall !== undefined && age !== null && <WallStanding wall={wall} age={age} />}
      {wall === undefined && answer.isError && (
        <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />
      )}
      {answer.isPending && <Skeleton height={480} />}
      {wall !== undefined && wall.newestEventAt === null && (
        <EmptyState title={t('wall.noData')}>{t('wall.noDataLead')}</EmptyState>
      )}
      {wall !== undefined && wall.newestEventAt !== null && !tv && (
        <div className={live.other ? classes.other : undefined} aria-busy={live.other}>
          <WallView {...{ wall, layout, age }} />
        </div>
      )}
      <Suspense>
        {tv && <WallScreen title={t('wall.title')} {...{ layout, live }} onClose={() => patch({ tv: null })} />}
      </Suspense>
    </Page>
  );
}
