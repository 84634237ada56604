import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Policy } from '#domain/sla/policy.ts';
import type { Calendar } from '#domain/time/calendar.ts';
import { call } from '../../../api/client.ts';
import { idOfName } from '../../workspaces/workspace-id.ts';
import { calendarsQuery, policiesQuery, policyQuery } from '../queries.ts';

interface Options {
  /** Null: a new policy. */
  readonly version: number | null;
  /** Calendars that are kept with it. */
  readonly added: readonly Calendar[];
  readonly onSaved: (version: number) => void;
}

/** Saves a policy as the version after `version`; a new one then has its own page. */
export function useSavePolicy({ version, added, onSaved }: Options) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (policy: Policy) => {
      const id = policy.id === '' ? idOfName(policy.name) : policy.id;
      const body = {
        policy: { ...policy, id },
        ...(added.length > 0 && { calendars: added.map((one) => ({ ...one })) }),
      };
      return call('save-policy', { params: { id }, body }, version === null ? {} : { ifMatch: version });
    },
    onSuccess: async (detail) => {
      const { id } = detail.policy;
      onSaved(detail.version);
      queryClient.setQueryData(policyQuery(id).queryKey, detail);
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: policiesQuery.queryKey, exact: true }),
        queryClient.invalidateQueries({ queryKey: calendarsQuery.queryKey }),
        queryClient.invalidateQueries({ queryKey: ['figures'] }),
      ]);
      if (version === null)
        await navigate({ to: '/settings/policies/$id', params: { id }, search: {}, ignoreBlocker: true });
    },
  });
}
