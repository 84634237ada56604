import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { weekdays } from '#domain/time/calendar.ts';
import { useFormat } from '../../../format/use-format.ts';
import { Card } from '../../../ui/card.tsx';
import type { Draft } from './draft.ts';
import type { Checked } from './find-problems.ts';
import { WeekGrid } from './week-grid.tsx';
import classes from './windows-field.module.css';
import { WindowsField } from './windows-field.tsx';

interface Props {
  readonly weekly: Draft['weekly'];
  readonly checked: Checked;
  readonly edits: boolean;
  readonly onChange: (weekly: Draft['weekly']) => void;
}

const workingDays = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;

/** The hours of a week: painted, or typed to the minute. */
export function WeekCard({ weekly, checked, edits, onChange }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Card title={t('calendar.week')} help={edits ? t('calendar.weekHelp') : undefined}>
      <WeekGrid weekly={weekly} edits={edits} onChange={onChange} />
      {checked.other !== null && (
        <p className={classes.problem} role="alert">
          {checked.other}
        </p>
      )}
      <h3 className={classes.typed}>{t('calendar.typed')}</h3>
      <div className={classes.days}>
        {weekdays.map((weekday, index) => {
          const day = format.weekday(index + 1, 'long');
          return (
            <div key={weekday}>
              <span className={classes.dayName} aria-hidden>
                {day}
              </span>
              <WindowsField
                day={day}
                windows={weekly[weekday]}
                path={`weekly.${weekday}`}
                times={checked.times}
                onChange={(windows) => onChange({ ...weekly, [weekday]: windows })}
              />
              {weekday === 'mon' && (
                <Button
                  variant="subtle"
                  color="gray"
                  size="compact-xs"
                  onClick={() =>
                    onChange({ ...weekly, ...Object.fromEntries(workingDays.map((each) => [each, weekly.mon])) })
                  }
                >
                  {t('calendar.copyDay')}
                  <span className="visually-hidden">, {day}</span>
                </Button>
              )}
            </div>
          );
        })}
      </div>
    </Card>
  );
}
