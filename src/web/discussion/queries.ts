import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { AnswerOf } from '#contract/client.ts';
import type { Subject } from '#domain/discussion/subject.ts';
import type { Address } from '#domain/report/dashboards/address.ts';
import { call } from '../api/client.ts';

export type Thread = AnswerOf<'list-discussion'>['items'][number];
export type CommentView = Omit<Thread, 'replies'>;

/** What others write while it is read should be seen soon. */
const LOOK_EVERY = 15_000;

export const discussionKey = ({ kind, id }: Subject) => ['discussion', kind, id] as const;

export function discussionQuery(subject: Subject) {
  return infiniteQueryOptions({
    queryKey: discussionKey(subject),
    queryFn: ({ signal, pageParam }) => {
      const after = pageParam === null ? {} : { after: pageParam };
      return call('list-discussion', { query: { kind: subject.kind, subject: subject.id, ...after } }, { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    refetchInterval: LOOK_EVERY,
    refetchOnWindowFocus: true,
  });
}

export function peopleQuery({ kind, id }: Subject, query: Address) {
  return queryOptions({
    queryKey: ['discussion-people', kind, id, query],
    queryFn: async ({ signal }) => {
      const asked = { kind, subject: id, query: JSON.stringify(query) };
      return (await call('list-discussion-people', { query: asked }, { signal })).items;
    },
    staleTime: 60_000,
  });
}
