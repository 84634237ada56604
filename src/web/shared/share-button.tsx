import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconShare2 } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Report } from '#domain/report/report.ts';
import type { ReportState } from '#presentation/question/report-state.ts';
import { useMay } from '../api/session.ts';

const ShareSheet = lazy(async () => ({ default: (await import('./share-sheet.tsx')).ShareSheet }));

interface Props {
  readonly report: Report;
  readonly state: ReportState;
}

/** Shares the report as it stands, for those who may. */
export function ShareButton({ report, state }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const [opened, { open, close }] = useDisclosure(false);
  if (!may('share-reports')) return null;
  return (
    <>
      <Button variant="default" size="xs" leftSection={<IconShare2 size={14} aria-hidden />} onClick={open}>
        {t('share.share')}
      </Button>
      <Suspense>{opened && <ShareSheet report={report} state={state} onClose={close} />}</Suspense>
    </>
  );
}
