import { queryOptions } from '@tanstack/react-query';
import type { AnswerOf } from '#contract/client.ts';
import { call } from '../api/client.ts';

const minute = 60_000;

export type AlertList = AnswerOf<'list-alerts'>;
export type AlertView = AlertList['items'][number];
export type Firings = AnswerOf<'list-alert-firings'>;
export type Firing = Firings['items'][number];
export type Preview = AnswerOf<'preview-alert'>;

/** Asked again every minute, as the server looks at them. */
export const alertsQuery = queryOptions({
  queryKey: ['alerts'],
  queryFn: ({ signal }) => call('list-alerts', {}, { signal }),
  refetchInterval: minute,
});

/** What left its bounds; of one alert, or all. */
export function firingsQuery(alert: string | null) {
  const query = alert === null ? { limit: 100 } : { alert, limit: 100 };
  return queryOptions({
    queryKey: ['alerts', 'firings', alert],
    queryFn: ({ signal }) => call('list-alert-firings', { query }, { signal }),
    refetchInterval: minute,
  });
}
