import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { AnswerOf, CallOf } from '#contract/client.ts';
import { call } from '../api/client.ts';

export type BreachesCall = NonNullable<CallOf<'list-breaches'>['query']>;
export type BreachPage = AnswerOf<'list-breaches'>;
export type Breach = BreachPage['items'][number];

/** What names a breach for the server. */
export type BreachName = Pick<Breach, 'ticket' | 'policy' | 'target' | 'cycle'>;

export function breachesQuery(query: BreachesCall) {
  return queryOptions({
    queryKey: ['breaches', query],
    queryFn: ({ signal }) => call('list-breaches', { query }, { signal }),
    placeholderData: keepPreviousData,
  });
}

export function nameOf({ ticket, policy, target, cycle }: BreachName): BreachName {
  return { ticket, policy, target, cycle };
}

export const keyOf = (breach: BreachName) => JSON.stringify(Object.values(nameOf(breach)));
