import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { DimensionInfo, KpiInfo } from '#contract/schemas/registry.ts';
import { parseRef, partsOf } from '#presentation/figures/figures.ts';
import { dimensionsQuery, kpisQuery } from '../../api/queries.ts';

/** The dimensions that the facts of all these figures carry; null while that is not known. */
export function offeredFor(
  refs: readonly string[],
  kpis: readonly KpiInfo[],
  dimensions: readonly DimensionInfo[],
): readonly string[] | null {
  const facts = new Set(
    refs.flatMap(partsOf).flatMap((ref) => kpis.find(({ id }) => id === parseRef(ref).kpi)?.fact ?? []),
  );
  if (facts.size === 0 || dimensions.length === 0) return null;
  return dimensions
    .filter((dimension) => [...facts].every((fact) => dimension.facts.includes(fact)))
    .map(({ id }) => id);
}

export function useOffered(refs: readonly string[]): readonly string[] | null {
  const kpis = useQuery(kpisQuery).data;
  const dimensions = useQuery(dimensionsQuery).data;
  return useMemo(() => offeredFor(refs, kpis ?? [], dimensions ?? []), [refs, kpis, dimensions]);
}
