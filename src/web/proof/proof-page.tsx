import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Proof, proofQuery, ticketQuery } from '../api/queries.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from '../ui/page.tsx';
import { ProblemView } from '../ui/problem-view.tsx';
import { ClockCard } from './clock-card.tsx';
import { Details } from './details.tsx';
import { EventList } from './event-list.tsx';
import classes from './proof.module.css';
import { useProofText } from './proof-text.ts';
import { SourceVerdict } from './source-verdict.tsx';

/** A ticket as its proof: each clock drawn over time, what it rests on, and everything that happened. */
export function ProofPage() {
  const { t } = useTranslation();
  const { key } = useParams({ from: '/shell/tickets/$key' });
  const answer = useQuery(proofQuery(key));
  if (answer.isError && answer.data === undefined) {
    return (
      <Page title={key}>
        <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />
      </Page>
    );
  }
  if (answer.data === undefined) {
    return (
      <Page title={key} heading={key}>
        <span className="visually-hidden" role="status">
          {t('common.loading')}
        </span>
        <Skeleton height={220} radius="md" mb={16} />
        <Skeleton height={220} radius="md" />
      </Page>
    );
  }
  return <Content proof={answer.data} />;
}

function Content({ proof }: { readonly proof: Proof }) {
  const { t } = useTranslation();
  const detail = useQuery(ticketQuery(proof.ticket.key));
  const text = useProofText(proof);
  const { key, subject } = proof.ticket;
  return (
    <Page
      title={key}
      heading={
        <>
          {key} {subject !== null && <span className={classes.subject}>{subject}</span>}
        </>
      }
      lead={t('proof.lead')}
      actions={<CopyButton text={text} label={t('proof.copyProof')} />}
    >
      <div className={classes.columns}>
        <div className={classes.clocks}>
          <SourceVerdict proof={proof} />
          {proof.clocks.length === 0 && <EmptyState title={t('proof.noClocks')}>{t('proof.noClocksLead')}</EmptyState>}
          {proof.clocks.map((each) => (
            <ClockCard
              key={`${each.clock.policy} ${each.clock.target} ${each.clock.cycle}`}
              proof={proof}
              each={each}
            />
          ))}
          <EventList proof={proof} />
        </div>
        <Details proof={proof} {...(detail.data === undefined ? {} : { detail: detail.data })} />
      </div>
    </Page>
  );
}
