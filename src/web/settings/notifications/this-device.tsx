import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ApiError } from '#contract/client.ts';
import { call } from '../../api/client.ts';
import { ProblemNote } from '../../form/problem-note.tsx';
import { type PushState, subscribe, unsubscribe } from '../../notifications/push/browser-push.ts';
import { type PushDevices, renewPush } from '../../notifications/push/queries.ts';
import { deviceName } from '../security/device-name.ts';
import classes from './notifications.module.css';

interface Props {
  readonly state: PushState;
  readonly devices: PushDevices;
  /** Of this browser, where it subscribed. */
  readonly digest: string | null;
}

const texts = { insecure: 'insecure', unsupported: 'unsupported', 'home-screen': 'homeScreen' } as const;

/** Whether one is notified in this browser, and the button that changes it. */
export function ThisDevice({ state, devices, digest }: Props) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const settled = { onSettled: () => renewPush(queryClient) };
  const turningOn = useMutation({ mutationFn: () => turnOn(devices, t('security.unknownDevice')), ...settled });
  const turningOff = useMutation({ mutationFn: () => turnOff(devices, digest), ...settled });
  if (state !== 'on' && state !== 'off') {
    const text = state === 'blocked' ? 'blocked' : texts[state];
    return (
      <p className={classes.lead} role="status">
        {t(`notification.push.${text}`)}
      </p>
    );
  }
  const { error, isPending, mutate } = state === 'on' ? turningOff : turningOn;
  return (
    <div className={classes.here}>
      <p className={classes.state} role="status">
        {t(`notification.push.${state}`)}
      </p>
      <Button size="xs" variant={state === 'on' ? 'default' : 'filled'} loading={isPending} onClick={() => mutate()}>
        {t(state === 'on' ? 'notification.push.turnOff' : 'notification.push.turnOn')}
      </Button>
      {error !== null && <Failure error={error} />}
    </div>
  );
}

function Failure({ error }: { readonly error: Error }) {
  const { t } = useTranslation();
  if (error instanceof ApiError) return <ProblemNote error={error} />;
  return (
    <p className={classes.failure} role="alert">
      {t('notification.push.failed', { reason: error.message.replace(/\.$/, '') })}
    </p>
  );
}

async function turnOn({ publicKey }: PushDevices, unknown: string): Promise<void> {
  const subscribed = await subscribe(publicKey);
  if (subscribed === null) return;
  const name = deviceName(navigator.userAgent) ?? unknown;
  await call('add-push-device', { body: { name, ...subscribed } });
}

async function turnOff({ items }: PushDevices, digest: string | null): Promise<void> {
  const own = items.find((one) => one.digest === digest);
  if (own !== undefined) await call('remove-push-device', { params: { id: own.id } });
  await unsubscribe();
}
