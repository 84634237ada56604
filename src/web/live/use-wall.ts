import { keepPreviousData, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import type { AnswerOf } from '#contract/client.ts';
import { filterOfSearch } from '#presentation/question/conditions.ts';
import type { Search } from '#presentation/question/filters.ts';
import { call } from '../api/client.ts';
import { useLive } from '../dashboards/use-live.ts';
import { useWallAge } from './use-wall-age.ts';

export type Wall = AnswerOf<'get-wall'>;

const news = ['facts', 'steps'] as const;
const ASK_EVERY = 10_000;
const WAIT_FOR = 15_000;
/** News may come by the hundred. */
const ASK_AFTER = 1_000;

/** Asked again by itself, whether or not news come and whether or not somebody looks. */
function wallQuery(filter: string | null) {
  return queryOptions({
    queryKey: ['wall', filter],
    queryFn: ({ signal }) =>
      call(
        'get-wall',
        { query: filter === null ? {} : { filter } },
        { signal: AbortSignal.any([signal, AbortSignal.timeout(WAIT_FOR)]) },
      ),
    refetchInterval: ASK_EVERY,
    refetchIntervalInBackground: true,
    networkMode: 'always',
    retry: false,
    gcTime: 60_000,
    placeholderData: keepPreviousData,
  });
}

/** The wall that an address asks for, kept up to date, and how old it is at this second. */
export function useWall(search: Search) {
  const queryClient = useQueryClient();
  const filter = filterOfSearch(search);
  const answer = useQuery(wallQuery(filter === null ? null : JSON.stringify(filter)));
  const { data, dataUpdatedAt, isRefetchError, isPlaceholderData } = answer;
  const asking = useRef<ReturnType<typeof setTimeout> | null>(null);
  const renew = useCallback(() => {
    asking.current ??= setTimeout(() => {
      asking.current = null;
      void queryClient.invalidateQueries({ queryKey: ['wall'] });
    }, ASK_AFTER);
  }, [queryClient]);
  useLive(renew, news);
  const { now, age } = useWallAge({ wall: data, receivedAt: dataUpdatedAt, failing: isRefetchError });
  return { answer, wall: data, age, now, filter, other: isPlaceholderData };
}
