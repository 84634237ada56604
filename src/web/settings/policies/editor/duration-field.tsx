import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseDuration, writeDuration } from '#domain/sla/editing/duration-text.ts';
import { workingDay } from '#domain/sla/editing/working-day.ts';
import { useFormat } from '../../../format/use-format.ts';
import { useEditor } from './editor-context.ts';

interface Props {
  readonly label: string;
  /** Not a number: what was typed last is no duration. */
  readonly seconds: number;
  /** Whose day a day is. */
  readonly calendar: string;
  readonly error?: string | null;
  readonly onChange: (seconds: number) => void;
}

/** A duration as people type it, told back in hours of the calendar it counts in. */
export function DurationField({ label, seconds, calendar, error = null, onChange }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { calendars } = useEditor();
  const [text, setText] = useState(() => writeDuration(Number.isNaN(seconds) ? 0 : seconds));
  const found = calendars.find(({ id }) => id === calendar);
  const day = calendar === 'always' ? workingDay(null) : found === undefined ? null : workingDay(found);
  const typed = parseDuration(text, day);
  const wrong =
    'problem' in typed ? t(typed.problem === 'unclear' ? 'policy.durationUnclear' : 'policy.durationDays') : null;
  const told = 'seconds' in typed ? format.exactDuration(typed.seconds) : '';
  const plain = (each: string) => each.replaceAll(/\s/g, ' ').trim();
  const said = wrong === null && (calendar !== 'always' || plain(told) !== plain(text));
  return (
    <TextInput
      size="xs"
      label={label}
      placeholder={t('policy.durationHint')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      description={said ? t(calendar === 'always' ? 'policy.durationIs' : 'policy.durationOpen', { time: told }) : null}
      error={wrong ?? error}
      autoComplete="off"
      value={text}
      onChange={(event) => {
        const next = event.currentTarget.value;
        setText(next);
        const parsed = parseDuration(next, day);
        onChange('seconds' in parsed ? parsed.seconds : Number.NaN);
      }}
    />
  );
}
