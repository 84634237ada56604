import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { AnswerOf, CallOf } from '#contract/client.ts';
import type { Asked } from '#presentation/question/report-state.ts';
import { exploredDimension } from '../state/exploring.ts';
import { call } from './client.ts';

const minute = 60_000;

/** Polled while an import runs, so that figures grow with it. */
export const statusQuery = queryOptions({
  queryKey: ['status'],
  queryFn: ({ signal }) => call('status', {}, { signal }),
  refetchInterval: ({ state }) => (state.data?.runningImport == null ? minute : 2_000),
  staleTime: 10_000,
});

export const kpisQuery = queryOptions({
  queryKey: ['kpis'],
  queryFn: async ({ signal }) => (await call('list-kpis', {}, { signal })).items,
  staleTime: Number.POSITIVE_INFINITY,
});

export const dimensionsQuery = queryOptions({
  queryKey: ['dimensions'],
  queryFn: async ({ signal }) => (await call('list-dimensions', {}, { signal })).items,
  staleTime: minute,
});

export const reportsQuery = queryOptions({
  queryKey: ['reports'],
  queryFn: async ({ signal }) => (await call('list-reports', {}, { signal })).items,
  staleTime: Number.POSITIVE_INFINITY,
});

export function valuesQuery(dimension: string, search = '', limit = 100) {
  return queryOptions({
    queryKey: ['values', dimension, search, limit],
    queryFn: ({ signal }) => call('list-values', { params: { id: dimension }, query: { search, limit } }, { signal }),
    staleTime: minute,
    placeholderData: keepPreviousData,
  });
}

/** Figures. While the question changes, the answer before stays on screen. */
export function figuresQuery(query: Asked) {
  const body = query as CallOf<'query'>['body'];
  return queryOptions({
    queryKey: ['figures', query],
    queryFn: ({ signal }) => {
      const exploring = exploredDimension();
      return call('query', { body, query: exploring === null ? {} : { exploring } }, { signal });
    },
    staleTime: minute,
    placeholderData: keepPreviousData,
  });
}

export type TicketsCall = NonNullable<CallOf<'list-tickets'>['query']>;

export function ticketsQuery(query: TicketsCall) {
  return queryOptions({
    queryKey: ['tickets', query],
    queryFn: ({ signal }) => call('list-tickets', { query }, { signal }),
    staleTime: minute,
    placeholderData: keepPreviousData,
  });
}

export function proofQuery(key: string) {
  return queryOptions({
    queryKey: ['proof', key],
    queryFn: ({ signal }) => call('get-proof', { params: { key } }, { signal }),
  });
}

export function ticketQuery(key: string) {
  return queryOptions({
    queryKey: ['ticket', key],
    queryFn: ({ signal }) => call('get-ticket', { params: { key } }, { signal }),
  });
}

export const importsQuery = queryOptions({
  queryKey: ['imports'],
  queryFn: async ({ signal }) => (await call('list-imports', {}, { signal })).items,
});

const ended = (state: string | undefined) => state === 'done' || state === 'failed';

export function importQuery(id: string) {
  return queryOptions({
    queryKey: ['import', id],
    queryFn: ({ signal }) => call('get-import', { params: { id } }, { signal }),
    refetchInterval: ({ state }) => (ended(state.data?.state) ? false : 700),
  });
}

export function rejectedQuery(id: string) {
  return queryOptions({
    queryKey: ['rejected', id],
    queryFn: ({ signal }) => call('list-rejected', { params: { id }, query: { limit: 100 } }, { signal }),
  });
}

export type Proof = AnswerOf<'get-proof'>;
export type Preview = AnswerOf<'preview-import'>;
export type TicketPage = AnswerOf<'list-tickets'>;
