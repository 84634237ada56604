import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnswerOf } from '#contract/client.ts';
import { useRoleText } from '../../access/use-role-text.ts';
import { call } from '../../api/client.ts';
import { useZone } from '../../api/workspace.ts';
import { Confirm } from '../../form/confirm.tsx';
import { ProblemNote } from '../../form/problem-note.tsx';
import { useFormat } from '../../format/use-format.ts';
import { currentLanguage } from '../../i18n/setup.ts';
import { Card } from '../../ui/card.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import tableClasses from '../../ui/table.module.css';
import { type Invitation, invitationsQuery } from '../queries.ts';
import classes from '../settings.module.css';
import { InvitationLink } from './invitation-link.tsx';
import { Sees } from './sees.tsx';

/** Invitations nobody has accepted yet. Asking again makes a new link, and the earlier one ends. */
export function PendingInvitations() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const answer = useQuery(invitationsQuery);
  const [sent, setSent] = useState<AnswerOf<'invite-member'> | null>(null);
  const [revoking, setRevoking] = useState<Invitation | null>(null);
  const again = useMutation({
    mutationFn: ({ email, role, teams, agents }: Invitation) =>
      call('invite-member', { body: { email, role, teams, agents, language: currentLanguage() } }),
    onSuccess: (made) => {
      setSent(made);
      void queryClient.invalidateQueries({ queryKey: invitationsQuery.queryKey });
    },
  });
  if (answer.isError) return <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />;
  if (answer.data === undefined || answer.data.length === 0) return null;
  return (
    <>
      {sent !== null && <InvitationLink sent={sent} />}
      <ProblemNote error={again.error} />
      <Card title={t('member.pending')} help={t('member.pendingLead')} flush>
        <ScrollRegion label={t('member.pending')}>
          <table className={tableClasses.table}>
            <thead>
              <tr>
                <th scope="col">{t('form.email')}</th>
                <th scope="col">{t('access.role')}</th>
                <th scope="col">{t('access.sees')}</th>
                <th scope="col">{t('member.invitedBy')}</th>
                <th scope="col" className={tableClasses.number}>
                  {t('access.expires')}
                </th>
                <th scope="col">
                  <span className="visually-hidden">{t('access.actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {answer.data.map((invitation) => (
                <Row
                  key={invitation.id}
                  invitation={invitation}
                  busy={again.isPending}
                  onAgain={() => again.mutate(invitation)}
                  onRevoke={() => setRevoking(invitation)}
                />
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      </Card>
      {revoking !== null && (
        <Confirm
          title={t('member.revokeTitle', { email: revoking.email })}
          lead={t('member.revokeLead')}
          action={t('member.revoke')}
          run={() => call('revoke-invitation', { params: { id: revoking.id } })}
          onDone={() => {
            setSent(null);
            void queryClient.invalidateQueries({ queryKey: invitationsQuery.queryKey });
          }}
          onClose={() => setRevoking(null)}
        />
      )}
    </>
  );
}

interface RowProps {
  readonly invitation: Invitation;
  readonly busy: boolean;
  readonly onAgain: () => void;
  readonly onRevoke: () => void;
}

function Row({ invitation, busy, onAgain, onRevoke }: RowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const roleText = useRoleText();
  const zone = useZone();
  const { email, role, expiresAt, invitedBy } = invitation;
  const over = Date.parse(expiresAt) < Date.now();
  return (
    <tr>
      <th scope="row">{email}</th>
      <td>{roleText(role).label}</td>
      <td>
        <Sees {...invitation} />
      </td>
      <td>{invitedBy ?? '–'}</td>
      <td className={tableClasses.number}>
        {over ? (
          <span className={`${classes.badge} ${classes.due}`}>{t('access.expired')}</span>
        ) : (
          format.instant(expiresAt, zone)
        )}
      </td>
      <td>
        <div className={classes.rowActions}>
          <Button variant="subtle" size="compact-xs" disabled={busy} onClick={onAgain}>
            {t('member.newLink')}
            <span className="visually-hidden">, {email}</span>
          </Button>
          <Button variant="subtle" color="gray" size="compact-xs" onClick={onRevoke}>
            {t('member.revoke')}
            <span className="visually-hidden">, {email}</span>
          </Button>
        </div>
      </td>
    </tr>
  );
}
