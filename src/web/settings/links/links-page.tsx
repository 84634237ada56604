import { Button, Skeleton } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { composedId } from '#presentation/question/composed-id.ts';
import { call } from '../../api/client.ts';
import { reportsQuery } from '../../api/queries.ts';
import { useZone } from '../../api/workspace.ts';
import { Confirm } from '../../form/confirm.tsx';
import { useFormat } from '../../format/use-format.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import tableClasses from '../../ui/table.module.css';
import { linksQuery, type SharedLink } from '../queries.ts';
import classes from '../settings.module.css';
import { SettingsPage } from '../settings-page.tsx';

/** Reports shared by a link: what, by whom, until when, and the way to end it. */
export function LinksPage() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const answer = useQuery(linksQuery);
  const [revoking, setRevoking] = useState<SharedLink | null>(null);
  return (
    <SettingsPage title={t('settings.links')} lead={t('share.listLead')}>
      {answer.isError && <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Skeleton height={160} radius="md" />}
      {answer.data?.length === 0 && (
        <Card flush>
          <EmptyState
            title={t('share.none')}
            action={
              <Button renderRoot={(props) => <Link to="/reports" {...props} />} variant="default" size="xs">
                {t('share.openReports')}
              </Button>
            }
          >
            {t('share.noneLead')}
          </EmptyState>
        </Card>
      )}
      {answer.data !== undefined && answer.data.length > 0 && (
        <Card flush>
          <LinkTable links={answer.data} onRevoke={setRevoking} />
        </Card>
      )}
      {revoking !== null && (
        <Confirm
          title={t('share.revokeTitle', { title: revoking.title })}
          lead={t('share.revokeLead')}
          action={t('share.revoke')}
          run={() => call('revoke-link', { params: { id: revoking.id } })}
          onDone={() => void queryClient.invalidateQueries({ queryKey: linksQuery.queryKey })}
          onClose={() => setRevoking(null)}
        />
      )}
    </SettingsPage>
  );
}

interface Props {
  readonly links: readonly SharedLink[];
  readonly onRevoke: (link: SharedLink) => void;
}

function LinkTable({ links, onRevoke }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const zone = useZone();
  const reports = useQuery(reportsQuery).data ?? [];
  const titleOf = (id: string | null) => {
    if (id === null) return t('common.dashboard');
    if (id === composedId) return t('compose.title');
    if (id === 'wall') return t('wall.shared');
    const report = reports.find((each) => each.id === id);
    return report === undefined ? id : format.text(report.title);
  };
  return (
    <ScrollRegion label={t('settings.links')}>
      <table className={tableClasses.table}>
        <thead>
          <tr>
            <th scope="col">{t('share.title')}</th>
            <th scope="col">{t('form.password')}</th>
            <th scope="col">{t('access.createdBy')}</th>
            <th scope="col" className={tableClasses.number}>
              {t('share.lastOpened')}
            </th>
            <th scope="col" className={tableClasses.number}>
              {t('access.expires')}
            </th>
            <th scope="col">
              <span className="visually-hidden">{t('access.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {links.map((link) => (
            <tr key={link.id}>
              <th scope="row">
                {link.title}
                <span className={tableClasses.sub}>{titleOf(link.report)}</span>
              </th>
              <td>{t(link.hasPassword ? 'share.withPassword' : 'share.withoutPassword')}</td>
              <td>{link.createdBy ?? '–'}</td>
              <td className={tableClasses.number}>
                {link.lastOpenedAt === null ? t('access.never') : format.instant(link.lastOpenedAt, zone)}
              </td>
              <td className={tableClasses.number}>
                {Date.parse(link.expiresAt) < Date.now() ? (
                  <span className={`${classes.badge} ${classes.due}`}>{t('access.expired')}</span>
                ) : (
                  format.instant(link.expiresAt, zone)
                )}
              </td>
              <td>
                <div className={classes.rowActions}>
                  <Button variant="subtle" color="gray" size="compact-xs" onClick={() => onRevoke(link)}>
                    {t('share.revoke')}
                    <span className="visually-hidden">, {link.title}</span>
                  </Button>
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
