import { Button, Skeleton } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { Confirm } from '../../form/confirm.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { NewSecret } from '../new-secret.tsx';
import { type ChannelView, channelsQuery } from '../queries.ts';
import classes from '../settings.module.css';
import { SettingsPage } from '../settings-page.tsx';
import { ChannelLog } from './channel-log.tsx';
import { ChannelSheet } from './channel-sheet.tsx';
import { ChannelTable } from './channel-table.tsx';

/** Where warnings and escalations go beside members: made, tried, and followed by what was sent. */
export function ChannelsPage() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const answer = useQuery(channelsQuery);
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<ChannelView | null>(null);
  const [rotating, setRotating] = useState<ChannelView | null>(null);
  const [logged, setLogged] = useState<ChannelView | null>(null);
  const renew = () => void queryClient.invalidateQueries({ queryKey: channelsQuery.queryKey });
  const { data } = answer;
  const add = (
    <Button size="xs" onClick={() => setAdding(true)}>
      {t('channel.add')}
    </Button>
  );
  return (
    <SettingsPage title={t('channel.title')} lead={t('channel.lead')} actions={add}>
      {answer.isError && <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Skeleton height={160} radius="md" />}
      {data?.mail === false && (
        <p className={classes.text} role="note">
          {t('channel.noMail')}
        </p>
      )}
      {data?.items.length === 0 && (
        <Card flush>
          <EmptyState title={t('channel.none')}>{t('channel.noneLead')}</EmptyState>
        </Card>
      )}
      {data !== undefined && data.items.length > 0 && (
        <Card flush>
          <ChannelTable channels={data.items} onLog={setLogged} onRemove={setRemoving} onRotate={setRotating} />
        </Card>
      )}
      {adding && (
        <ChannelSheet
          onClose={() => {
            setAdding(false);
            renew();
          }}
        />
      )}
      {logged !== null && <ChannelLog channel={logged} onClose={() => setLogged(null)} />}
      {removing !== null && (
        <Confirm
          title={t('channel.removeTitle', { name: removing.name })}
          lead={t('channel.removeLead')}
          action={t('channel.remove')}
          run={() => call('remove-channel', { params: { id: removing.id } })}
          onDone={renew}
          onClose={() => setRemoving(null)}
        />
      )}
      {rotating !== null && (
        <NewSecret
          name={rotating.name}
          run={async () => (await call('rotate-channel', { params: { id: rotating.id } })).key}
          onClose={() => {
            setRotating(null);
            renew();
          }}
        />
      )}
    </SettingsPage>
  );
}
