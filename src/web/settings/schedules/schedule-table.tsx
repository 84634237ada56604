import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { reportsQuery } from '../../api/queries.ts';
import { dashboardsQuery } from '../../dashboards/queries.ts';
import { ProblemNote } from '../../form/problem-note.tsx';
import { useFormat } from '../../format/use-format.ts';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import tableClasses from '../../ui/table.module.css';
import type { ScheduleView } from '../queries.ts';
import classes from '../settings.module.css';

interface Props {
  readonly schedules: readonly ScheduleView[];
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly mail: boolean;
  readonly onChanged: () => void;
  readonly onLog: (schedule: ScheduleView) => void;
  readonly onRemove: (schedule: ScheduleView) => void;
}

export function ScheduleTable({ schedules, ...props }: Props) {
  const { t } = useTranslation();
  return (
    <ScrollRegion label={t('schedule.title')}>
      <table className={tableClasses.table}>
        <thead>
          <tr>
            <th scope="col">{t('schedule.name')}</th>
            <th scope="col">{t('schedule.often')}</th>
            <th scope="col">{t('schedule.to')}</th>
            <th scope="col">{t('schedule.next')}</th>
            <th scope="col">{t('schedule.last')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('access.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {schedules.map((schedule) => (
            <Row key={schedule.id} schedule={schedule} {...props} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function useRhythm(): (schedule: ScheduleView) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ every, weekday, day, time }) =>
    t(`schedule.sums.${every}`, {
      time,
      day: day ?? 1,
      weekday: format.weekday(weekday ?? 1, 'long'),
    });
}

/** What a schedule sends, in words; a dashboard that is not shown to who looks has no name here. */
function useNameOfSubject(): (subject: ScheduleView['subject']) => string {
  const { t } = useTranslation();
  const format = useFormat();
  const reports = useQuery(reportsQuery).data ?? [];
  const dashboards = useQuery(dashboardsQuery).data ?? [];
  return (subject) => {
    if (subject.kind === 'dashboard') {
      const title = dashboards.find(({ id }) => id === subject.dashboard)?.title;
      return title === undefined ? t('schedule.aDashboard') : t('schedule.theDashboard', { title });
    }
    const report = reports.find(({ id }) => id === subject.report);
    return report === undefined ? subject.report : format.text(report.title);
  };
}

function Row({
  schedule,
  people,
  mail,
  onChanged,
  onLog,
  onRemove,
}: { readonly schedule: ScheduleView } & Omit<Props, 'schedules'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const rhythm = useRhythm();
  const nameOf = useNameOfSubject();
  const { id, title, subject, members, addresses, timeZone, nextAt, last, paused } = schedule;
  const names = [...members.map((member) => people.find((each) => each.id === member)?.name ?? member), ...addresses];
  const pausing = useMutation({
    mutationFn: () => call('update-schedule', { params: { id }, body: { paused: !paused } }),
    onSuccess: onChanged,
  });
  const sending = useMutation({
    mutationFn: () => call('run-schedule', { params: { id } }),
    onSuccess: () => {
      onChanged();
      onLog(schedule);
    },
  });
  const error = pausing.error ?? sending.error;
  const quiet = { variant: 'subtle', color: 'gray', size: 'compact-xs' } as const;
  const of = <span className="visually-hidden">, {title}</span>;
  return (
    <tr>
      <th scope="row">
        {title}
        <span className={tableClasses.sub}>{nameOf(subject)}</span>
      </th>
      <td>
        {rhythm(schedule)}
        <span className={tableClasses.sub}>{timeZone}</span>
      </td>
      <td>{names.join(', ')}</td>
      <td>
        {paused ? <span className={classes.badge}>{t('schedule.paused')}</span> : format.instant(nextAt, timeZone)}
      </td>
      <td>
        {last === null ? '–' : format.instant(last.dueAt, timeZone)}
        {last !== null && <span className={tableClasses.sub}>{t(`schedule.states.${last.state}`)}</span>}
        {error !== null && <ProblemNote error={error} />}
      </td>
      <td>
        <div className={classes.rowActions}>
          <Button {...quiet} loading={sending.isPending} disabled={!mail} onClick={() => sending.mutate()}>
            {t(sending.isPending ? 'schedule.sending' : 'schedule.sendNow')}
            {of}
          </Button>
          <Button {...quiet} loading={pausing.isPending} onClick={() => pausing.mutate()}>
            {t(paused ? 'schedule.resume' : 'schedule.pause')}
            {of}
          </Button>
          <Button {...quiet} onClick={() => onLog(schedule)}>
            {t('schedule.log')}
            {of}
          </Button>
          <Button {...quiet} onClick={() => onRemove(schedule)}>
            {t('schedule.remove')}
            {of}
          </Button>
        </div>
      </td>
    </tr>
  );
}
