import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { useMay } from '../api/session.ts';
import classes from '../desk/desk.module.css';
import { ProblemNote } from '../form/problem-note.tsx';
import { type Breach, nameOf } from './queries.ts';
import { type Deed, ReviewSheet } from './review-sheet.tsx';

interface Props {
  readonly breaches: readonly Breach[];
  /** Told what was done, in words. */
  readonly onDone: (told: string) => void;
}

/** What may be said of the selected breaches. */
export function ReviewBar({ breaches, onDone }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const [deed, setDeed] = useState<Deed | null>(null);
  const reviews = may('review-breaches');
  const excused = breaches.filter(({ excuse }) => excuse !== null);
  const taking = useMutation({
    mutationFn: () => call('excuse-breaches', { body: { clocks: excused.map(nameOf), excused: false } }),
    onSuccess: ({ changed }) => onDone(t('breach.unexcusedNow', { count: changed })),
  });
  return (
    <div className={classes.bulk}>
      <span aria-live="polite">{t('breach.selected', { count: breaches.length })}</span>
      {reviews && (
        <Button size="xs" onClick={() => setDeed('excuse')}>
          {t('breach.excuse')}
        </Button>
      )}
      {reviews && excused.length > 0 && (
        <Button size="xs" variant="default" loading={taking.isPending} onClick={() => taking.mutate()}>
          {t('breach.unexcuse')}
        </Button>
      )}
      <Button size="xs" variant={reviews ? 'default' : 'filled'} onClick={() => setDeed('explain')}>
        {t('breach.explain')}
      </Button>
      {reviews && (
        <Button size="xs" variant="default" onClick={() => setDeed('reassign')}>
          {t('breach.reassign')}
        </Button>
      )}
      <ProblemNote error={taking.error} />
      {deed !== null && <ReviewSheet {...{ deed, breaches, onDone }} onClose={() => setDeed(null)} />}
    </div>
  );
}
