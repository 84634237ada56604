import { queryOptions } from '@tanstack/react-query';
import type { AnswerOf } from '#contract/client.ts';
import { call } from '../../api/client.ts';

/** Looked at again while figures are being counted by rules that changed. */
export const calendarListQuery = queryOptions({
  queryKey: ['calendars', 'list'],
  queryFn: ({ signal }) => call('list-calendars', {}, { signal }),
  refetchInterval: ({ state }) => (state.data?.counting === true ? 1500 : false),
});

export function calendarQuery(id: string) {
  return queryOptions({
    queryKey: ['calendars', 'one', id],
    queryFn: ({ signal }) => call('get-calendar', { params: { id } }, { signal }),
    // Somebody edits what was read: it is not read anew under their hands.
    refetchOnWindowFocus: false,
  });
}

/** Countries, or the regions of a place. */
export function placesQuery(country: string | null) {
  return queryOptions({
    queryKey: ['holiday-places', country],
    queryFn: async ({ signal }) =>
      (await call('list-holiday-places', { query: country === null ? {} : { country } }, { signal })).items,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export type CalendarList = AnswerOf<'list-calendars'>;
export type CalendarDetail = AnswerOf<'get-calendar'>;
export type FoundHoliday = AnswerOf<'preview-holidays'>['items'][number];
