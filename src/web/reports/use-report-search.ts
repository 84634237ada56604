import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type CheckedSearch, checkSearch } from '#presentation/question/check-search.ts';
import { dimensionsQuery } from '../api/queries.ts';
import { useUrl } from '../state/url.ts';

const none: readonly string[] = [];

/** The search of the page as far as it can be followed, and what cannot. */
export function useReportSearch(alsoKnown: readonly string[] = none): CheckedSearch {
  const { search } = useUrl();
  const dimensions = useQuery(dimensionsQuery).data;
  return useMemo(
    () => checkSearch(search, dimensions?.map(({ id }) => id) ?? null, alsoKnown),
    [search, dimensions, alsoKnown],
  );
}
