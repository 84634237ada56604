import { Skeleton } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { ProblemNote } from '../../form/problem-note.tsx';
import {
  type PushDevice,
  type PushDevices,
  pushDevicesQuery,
  pushHereQuery,
  renewPush,
} from '../../notifications/push/queries.ts';
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
      <List devices={devices} own={here.data?.digest ?? null} />
    </>
  );
}

function List({ devices: { items }, own }: { readonly devices: PushDevices; readonly own: string | null }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const testing = useMutation({
    mutationFn: ({ id }: PushDevice) => call('test-push-device', { params: { id } }),
    // A device that is gone leaves the list; what was said of it stays.
    onSettled: () => renewPush(queryClient),
  });
  const { variables: tested } = testing;
  return (
    <Card title={t('notification.push.devices')} flush={items.length > 0}>
      {items.length === 0 ? (
        <p className={classes.lead}>{t('notification.push.none')}</p>
      ) : (
        <DeviceTable
          devices={items}
          own={own}
          testing={testing.isPending ? (tested?.id ?? null) : null}
          onTest={testing.mutate}
        />
      )}
      {!testing.isIdle && !testing.isPending && (
        <div className={items.length > 0 ? classes.said : undefined}>
          <ProblemNote error={testing.error} />
          {testing.isSuccess && (
            <p className={classes.lead} role="status">
              {t('notification.push.tested', { name: tested?.name })}
            </p>
          )}
        </div>
      )}
    </Card>
  );
}
