import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { Confirm } from '../../form/confirm.tsx';
import { type PolicyDetail, policiesQuery, policyQuery } from './queries.ts';

/** Ends a policy, or removes one that has not begun. */
export function PolicyActions({ detail }: { readonly detail: PolicyDetail }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const { policy, version, versions } = detail;
  const { id, name } = policy;
  const begun = versions.some((one) => Date.parse(one.policy.effectiveFrom) <= Date.now());
  const which = begun ? 'end' : 'remove';
  if (begun && policy.retired === true) return null;
  const run = async () => {
    if (!begun) return call('remove-policy', { params: { id } }, { ifMatch: version });
    const ended = await call('retire-policy', { params: { id }, body: {} }, { ifMatch: version });
    queryClient.setQueryData(policyQuery(id).queryKey, ended);
    return ended;
  };
  return (
    <>
      <Button variant="default" size="xs" onClick={() => setAsking(true)}>
        {t(`policy.${which}`)}
      </Button>
      {asking && (
        <Confirm
          title={t(`policy.${which}Title`, { name })}
          lead={t(`policy.${which}Lead`)}
          action={t(`policy.${which}`)}
          run={run}
          onDone={() => {
            void queryClient.invalidateQueries({ queryKey: policiesQuery.queryKey, exact: true });
            void queryClient.invalidateQueries({ queryKey: ['figures'] });
            if (!begun) void navigate({ to: '/settings/policies' });
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
