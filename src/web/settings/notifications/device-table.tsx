import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { useZone } from '../../api/workspace.ts';
import { Confirm } from '../../form/confirm.tsx';
import { useFormat } from '../../format/use-format.ts';
import { unsubscribe } from '../../notifications/push/browser-push.ts';
import { type PushDevice, renewPush } from '../../notifications/push/queries.ts';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import tableClasses from '../../ui/table.module.css';
import classes from '../settings.module.css';

interface Props {
  readonly devices: readonly PushDevice[];
  /** The digest of this browser, where it is one of them. */
  readonly own: string | null;
  /** The id of the one that is being tested. */
  readonly testing: string | null;
  readonly onTest: (device: PushDevice) => void;
}

/** Every device of one's own, with a test and a way to remove it. */
export function DeviceTable({ devices, own, testing, onTest }: Props) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [removing, setRemoving] = useState<PushDevice | null>(null);
  return (
    <>
      <ScrollRegion label={t('notification.push.devices')}>
        <table className={tableClasses.table}>
          <thead>
            <tr>
              <th scope="col">{t('notification.push.name')}</th>
              <th scope="col" className={tableClasses.number}>
                {t('notification.push.added')}
              </th>
              <th scope="col" className={tableClasses.number}>
                {t('notification.push.lastSent')}
              </th>
              <th scope="col">
                <span className="visually-hidden">{t('access.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {devices.map((device) => (
              <Row
                key={device.id}
                device={device}
                isOwn={device.digest === own}
                isTesting={device.id === testing}
                onTest={onTest}
                onRemove={setRemoving}
              />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {removing !== null && (
        <Confirm
          title={t('notification.push.removeTitle', { name: removing.name })}
          lead={t('notification.push.removeLead')}
          action={t('notification.push.remove')}
          run={async () => {
            await call('remove-push-device', { params: { id: removing.id } });
            if (removing.digest === own) await unsubscribe();
          }}
          onDone={() => void renewPush(queryClient)}
          onClose={() => setRemoving(null)}
        />
      )}
    </>
  );
}

interface RowProps {
  readonly device: PushDevice;
  readonly isOwn: boolean;
  readonly isTesting: boolean;
  readonly onTest: (device: PushDevice) => void;
  readonly onRemove: (device: PushDevice) => void;
}

function Row({ device, isOwn, isTesting, onTest, onRemove }: RowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const zone = useZone();
  const { name, createdAt, sentAt } = device;
  const quiet = { variant: 'subtle', color: 'gray', size: 'compact-xs' } as const;
  const of = <span className="visually-hidden">, {name}</span>;
  return (
    <tr>
      <th scope="row">
        {name} {isOwn && <span className={classes.badge}>{t('notification.push.thisOne')}</span>}
      </th>
      <td className={tableClasses.number}>{format.instant(createdAt, zone)}</td>
      <td className={tableClasses.number}>
        {sentAt === null ? t('notification.push.never') : format.instant(sentAt, zone)}
      </td>
      <td>
        <div className={classes.rowActions}>
          <Button {...quiet} loading={isTesting} onClick={() => onTest(device)}>
            {t('notification.push.test')}
            {of}
          </Button>
          <Button {...quiet} onClick={() => onRemove(device)}>
            {t('notification.push.remove')}
            {of}
          </Button>
        </div>
      </td>
    </tr>
  );
}
