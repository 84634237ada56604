import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DimensionInfo, KpiInfo } from '#contract/schemas/registry.ts';
import { createWords, isOfTickets, type WordSource, type Words } from '#presentation/words/create-words.ts';
import { dimensionsQuery, kpisQuery } from '../api/queries.ts';

const noKpis: readonly KpiInfo[] = [];
const noDimensions: readonly DimensionInfo[] = [];

export function useWords(): Words {
  const kpis = useQuery(kpisQuery).data ?? noKpis;
  const dimensions = useQuery(dimensionsQuery).data ?? noDimensions;
  return useWordsOf(useMemo(() => ({ kpis, dimensions, opens: isOfTickets }), [kpis, dimensions]));
}

/** Words from registries that are at hand already. */
export function useWordsOf(source: WordSource): Words {
  const { i18n } = useTranslation();
  const { language } = i18n;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the texts are those of the language
  return useMemo(() => createWords(i18n, source), [language, source]);
}
