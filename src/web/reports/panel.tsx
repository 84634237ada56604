import { Button, NativeSelect, SegmentedControl, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueryResult } from '#domain/report/query.ts';
import type { Report } from '#domain/report/report.ts';
import { parseRef } from '#presentation/figures/figures.ts';
import { clearSelection } from '#presentation/question/filters.ts';
import { addDays, isPreset } from '#presentation/question/period.ts';
import { everyChoices, type ReportState, settingKeys, statisticChoices } from '#presentation/question/report-state.ts';
import { dimensionsQuery, kpisQuery } from '../api/queries.ts';
import { useFormat } from '../format/use-format.ts';
import { useUrl } from '../state/url.ts';
import { CompareMenu } from '../ui/compare-menu.tsx';
import { PeriodMenu } from '../ui/period-menu.tsx';
import { About } from './about.tsx';
import { FilterBar } from './filter-bar.tsx';
import classes from './panel.module.css';
import { useWords } from './use-words.ts';

interface Props {
  readonly report: Report;
  readonly state: ReportState;
  readonly results: readonly QueryResult[];
}

/** Settings of a report on one tab, what it means on the other. */
export function Panel({ report, state, results }: Props) {
  const { t } = useTranslation();
  return (
    <aside className={classes.panel} aria-label={t('report.panel')}>
      <Tabs defaultValue="filters" keepMounted={false}>
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
  return <About report={report} results={results} words={useWords()} />;
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
  const kpis = useQuery(kpisQuery).data ?? [];
  const spread = report.kpis.some((ref) => {
    const kpi = kpis.find(({ id }) => id === parseRef(ref).kpi);
    return kpi?.unit === 'seconds' && kpi.statistics.length > 0;
  });
  const reset = () => {
    const kept = Object.entries(clearSelection(search)).filter(([key]) => !settingKeys.some((own) => own === key));
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
      <GroupBy state={state} />
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
      {spread && (
        <NativeSelect
          size="xs"
          label={t('report.statistic')}
          value={state.statistic ?? ''}
          onChange={(event) => patch({ stat: event.currentTarget.value || null })}
          data={[
            { value: '', label: t('report.asSet') },
            ...statisticChoices.map((value) => ({ value, label: t(`vocabulary.statistic.${value}`) })),
          ]}
        />
      )}
      <Field label={t('period.compare')}>
        <CompareMenu fallback="none" full />
      </Field>
      <div className={classes.rule} />
      <FilterBar primary={['team', 'agent', 'channel', 'marketplace', 'priority']} stacked />
      <Button variant="subtle" color="gray" size="xs" onClick={reset}>
        {t('report.reset')}
      </Button>
    </div>
  );
}

/** One or two dimensions to group by. */
function GroupBy({ state }: { readonly state: ReportState }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { patch } = useUrl();
  const dimensions = useQuery(dimensionsQuery).data ?? [];
  const [first = '', second = ''] = state.by;
  const choices = (other: string) => [
    { value: '', label: t('report.nothing') },
    ...dimensions.filter(({ id }) => id !== other).map(({ id, label }) => ({ value: id, label: format.text(label) })),
  ];
  const set = (one: string, other: string) => {
    const by = [one, other].filter((id) => id !== '').join(',');
    patch({ by: by === '' ? '-' : by, sort: null });
  };
  return (
    <>
      <NativeSelect
        size="xs"
        label={t('report.groupBy')}
        value={first}
        onChange={(event) => set(event.currentTarget.value, second)}
        data={choices(second)}
      />
      {first !== '' && (
        <NativeSelect
          size="xs"
          label={t('report.thenBy')}
          value={second}
          onChange={(event) => set(first, event.currentTarget.value)}
          data={choices(first)}
        />
      )}
    </>
  );
}
