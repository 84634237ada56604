import { useMutation } from '@tanstack/react-query';
import type { CallOf } from '#contract/client.ts';
import { call } from '../api/client.ts';
import type { AlertView } from './queries.ts';

type Change = CallOf<'update-alert'>['body'];

/** Pauses, snoozes or goes on with an alert. */
export function useChangeAlert({ id }: AlertView, onChanged: () => void) {
  return useMutation({
    mutationFn: (body: Change) => call('update-alert', { params: { id }, body }),
    onSuccess: onChanged,
  });
}
