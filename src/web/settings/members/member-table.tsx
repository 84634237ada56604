import { Button, Skeleton } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoleText } from '../../access/use-role-text.ts';
import { call } from '../../api/client.ts';
import { sessionQuery, useSession } from '../../api/session.ts';
import { useZone } from '../../api/workspace.ts';
import { Confirm } from '../../form/confirm.tsx';
import { useFormat } from '../../format/use-format.ts';
import { Card } from '../../ui/card.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import tableClasses from '../../ui/table.module.css';
import { Verdict } from '../../ui/verdict.tsx';
import { type Member, membersQuery } from '../queries.ts';
import classes from '../settings.module.css';
import { mayChange } from './assignable.ts';
import { MemberSheet } from './member-sheet.tsx';
import { Sees } from './sees.tsx';

type Asked = { readonly what: 'change' | 'remove'; readonly member: Member };

export function MemberTable() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { user } = useSession();
  const answer = useQuery(membersQuery);
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  const removed = async (id: string) => {
    await queryClient.invalidateQueries({ queryKey: (id === user.id ? sessionQuery : membersQuery).queryKey });
  };
  if (answer.isError) return <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />;
  if (answer.data === undefined) return <Skeleton height={200} radius="md" />;
  return (
    <Card flush>
      <ScrollRegion label={t('settings.members')}>
        <table className={tableClasses.table}>
          <thead>
            <tr>
              <th scope="col">{t('form.name')}</th>
              <th scope="col">{t('access.role')}</th>
              <th scope="col">{t('access.sees')}</th>
              <th scope="col">{t('member.twoFactor')}</th>
              <th scope="col" className={tableClasses.number}>
                {t('access.lastSeen')}
              </th>
              <th scope="col">
                <span className="visually-hidden">{t('access.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {answer.data.map((member) => (
              <Row key={member.id} member={member} onAsk={(what) => setAsked({ what, member })} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {asked?.what === 'change' && <MemberSheet member={asked.member} onClose={close} />}
      {asked?.what === 'remove' && (
        <Confirm
          title={t('member.removeTitle', { name: asked.member.name })}
          lead={t('member.removeLead')}
          action={t('member.remove')}
          run={() => call('remove-member', { params: { id: asked.member.id } })}
          onDone={() => void removed(asked.member.id)}
          onClose={close}
        />
      )}
    </Card>
  );
}

function Row({ member, onAsk }: { readonly member: Member; readonly onAsk: (what: Asked['what']) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const roleText = useRoleText();
  const zone = useZone();
  const { user, workspace } = useSession();
  const may = mayChange(workspace?.role ?? null, member.role);
  const { name } = member;
  return (
    <tr>
      <th scope="row">
        {name} {member.id === user.id && <span className={classes.badge}>{t('member.you')}</span>}
        <span className={tableClasses.sub}>{member.email}</span>
      </th>
      <td>{roleText(member.role).label}</td>
      <td>
        <Sees {...member} />
      </td>
      <td>
        <Verdict
          kind={member.twoFactor ? 'met' : 'none'}
          label={t(member.twoFactor ? 'security.on' : 'security.off')}
        />
      </td>
      <td className={tableClasses.number}>
        {member.lastSeenAt === null ? t('access.never') : format.instant(member.lastSeenAt, zone)}
      </td>
      <td>
        {may && (
          <div className={classes.rowActions}>
            <Button variant="subtle" size="compact-xs" onClick={() => onAsk('change')}>
              {t('member.change')}
              <span className="visually-hidden">, {name}</span>
            </Button>
            <Button variant="subtle" color="gray" size="compact-xs" onClick={() => onAsk('remove')}>
              {t('member.remove')}
              <span className="visually-hidden">, {name}</span>
            </Button>
          </div>
        )}
      </td>
    </tr>
  );
}
