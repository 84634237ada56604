import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconUserPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/session.ts';
import { SettingsPage } from '../settings-page.tsx';
import { InviteSheet } from './invite-sheet.tsx';
import { MemberTable } from './member-table.tsx';
import { PendingInvitations } from './pending-invitations.tsx';

/** Who works in the workspace, as what, and who is about to. */
export function MembersPage() {
  const { t } = useTranslation();
  const { workspace } = useSession();
  const [inviting, { open, close }] = useDisclosure(false);
  return (
    <SettingsPage
      title={t('settings.members')}
      lead={t('member.lead', { workspace: workspace?.name ?? '' })}
      actions={
        <Button size="xs" leftSection={<IconUserPlus size={15} aria-hidden />} onClick={open}>
          {t('member.invite')}
        </Button>
      }
    >
      <MemberTable />
      <PendingInvitations />
      {inviting && <InviteSheet onClose={close} />}
    </SettingsPage>
  );
}
