import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';
import { Card } from '../../../ui/card.tsx';
import settingsClasses from '../../settings.module.css';
import listClasses from '../holidays/holidays.module.css';
import type { Exception } from './draft.ts';
import type { Checked } from './find-problems.ts';
import classes from './windows-field.module.css';
import { WindowsField } from './windows-field.tsx';

interface Props {
  readonly exceptions: readonly Exception[];
  readonly checked: Checked;
  readonly edits: boolean;
  readonly onChange: (exceptions: readonly Exception[]) => void;
}

/** Dates on which other hours count. */
export function ExceptionsCard({ exceptions, checked, edits, onChange }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Card title={t('calendar.exceptions')} help={t('calendar.exceptionsHelp')}>
      {exceptions.length === 0 && <p className={settingsClasses.text}>{t('calendar.exceptionsNone')}</p>}
      <div className={classes.days}>
        {exceptions.map(({ date, windows }, index) => (
          <div key={date}>
            <span className={classes.dayName}>{format.date(date)}</span>
            <WindowsField
              day={format.date(date)}
              windows={windows}
              path={`exceptions.${date}`}
              times={checked.times}
              onChange={(next) => onChange(exceptions.toSpliced(index, 1, { date, windows: next }))}
            />
            {edits && (
              <Button
                variant="subtle"
                color="gray"
                size="compact-xs"
                onClick={() => onChange(exceptions.toSpliced(index, 1))}
              >
                {t('calendar.remove')}
                <span className="visually-hidden">, {format.date(date)}</span>
              </Button>
            )}
          </div>
        ))}
      </div>
      {edits && <AddException exceptions={exceptions} onChange={onChange} />}
    </Card>
  );
}

function AddException({ exceptions, onChange }: Pick<Props, 'exceptions' | 'onChange'>) {
  const { t } = useTranslation();
  const [date, setDate] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const add = () => {
    if (date === '') return setProblem(t('calendar.dateMissing'));
    if (exceptions.some((each) => each.date === date)) return setProblem(t('calendar.exceptionTwice'));
    const made: Exception = { date, windows: [['09:00', '12:00']] };
    onChange([...exceptions, made].sort((one, other) => one.date.localeCompare(other.date)));
    setDate('');
    setProblem(null);
  };
  return (
    <div className={listClasses.add}>
      <TextInput
        type="date"
        size="xs"
        label={t('calendar.exceptionDate')}
        value={date}
        min="1990-01-01"
        max="2100-12-31"
        error={problem}
        onChange={(event) => setDate(event.currentTarget.value)}
      />
      <Button variant="default" size="xs" onClick={add}>
        {t('calendar.addException')}
      </Button>
    </div>
  );
}
