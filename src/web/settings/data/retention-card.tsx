import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { Card } from '../../ui/card.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { retentionPreviewQuery, retentionQuery } from '../queries.ts';
import classes from './data.module.css';
import { RetentionForm } from './retention-form.tsx';

/** The periods, and what they would remove now. */
export function RetentionCard() {
  const { t } = useTranslation();
  const answer = useQuery(retentionQuery);
  return (
    <Card title={t('data.retention')} help={t('data.retentionLead')}>
      {answer.isError && <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Skeleton height={220} />}
      {answer.data !== undefined && (
        <div className={classes.retention}>
          <RetentionForm retention={answer.data} />
          <Preview />
        </div>
      )}
    </Card>
  );
}

const parts = ['tickets', 'customers', 'imports', 'rejected', 'auditEntries'] as const;

function Preview() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, isError } = useQuery(retentionPreviewQuery);
  return (
    <section className={classes.preview} aria-label={t('data.wouldGo')} aria-busy={data === undefined && !isError}>
      <h3>{t('data.wouldGo')}</h3>
      <dl>
        {parts.map((part) => (
          <div key={part}>
            <dt>{t(`data.parts.${part}`)}</dt>
            <dd className="figures">{data === undefined ? '–' : format.count(data[part])}</dd>
          </div>
        ))}
      </dl>
      <p>{t('data.applyLead')}</p>
      <pre>vigie privacy retention --apply</pre>
    </section>
  );
}
