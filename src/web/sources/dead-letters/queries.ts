import { infiniteQueryOptions } from '@tanstack/react-query';
import type { AnswerOf } from '#contract/client.ts';
import { call } from '../../api/client.ts';

/** Rejected events, a page at a time; of one code, or all. */
export function deadLettersQuery(code: string | null, limit = 50) {
  return infiniteQueryOptions({
    queryKey: ['dead-letters', code, limit],
    queryFn: ({ pageParam, signal }) =>
      call(
        'list-dead-letters',
        {
          query: { limit, ...(code === null ? {} : { code }), ...(pageParam === null ? {} : { after: pageParam }) },
        },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
}

export type DeadLetter = AnswerOf<'list-dead-letters'>['items'][number];
