import { TextInput, type TextInputProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '#domain/privacy/person.ts';
import { valuesQuery } from '../../api/queries.ts';

interface Props extends TextInputProps {
  readonly kind: Person['kind'];
  readonly value?: string;
}

/** The id of somebody in the data, found by a part of their id or name. */
export function PersonField({ kind, value = '', ...props }: Props) {
  const { t } = useTranslation();
  const list = useId();
  const [settled] = useDebouncedValue(value.trim(), 200);
  const { data } = useQuery(valuesQuery(kind, settled, 20));
  return (
    <>
      <TextInput
        label={t(`data.idOf.${kind}`)}
        description={t('data.idHelp')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        autoComplete="off"
        spellCheck={false}
        required
        withAsterisk={false}
        list={list}
        value={value}
        {...props}
      />
      <datalist id={list}>
        {(data?.items ?? []).map(
          ({ value: id, label }) =>
            id !== null && (
              <option key={id} value={id}>
                {label ?? id}
              </option>
            ),
        )}
      </datalist>
    </>
  );
}
