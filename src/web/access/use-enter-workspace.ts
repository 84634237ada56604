import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { enterWorkspace } from '../api/session.ts';

/** Into another workspace, at its overview: filters and tickets of one mean nothing in another. */
export function useEnterWorkspace(): (id: string) => Promise<void> {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  return async (id) => {
    await navigate({ to: '/' });
    await enterWorkspace(queryClient, id);
  };
}
