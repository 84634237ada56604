import { Button, Skeleton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { renewSession } from '../../api/session.ts';
import { useZone } from '../../api/workspace.ts';
import { Confirm } from '../../form/confirm.tsx';
import { useFormat } from '../../format/use-format.ts';
import { Card } from '../../ui/card.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import tableClasses from '../../ui/table.module.css';
import { type OpenSession, sessionsQuery } from '../queries.ts';
import classes from '../settings.module.css';
import { deviceName } from './device-name.ts';

/** Where one is signed in, and the way to end it everywhere. */
export function Sessions() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const answer = useQuery(sessionsQuery);
  const [asking, { open, close }] = useDisclosure(false);
  return (
    <Card
      title={t('security.sessions')}
      help={t('security.sessionsLead')}
      aside={
        <Button variant="default" size="xs" onClick={open}>
          {t('security.everywhere')}
        </Button>
      }
      flush
    >
      {answer.isError && <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Skeleton height={80} m={16} width="auto" />}
      {answer.data !== undefined && (
        <ScrollRegion label={t('security.sessions')}>
          <table className={tableClasses.table}>
            <thead>
              <tr>
                <th scope="col">{t('security.device')}</th>
                <th scope="col">{t('security.address')}</th>
                <th scope="col" className={tableClasses.number}>
                  {t('security.since')}
                </th>
                <th scope="col" className={tableClasses.number}>
                  {t('access.lastSeen')}
                </th>
              </tr>
            </thead>
            <tbody>
              {answer.data.map((session) => (
                <Row key={session.id} session={session} />
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      {asking && (
        <Confirm
          title={t('security.everywhereTitle')}
          lead={t('security.everywhereLead')}
          action={t('security.everywhere')}
          run={() => call('sign-out-everywhere', {})}
          onDone={() => void renewSession(queryClient)}
          onClose={close}
        />
      )}
    </Card>
  );
}

function Row({ session }: { readonly session: OpenSession }) {
  const { t } = useTranslation();
  const format = useFormat();
  const zone = useZone();
  return (
    <tr>
      <th scope="row">
        <span title={session.userAgent ?? undefined}>
          {deviceName(session.userAgent) ?? t('security.unknownDevice')}
        </span>{' '}
        {session.current && <span className={classes.badge}>{t('security.thisOne')}</span>}
      </th>
      <td>{session.address ?? '–'}</td>
      <td className={tableClasses.number}>{format.instant(session.createdAt, zone)}</td>
      <td className={tableClasses.number}>{format.instant(session.lastSeenAt, zone)}</td>
    </tr>
  );
}
