import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/en-gb';
import 'dayjs/locale/fr';
import { Button } from '@mantine/core';
import { DatePicker, type DatesRangeValue } from '@mantine/dates';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, type Period, writeRange } from '#presentation/question/period.ts';
import { useFormat } from '../format/use-format.ts';
import classes from './menu.module.css';

interface Props {
  readonly period: Period;
  readonly onChoose: (text: string) => void;
}

/** Two days of a calendar, both included, as a period of the URL. */
export function RangeCalendar({ period, onChoose }: Props) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const [[first, last], setRange] = useState<DatesRangeValue<string>>([period.from, addDays(period.to, -1)]);
  const chosen = first !== null && last !== null ? { from: first, to: addDays(last, 1) } : null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen !== null) onChoose(writeRange(chosen));
      }}
    >
      <DatePicker
        type="range"
        allowSingleDateInRange
        locale={language === 'fr' ? 'fr' : 'en-gb'}
        firstDayOfWeek={1}
        defaultDate={period.from}
        value={[first, last]}
        onChange={setRange}
        aria-label={t('period.custom')}
        classNames={{ day: classes.day ?? '' }}
      />
      <Button type="submit" size="xs" fullWidth mt={8} disabled={chosen === null}>
        {t('period.apply')}
      </Button>
    </form>
  );
}
