import { Button, Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Subject } from '#domain/discussion/subject.ts';
import type { Address } from '#domain/report/dashboards/address.ts';
import { call } from '../api/client.ts';
import { Card } from '../ui/card.tsx';
import { ProblemView } from '../ui/problem-view.tsx';
import { CommentForm } from './comment-form.tsx';
import classes from './discussion.module.css';
import { discussionQuery } from './queries.ts';
import { ThreadView } from './thread-view.tsx';

interface Props {
  readonly subject: Subject;
  /** How what is discussed is set, with the dates of its period: what a reader opens “as it was”. */
  readonly query: Address;
}

/** What people say of a report, a saved report, a dashboard or an agent. */
export function Discussion({ subject, query }: Props) {
  const { t } = useTranslation();
  return (
    <div data-print="no" className={classes.discussion}>
      <Card title={t('discussion.title')}>
        <Threads key={`${subject.kind} ${subject.id}`} subject={subject} query={query} />
      </Card>
    </div>
  );
}

function Threads({ subject, query }: Props) {
  const { t } = useTranslation();
  const answer = useInfiniteQuery(discussionQuery(subject));
  const [settledToo, setSettledToo] = useState(false);
  const wanted = useWantedComment(answer.data !== undefined);
  if (answer.isError && answer.data === undefined) {
    return <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  if (answer.data === undefined) return <Skeleton height={120} />;
  const mayWrite = answer.data.pages[0]?.mayWrite === true;
  const threads = answer.data.pages.flatMap(({ items }) => items);
  const leads = ({ id, replies }: (typeof threads)[number]) =>
    [id, ...replies.map((reply) => reply.id)].includes(wanted);
  const shown = threads.filter((thread) => settledToo || thread.settled === null || leads(thread));
  const hidden = threads.length - shown.length;
  return (
    <>
      {mayWrite && (
        <CommentForm
          {...{ subject, query }}
          label={t('discussion.write')}
          placeholder={t('discussion.placeholder')}
          action={t('discussion.send')}
          send={(body) => call('write-comment', { body: { subject, query, body } })}
        />
      )}
      {threads.length === 0 && (
        <p className={classes.none}>
          <strong>{t('discussion.none')}</strong> {mayWrite ? t('discussion.noneLead') : t('discussion.noneReader')}
        </p>
      )}
      {shown.length > 0 && (
        <ul className={classes.threads}>
          {shown.map((thread) => (
            <ThreadView key={thread.id} thread={thread} mayWrite={mayWrite} />
          ))}
        </ul>
      )}
      <div className={classes.buttons}>
        {(hidden > 0 || settledToo) && (
          <Button variant="subtle" size="compact-xs" onClick={() => setSettledToo((is) => !is)}>
            {settledToo ? t('discussion.hideSettled') : t('discussion.showSettled', { count: hidden })}
          </Button>
        )}
        {answer.hasNextPage && (
          <Button
            variant="default"
            size="xs"
            loading={answer.isFetchingNextPage}
            onClick={() => void answer.fetchNextPage()}
          >
            {t('discussion.more')}
          </Button>
        )}
      </div>
    </>
  );
}

/** The comment that the address names (`#comment-…`), which is brought into view once it is there. */
function useWantedComment(loaded: boolean): string {
  const { hash } = useLocation();
  const wanted = hash.startsWith('comment-') ? hash.slice('comment-'.length) : '';
  useEffect(() => {
    if (!loaded || wanted === '') return;
    const found = document.getElementById(`comment-${wanted}`);
    found?.scrollIntoView({ block: 'center' });
    found?.focus({ preventScroll: true });
  }, [loaded, wanted]);
  return wanted;
}
