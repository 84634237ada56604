import { SegmentedControl, Skeleton } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Filter } from '#domain/report/filter.ts';
import { type Pivot, pivotOf } from '#presentation/figures/pivot.ts';
import { isConditionKey } from '#presentation/question/conditions.ts';
import type { Period } from '#presentation/question/period.ts';
import { dimensionsQuery, figuresQuery, valuesQuery } from '../api/queries.ts';
import { useFormat } from '../format/use-format.ts';
import { useUrl } from '../state/url.ts';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ProblemView } from '../ui/problem-view.tsx';
import classes from './matrix.module.css';
import { MatrixTable } from './matrix-table.tsx';

const candidates = ['marketplace', 'channel', 'team', 'priority'] as const;
const rowsShown = 8;

/** Dimensions that tell rows apart in this data: two named values or more. */
export function useTellingDimensions(ids: readonly string[]): readonly string[] | null {
  const answers = useQueries({ queries: ids.map((id) => valuesQuery(id, '', 3)) });
  if (answers.some(({ isPending }) => isPending)) return null;
  return ids.filter(
    (_, index) => (answers[index]?.data?.items ?? []).filter(({ value }) => value !== null).length >= 2,
  );
}

interface Props {
  readonly period: Period;
  readonly filter: Filter | null;
}

/** Share of clocks met, by a dimension of the reader's choice and by target. */
export function Matrix({ period, filter }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { search, patch } = useUrl();
  const telling = useTellingDimensions(candidates);
  const [asked, setAsked] = useState(search.matrix);
  const dimension = telling?.find((id) => id === asked) ?? telling?.[0] ?? 'priority';
  const labels = useQuery(dimensionsQuery).data ?? [];
  const nameOf = (id: string) => {
    const found = labels.find((each) => each.id === id);
    return found === undefined ? id : format.text(found.label);
  };
  const query = { kpis: ['sla-compliance'], by: [dimension, 'metric'], every: null, ...period, filter };
  const answer = useQuery({ ...figuresQuery(query), enabled: telling !== null });
  const pivot = useMemo(() => (answer.data === undefined ? null : pivotOf(answer.data)), [answer.data]);
  const choose = (value: string) => {
    setAsked(value);
    patch({ matrix: value });
  };
  return (
    <Card
      title={t('overview.matrixTitle', { dimension: nameOf(dimension).toLowerCase() })}
      help={t('overview.matrixHelp')}
      aside={
        telling !== null && telling.length > 1 ? (
          <SegmentedControl
            size="xs"
            aria-label={t('overview.groupBy')}
            value={dimension}
            onChange={choose}
            data={telling.map((value) => ({ value, label: nameOf(value) }))}
          />
        ) : undefined
      }
      flush
    >
      <Content pivot={pivot} error={answer.error} onRetry={() => void answer.refetch()} period={period} />
      {pivot !== null && (
        <p className={classes.foot}>
          <Link
            to="/reports/$id"
            params={{ id: 'sla-by-agent' }}
            search={{ ...pick(search), by: `${dimension},metric` }}
          >
            {t('overview.openReport')} →
          </Link>
          {pivot.rows.length > rowsShown && (
            <span>{t('overview.others', { n: format.count(pivot.rows.length - rowsShown) })}</span>
          )}
        </p>
      )}
    </Card>
  );
}

/** What a report takes over from the overview. */
function pick(search: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(search).filter(([key]) => key === 'period' || isConditionKey(key)));
}

interface ContentProps {
  readonly pivot: Pivot | null;
  readonly error: Error | null;
  readonly onRetry: () => void;
  readonly period: Period;
}

function Content({ pivot, error, onRetry, period }: ContentProps) {
  const { t } = useTranslation();
  if (error !== null && pivot === null) return <ProblemView error={error} onRetry={onRetry} />;
  if (pivot === null) return <Skeleton height={220} m={16} width="auto" />;
  if (pivot.rows.every((row) => row.cells.every((cell) => cell === null))) {
    return <EmptyState title={t('overview.matrixEmpty')}>{t('overview.matrixEmptyTodo')}</EmptyState>;
  }
  return <MatrixTable pivot={pivot} period={period} limit={rowsShown} />;
}
