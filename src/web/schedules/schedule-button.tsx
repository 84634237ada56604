import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCalendarTime } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../api/session.ts';
import type { Scheduled } from './schedule-form.tsx';

const ScheduleSheet = lazy(async () => ({ default: (await import('./schedule-sheet.tsx')).ScheduleSheet }));

/** Has a report or a dashboard sent by mail as it stands, for those who may. */
export function ScheduleButton({ scheduled }: { readonly scheduled: Scheduled }) {
  const { t } = useTranslation();
  const may = useMay();
  const [opened, { open, close }] = useDisclosure(false);
  if (!may('schedule-reports')) return null;
  return (
    <>
      <Button variant="default" size="xs" leftSection={<IconCalendarTime size={14} aria-hidden />} onClick={open}>
        {t('schedule.schedule')}
      </Button>
      <Suspense>{opened && <ScheduleSheet scheduled={scheduled} onClose={close} />}</Suspense>
    </>
  );
}
