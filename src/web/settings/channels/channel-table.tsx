import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { useZone } from '../../api/workspace.ts';
import { ProblemNote } from '../../form/problem-note.tsx';
import { useFormat } from '../../format/use-format.ts';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import tableClasses from '../../ui/table.module.css';
import { type ChannelView, messagesQuery } from '../queries.ts';
import classes from '../settings.module.css';

interface Props {
  readonly channels: readonly ChannelView[];
  readonly onLog: (channel: ChannelView) => void;
  readonly onRemove: (channel: ChannelView) => void;
  readonly onRotate: (channel: ChannelView) => void;
}

export function ChannelTable({ channels, ...props }: Props) {
  const { t } = useTranslation();
  return (
    <ScrollRegion label={t('channel.title')}>
      <table className={tableClasses.table}>
        <thead>
          <tr>
            <th scope="col">{t('channel.name')}</th>
            <th scope="col">{t('channel.kind')}</th>
            <th scope="col">{t('channel.leads')}</th>
            <th scope="col">{t('channel.language')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('access.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {channels.map((channel) => (
            <Row key={channel.id} channel={channel} {...props} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Row({ channel, onLog, onRemove, onRotate }: { readonly channel: ChannelView } & Omit<Props, 'channels'>) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const format = useFormat();
  const zone = useZone();
  const { id, name, kind, hint, language, oldKeyUntil } = channel;
  const testing = useMutation({
    mutationFn: () => call('test-channel', { params: { id } }),
    onSettled: () => void queryClient.invalidateQueries({ queryKey: messagesQuery(id).queryKey }),
  });
  const quiet = { variant: 'subtle', color: 'gray', size: 'compact-xs' } as const;
  const of = <span className="visually-hidden">, {name}</span>;
  return (
    <tr>
      <th scope="row">
        {name}
        <span className={tableClasses.sub}>{id}</span>
        {oldKeyUntil !== null && (
          <span className={tableClasses.sub}>{t('secret.oldUntil', { when: format.instant(oldKeyUntil, zone) })}</span>
        )}
      </th>
      <td>{t(`channel.kinds.${kind}`)}</td>
      <td>{hint}</td>
      <td>{t(language === 'fr' ? 'common.french' : 'common.english')}</td>
      <td>
        <div className={classes.rowActions}>
          <Button {...quiet} loading={testing.isPending} onClick={() => testing.mutate()}>
            {t(testing.isPending ? 'channel.testing' : 'channel.test')}
            {of}
          </Button>
          <Button {...quiet} onClick={() => onLog(channel)}>
            {t('channel.log')}
            {of}
          </Button>
          {kind === 'webhook' && (
            <Button {...quiet} onClick={() => onRotate(channel)}>
              {t('secret.make')}
              {of}
            </Button>
          )}
          <Button {...quiet} onClick={() => onRemove(channel)}>
            {t('channel.remove')}
            {of}
          </Button>
        </div>
        <ProblemNote error={testing.error} />
        {testing.data !== undefined && (
          <p className={`${classes.text} ${classes.wrapCell}`} role="status">
            {testing.data.answer ?? t('channel.tested')}
          </p>
        )}
      </td>
    </tr>
  );
}
