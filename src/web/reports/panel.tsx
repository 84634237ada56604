import { Button, SegmentedControl, Skeleton, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueryResult } from '#domain/report/query.ts';
import type { Report } from '#domain/report/report.ts';
import { parseRef } from '#presentation/figures/figures.ts';
import { clearConditions } from '#presentation/question/conditions.ts';
import { addDays, isPreset } from '#presentation/question/period.ts';
import { everyChoices, type ReportState, settingKeys } from '#presentation/question/report-state.ts';
import { kpisQuery } from '../api/queries.ts';
import { useFormat } from '../format/use-format.ts';
import { useUrl } from '../state/url.ts';
import { CompareMenu } from '../ui/compare-menu.tsx';
import { PeriodMenu } from '../ui/period-menu.tsx';
import { FilterBar } from './filters/filter-bar.tsx';
import classes from './panel.module.css';
import { GroupBy } from './settings/group-by.tsx';
import { StatisticSelect } from './settings/statistic-select.tsx';
import { useOffered } from './settings/use-offered.ts';
import { useWords } from './use-words.ts';

/** Read by few at each visit, and it brings the whole registry of definitions. */
const About = lazy(async () => ({ default: (await import('./about.tsx')).About }));

interface Props {
  readonly report: Report;
  readonly state: ReportState;
  readonly results: readonly QueryResult[];
}

/** Settings of a report on one tab, what it means on the other. */
export function Panel({ report, state, results }: Props) {
  const { t } = useTranslation();
  const { search, patch } = useUrl();
  return (
    <aside className={classes.panel} aria-label={t('report.panel')}>
      <Tabs
        value={search.tab === 'about' ? 'about' : 'filters'}
        onChange={(tab) => patch({ tab: tab === 'about' ? tab : null })}
        keepMounted={false}
      >
        <Tabs.List grow>
          <Tabs.Tab value="filters">{t('report.filters')}</Tabs.Tab>
          <Tabs.Tab value="about">{t('report.about')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="filters" p={16}>
          <Settings report={report} state={state} />
        </Tabs.Panel>
        <Tabs.Panel value="about" p={16}>
          <AboutHere report={report} results={results} />
        </Tabs.Panel>
      </Tabs>
    </aside>
  );
}

function AboutHere({ report, results }: Omit<Props, 'state'>) {
  const words = useWords();
  return (
    <Suspense fallback={<Skeleton height={240} />}>
      <About report={report} results={results} words={words} />
    </Suspense>
  );
}

function Field({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={classes.field}>
      <span className={classes.label}>{label}</span>
      {children}
    </div>
  );
}

function Settings({ report, state }: { readonly report: Report; readonly state: ReportState }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { search, patch, replaceAll } = useUrl();
  const offered = useOffered(report.kpis);
  const kpis = useQuery(kpisQuery).data ?? [];
  const spread = report.kpis.some((ref) => {
    const kpi = kpis.find(({ id }) => id === parseRef(ref).kpi);
    return kpi?.unit === 'seconds' && kpi.statistics.length > 0;
  });
  const reset = () => {
    const kept = Object.entries(clearConditions(search)).filter(([key]) => !settingKeys.some((own) => own === key));
    replaceAll(Object.fromEntries(kept));
  };
  return (
    <div className={classes.fields}>
      <Field label={t('period.label')}>
        <PeriodMenu full />
        {isPreset(search.period ?? 'all') && (
          <span className={`${classes.caption} figures`}>
            {format.range(state.period.from, addDays(state.period.to, -1))}
          </span>
        )}
      </Field>
      {state.every !== null && (
        <Field label={t('report.every')}>
          <SegmentedControl
            size="xs"
            fullWidth
            aria-label={t('report.every')}
            value={state.every}
            onChange={(value) => patch({ every: value })}
            data={everyChoices.map((value) => ({ value, label: t(`vocabulary.every.${value}`) }))}
          />
        </Field>
      )}
      <GroupBy state={state} offered={offered} />
      <Field label={t('report.time')}>
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={t('report.time')}
          value={state.time}
          onChange={(value) => patch({ time: value === 'business' ? null : value })}
          data={[
            { value: 'business', label: t('report.business') },
            { value: 'calendar', label: t('report.calendar') },
          ]}
        />
      </Field>
      {spread && <StatisticSelect key={state.statistic ?? ''} statistic={state.statistic} />}
      <Field label={t('period.compare')}>
        <CompareMenu fallback="none" full />
      </Field>
      <div className={classes.rule} />
      <FilterBar
        primary={['team', 'agent', 'channel', 'marketplace', 'metric', 'priority']}
        stacked
        offered={offered}
      />
      <Button variant="subtle" color="gray" size="xs" onClick={reset}>
        {t('report.reset')}
      </Button>
    </div>
  );
}
