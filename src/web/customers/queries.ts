import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { AnswerOf, CallOf } from '#contract/client.ts';
import { call } from '../api/client.ts';

const minute = 60_000;

export type CustomersCall = NonNullable<CallOf<'list-customers'>['query']>;
export type CustomerPageAnswer = AnswerOf<'list-customers'>;
export type CustomerItem = CustomerPageAnswer['items'][number];
export type History = AnswerOf<'get-customer'>;

export function customersQuery(query: CustomersCall) {
  return queryOptions({
    queryKey: ['customers', query],
    queryFn: ({ signal }) => call('list-customers', { query }, { signal }),
    staleTime: minute,
    placeholderData: keepPreviousData,
  });
}

export function historyQuery(id: string, query: NonNullable<CallOf<'get-customer'>['query']>) {
  return queryOptions({
    queryKey: ['customer', id, query],
    queryFn: ({ signal }) => call('get-customer', { params: { id }, query }, { signal }),
    staleTime: minute,
    placeholderData: keepPreviousData,
  });
}

export function openClocksQuery(filter: string) {
  return queryOptions({
    queryKey: ['open-clocks', filter],
    queryFn: ({ signal }) => call('list-clocks', { query: { filter, limit: 20 } }, { signal }),
    staleTime: minute,
  });
}
