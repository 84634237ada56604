import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StatusView } from '#contract/schemas/status.ts';
import { call } from '../api/client.ts';
import { statusQuery } from '../api/queries.ts';
import { useMay } from '../api/session.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from '../ui/page.tsx';
import { ProblemView } from '../ui/problem-view.tsx';
import { ImportProgress } from './import-progress.tsx';
import { SampleCard } from './sample-card.tsx';
import classes from './sources.module.css';

/** The first screen of an empty workspace, for whoever may fill it; others are told who will. */
export function FirstRun({ status }: { readonly status: StatusView }) {
  const { t } = useTranslation();
  const may = useMay();
  if (may('import-data')) return <Start status={status} />;
  return (
    <Page title={t('common.overview')}>
      <EmptyState title={t('firstRun.nothingYet')}>{t('firstRun.nothingYetLead')}</EmptyState>
    </Page>
  );
}

/** One click to a sample, two to a file of one's own. */
function Start({ status }: { readonly status: StatusView }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [started, setStarted] = useState<string | null>(null);
  const start = useMutation({
    mutationFn: (id: 'incidents' | 'marketplace') => call('start-sample', { params: { id }, query: {} }),
    onSuccess: ({ id }) => {
      setStarted(id);
      void queryClient.invalidateQueries({ queryKey: statusQuery.queryKey });
    },
  });
  const running = started ?? status.runningImport;
  return (
    <Page title={t('common.overview')} heading={t('firstRun.title')} lead={t('firstRun.lead')}>
      {running !== null ? (
        <ImportProgress id={running} />
      ) : (
        <>
          {start.isError && <ProblemView error={start.error} onRetry={() => start.reset()} />}
          <h2 className={classes.heading}>{t('firstRun.samples')}</h2>
          <div className={classes.samples}>
            {status.samples.map((sample) => (
              <SampleCard
                key={sample.id}
                sample={sample}
                busy={start.isPending}
                onLoad={() => start.mutate(sample.id)}
              />
            ))}
          </div>
          <h2 className={classes.heading}>{t('firstRun.own')}</h2>
          <div className={classes.own}>
            <p>
              {t('firstRun.ownLead')} <strong>{t('firstRun.staysHere')}</strong>
            </p>
            <Button renderRoot={(props) => <Link to="/sources" {...props} />} variant="default">
              {t('firstRun.choose')}
            </Button>
          </div>
        </>
      )}
    </Page>
  );
}
