import { useQuery } from '@tanstack/react-query';
import { kpisQuery } from '../api/queries.ts';
import { useFormat } from '../format/use-format.ts';

/** The name of a KPI in the reader’s language; its id until the names are there. */
export function useKpiName(): (kpi: string) => string {
  const format = useFormat();
  const kpis = useQuery(kpisQuery).data;
  return (kpi) => {
    const found = kpis?.find(({ id }) => id === kpi);
    return found === undefined ? kpi : format.text(found.label);
  };
}
