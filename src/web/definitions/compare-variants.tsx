import { NativeSelect, Skeleton, useComputedColorScheme } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { KpiInfo } from '#contract/schemas/registry.ts';
import type { Unit } from '#domain/report/query.ts';
import { numberAt, readFigures } from '#presentation/figures/figures.ts';
import { drawPicture } from '#presentation/pictures/draw-picture.ts';
import { parsePeriod, suitableEvery } from '#presentation/question/period.ts';
import { figuresQuery } from '../api/queries.ts';
import { usePeriodContext } from '../api/workspace.ts';
import { useFormat } from '../format/use-format.ts';
import { useWords } from '../reports/use-words.ts';
import { useUrl } from '../state/url.ts';
import { Card } from '../ui/card.tsx';
import { PeriodMenu } from '../ui/period-menu.tsx';
import { ProblemView } from '../ui/problem-view.tsx';
import { ScrollRegion } from '../ui/scroll-region.tsx';
import tableClasses from '../ui/table.module.css';
import classes from './definitions.module.css';

const Chart = lazy(async () => ({ default: (await import('../reports/chart.tsx')).Chart }));

/** The two variants that the URL names, else the first two. */
function useChosen({ variants }: KpiInfo): readonly [string, string] {
  const { search } = useUrl();
  const known = (id: string | undefined) => variants.find((variant) => variant.id === id)?.id;
  const one = known(search.one) ?? variants[0]?.id ?? '';
  const other = known(search.other) ?? variants.find(({ id }) => id !== one)?.id ?? '';
  return [one, other];
}

/** Two variants of a KPI on the workspace's own data: the figures, their n, and their trend. */
export function CompareVariants({ kpi }: { readonly kpi: KpiInfo }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { search, patch } = useUrl();
  const chosen = useChosen(kpi);
  const period = parsePeriod(search.period, usePeriodContext());
  const kpis = chosen.map((variant) => `${kpi.id}.${variant}`);
  const every = suitableEvery(period);
  const asked = { kpis, by: [], ...period, time: 'business' } as const;
  const [whole, trend] = useQueries({
    queries: [figuresQuery({ ...asked, every: null }), figuresQuery({ ...asked, every })],
  });
  const data = kpi.variants.map(({ id, label }) => ({ value: id, label: format.text(label) }));
  return (
    <Card title={t('definition.compare')} help={t('definition.compareLead')}>
      <div className={classes.bar}>
        <NativeSelect
          size="xs"
          label={t('definition.one')}
          value={chosen[0]}
          onChange={(event) => patch({ one: event.currentTarget.value })}
          data={data}
        />
        <NativeSelect
          size="xs"
          label={t('definition.other')}
          value={chosen[1]}
          onChange={(event) => patch({ other: event.currentTarget.value })}
          data={data}
        />
        <PeriodMenu />
      </div>
      {whole.isError && <ProblemView error={whole.error} onRetry={() => void whole.refetch()} />}
      {whole.data === undefined || trend.data === undefined ? (
        !whole.isError && <Skeleton height={300} radius="md" />
      ) : (
        <>
          <Apart result={whole.data} />
          <Trend result={trend.data} frame={{ period, every, time: 'business' }} />
        </>
      )}
    </Card>
  );
}

type Result = NonNullable<Awaited<ReturnType<NonNullable<ReturnType<typeof figuresQuery>['queryFn']>>>>;

/** Both figures with their n, and what lies between them where they have one unit. */
function Apart({ result }: { readonly result: Result }) {
  const { t } = useTranslation();
  const words = useWords();
  const figures = readFigures(result);
  const values = figures.columns.map(({ index }) => numberAt(result.total, index));
  const [one, other] = figures.columns;
  const told = (value: number | null, unit: Unit) => words.format.value(value, unit, { time: 'business' });
  const [first = null, second = null] = values;
  const apart = one?.unit === other?.unit && first !== null && second !== null ? second - first : null;
  return (
    <ScrollRegion label={t('definition.compare')}>
      <table className={tableClasses.table}>
        <thead>
          <tr>
            <th scope="col">{t('report.variant')}</th>
            <th scope="col" className={tableClasses.number}>
              {t('definition.figure')}
            </th>
            <th scope="col" className={tableClasses.number}>
              n
            </th>
          </tr>
        </thead>
        <tbody>
          {figures.columns.map(({ id, unit, n }, place) => (
            <tr key={id}>
              <th scope="row">{words.variant(id)}</th>
              <td className={tableClasses.number}>{told(values[place] ?? null, unit)}</td>
              <td className={tableClasses.number}>{n === null ? '–' : words.format.count(n)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('definition.difference')}</th>
            <td className={tableClasses.number}>{told(apart, one?.unit ?? 'number')}</td>
            <td />
          </tr>
        </tfoot>
      </table>
    </ScrollRegion>
  );
}

type Frame = Parameters<typeof drawPicture>[0]['frame'];

function Trend({ result, frame }: { readonly result: Result; readonly frame: Frame }) {
  const { t } = useTranslation();
  const words = useWords();
  const scheme = useComputedColorScheme('light');
  const drawn = useMemo(() => {
    const names = { share: '', count: '' };
    const subject = { report: { picture: 'trend' }, figures: readFigures(result), frame, words, names } as const;
    return drawPicture(subject, { scheme, given: new Map() });
  }, [result, frame, words, scheme]);
  // Without a figure to draw, the table has said so.
  if (drawn === null || Object.values(result.meta.n).every((n) => n === 0)) return null;
  return (
    <Suspense fallback={<Skeleton height={drawn.height} />}>
      <Chart
        option={drawn.option}
        height={drawn.height}
        label={t('report.pictureOf', { title: t('definition.compareTrend') })}
      />
    </Suspense>
  );
}
