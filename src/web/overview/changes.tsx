import { Skeleton } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Filter } from '#domain/report/filter.ts';
import { drillPatch } from '#presentation/question/drill.ts';
import type { Period } from '#presentation/question/period.ts';
import type { Labels } from '#presentation/words/create-names.ts';
import { figuresQuery } from '../api/queries.ts';
import { useFormat } from '../format/use-format.ts';
import { useWords } from '../reports/use-words.ts';
import { useUrl } from '../state/url.ts';
import { useNames } from '../state/use-names.ts';
import { Card } from '../ui/card.tsx';
import { ProblemView } from '../ui/problem-view.tsx';
import { type Change, findChanges, heaviest } from './find-changes.ts';
import classes from './matrix.module.css';

/** What is named by a word that says what it is; others say it before. */
const speaking: ReadonlySet<string> = new Set(['agent', 'marketplace']);

const dimensions = ['team', 'agent', 'marketplace', 'channel', 'type'] as const;

interface Props {
  readonly period: Period;
  readonly filter: Filter | null;
  readonly compare: 'previous' | 'year' | null;
}

/** A sentence for each group that moved most since the period before; without one, for those that stand apart. */
export function Changes({ period, filter, compare }: Props) {
  const { t } = useTranslation();
  const answers = useQueries({
    queries: dimensions.map((dimension) =>
      figuresQuery({
        kpis: ['sla-compliance', 'sla-compliance:n'],
        by: [dimension],
        every: null,
        ...period,
        filter,
        compare,
      }),
    ),
  });
  const results = answers.flatMap(({ data }) => (data === undefined ? [] : [data]));
  const moved = results.flatMap((result) => findChanges(result, compare !== null));
  const compared = moved.length > 0;
  const changes = heaviest(compared ? moved : results.flatMap((result) => findChanges(result, false)), 5);
  const labels: Labels = Object.assign({}, ...results.map(({ meta }) => meta.labels));
  const failed = answers.find(({ error }) => error !== null);
  return (
    <Card title={compared ? t('overview.changedTitle') : t('overview.standsOutTitle')}>
      {results.length === 0 && failed !== undefined ? (
        <ProblemView error={failed.error} onRetry={() => void failed.refetch()} />
      ) : answers.some(({ isPending }) => isPending) && changes.length === 0 ? (
        <Skeleton height={180} />
      ) : changes.length === 0 ? (
        <p className={classes.calm}>{t('overview.changedNone')}</p>
      ) : (
        <ul className={classes.sentences}>
          {changes.map((change) => (
            <li key={`${change.dimension} ${change.value}`}>
              <Sentence change={change} compared={compared} labels={labels} period={period} />
            </li>
          ))}
        </ul>
      )}
      {failed !== undefined && results.length > 0 && <p className={classes.calm}>{t('overview.partial')}</p>}
    </Card>
  );
}

interface SentenceProps {
  readonly change: Change;
  readonly compared: boolean;
  readonly labels: Labels;
  readonly period: Period;
}

function Sentence({ change, compared, labels, period }: SentenceProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const names = useNames();
  const words = useWords();
  const { patch } = useUrl();
  const value = names(change.dimension, change.value, labels);
  const name = speaking.has(change.dimension) ? value : `${words.dimension(change.dimension)} ${value}`;
  const now = format.share(change.now);
  const rose = change.difference > 0;
  const figures = {
    change: format.points(change.difference),
    before: format.share(change.reference),
    total: format.share(change.reference),
    n: format.count(change.n),
  };
  const open = () => {
    const cells = [{ dimension: change.dimension, value: String(change.value) }];
    patch(drillPatch({ kpi: 'sla-compliance', period, cells }), true);
  };
  return (
    <button type="button" className={classes.sentence} onClick={open}>
      <span className={`${classes.mark} ${rose ? classes.up : classes.down}`}>
        <svg viewBox="0 0 10 10" width={10} height={10} aria-hidden="true" focusable="false">
          <path d={rose ? 'M5 1.500l4 7H1z' : 'M5 8.500l-4-7h8z'} fill="currentColor" />
        </svg>
      </span>
      <span className={classes.main}>
        {compared
          ? t(rose ? 'overview.changedRose' : 'overview.changedFell', { name, now })
          : t('overview.lowest', { name, now })}
      </span>
      <span className={`${classes.detail} figures`}>
        {compared ? t('overview.changedDetail', figures) : t('overview.lowestDetail', figures)}
      </span>
    </button>
  );
}
