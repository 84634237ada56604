import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useZone } from '../../api/workspace.ts';
import { useFormat } from '../../format/use-format.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import { SideSheet } from '../../ui/side-sheet.tsx';
import tableClasses from '../../ui/table.module.css';
import { type ChannelView, messagesQuery } from '../queries.ts';
import classes from '../settings.module.css';

interface Props {
  readonly channel: ChannelView;
  readonly onClose: () => void;
}

/** What a channel was sent, how it went, and when what was not taken is tried again. */
export function ChannelLog({ channel, onClose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const zone = useZone();
  const answer = useQuery(messagesQuery(channel.id));
  const title = t('channel.logTitle', { name: channel.name });
  return (
    <SideSheet opened onClose={onClose} side="right" size="min(560px, 100vw)" title={title}>
      <div className={classes.sheet}>
        {answer.isError && <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />}
        {answer.isPending && <Skeleton height={160} />}
        {answer.data?.length === 0 && <p className={classes.text}>{t('channel.logNone')}</p>}
        {answer.data !== undefined && answer.data.length > 0 && (
          <table className={tableClasses.table}>
            <tbody>
              {answer.data.map(({ id, topic, items, state, attempts, createdAt, sendAt, answer: said }) => (
                <tr key={id}>
                  <th scope="row" className={classes.wrapCell}>
                    {t(`channel.topics.${topic}`)}
                    {items > 0 && <> · {t('channel.of', { count: items })}</>}
                    {said !== null && <span className={classes.text}> {said}</span>}
                  </th>
                  <td>
                    {t(`channel.states.${state}`)}
                    {attempts > 1 && (
                      <span className={tableClasses.sub}>{t('channel.attempts', { count: attempts })}</span>
                    )}
                    {sendAt !== null && attempts > 0 && (
                      <span className={tableClasses.sub}>
                        {t('channel.again', { when: format.instant(sendAt, zone) })}
                      </span>
                    )}
                  </td>
                  <td className={tableClasses.number}>{format.instant(createdAt, zone)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </SideSheet>
  );
}
