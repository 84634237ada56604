import { Button, NativeSelect, Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import classes from '../sources.module.css';
import { DeadLetterTable } from './dead-letter-table.tsx';
import { DiscardSheet } from './discard-sheet.tsx';
import { MendSheet } from './mend-sheet.tsx';
import { type DeadLetter, deadLettersQuery } from './queries.ts';
import { ReplayAll } from './replay-all.tsx';

/** Events that were rejected: what is wrong, mended by hand, taken again, or given up. */
export function DeadLettersPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const [code, setCode] = useState<string | null>(null);
  const [mending, setMending] = useState<DeadLetter | null>(null);
  const [discarded, setDiscarded] = useState<DeadLetter | 'all' | null>(null);
  const answer = useInfiniteQuery(deadLettersQuery(code));
  const letters = answer.data?.pages.flatMap(({ items }) => items) ?? [];
  const codes = answer.data?.pages[0]?.codes ?? [];
  const asked = codes.filter((each) => code === null || each.code === code);
  const total = asked.reduce((sum, { count }) => sum + count, 0);
  const newest = letters[0]?.id;
  return (
    <Page title={t('deadLetter.title')} lead={t('deadLetter.lead')}>
      <div className={classes.blocks}>
        <p className={classes.text}>
          <Link to="/sources">← {t('source.title')}</Link>
        </p>
        {answer.isError && <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />}
        {answer.isPending && <Skeleton height={240} radius="md" />}
        {codes.length > 0 && (
          <div className={classes.bar}>
            <NativeSelect
              size="xs"
              label={t('deadLetter.defect')}
              value={code ?? ''}
              onChange={(event) => setCode(event.currentTarget.value === '' ? null : event.currentTarget.value)}
              data={[
                { value: '', label: t('common.all') },
                ...codes.map((each) => ({ value: each.code, label: `${each.code} (${format.count(each.count)})` })),
              ]}
            />
            <ReplayAll key={code} code={code} />
            <Button variant="default" size="xs" disabled={letters.length === 0} onClick={() => setDiscarded('all')}>
              {t('deadLetter.discardAll', { count: total, n: format.count(total) })}
            </Button>
          </div>
        )}
        {answer.isSuccess && (
          <Card flush>
            {letters.length === 0 ? (
              <EmptyState title={t('deadLetter.none')}>{t('deadLetter.noneLead')}</EmptyState>
            ) : (
              <DeadLetterTable letters={letters} onMend={setMending} onDiscard={setDiscarded} />
            )}
          </Card>
        )}
        {answer.hasNextPage && (
          <div>
            <Button
              variant="default"
              size="xs"
              loading={answer.isFetchingNextPage}
              onClick={() => void answer.fetchNextPage()}
            >
              {t('common.more')}
            </Button>
          </div>
        )}
        {mending !== null && <MendSheet letter={mending} onClose={() => setMending(null)} />}
        {discarded !== null && newest !== undefined && (
          <DiscardSheet
            what={
              discarded === 'all'
                ? { upTo: newest, ...(code !== null && { code }) }
                : { upTo: newest, ids: [discarded.id] }
            }
            count={discarded === 'all' ? total : 1}
            onClose={() => setDiscarded(null)}
          />
        )}
      </div>
    </Page>
  );
}
