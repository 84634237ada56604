import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import formClasses from '../form/form.module.css';
import { useFormat } from '../format/use-format.ts';
import { type ScheduleView, schedulesQuery } from '../settings/queries.ts';
import settingsClasses from '../settings/settings.module.css';
import { ProblemView } from '../ui/problem-view.tsx';
import { SideSheet } from '../ui/side-sheet.tsx';
import { type Scheduled, ScheduleForm } from './schedule-form.tsx';

interface Props {
  readonly scheduled: Scheduled;
  readonly onClose: () => void;
}

/** When, to whom and in which form it goes out by mail; then when the first mail leaves. */
export function ScheduleSheet({ scheduled, onClose }: Props) {
  const { t } = useTranslation();
  const answer = useQuery(schedulesQuery);
  const [made, setMade] = useState<ScheduleView | null>(null);
  const title = t(scheduled.subject.kind === 'report' ? 'schedule.sheetTitle' : 'schedule.sheetTitleOfDashboard');
  return (
    <SideSheet opened onClose={onClose} side="right" size="min(480px, 100vw)" title={title}>
      {answer.isError && <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Skeleton height={320} />}
      {answer.data !== undefined && made === null && (
        <ScheduleForm scheduled={scheduled} people={answer.data.people} mail={answer.data.mail} onMade={setMade} />
      )}
      {made !== null && <Made made={made} onDone={onClose} />}
    </SideSheet>
  );
}

function Made({ made, onDone }: { readonly made: ScheduleView; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className={settingsClasses.sheet}>
      <p className={settingsClasses.text} role="status">
        {t('schedule.saved', { when: format.instant(made.nextAt, made.timeZone) })}
      </p>
      <div className={formClasses.foot}>
        <Button size="xs" onClick={onDone}>
          {t('schedule.done')}
        </Button>
        <Link to="/settings/schedules">{t('schedule.seeAll')}</Link>
      </div>
    </div>
  );
}
