import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { valuesQuery } from '../../../../api/queries.ts';
import { useNames } from '../../../../state/use-names.ts';

interface Props {
  readonly dimension: 'team' | 'agent' | 'priority';
  readonly label: string;
  readonly value: string;
  readonly error: string | null;
  readonly onChange: (value: string) => void;
}

/** One of the values that tickets have, the most frequent first. */
export function ValueSelect({ dimension, label, value, error, onChange }: Props) {
  const names = useNames();
  const items = useQuery(valuesQuery(dimension)).data?.items ?? [];
  const known = items.flatMap((item) => (item.value === null ? [] : [{ value: item.value, label: item.label }]));
  const own = known.some((item) => item.value === value) ? [] : [{ value, label: value === '' ? '–' : value }];
  return (
    <NativeSelect
      size="xs"
      label={label}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[
        ...own,
        ...known.map((item) => ({ value: item.value, label: item.label ?? names(dimension, item.value) })),
      ]}
    />
  );
}
