import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { AnswerOf, CallOf } from '#contract/client.ts';
import { call } from '../api/client.ts';

export type ClocksCall = NonNullable<CallOf<'list-clocks'>['query']>;
export type ClockPage = AnswerOf<'list-clocks'>;
export type DeskClock = ClockPage['items'][number];

/** Asked again by itself, since time left passes without news. */
export function clocksQuery(query: ClocksCall) {
  return queryOptions({
    queryKey: ['clocks', query],
    queryFn: ({ signal }) => call('list-clocks', { query }, { signal }),
    refetchInterval: 15_000,
    placeholderData: keepPreviousData,
  });
}

/** What names a clock for the server. */
export function nameOf({ ticket, policy, target, cycle }: DeskClock) {
  return { ticket, policy, target, cycle };
}

export function keyOf(clock: DeskClock): string {
  return JSON.stringify(Object.values(nameOf(clock)));
}
