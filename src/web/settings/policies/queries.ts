import { queryOptions } from '@tanstack/react-query';
import type { AnswerOf } from '#contract/client.ts';
import { call } from '../../api/client.ts';

export const policiesQuery = queryOptions({
  queryKey: ['policies'],
  queryFn: ({ signal }) => call('list-policies', {}, { signal }),
});

export function policyQuery(id: string) {
  return queryOptions({
    queryKey: ['policies', id],
    queryFn: ({ signal }) => call('get-policy', { params: { id } }, { signal }),
    // Somebody edits what was read: it is not read anew under their hands.
    refetchOnWindowFocus: false,
  });
}

export const calendarsQuery = queryOptions({
  queryKey: ['calendars'],
  queryFn: async ({ signal }) => (await call('list-calendars', {}, { signal })).items,
});

export const presetsQuery = queryOptions({
  queryKey: ['policy-presets'],
  queryFn: async ({ signal }) => (await call('list-policy-presets', {}, { signal })).items,
  staleTime: Number.POSITIVE_INFINITY,
});

/** Looked at again while it runs. */
export function dryRunQuery(id: string) {
  return queryOptions({
    queryKey: ['dry-runs', id],
    queryFn: ({ signal }) => call('get-dry-run', { params: { id } }, { signal }),
    refetchInterval: ({ state }) => (state.data === undefined || state.data.state === 'running' ? 300 : false),
  });
}

export function dryRunTicketsQuery(id: string, asked: { was?: Verdict; becomes?: Verdict; after?: string }) {
  return queryOptions({
    queryKey: ['dry-runs', id, 'tickets', asked],
    queryFn: ({ signal }) =>
      call('list-dry-run-tickets', { params: { id }, query: { ...asked, limit: 25 } }, { signal }),
  });
}

export type PolicyList = AnswerOf<'list-policies'>;
export type PolicyDetail = AnswerOf<'get-policy'>;
export type Preset = AnswerOf<'list-policy-presets'>['items'][number];
export type DryRunView = AnswerOf<'get-dry-run'>;
export type DryRunResult = NonNullable<DryRunView['result']>;
export type Verdict = DryRunResult['changes'][number]['before'];
