import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { AnswerOf, CallOf } from '#contract/client.ts';
import { call } from '../api/client.ts';

const minute = 60_000;

type Period = NonNullable<CallOf<'list-agent-tickets'>['query']>;
export type Scorecard = AnswerOf<'get-scorecard'>;
export type ScorecardLine = Scorecard['figures'][number];
export type AgentLine = AnswerOf<'list-agents'>['items'][number];
export type Note = AnswerOf<'list-notes'>['items'][number];
export type Recognition = AnswerOf<'list-recognitions'>['items'][number];

export function agentsQuery(query: NonNullable<CallOf<'list-agents'>['query']>) {
  return queryOptions({
    queryKey: ['agents', query],
    queryFn: ({ signal }) => call('list-agents', { query }, { signal }),
    staleTime: minute,
    placeholderData: keepPreviousData,
  });
}

export function scorecardQuery(id: string, query: NonNullable<CallOf<'get-scorecard'>['query']>) {
  return queryOptions({
    queryKey: ['scorecard', id, query],
    queryFn: ({ signal }) => call('get-scorecard', { params: { id }, query }, { signal }),
    staleTime: minute,
    placeholderData: keepPreviousData,
  });
}

export function agentTicketsQuery(id: string, query: Period) {
  return queryOptions({
    queryKey: ['agent-tickets', id, query],
    queryFn: ({ signal }) => call('list-agent-tickets', { params: { id }, query }, { signal }),
    staleTime: minute,
  });
}

export function notesQuery(id: string) {
  return queryOptions({
    queryKey: ['notes', id],
    queryFn: async ({ signal }) => (await call('list-notes', { params: { id } }, { signal })).items,
  });
}

export const followUpsQuery = queryOptions({
  queryKey: ['follow-ups'],
  queryFn: async ({ signal }) => (await call('list-follow-ups', {}, { signal })).items,
});

export function recognitionsQuery(id: string) {
  return queryOptions({
    queryKey: ['recognitions', id],
    queryFn: async ({ signal }) => (await call('list-recognitions', { params: { id } }, { signal })).items,
  });
}

export function suggestionsQuery(month: string, team: string | undefined) {
  const query = { month, ...(team === undefined ? {} : { team }) };
  return queryOptions({
    queryKey: ['recognition-suggestions', query],
    queryFn: async ({ signal }) => (await call('suggest-recognitions', { query }, { signal })).items,
    staleTime: 5 * minute,
  });
}
