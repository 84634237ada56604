import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './holidays.module.css';

export interface Years {
  readonly from: number;
  readonly to: number;
}

const ahead = 3;

/** This year and the next three, until others are chosen. */
export function useYears() {
  const now = new Date().getFullYear();
  return useState<Years>({ from: now, to: now + ahead });
}

interface Props {
  readonly years: Years;
  readonly onChange: (years: Years) => void;
}

export function YearsField({ years, onChange }: Props) {
  const { t } = useTranslation();
  const now = new Date().getFullYear();
  const choices = Array.from({ length: 16 }, (_, index) => String(now - 5 + index));
  return (
    <div className={classes.pair}>
      <NativeSelect
        label={t('calendar.yearFrom')}
        value={String(years.from)}
        onChange={(event) => {
          const from = Number(event.currentTarget.value);
          onChange({ from, to: Math.max(from, years.to) });
        }}
        data={choices}
      />
      <NativeSelect
        label={t('calendar.yearTo')}
        value={String(years.to)}
        onChange={(event) => {
          const to = Number(event.currentTarget.value);
          onChange({ from: Math.min(to, years.from), to });
        }}
        data={choices}
      />
    </div>
  );
}
