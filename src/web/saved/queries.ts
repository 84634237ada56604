import { queryOptions } from '@tanstack/react-query';
import type { AnswerOf } from '#contract/client.ts';
import { call } from '../api/client.ts';

export type SavedReport = AnswerOf<'list-saved-reports'>['items'][number];

export const savedReportsQuery = queryOptions({
  queryKey: ['saved-reports'],
  queryFn: async ({ signal }) => (await call('list-saved-reports', {}, { signal })).items,
});

/** What is kept at hand first, then by title. */
export function favouritesFirst<T extends { readonly favourite: boolean; readonly title: string }>(
  items: readonly T[],
): T[] {
  return [...items].sort((a, b) => Number(b.favourite) - Number(a.favourite) || a.title.localeCompare(b.title));
}
