import { ActionIcon, Button, Skeleton } from '@mantine/core';
import { IconMail, IconMailOpened } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { useZone } from '../api/workspace.ts';
import { ProblemNote } from '../form/problem-note.tsx';
import { useFormat } from '../format/use-format.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ProblemView } from '../ui/problem-view.tsx';
import classes from './notifications.module.css';
import { type Notification, notificationsQuery } from './queries.ts';

interface Props {
  readonly onClose: () => void;
}

/** What the reader was told, the newest first; each leads to its place and is read by then. */
export function NotificationList({ onClose }: Props) {
  const { t } = useTranslation();
  const answer = useInfiniteQuery(notificationsQuery);
  const renew = useRenew();
  const all = useMutation({ mutationFn: () => call('mark-all-notifications', {}), onSuccess: renew });
  if (answer.isError && answer.data === undefined) {
    return <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  if (answer.data === undefined) return <Skeleton height={200} />;
  const items = answer.data.pages.flatMap((page) => page.items);
  const unread = answer.data.pages[0]?.unread ?? 0;
  return (
    <>
      <div className={classes.tools}>
        <Link to="/settings/notifications" onClick={onClose}>
          {t('notification.preferences')}
        </Link>
        {unread > 0 && (
          <Button variant="default" size="xs" loading={all.isPending} onClick={() => all.mutate()}>
            {t('notification.allRead')}
          </Button>
        )}
      </div>
      <ProblemNote error={all.error} />
      {items.length === 0 ? (
        <EmptyState title={t('notification.none')}>{t('notification.noneLead')}</EmptyState>
      ) : (
        <ul className={classes.list}>
          {items.map((item) => (
            <Item key={item.id} item={item} onClose={onClose} />
          ))}
        </ul>
      )}
      {answer.hasNextPage && (
        <Button
          variant="default"
          size="xs"
          loading={answer.isFetchingNextPage}
          onClick={() => void answer.fetchNextPage()}
        >
          {t('notification.more')}
        </Button>
      )}
    </>
  );
}

function useRenew() {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: ['notifications'] });
}

function Item({ item, onClose }: { readonly item: Notification; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const zone = useZone();
  const { history } = useRouter();
  const renew = useRenew();
  const marking = useMutation({
    mutationFn: (read: boolean) => call('mark-notification', { params: { id: item.id }, body: { read } }),
    onSuccess: renew,
  });
  const unread = item.readAt === null;
  const open = (event: MouseEvent) => {
    if (unread) marking.mutate(true);
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onClose();
    history.push(item.link);
  };
  return (
    <li className={classes.item} data-unread={unread || undefined}>
      <div>
        <a className={classes.link} href={item.link} onClick={open}>
          {unread && (
            <span className="visually-hidden">{t('common.pair', { name: t('notification.isUnread'), value: '' })}</span>
          )}
          {item.text}
        </a>
        {item.excerpt !== null && <p className={classes.excerpt}>{item.excerpt}</p>}
        <time className={classes.when} dateTime={item.createdAt}>
          {format.instant(item.createdAt, zone)}
        </time>
        <ProblemNote error={marking.error} />
      </div>
      <ActionIcon
        variant="subtle"
        color="gray"
        loading={marking.isPending}
        aria-label={unread ? t('notification.markRead') : t('notification.markUnread')}
        onClick={() => marking.mutate(unread)}
      >
        {unread ? <IconMailOpened size={16} aria-hidden /> : <IconMail size={16} aria-hidden />}
      </ActionIcon>
    </li>
  );
}
