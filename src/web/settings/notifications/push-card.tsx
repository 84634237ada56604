import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type PushDevices, pushDevicesQuery, pushHereQuery } from '../../notifications/push/queries.ts';
import { Card } from '../../ui/card.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { DeviceTable } from './device-table.tsx';
import classes from './notifications.module.css';
import { ThisDevice } from './this-device.tsx';

/** Devices on which one is notified: this one, and the others. */
export function PushCard() {
  const answer = useQuery(pushDevicesQuery);
  if (answer.isError) return <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />;
  if (answer.data === undefined) return <Skeleton height={160} radius="md" />;
  return <Devices devices={answer.data} />;
}

function Devices({ devices }: { readonly devices: PushDevices }) {
  const { t } = useTranslation();
  const here = useQuery(pushHereQuery(devices));
  const state = here.isError ? 'unsupported' : here.data?.state;
  return (
    <>
      <Card title={t('notification.push.title')} help={t('notification.push.lead')}>
        {state === undefined ? (
          <p className={classes.lead}>{t('notification.push.checking')}</p>
        ) : (
          <ThisDevice state={state} devices={devices} digest={here.data?.digest ?? null} />
        )}
      </Card>
      <Card title={t('notification.push.devices')} flush={devices.items.length > 0}>
        {devices.items.length === 0 ? (
          <p className={classes.lead}>{t('notification.push.none')}</p>
        ) : (
          <DeviceTable devices={devices.items} own={here.data?.digest ?? null} />
        )}
      </Card>
    </>
  );
}
