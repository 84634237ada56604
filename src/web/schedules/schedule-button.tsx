import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCalendarTime } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Report } from '#domain/report/report.ts';
import type { ReportState } from '#presentation/question/report-state.ts';
import { useMay } from '../api/session.ts';

const ScheduleSheet = lazy(async () => ({ default: (await import('./schedule-sheet.tsx')).ScheduleSheet }));

interface Props {
  readonly report: Report;
  readonly state: ReportState;
}

/** Has the report sent by mail as it stands, for those who may. */
export function ScheduleButton({ report, state }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const [opened, { open, close }] = useDisclosure(false);
  if (!may('schedule-reports')) return null;
  return (
    <>
      <Button variant="default" size="xs" leftSection={<IconCalendarTime size={14} aria-hidden />} onClick={open}>
        {t('schedule.schedule')}
      </Button>
      <Suspense>{opened && <ScheduleSheet report={report} state={state} onClose={close} />}</Suspense>
    </>
  );
}
