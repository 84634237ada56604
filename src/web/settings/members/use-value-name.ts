import { useQuery } from '@tanstack/react-query';
import { valuesQuery } from '../../api/queries.ts';

/** Names of the ids that stand in the data; an id without a known name stays as it is. */
export function useValueName(dimension: 'team' | 'agent'): (id: string) => string {
  const values = useQuery(valuesQuery(dimension, '', 500)).data?.items ?? [];
  return (id) => values.find(({ value }) => value === id)?.label ?? id;
}
