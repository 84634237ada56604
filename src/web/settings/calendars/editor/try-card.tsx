import { NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useInterval } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { VigieError } from '#domain/error.ts';
import { describeNow } from '#domain/time/editing/calendar-now.ts';
import type { WorkingTime } from '#domain/time/working-time.ts';
import { useFormat } from '../../../format/use-format.ts';
import { Card } from '../../../ui/card.tsx';
import settingsClasses from '../../settings.module.css';
import { useSayNow } from '../use-say-now.ts';
import { inputOfInstant, instantOfInput } from './local-input.ts';
import classes from './try-card.module.css';

interface Props {
  /** Null while something is wrong with what is written. */
  readonly time: WorkingTime | null;
  readonly zone: string;
}

/** Questions to the calendar as it is being written: the same sums that its figures are made of. */
export function TryCard({ time, zone }: Props) {
  const { t } = useTranslation();
  return (
    <Card title={t('calendar.try')} help={t('calendar.tryHelp')}>
      {time === null ? (
        <p className={settingsClasses.text}>{t('calendar.tryBroken')}</p>
      ) : (
        <div className={classes.questions}>
          <OpenNow time={time} zone={zone} />
          <Between time={time} zone={zone} />
          <Due time={time} zone={zone} />
        </div>
      )}
    </Card>
  );
}

interface Question {
  readonly time: WorkingTime;
  readonly zone: string;
}

function OpenNow({ time, zone }: Question) {
  const { t } = useTranslation();
  const sayNow = useSayNow();
  const [now, setNow] = useState(Date.now);
  useInterval(() => setNow(Date.now()), 30_000, { autoInvoke: true });
  return (
    <section>
      <h3>{t('calendar.openNow')}</h3>
      <output className={classes.answer}>{sayNow(describeNow(time, now), zone)}</output>
    </section>
  );
}

/** Null where it lies beyond what a calendar reaches. */
function within<T>(ask: () => T): T | null {
  try {
    return ask();
  } catch (error) {
    if (error instanceof VigieError) return null;
    throw error;
  }
}

function Between({ time, zone }: Question) {
  const { t } = useTranslation();
  const format = useFormat();
  const [from, setFrom] = useState(() => inputOfInstant(Date.now(), zone));
  const [to, setTo] = useState(() => inputOfInstant(Date.now() + 86_400_000, zone));
  const [start, end] = [instantOfInput(from, zone), instantOfInput(to, zone)];
  const seconds = start === null || end === null ? null : within(() => time.between(start, end));
  return (
    <section>
      <h3>{t('calendar.between')}</h3>
      <InstantField label={t('calendar.betweenFrom')} value={from} onChange={setFrom} />
      <InstantField label={t('calendar.betweenTo')} value={to} onChange={setTo} />
      <output className={classes.answer}>
        {seconds === null
          ? t('calendar.cannotSay')
          : t('calendar.betweenIs', { duration: format.exactDuration(seconds) })}
      </output>
    </section>
  );
}

const units = { minutes: 60, hours: 3600, days: 86_400 } as const;
type Unit = keyof typeof units;

function Due({ time, zone }: Question) {
  const { t } = useTranslation();
  const format = useFormat();
  const [from, setFrom] = useState(() => inputOfInstant(Date.now(), zone));
  const [amount, setAmount] = useState<number | string>(4);
  const [unit, setUnit] = useState<Unit>('hours');
  const start = instantOfInput(from, zone);
  const seconds = typeof amount === 'number' ? Math.round(amount * units[unit]) : null;
  const due = start === null || seconds === null ? null : within(() => time.add(start, seconds));
  return (
    <section>
      <h3>{t('calendar.addTitle')}</h3>
      <InstantField label={t('calendar.addFrom')} value={from} onChange={setFrom} />
      <div className={classes.amount}>
        <NumberInput size="xs" label={t('calendar.addAmount')} min={0} value={amount} onChange={setAmount} />
        <NativeSelect
          size="xs"
          aria-label={t('calendar.addUnit')}
          value={unit}
          onChange={(event) => setUnit(event.currentTarget.value as Unit)}
          data={(['minutes', 'hours', 'days'] as const).map((value) => ({
            value,
            label: t(`calendar.units.${value}`),
          }))}
        />
      </div>
      <output className={classes.answer}>
        {due === null
          ? t('calendar.cannotSay')
          : t('calendar.addIs', { when: format.exactInstant(new Date(due).toISOString(), zone) })}
      </output>
    </section>
  );
}

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function InstantField({ label, value, onChange }: FieldProps) {
  return (
    <TextInput
      type="datetime-local"
      size="xs"
      label={label}
      value={value}
      min="1990-01-01T00:00"
      max="2150-12-31T23:59"
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
