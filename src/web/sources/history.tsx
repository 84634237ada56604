import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { importsQuery } from '../api/queries.ts';
import { useZone } from '../api/workspace.ts';
import { useFormat } from '../format/use-format.ts';
import { useUrl } from '../state/url.ts';
import { Card } from '../ui/card.tsx';
import { ProblemView } from '../ui/problem-view.tsx';
import { ScrollRegion } from '../ui/scroll-region.tsx';
import tableClasses from '../ui/table.module.css';
import { Verdict } from '../ui/verdict.tsx';
import classes from './sources.module.css';

const kinds = { reading: 'running', folding: 'running', done: 'met', failed: 'breached' } as const;
const names = { reading: 'stateReading', folding: 'stateFolding', done: 'stateDone', failed: 'stateFailed' } as const;

/** Every import so far, newest first; one opens its result and its rejected lines. */
export function History({ current }: { readonly current: string | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { patch } = useUrl();
  const zone = useZone();
  const answer = useQuery(importsQuery);
  return (
    <Card title={t('source.history')} flush>
      {answer.isError && <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Skeleton height={80} m={16} width="auto" />}
      {answer.data?.length === 0 && <p className={`${classes.text} ${tableClasses.calm}`}>{t('source.historyNone')}</p>}
      {answer.data !== undefined && answer.data.length > 0 && (
        <ScrollRegion label={t('source.history')}>
          <table className={tableClasses.table}>
            <thead>
              <tr>
                <th scope="col">{t('source.file')}</th>
                <th scope="col">{t('source.state')}</th>
                {[
                  t('source.accepted'),
                  t('source.duplicates'),
                  t('source.rejected'),
                  t('source.tickets'),
                  t('source.startedAt'),
                ].map((name) => (
                  <th key={name} scope="col" className={tableClasses.number}>
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {answer.data.map((each) => (
                <tr key={each.id} aria-current={each.id === current || undefined}>
                  <th scope="row" className={tableClasses.key}>
                    <button type="button" className={tableClasses.link} onClick={() => patch({ import: each.id })}>
                      {each.name}
                    </button>
                    <span className={tableClasses.sub}>{each.source}</span>
                  </th>
                  <td>
                    <Verdict kind={kinds[each.state]} label={t(`source.${names[each.state]}`)} />
                  </td>
                  {[each.accepted, each.duplicates, each.rejected, each.tickets].map((value, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the columns are fixed
                    <td key={index} className={tableClasses.number}>
                      {format.count(value)}
                    </td>
                  ))}
                  <td className={tableClasses.number}>{format.instant(each.startedAt, zone)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </Card>
  );
}
