import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../api/client.ts';

/** Keeps something at hand, or no longer. */
export function useFavourite(kind: 'report' | 'dashboard') {
  const queryClient = useQueryClient();
  const keys = kind === 'report' ? ['saved-reports'] : ['dashboards', 'dashboard'];
  return useMutation({
    mutationFn: ({ id, keep }: { readonly id: string; readonly keep: boolean }) =>
      call(keep ? 'add-favourite' : 'remove-favourite', { params: { kind, id } }),
    onSuccess: () => Promise.all(keys.map((key) => queryClient.invalidateQueries({ queryKey: [key] }))),
  });
}
