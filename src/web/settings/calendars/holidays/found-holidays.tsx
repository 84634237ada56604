import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Holiday, HolidayRange } from '#domain/time/calendar.ts';
import { useFormat } from '../../../format/use-format.ts';
import settingsClasses from '../../settings.module.css';
import type { FoundHoliday } from '../queries.ts';
import { isSameRange } from './holiday-parts.ts';
import classes from './holidays.module.css';
import { useSayHoliday } from './use-say-holiday.ts';

interface Props {
  readonly found: readonly FoundHoliday[];
  readonly holidays: readonly Holiday[];
  readonly onTake: (holidays: readonly Holiday[]) => void;
}

function rangeOf({ from, to, name }: FoundHoliday): HolidayRange {
  return name === '' ? { from, to } : { from, to, name };
}

/** The days that were found, each of which may be left out. */
export function FoundHolidays({ found, holidays, onTake }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const say = useSayHoliday();
  const isKnown = (day: FoundHoliday) => holidays.some((known) => isSameRange(known, rangeOf(day)));
  const [left, setLeft] = useState<ReadonlySet<FoundHoliday>>(new Set());
  const taken = found.filter((day) => !isKnown(day) && !left.has(day));
  const toggle = (day: FoundHoliday, takes: boolean) => {
    const next = new Set(left);
    if (takes) next.delete(day);
    else next.add(day);
    setLeft(next);
  };
  if (found.length === 0) return <p role="status">{t('calendar.previewNone')}</p>;
  return (
    <>
      <ul className={classes.found} aria-label={t('calendar.preview')}>
        {found.map((day) => (
          <li key={`${day.from} ${day.to} ${day.name}`}>
            <Checkbox
              size="xs"
              label={
                <>
                  {say(rangeOf(day))} · {format.weekday(new Date(`${day.from}T00:00:00Z`).getUTCDay() || 7)} ·{' '}
                  {day.name} {isKnown(day) && <span className={settingsClasses.badge}>{t('calendar.known')}</span>}
                </>
              }
              disabled={isKnown(day)}
              checked={!isKnown(day) && !left.has(day)}
              onChange={(event) => toggle(day, event.currentTarget.checked)}
            />
          </li>
        ))}
      </ul>
      <div>
        <Button size="xs" disabled={taken.length === 0} onClick={() => onTake(taken.map(rangeOf))}>
          {t('calendar.take', { count: taken.length })}
        </Button>
      </div>
    </>
  );
}
