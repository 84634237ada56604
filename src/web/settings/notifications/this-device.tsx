import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { ProblemNote } from '../../form/problem-note.tsx';
import { type Device, devicesQuery, thisDeviceQuery } from '../../notifications/queries.ts';
import { type Asked, readAbility, turnOn } from '../../notifications/this-device.ts';
import classes from './notifications.module.css';

interface Props {
  readonly publicKey: string;
  readonly items: readonly Device[];
}

/** Whether this browser is told, and the button that changes it. */
export function ThisDevice({ publicKey, items }: Props) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const hash = useQuery(thisDeviceQuery).data ?? null;
  const known = items.find(({ endpointHash }) => endpointHash === hash);
  const changing = useMutation({
    mutationFn: async (): Promise<Asked> => {
      if (known === undefined) return turnOn(publicKey);
      await call('remove-device', { params: { id: known.id } });
      return 'on';
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: devicesQuery.queryKey }),
  });
  const ability = readAbility();
  if (ability === 'unsupported') {
    return (
      <p className={classes.lead} role="status">
        {t('device.unsupported')} {t('device.unsupportedLead')}
      </p>
    );
  }
  if (ability === 'blocked') {
    return (
      <p className={classes.lead} role="status">
        {t('device.blocked')}
      </p>
    );
  }
  return (
    <div className={classes.here}>
      <p className={classes.lead} role="status">
        {known === undefined ? t('device.off') : t('device.on')}
      </p>
      <Button
        variant={known === undefined ? 'filled' : 'default'}
        size="xs"
        loading={changing.isPending}
        onClick={() => changing.mutate()}
      >
        {known === undefined ? t('device.turnOn') : t('device.turnOff')}
      </Button>
      {changing.data === 'refused' && <p role="alert">{t('device.refused')}</p>}
      {changing.data === 'no-service' && <p role="alert">{t('device.noService')}</p>}
      <ProblemNote error={changing.error} />
    </div>
  );
}
