import { NativeSelect, Skeleton } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';
import { Pager } from '../../../tickets/pager.tsx';
import { ProblemView } from '../../../ui/problem-view.tsx';
import { ScrollRegion } from '../../../ui/scroll-region.tsx';
import tableClasses from '../../../ui/table.module.css';
import { type DryRunResult, dryRunTicketsQuery } from '../queries.ts';
import classes from './what-if.module.css';

interface Props {
  readonly run: string;
  readonly changes: DryRunResult['changes'];
}

/** The tickets that stand elsewhere under the changed policies, page by page, each with its proof. */
export function Sides({ run, changes }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const [move, setMove] = useState<number | null>(null);
  const [after, setAfter] = useState<string | null>(null);
  const chosen = move === null ? undefined : changes[move];
  const asked = {
    ...(chosen !== undefined && { was: chosen.before, becomes: chosen.after }),
    ...(after !== null && { after }),
  };
  const answer = useQuery({ ...dryRunTicketsQuery(run, asked), placeholderData: keepPreviousData });
  const all = changes.reduce((sum, { n }) => sum + n, 0);
  const say = (verdict: Props['changes'][number]['before']) => t(`whatIf.verdicts.${verdict}`);
  return (
    <section>
      <h3 className={classes.title}>{t('whatIf.sides')}</h3>
      {all === 0 ? (
        <p className={classes.note}>{t('whatIf.noSides')}</p>
      ) : (
        <>
          <NativeSelect
            size="xs"
            maw={320}
            mb={8}
            aria-label={t('whatIf.sides')}
            value={move === null ? '' : String(move)}
            onChange={(event) => {
              setMove(event.currentTarget.value === '' ? null : Number(event.currentTarget.value));
              setAfter(null);
            }}
            data={[
              { value: '', label: t('whatIf.all', { n: format.count(all) }) },
              ...changes.map(({ before, after: then, n }, index) => ({
                value: String(index),
                label: t('whatIf.move', { before: say(before), after: say(then), n: format.count(n) }),
              })),
            ]}
          />
          {answer.isError && <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />}
          {answer.isPending && <Skeleton height={120} />}
          {answer.data !== undefined && (
            <ScrollRegion label={t('whatIf.sides')}>
              <table className={tableClasses.table}>
                <thead>
                  <tr>
                    <th scope="col">{t('whatIf.ticket')}</th>
                    <th scope="col">{t('whatIf.today')}</th>
                    <th scope="col">{t('whatIf.changed')}</th>
                  </tr>
                </thead>
                <tbody>
                  {answer.data.items.map(({ ticket, before, after: then }) => (
                    <tr key={ticket}>
                      <th scope="row" className={tableClasses.key}>
                        <Link to="/tickets/$key" params={{ key: ticket }} target="_blank">
                          {ticket}
                        </Link>
                      </th>
                      <td>{say(before)}</td>
                      <td>{say(then)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </ScrollRegion>
          )}
          <Pager next={answer.data?.next ?? null} first={after === null} onGo={setAfter} />
          <p className={classes.note}>{t('whatIf.proofToday')}</p>
        </>
      )}
    </section>
  );
}
