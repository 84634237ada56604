import { SegmentedControl, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FieldCondition, isSound } from '#presentation/question/conditions.ts';
import { ValueList } from './value-list.tsx';

interface Props {
  readonly condition: FieldCondition;
  readonly name: string;
  readonly onChange: (values: readonly (string | null)[]) => void;
  readonly onEnter: () => void;
}

/** What a filter asks for: values to tick, a text, a number, or whether there is any value at all. */
export function FilterValue({ condition, name, onChange, onEnter }: Props) {
  const { t } = useTranslation();
  const { field, kind, values } = condition;
  if (kind === 'is' || kind === 'not') {
    return <ValueList dimension={field} name={name} chosen={values} onChange={onChange} onEnter={onEnter} />;
  }
  if (kind === 'set') {
    return (
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={name}
        value={values[0] ?? 'yes'}
        onChange={(value) => onChange([value])}
        data={[
          { value: 'yes', label: t('report.kinds.set') },
          { value: 'no', label: t('report.kinds.unset') },
        ]}
      />
    );
  }
  return <Written key={kind} {...{ condition, name, onChange, onEnter }} />;
}

function Written({ condition, name, onChange, onEnter }: Props) {
  const { t } = useTranslation();
  const isNumber = condition.kind !== 'has';
  const [text, setText] = useState(condition.values[0] ?? '');
  const valuesOf = (given: string) => (given.trim() === '' ? [] : [isNumber ? given.trim().replace(',', '.') : given]);
  const settle = useDebouncedCallback((given: string) => {
    const values = valuesOf(given);
    if (values.length === 0 || isSound({ ...condition, values })) onChange(values);
  }, 300);
  const values = valuesOf(text);
  const isWrong = values.length > 0 && !isSound({ ...condition, values });
  return (
    <TextInput
      size="xs"
      data-autofocus
      aria-label={name}
      inputMode={isNumber ? 'decimal' : 'text'}
      placeholder={t(isNumber ? 'report.aNumber' : 'report.aText')}
      error={isWrong ? t('report.notANumber') : null}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        settle(event.currentTarget.value);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        settle.flush();
        onEnter();
      }}
    />
  );
}
