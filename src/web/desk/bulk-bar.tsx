import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { useMay } from '../api/session.ts';
import { ReviewSheet } from '../breaches/review-sheet.tsx';
import { Confirm } from '../form/confirm.tsx';
import { ProblemNote } from '../form/problem-note.tsx';
import { useFormat } from '../format/use-format.ts';
import classes from './desk.module.css';
import { type DeskClock, nameOf } from './queries.ts';

interface Props {
  readonly clocks: readonly DeskClock[];
  /** Told what was done, in words. */
  readonly onDone: (told: string) => void;
}

/** What can be done with the selected clocks. */
export function BulkBar({ clocks, onDone }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const [excusing, setExcusing] = useState(false);
  const may = useMay();
  const broken = clocks.filter(({ status }) => status === 'breached');
  const names = clocks.map(nameOf);
  const count = clocks.length;
  const caring = useMutation({
    mutationFn: (acknowledged: boolean) => call('acknowledge-clocks', { body: { clocks: names, acknowledged } }),
    onSuccess: ({ changed }, acknowledged) =>
      onDone(t(acknowledged ? 'desk.tookOver' : 'desk.gaveBack', { count: changed })),
  });
  const escalate = async () => {
    const { escalated, told } = await call('escalate-clocks', { body: { clocks: names } });
    const nobody = told.length === 0;
    onDone(nobody ? t('desk.escalatedNobody') : t('desk.escalated', { count: escalated, names: format.list(told) }));
  };
  const held = clocks.some(({ acknowledged }) => acknowledged !== null);
  return (
    <div className={classes.bulk}>
      <span aria-live="polite">{t('desk.selected', { count })}</span>
      <Button size="xs" loading={caring.isPending} onClick={() => caring.mutate(true)}>
        {t('desk.takeOver')}
      </Button>
      {held && (
        <Button size="xs" variant="default" loading={caring.isPending} onClick={() => caring.mutate(false)}>
          {t('desk.giveBack')}
        </Button>
      )}
      <Button size="xs" variant="default" onClick={() => setAsking(true)}>
        {t('desk.escalate')}
      </Button>
      {may('review-breaches') && broken.length > 0 && (
        <Button size="xs" variant="default" onClick={() => setExcusing(true)}>
          {t('breach.excuse')}
        </Button>
      )}
      {excusing && (
        <ReviewSheet deed="excuse" breaches={broken.map(nameOf)} onDone={onDone} onClose={() => setExcusing(false)} />
      )}
      <ProblemNote error={caring.error} />
      {asking && (
        <Confirm
          title={t('desk.escalateTitle', { count })}
          lead={t('desk.escalateLead')}
          action={t('desk.escalate')}
          run={escalate}
          onDone={() => undefined}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}
