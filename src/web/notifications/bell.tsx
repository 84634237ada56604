import { ActionIcon, Skeleton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBell } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/session.ts';
import { SideSheet } from '../ui/side-sheet.tsx';
import classes from './notifications.module.css';
import { notificationsQuery, unreadQuery } from './queries.ts';

const NotificationList = lazy(async () => ({ default: (await import('./notification-list.tsx')).NotificationList }));

/** How many things the reader was told and has not read; it opens their list. */
export function Bell() {
  return useSession().workspace === null ? null : <OfMember />;
}

function OfMember() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [opened, { open, close }] = useDisclosure(false);
  const unread = useQuery(unreadQuery).data ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is read again when there is something new
  useEffect(() => {
    void queryClient.invalidateQueries({ queryKey: notificationsQuery.queryKey });
  }, [unread, queryClient]);
  const label = unread === 0 ? t('notification.bellNone') : t('notification.bell', { count: unread });
  return (
    <>
      <ActionIcon
        className={classes.bell}
        variant="subtle"
        color="gray"
        size={34}
        aria-label={label}
        aria-haspopup="dialog"
        onClick={open}
      >
        <IconBell size={18} aria-hidden />
        {unread > 0 && (
          <span className={classes.count} aria-hidden>
            {unread > 99 ? '99+' : unread}
          </span>
        )}
      </ActionIcon>
      <SideSheet opened={opened} onClose={close} side="right" size="min(420px, 100vw)" title={t('notification.title')}>
        <Suspense fallback={<Skeleton height={200} />}>
          <NotificationList onClose={close} />
        </Suspense>
      </SideSheet>
    </>
  );
}
