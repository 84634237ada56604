import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useZone } from '../../api/workspace.ts';
import { useFormat } from '../../format/use-format.ts';
import { Card } from '../../ui/card.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import tableClasses from '../../ui/table.module.css';
import { Verdict } from '../../ui/verdict.tsx';
import { type Erasure, erasuresQuery } from '../queries.ts';

/** Erasures, newest first. None says whom it was of: that is gone. */
export function Erasures() {
  const { t } = useTranslation();
  const answer = useInfiniteQuery(erasuresQuery);
  const erasures = answer.data?.pages.flatMap(({ items }) => items) ?? [];
  if (answer.isError) return <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />;
  if (erasures.length === 0) return null;
  return (
    <Card title={t('data.erasures')} help={t('data.erasuresLead')} flush>
      <ScrollRegion label={t('data.erasures')}>
        <table className={tableClasses.table}>
          <thead>
            <tr>
              <th scope="col">{t('data.pseudonym')}</th>
              <th scope="col">{t('data.state')}</th>
              <th scope="col">{t('data.requestedBy')}</th>
              {[t('data.requestedAt'), t('data.events'), t('data.rejectedLines')].map((name) => (
                <th key={name} scope="col" className={tableClasses.number}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {erasures.map((erasure) => (
              <Row key={erasure.id} erasure={erasure} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {answer.hasNextPage && (
        <Button
          variant="subtle"
          size="xs"
          m={8}
          loading={answer.isFetchingNextPage}
          onClick={() => void answer.fetchNextPage()}
        >
          {t('common.more')}
        </Button>
      )}
    </Card>
  );
}

function Row({ erasure }: { readonly erasure: Erasure }) {
  const { t } = useTranslation();
  const format = useFormat();
  const zone = useZone();
  const { state, pseudonym, requestedBy, requestedAt, events, rejected } = erasure;
  const done = state === 'done';
  return (
    <tr>
      <th scope="row">{pseudonym}</th>
      <td>
        <Verdict kind={done ? 'met' : 'running'} label={t(done ? 'data.done' : 'data.pending')} />
      </td>
      <td>{requestedBy ?? t('data.byRetention')}</td>
      <td className={tableClasses.number}>{format.instant(requestedAt, zone)}</td>
      <td className={tableClasses.number}>{done ? format.count(events) : '–'}</td>
      <td className={tableClasses.number}>{done ? format.count(rejected) : '–'}</td>
    </tr>
  );
}
