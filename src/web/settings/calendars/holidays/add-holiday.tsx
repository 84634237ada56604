import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Holiday } from '#domain/time/calendar.ts';
import { parseMonthDay } from '#domain/time/civil.ts';
import { isSameRange } from './holiday-parts.ts';
import classes from './holidays.module.css';
import { MonthDay } from './month-day.tsx';

interface Props {
  readonly holidays: readonly Holiday[];
  readonly onAdd: (holiday: Holiday) => void;
}

const kinds = ['day', 'range', 'yearly'] as const;
type Kind = (typeof kinds)[number];
const empty = { from: '', to: '', first: '01-01', last: '01-01', name: '' };
type Typed = typeof empty;
type Problem = 'dateMissing' | 'rangeBackwards' | 'noSuchDay' | 'alreadyHoliday';

function holidayOf(kind: Kind, { from, to, first, last, name }: Typed): Holiday {
  const named = name.trim() === '' ? {} : { name: name.trim() };
  if (kind === 'yearly') return { from: first, to: last, yearly: true, ...named };
  return kind === 'day' && name.trim() === '' ? from : { from, to: kind === 'day' ? from : to, ...named };
}

function problemOf(kind: Kind, typed: Typed, holidays: readonly Holiday[]): Problem | null {
  const { from, to, first, last } = typed;
  if (kind === 'yearly' && (parseMonthDay(first) === null || parseMonthDay(last) === null)) return 'noSuchDay';
  if (kind !== 'yearly' && (from === '' || (kind === 'range' && to === ''))) return 'dateMissing';
  if (kind === 'range' && to < from) return 'rangeBackwards';
  return holidays.some((known) => isSameRange(known, holidayOf(kind, typed))) ? 'alreadyHoliday' : null;
}

/** One day, several days, or days of every year, over New Year too. */
export function AddHoliday({ holidays, onAdd }: Props) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<Kind>('day');
  const [typed, setTyped] = useState(empty);
  const [problem, setProblem] = useState<Problem | null>(null);
  const put = (part: Partial<Typed>) => {
    setTyped({ ...typed, ...part });
    setProblem(null);
  };
  const date = (key: 'from' | 'to', label: string) => (
    <TextInput
      type="date"
      size="xs"
      label={label}
      min="1990-01-01"
      max="2100-12-31"
      value={typed[key]}
      error={problem !== null && problem !== 'alreadyHoliday' && (key === 'to' || typed.from === '')}
      onChange={(event) => put({ [key]: event.currentTarget.value })}
    />
  );
  const add = () => {
    const found = problemOf(kind, typed, holidays);
    setProblem(found);
    if (found !== null) return;
    onAdd(holidayOf(kind, typed));
    setTyped({ ...empty, first: typed.first, last: typed.last });
  };
  return (
    <div className={classes.add}>
      <NativeSelect
        size="xs"
        label={t('calendar.kind')}
        value={kind}
        onChange={(event) => setKind(event.currentTarget.value as Kind)}
        data={kinds.map((value) => ({ value, label: t(`calendar.kinds.${value}`) }))}
      />
      {kind === 'yearly' ? (
        <>
          <MonthDay end="first" value={typed.first} onChange={(first) => put({ first })} />
          <MonthDay end="last" value={typed.last} onChange={(last) => put({ last })} />
        </>
      ) : (
        date('from', t(kind === 'day' ? 'calendar.day' : 'calendar.firstDay'))
      )}
      {kind === 'range' && date('to', t('calendar.lastDay'))}
      <TextInput
        size="xs"
        label={t('calendar.dayName')}
        placeholder={t('calendar.dayNameHint')}
        autoComplete="off"
        maxLength={100}
        value={typed.name}
        onChange={(event) => put({ name: event.currentTarget.value })}
      />
      <Button variant="default" size="xs" onClick={add}>
        {t('calendar.addHoliday')}
      </Button>
      {problem !== null && (
        <p className={classes.problem} role="alert">
          {t(`calendar.${problem}`)}
        </p>
      )}
    </div>
  );
}
