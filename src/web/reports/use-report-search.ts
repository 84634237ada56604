import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useMemo } from 'react';
import { type CheckedSearch, checkSearch } from '#presentation/question/check-search.ts';
import { composeKeys } from '#presentation/question/composed-id.ts';
import { dimensionsQuery } from '../api/queries.ts';
import { useUrl } from '../state/url.ts';

const none: readonly string[] = [];

/** The search of the page as far as it can be followed, and what cannot. */
export function useReportSearch(): CheckedSearch {
  const { search } = useUrl();
  const { pathname } = useLocation();
  const dimensions = useQuery(dimensionsQuery).data;
  const alsoKnown = pathname === '/reports/compose' ? composeKeys : none;
  return useMemo(
    () => checkSearch(search, dimensions?.map(({ id }) => id) ?? null, alsoKnown),
    [search, dimensions, alsoKnown],
  );
}
