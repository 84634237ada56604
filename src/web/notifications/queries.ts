import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { AnswerOf } from '#contract/client.ts';
import { call } from '../api/client.ts';

export type Notification = AnswerOf<'list-notifications'>['items'][number];
export type Preferences = AnswerOf<'get-notification-preferences'>;

/** What is told at once should be seen soon. */
const LOOK_EVERY = 15_000;

export const unreadQuery = queryOptions({
  queryKey: ['notifications', 'unread'],
  queryFn: async ({ signal }) => (await call('count-notifications', {}, { signal })).unread,
  refetchInterval: LOOK_EVERY,
  refetchOnWindowFocus: true,
});

export const notificationsQuery = infiniteQueryOptions({
  queryKey: ['notifications', 'list'],
  queryFn: ({ signal, pageParam }) =>
    call(
      'list-notifications',
      { query: { limit: 20, ...(pageParam === null ? {} : { after: pageParam }) } },
      { signal },
    ),
  initialPageParam: null as string | null,
  getNextPageParam: ({ next }) => next,
});

export const preferencesQuery = queryOptions({
  queryKey: ['notification-preferences'],
  queryFn: ({ signal }) => call('get-notification-preferences', {}, { signal }),
});
