import { Button, Progress } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportView } from '#contract/schemas/data-in/import.ts';
import { importQuery, statusQuery } from '../api/queries.ts';
import { useFormat } from '../format/use-format.ts';
import { Card } from '../ui/card.tsx';
import { ProblemView } from '../ui/problem-view.tsx';
import { Rejected } from './rejected.tsx';
import classes from './sources.module.css';

/** An import as it goes: share done, rate, time left; then its result. It goes on when the page is left. */
export function ImportProgress({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const answer = useQuery(importQuery(id));
  const state = answer.data?.state;
  useEffect(() => {
    if (state === undefined) return;
    void queryClient.invalidateQueries({ queryKey: statusQuery.queryKey });
    if (state === 'done') {
      for (const key of ['imports', 'figures', 'values', 'tickets', 'dimensions'])
        void queryClient.invalidateQueries({ queryKey: [key] });
    }
  }, [state, queryClient]);
  if (answer.isError && answer.data === undefined)
    return <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />;
  if (answer.data === undefined) return <Progress value={0} aria-label={t('common.loading')} />;
  return (
    <Card title={t('source.progress', { name: answer.data.name })}>
      <Running view={answer.data} />
      {answer.data.state === 'failed' && answer.data.error !== null && (
        <p className={classes.failed} role="alert">
          <strong>{answer.data.error.detail}</strong> {answer.data.error.todo}
        </p>
      )}
      {answer.data.state === 'done' && (
        <Button renderRoot={(props) => <Link to="/" {...props} />} mt={16} size="xs">
          {t('source.seeOverview')}
        </Button>
      )}
      {answer.data.rejected > 0 && ['done', 'failed'].includes(answer.data.state) && <Rejected id={id} />}
    </Card>
  );
}

const stateNames = {
  reading: 'stateReading',
  folding: 'stateFolding',
  done: 'stateDone',
  failed: 'stateFailed',
} as const;

function shareOf({ state, bytes, totalBytes }: ImportView): number | null {
  if (state === 'done') return 100;
  return totalBytes === null || totalBytes === 0 ? null : Math.min(99, (bytes / totalBytes) * 100);
}

function Running({ view }: { readonly view: ImportView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const share = shareOf(view);
  const busy = view.state === 'reading' || view.state === 'folding';
  const counts = [
    { name: t('source.events'), value: view.events },
    { name: t('source.accepted'), value: view.accepted },
    { name: t('source.duplicates'), value: view.duplicates },
    { name: t('source.rejected'), value: view.rejected },
    { name: t('source.tickets'), value: view.tickets },
  ];
  return (
    <>
      <div className={`${classes.state} figures`} aria-live="polite">
        <strong>{t(`source.${stateNames[view.state]}`)}</strong>
        {busy && view.totalBytes !== null && (
          <span>{t('source.bytes', { done: format.bytes(view.bytes), total: format.bytes(view.totalBytes) })}</span>
        )}
        {busy && view.ratePerSecond !== null && (
          <span>{t('source.rate', { n: format.count(view.ratePerSecond) })}</span>
        )}
        {busy && view.secondsLeft !== null && (
          <span>{t('source.left', { time: format.duration(view.secondsLeft) })}</span>
        )}
      </div>
      <Progress
        value={share ?? 100}
        animated={busy}
        color={view.state === 'failed' ? 'var(--v-breached)' : 'var(--v-accent)'}
        aria-label={t('source.progress', { name: view.name })}
      />
      <dl className={`${classes.counts} figures`}>
        {counts.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{format.count(value)}</dd>
          </div>
        ))}
      </dl>
      {busy && <p className={classes.text}>{t('source.mayLeave')}</p>}
    </>
  );
}
