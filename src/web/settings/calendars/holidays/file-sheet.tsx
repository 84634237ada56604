import { FileInput, Skeleton } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Holiday } from '#domain/time/calendar.ts';
import { call } from '../../../api/client.ts';
import { ProblemNote } from '../../../form/problem-note.tsx';
import { SideSheet } from '../../../ui/side-sheet.tsx';
import settingsClasses from '../../settings.module.css';
import { FoundHolidays } from './found-holidays.tsx';
import { useYears, YearsField } from './years-field.tsx';

interface Props {
  readonly holidays: readonly Holiday[];
  readonly onTake: (holidays: readonly Holiday[]) => void;
  readonly onClose: () => void;
}

const mostBytes = 900_000;

/** The whole days of an iCalendar file, before they are taken. */
export function FileSheet({ holidays, onTake, onClose }: Props) {
  const { t } = useTranslation();
  const [file, setFile] = useState<File | null>(null);
  const [years, setYears] = useYears();
  const reading = useMutation({
    mutationFn: async ({ from, chosen }: { chosen: File; from: typeof years }) =>
      (await call('preview-holidays', { body: { ical: await chosen.text(), ...from } })).items,
  });
  const isTooLarge = file !== null && file.size > mostBytes;
  const read = (chosen: File | null, from: typeof years) => {
    setFile(chosen);
    setYears(from);
    reading.reset();
    if (chosen !== null && chosen.size <= mostBytes) reading.mutate({ chosen, from });
  };
  return (
    <SideSheet opened onClose={onClose} side="right" size="min(520px, 100vw)" title={t('calendar.fileSheet')}>
      <div className={settingsClasses.sheet}>
        <FileInput
          label={t('calendar.file')}
          description={t('calendar.fileHelp')}
          placeholder={t('calendar.fileChoose')}
          accept=".ics,text/calendar"
          value={file}
          error={isTooLarge ? t('calendar.fileTooLarge') : null}
          onChange={(chosen) => read(chosen, years)}
        />
        <YearsField years={years} onChange={(next) => read(file, next)} />
        <ProblemNote error={reading.error} />
        {reading.isPending && <Skeleton height={160} />}
        {reading.data !== undefined && (
          <FoundHolidays
            key={JSON.stringify([file?.name, years])}
            found={reading.data}
            holidays={holidays}
            onTake={(taken) => {
              onTake(taken);
              onClose();
            }}
          />
        )}
      </div>
    </SideSheet>
  );
}
