import { queryOptions } from '@tanstack/react-query';
import type { AnswerOf } from '#contract/client.ts';
import { call } from '../../api/client.ts';

export const hooksQuery = queryOptions({
  queryKey: ['hooks'],
  queryFn: async ({ signal }) => (await call('list-hooks', {}, { signal })).items,
  refetchOnWindowFocus: false,
});

export type HookView = AnswerOf<'list-hooks'>['items'][number];
export type HookPreview = AnswerOf<'preview-hook'>;
