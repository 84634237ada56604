import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useRoleText } from '../../access/use-role-text.ts';
import { call } from '../../api/client.ts';
import { sessionQuery, useSession } from '../../api/session.ts';
import { Choices } from '../../form/choices.tsx';
import { ProblemNote } from '../../form/problem-note.tsx';
import { useApiForm } from '../../form/use-api-form.ts';
import { SideSheet } from '../../ui/side-sheet.tsx';
import { type Member, membersQuery } from '../queries.ts';
import classes from '../settings.module.css';
import { assignableBy } from './assignable.ts';
import { SightPicker } from './sight-picker.tsx';

interface Props {
  readonly member: Member;
  readonly onClose: () => void;
}

/** The role of a member, and what they see. */
export function MemberSheet({ member, onClose }: Props) {
  const { t } = useTranslation();
  const roleText = useRoleText();
  const queryClient = useQueryClient();
  const { user, workspace } = useSession();
  const { form, onSubmit, pending, error } = useApiForm({
    initialValues: { role: member.role, teams: member.teams, agents: member.agents },
    send: (body) => call('update-member', { params: { id: member.id }, body }),
    onDone: async () => {
      void queryClient.invalidateQueries({ queryKey: membersQuery.queryKey });
      if (member.id === user.id) await queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
      onClose();
    },
  });
  return (
    <SideSheet opened onClose={onClose} side="right" size="min(480px, 100vw)" title={member.name}>
      <form className={classes.sheet} onSubmit={onSubmit} noValidate>
        <p className={classes.text}>{member.email}</p>
        <Choices
          legend={t('access.role')}
          value={form.values.role}
          onChange={(role) => form.setFieldValue('role', role)}
          choices={assignableBy(workspace?.role ?? null).map((role) => ({ value: role, ...roleText(role) }))}
        />
        <SightPicker
          role={form.values.role}
          teams={form.values.teams}
          agents={form.values.agents}
          onTeams={(teams) => form.setFieldValue('teams', teams)}
          onAgents={(agents) => form.setFieldValue('agents', agents)}
        />
        <ProblemNote error={error} />
        <div>
          <Button type="submit" size="xs" loading={pending}>
            {t('form.save')}
          </Button>
        </div>
      </form>
    </SideSheet>
  );
}
