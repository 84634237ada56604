import { ActionIcon, Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { useZone } from '../../api/workspace.ts';
import { Confirm } from '../../form/confirm.tsx';
import { ProblemNote } from '../../form/problem-note.tsx';
import { useFormat } from '../../format/use-format.ts';
import { type Device, devicesQuery, thisDeviceQuery } from '../../notifications/queries.ts';
import tableClasses from '../../ui/table.module.css';
import { deviceName } from '../security/device-name.ts';
import settingsClasses from '../settings.module.css';
import classes from './notifications.module.css';

/** A device with when it was told last, a test message, and the way to remove it. */
export function DeviceRow({ device }: { readonly device: Device }) {
  const { t } = useTranslation();
  const format = useFormat();
  const zone = useZone();
  const queryClient = useQueryClient();
  const here = useQuery(thisDeviceQuery).data === device.endpointHash;
  const renew = () => queryClient.invalidateQueries({ queryKey: devicesQuery.queryKey });
  const [asking, { open, close }] = useDisclosure(false);
  const params = { id: device.id };
  const testing = useMutation({ mutationFn: () => call('test-device', { params }), onSettled: renew });
  const name = deviceName(device.userAgent) ?? t('device.unknown');
  return (
    <tr>
      <th scope="row">
        {name} {here && <span className={settingsClasses.badge}>{t('security.thisOne')}</span>}
        {device.failure !== null && <p className={classes.failure}>{t('device.failed', { reason: device.failure })}</p>}
        {testing.isSuccess && (
          <p className={classes.lead} role="status">
            {t('device.tested')}
          </p>
        )}
        <ProblemNote error={testing.error} />
      </th>
      <td className={tableClasses.number}>{format.instant(device.createdAt, zone)}</td>
      <td className={tableClasses.number}>
        {device.lastSentAt === null ? t('device.never') : format.instant(device.lastSentAt, zone)}
      </td>
      <td>
        <div className={classes.tools}>
          <Button variant="default" size="xs" loading={testing.isPending} onClick={() => testing.mutate()}>
            {t('device.test')}
          </Button>
          <ActionIcon variant="subtle" color="gray" aria-label={t('device.remove', { name })} onClick={open}>
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </div>
        {asking && (
          <Confirm
            title={t('device.removeTitle')}
            lead={t('device.removeLead', { name })}
            action={t('device.removeAction')}
            run={() => call('remove-device', { params })}
            onDone={() => void renew()}
            onClose={close}
          />
        )}
      </td>
    </tr>
  );
}
