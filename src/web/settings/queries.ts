import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { AnswerOf, CallOf } from '#contract/client.ts';
import { call } from '../api/client.ts';

export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: async ({ signal }) => (await call('list-sessions', {}, { signal })).items,
});

export const membersQuery = queryOptions({
  queryKey: ['members'],
  queryFn: async ({ signal }) => (await call('list-members', {}, { signal })).items,
});

export const invitationsQuery = queryOptions({
  queryKey: ['invitations'],
  queryFn: async ({ signal }) => (await call('list-invitations', {}, { signal })).items,
});

export const tokensQuery = queryOptions({
  queryKey: ['tokens'],
  queryFn: async ({ signal }) => (await call('list-tokens', {}, { signal })).items,
});

export const workspaceQuery = queryOptions({
  queryKey: ['workspace'],
  queryFn: ({ signal }) => call('get-workspace', {}, { signal }),
});

export const workspacesQuery = queryOptions({
  queryKey: ['workspaces'],
  queryFn: async ({ signal }) => (await call('list-workspaces', {}, { signal })).items,
});

export const linksQuery = queryOptions({
  queryKey: ['links'],
  queryFn: async ({ signal }) => (await call('list-links', {}, { signal })).items,
});

export const schedulesQuery = queryOptions({
  queryKey: ['schedules'],
  queryFn: ({ signal }) => call('list-schedules', {}, { signal }),
});

export function scheduleRunsQuery(id: string) {
  return queryOptions({
    queryKey: ['schedules', id, 'runs'],
    queryFn: async ({ signal }) => (await call('list-schedule-runs', { params: { id } }, { signal })).items,
  });
}

export type ScheduleView = AnswerOf<'list-schedules'>['items'][number];

export const channelsQuery = queryOptions({
  queryKey: ['channels'],
  queryFn: ({ signal }) => call('list-channels', {}, { signal }),
});

export function messagesQuery(channel: string) {
  return queryOptions({
    queryKey: ['channels', channel, 'messages'],
    queryFn: async ({ signal }) => (await call('list-messages', { query: { channel, limit: 50 } }, { signal })).items,
  });
}

export type ChannelView = AnswerOf<'list-channels'>['items'][number];

export type AuditCall = Omit<NonNullable<CallOf<'list-audit'>['query']>, 'after' | 'limit'>;

export function auditQuery(filter: AuditCall) {
  return infiniteQueryOptions({
    queryKey: ['audit', filter],
    queryFn: ({ signal, pageParam }) =>
      call(
        'list-audit',
        { query: { ...filter, limit: 50, ...(pageParam === null ? {} : { after: pageParam }) } },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
}

export const retentionQuery = queryOptions({
  queryKey: ['retention'],
  queryFn: ({ signal }) => call('get-retention', {}, { signal }),
});

/** Counts rows: it begins anew when the periods change, not each time the page is shown. */
export const retentionPreviewQuery = queryOptions({
  queryKey: ['retention-preview'],
  queryFn: ({ signal }) => call('preview-retention', {}, { signal }),
  staleTime: 60_000,
});

/** Looked at again while one is under way. */
export const erasuresQuery = infiniteQueryOptions({
  queryKey: ['erasures'],
  queryFn: ({ signal, pageParam }) =>
    call('list-erasures', { query: { limit: 20, ...(pageParam === null ? {} : { after: pageParam }) } }, { signal }),
  initialPageParam: null as string | null,
  getNextPageParam: ({ next }) => next,
  refetchInterval: ({ state }) =>
    state.data?.pages.some(({ items }) => items.some((each) => each.state === 'pending')) === true ? 1500 : false,
});

type Items<Answer> = Answer extends { items: readonly (infer Item)[] } ? Item : never;
export type OpenSession = Items<AnswerOf<'list-sessions'>>;
export type Member = Items<AnswerOf<'list-members'>>;
export type Invitation = Items<AnswerOf<'list-invitations'>>;
export type Token = Items<AnswerOf<'list-tokens'>>;
export type SharedLink = Items<AnswerOf<'list-links'>>;
export type Erasure = Items<AnswerOf<'list-erasures'>>;
export type AuditEntry = Items<AnswerOf<'list-audit'>>;
