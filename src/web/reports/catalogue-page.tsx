import { Button, Skeleton } from '@mantine/core';
import {
  IconChartAreaLine,
  IconChartBar,
  IconChartDonut,
  IconChartHistogram,
  IconGridDots,
  IconLayoutGrid,
  IconPlus,
  IconTable,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Picture, Report, Theme } from '#domain/report/report.ts';
import { parseRef } from '#presentation/figures/figures.ts';
import { kpisQuery, reportsQuery } from '../api/queries.ts';
import { SearchField } from '../form/search-field.tsx';
import { useFormat } from '../format/use-format.ts';
import { findIn } from '../frame/find-in.ts';
import { SavedSection } from '../saved/saved-section.tsx';
import { useUrl } from '../state/url.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from '../ui/page.tsx';
import { ProblemView } from '../ui/problem-view.tsx';
import classes from './catalogue.module.css';

const themes: readonly Theme[] = ['sla', 'team', 'replies', 'satisfaction', 'planning', 'business'];

const icons: Readonly<Record<Picture, typeof IconTable>> = {
  trend: IconChartAreaLine,
  area: IconChartAreaLine,
  columns: IconChartBar,
  stacked: IconChartHistogram,
  heatmap: IconLayoutGrid,
  matrix: IconGridDots,
  distribution: IconChartHistogram,
  gauge: IconChartDonut,
  table: IconTable,
};

/** Every report by theme, each opened by its question. */
export function CataloguePage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { search, patch } = useUrl();
  const answer = useQuery(reportsQuery);
  const kpis = useQuery(kpisQuery).data ?? [];
  const asked = search.q ?? '';
  const named = (ref: string) => kpis.find(({ id }) => id === parseRef(ref).kpi);
  const found = findIn(answer.data ?? [], asked, ({ question, title, kpis: refs }) => [
    format.text(question),
    format.text(title),
    ...refs.map((ref) => format.text(named(ref)?.label ?? { en: '', fr: '' })),
  ]);
  return (
    <Page
      title={t('report.catalogueTitle')}
      lead={t('report.catalogueLead')}
      actions={
        <>
          <Button
            component={Link}
            to="/reports/compose"
            variant="default"
            size="xs"
            leftSection={<IconPlus size={14} aria-hidden />}
          >
            {t('compose.open')}
          </Button>
          <Button component={Link} to="/definitions" variant="subtle" color="gray" size="xs">
            {t('definition.title')}
          </Button>
          <SearchField
            size="xs"
            w={240}
            label={t('report.find')}
            value={search.q ?? ''}
            onChange={(value) => patch({ q: value === '' ? null : value })}
          />
        </>
      }
    >
      {answer.isError && <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Skeleton height={400} radius="md" />}
      {answer.isSuccess && found.length === 0 && <EmptyState title={t('report.noneFound')} />}
      <SavedSection search={asked} />
      {themes.map((theme) => {
        const reports = found.filter((report) => report.theme === theme);
        return reports.length === 0 ? null : <ThemeSection key={theme} theme={theme} reports={reports} />;
      })}
    </Page>
  );
}

function ThemeSection({ theme, reports }: { readonly theme: Theme; readonly reports: readonly Report[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className={classes.theme}>
      <h2 className={classes.name}>{t(`vocabulary.theme.${theme}`)}</h2>
      <ul className={classes.list}>
        {reports.map(({ id, question, title, picture }) => {
          const Icon = icons[picture];
          return (
            <li key={id}>
              <Link to="/reports/$id" params={{ id }} className={classes.report}>
                <Icon size={20} stroke={1.4} aria-hidden className={classes.icon} />
                <span className={classes.question}>{format.text(question)}</span>
                <span className={classes.title}>{format.text(title)}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
