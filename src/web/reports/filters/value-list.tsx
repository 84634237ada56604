import { Checkbox, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { valuesQuery } from '../../api/queries.ts';
import { useFormat } from '../../format/use-format.ts';
import { useNames } from '../../state/use-names.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import classes from './filter.module.css';

interface Props {
  readonly dimension: string;
  readonly name: string;
  readonly chosen: readonly (string | null)[];
  readonly onChange: (values: readonly (string | null)[]) => void;
  readonly onEnter?: () => void;
  /** Without the value that stands for none. */
  readonly onlyNamed?: boolean;
}

/** The values of one dimension, the most frequent first, to search and tick. */
export function ValueList({ dimension, name, chosen, onChange, onEnter, onlyNamed = false }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const names = useNames();
  const [text, setText] = useState('');
  const [settled] = useDebouncedValue(text.trim(), 150);
  const values = useQuery(valuesQuery(dimension, settled));
  if (values.isError && values.data === undefined) return <ProblemView error={values.error} />;
  const items = (values.data?.items ?? []).filter(({ value }) => !onlyNamed || value !== null);
  const toggle = (value: string | null) =>
    onChange(chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value]);
  return (
    <>
      <TextInput
        size="xs"
        data-autofocus={onEnter !== undefined || undefined}
        placeholder={t('common.search')}
        aria-label={`${t('common.search')}: ${name}`}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          onEnter?.();
        }}
      />
      <fieldset className={classes.values}>
        <legend className="visually-hidden">{name}</legend>
        {items.map(({ value, label, n }) => (
          <Checkbox
            key={value ?? '~'}
            size="xs"
            classNames={{ body: classes.check, labelWrapper: classes.labelWrapper, label: classes.checkLabel }}
            checked={chosen.includes(value)}
            onChange={() => toggle(value)}
            label={
              <>
                <span>{label ?? names(dimension, value)}</span>
                <span className={`${classes.count} figures`}>{format.count(n)}</span>
              </>
            }
          />
        ))}
        {values.isSuccess && items.length === 0 && <p className={classes.nothing}>{t('report.noValue')}</p>}
      </fieldset>
    </>
  );
}
