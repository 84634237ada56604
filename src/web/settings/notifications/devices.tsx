import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Device, devicesQuery } from '../../notifications/queries.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import tableClasses from '../../ui/table.module.css';
import { DeviceRow } from './device-row.tsx';
import classes from './notifications.module.css';
import { ThisDevice } from './this-device.tsx';

/** The devices on which one is told while Vigie is closed. */
export function Devices() {
  const { t } = useTranslation();
  const answer = useQuery(devicesQuery);
  return (
    <Card title={t('device.title')} help={t('device.lead')}>
      {answer.isError && <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Skeleton height={120} />}
      {answer.data !== undefined && (
        <div className={classes.devices}>
          <ThisDevice {...answer.data} />
          <List items={answer.data.items} />
        </div>
      )}
    </Card>
  );
}

function List({ items }: { readonly items: readonly Device[] }) {
  const { t } = useTranslation();
  if (items.length === 0) return <EmptyState title={t('device.none')}>{t('device.noneLead')}</EmptyState>;
  return (
    <ScrollRegion label={t('device.title')}>
      <table className={tableClasses.table}>
        <thead>
          <tr>
            <th scope="col">{t('device.name')}</th>
            <th scope="col" className={tableClasses.number}>
              {t('device.since')}
            </th>
            <th scope="col" className={tableClasses.number}>
              {t('device.lastSent')}
            </th>
            <th scope="col">
              <span className="visually-hidden">{t('access.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((device) => (
            <DeviceRow key={device.id} device={device} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
