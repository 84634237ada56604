import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import { SideSheet } from '../../ui/side-sheet.tsx';
import tableClasses from '../../ui/table.module.css';
import { type ScheduleView, scheduleRunsQuery } from '../queries.ts';
import classes from '../settings.module.css';

interface Props {
  readonly schedule: ScheduleView;
  readonly onClose: () => void;
}

/** What a schedule sent, to whom, when, and what the mail server said. */
export function ScheduleLog({ schedule, onClose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const answer = useQuery(scheduleRunsQuery(schedule.id));
  const { timeZone } = schedule;
  const title = t('schedule.logTitle', { title: schedule.title });
  return (
    <SideSheet opened onClose={onClose} side="right" size="min(560px, 100vw)" title={title}>
      <div className={classes.sheet}>
        {answer.isError && <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />}
        {answer.isPending && <Skeleton height={160} />}
        {answer.data?.length === 0 && <p className={classes.text}>{t('schedule.logNone')}</p>}
        {answer.data?.map((run) => (
          <section key={run.id}>
            <p className={classes.text}>
              <strong>{format.instant(run.dueAt, timeZone)}</strong> · {t(`schedule.states.${run.state}`)}
            </p>
            {run.missed > 0 && <p className={classes.text}>{t('schedule.missed', { count: run.missed })}</p>}
            {run.error !== null && (
              <p className={classes.text}>
                {run.error.detail} {run.error.todo}
              </p>
            )}
            {run.deliveries.length > 0 && (
              <table className={tableClasses.table}>
                <tbody>
                  {run.deliveries.map(({ address, state, at, answer: said }) => (
                    <tr key={address}>
                      <th scope="row">
                        {address}
                        {said !== null && <span className={tableClasses.sub}>{said}</span>}
                      </th>
                      <td>{t(`schedule.states.${state}`)}</td>
                      <td className={tableClasses.number}>{format.instant(at, timeZone)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </section>
        ))}
      </div>
    </SideSheet>
  );
}
