import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';
import classes from './holidays.module.css';

interface Props {
  readonly end: 'first' | 'last';
  /** `MM-DD` */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const two = (value: number) => String(value).padStart(2, '0');
const days = Array.from({ length: 31 }, (_, index) => two(index + 1));
const months = Array.from({ length: 12 }, (_, index) => two(index + 1));

/** A day of every year. */
export function MonthDay({ end, value, onChange }: Props) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const [month = '01', day = '01'] = value.split('-');
  const name = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  const label = t(end === 'first' ? 'calendar.firstDay' : 'calendar.lastDay');
  return (
    <div className={classes.pair}>
      <NativeSelect
        size="xs"
        label={label}
        value={day}
        onChange={(event) => onChange(`${month}-${event.currentTarget.value}`)}
        data={days.map((each) => ({ value: each, label: String(Number(each)) }))}
      />
      <NativeSelect
        size="xs"
        aria-label={t(end === 'first' ? 'calendar.firstMonth' : 'calendar.lastMonth')}
        value={month}
        onChange={(event) => onChange(`${event.currentTarget.value}-${day}`)}
        data={months.map((each) => ({ value: each, label: name.format(new Date(`2000-${each}-01T00:00:00Z`)) }))}
      />
    </div>
  );
}
